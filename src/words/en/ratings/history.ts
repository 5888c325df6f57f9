/** The screen History: the log as a slider. Loaded with the screen. */

export const title = 'History';
export const noPast = 'No past yet';
export const noPastMore =
  'With every film you rate, your list moves. Here you will be able to go back to any moment of it.';
export const rateFilms = 'Rate films';
export const myRatings = 'My ratings';
export const about =
  'Move the slider to see what you had said, and what your list was, at any moment. Looking changes nothing.';

/** "37th". */
function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
/** A moment, without a full stop. @param when "12 May 2026, 14:03" @param done what the click did */
export const afterClick = (click: number, when: string, done: string) =>
  `After your ${ordinal(click)} click, ${when}: ${done}`;
export const beforeFirst = 'Before your first click';
/** @param moment one of the two above */
export const momentIs = (moment: string) => `${moment}.`;
export const momentIsNow = (moment: string) => `${moment}. This is now.`;
export const wentBack = 'You went back. Everything since is still in the history.';
export const undo = 'Undo';
export const goBack = 'Go back to here';
export const toPresent = 'To the present';

export const slider = 'Moment';
/** Buttons that move the slider by clicks. */
export const tenBack = 'Ten back';
export const oneBack = 'One back';
export const oneForward = 'One forward';
export const tenForward = 'Ten forward';

export const hadSaid = 'What you had said';
export const andMore = (films: number) => `and ${films} more`;
/** What was said of a film. */
export const liked = 'liked';
export const soSo = 'so-so';
export const disliked = 'disliked';

export const listNow = 'Your list now';
export const listThen = 'Your list then';
/** What has become of a film of the list since. @param said one of the three above */
export const since = (said: string) => `${said} since`;
export const behindSeries = 'behind its series';
export const samePlace = 'same place';
export const nowAt = (rank: number) => `now ${rank}`;
