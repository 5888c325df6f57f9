/** My model: the choice of what the network may know of films. Loaded with the screen. */
export const title = 'What it may know of films';
export const about =
  'Facts are genres, years, lengths and the like. What others like comes from MovieLens ratings, and makes better lists. Your own answers stay as they are: the model learns them again, which takes a moment.';
export const choice = 'What the network may know of films';
export const hybrid = 'Facts, and what others like';
export const factsAlone = 'Facts alone';
export const notHere =
  'It cannot be changed here: that takes loading the page anew, and this page keeps nothing.';
