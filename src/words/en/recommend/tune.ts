/** The panel that tunes the list For you: what fits tonight, less or more of something, films put away. */
import { number } from '../../format';

export const title = 'Tune this list';
export const changesOnlyList =
  'Changes only what is listed. What you rated, and what was learned from it, stays as it is.';
export const resetAll = 'Reset all';
export const close = 'Close tuning';
export const reset = 'Reset';
/** @param section its title */
export const resetSection = (section: string) => `Reset: ${section}`;
export const wantToSee = 'Want to see';

export const notInList = 'Not in this list';
export const notInListYet = 'Films you put away with the small sign at the end of their row wait here.';
export const bringBack = 'Bring back';
export const bringBackFilm = (film: string) => `Bring back ${film}`;

export const tonight = 'What fits tonight';
/** Before a length in minutes. */
export const atMost = 'At most';
export const anyLength = 'any length';
export const minutes = (value: string) => `${value} minutes`;
/** Before a language. */
export const inLanguage = 'In';
export const anyLanguage = 'any language';
/** Before a year. */
export const fromYear = 'From';
export const toYear = 'To';
export const anyYear = 'any year';
export const noRunningTimes = 'Running times are not known of these films.';
export const someRunningTimes = (known: number, films: number) =>
  `Running times are known of ${number(known)} of the ${number(films)} films; a choice leaves the others out.`;
export const noLanguages = 'Languages are not known of these films.';
export const someLanguages = (known: number, films: number) =>
  `Languages are known of ${number(known)} of the ${number(films)} films; a choice leaves the others out.`;

export const lessOrMore = 'Less or more of';
export const minus = 'Minus once for less, twice for never.';
export const minusAndFigure = (films: number) =>
  `Minus once for less, twice for never. The figure is how many of the ${films} films have it.`;
export const noKeywords = 'What these films are about is not known.';
export const genres = 'Genres';
export const decades = 'Decades';
export const languages = 'Languages';
export const keywords = 'What your list is about';
/** What the buttons ask for. @param trait "Horror", "1980s", "French", "time travel" */
export const never = (trait: string) => `Never ${trait}`;
export const less = (trait: string) => `Less ${trait}`;
export const asUsual = (trait: string) => `${trait} as usual`;
export const more = (trait: string) => `More ${trait}`;
/** What was asked for, between the buttons. @param mark sets a word off */
export const isNever = <Part>(trait: string, mark: (text: string) => Part) => [mark('never '), trait];
export const isLess = <Part>(trait: string, mark: (text: string) => Part) => [mark('less '), trait];
export const isMore = <Part>(trait: string, mark: (text: string) => Part) => [mark('more '), trait];
