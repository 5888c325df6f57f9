/** The list as it would be without one answer, below the line of that answer in the panel of reasons. */
import { listed } from '../../format';

export const withoutLike = (film: string) => `Without your like of ${film}`;
export const withoutDislike = (film: string) => `Without your dislike of ${film}`;
export const withoutSoSo = (film: string) => `Without your so-so of ${film}`;

/** What would become of the film whose reasons are read. */
export const wouldStay = <Part>(film: Part, place: number) => [
  'Without it, ',
  film,
  ` would stay at ${place}.`,
];
export const wouldMove = <Part>(film: Part, to: number, from: number) => [
  'Without it, ',
  film,
  ` would stand at ${to} instead of ${from}.`,
];
export const wouldComeOut = <Part>(film: Part, place: number) => [
  'Without it, ',
  film,
  ` would stand at ${place}.`,
];
export const wouldStayBehind = <Part>(film: Part) => [
  'Without it, ',
  film,
  ' would stay behind another film of its series.',
];
export const wouldFallBehind = <Part>(film: Part) => [
  'Without it, ',
  film,
  ' would stand behind another film of its series.',
];

export const listBegins = 'The list would begin';
/** What would become of a film of that list; up and down before a number of places. */
export const same = 'same';
export const isNew = 'new';
export const up = 'up';
export const down = 'down';

/** "Alien, Heat, Fargo and 4 more". @param more films that are not named */
const films = (titles: readonly string[], more: number) =>
  more > 0 ? `${titles.join(', ')} and ${more} more` : listed(titles);
export const comeIn = (titles: readonly string[], more: number) => `Would come in: ${films(titles, more)}.`;
export const leave = (titles: readonly string[], more: number) => `Would leave: ${films(titles, more)}.`;
export const noneMoves = 'No other film would move.';
export const move = (films: number, shown: number) => `Would move: ${films} of the first ${shown}.`;

export const remove = 'Remove it';
export const changeToLike = 'Change to like';
export const changeToDislike = 'Change to dislike';
export const changeToSoSo = 'Change to so-so';
export const keep = 'Keep it';
