/** What the search by title found, below its field. */

export const films = 'Films found';
export const notLoaded = 'The search could not be loaded. Check the connection, then type on.';
/** Beside a film that was judged. */
export const liked = 'liked';
export const soSo = 'so-so';
export const disliked = 'disliked';
/** @param facts what was searched for, where it is no title: "Horror · 1980s" */
export const noneOf = (facts: string) => `No film is all of this: ${facts}.`;
export const bestKnown = (facts: string) => `${facts}, best known first`;
export const notCalled = (title: string) => `No film called “${title}”.`;
export const endIn = (year: number) => `The films here end in ${year}.`;
export const searched = 'Titles, years, genres and decades can be found; people cannot.';
/** Before the films that are called nearly so; the second where one can be added. */
export const nearlySo = 'These are spelled nearly so:';
export const nearlySoOrAdd = 'These are spelled nearly so; if yours is not among them, add it below:';
/** Where there are none. */
export const fewerWords = 'Try fewer words.';
export const fewerWordsOrAdd = 'Try fewer words, or add yours.';
export const missing = 'I can’t find my film';
