/** The films that were added by hand, under My ratings, and the dialogs that correct one or take it away. Loaded with that screen. */

export const heading = 'Films you added';
export const forEverybody = 'For everybody who rates in this browser.';
/** Buttons; the same as they are spoken, with the film. */
export const judge = 'Judge';
export const judgeFilm = (film: string) => `Judge ${film}`;
export const correct = 'Correct';
export const correctFilm = (film: string) => `Correct ${film}`;
export const takeAway = 'Take away';
export const takeAwayFilm = (film: string) => `Take ${film} away`;

/** The dialogs. */
export const correctTitle = (title: string) => `Correct ${title}`;
export const save = 'Save';
export const takeAwayTitle = (title: string) => `Take ${title} away?`;
export const takeAwayMore =
  'It leaves this browser for everybody in it, and your list is as if you had never said anything of it. What was said of it stays in the history, and counts again if you add the film again under the same title and year. To be rid of that too, erase it for good first.';
export const keep = 'Keep';
