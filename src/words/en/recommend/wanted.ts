/** The screen of the films that one wants to see. */

export const title = 'Want to see';
export const undo = 'Undo';
export const order = 'The likeliest to be liked first. A film you have seen and judged leaves the list.';
export const nothingYet = 'Nothing here yet';
export const nothingYetMore =
  'Press the bookmark beside a film of For you, or “Want to see” on its page, and it waits for you here.';
export const lookAtList = 'Look at your list';
export const films = 'Films you want to see';
export const match = (percent: number) => `${percent} % match`;
export const likeIt = (percent: number) => `${percent} % like it`;
export const noLonger = (film: string) => `No longer want to see ${film}`;
export const takeOff = 'Take off';
