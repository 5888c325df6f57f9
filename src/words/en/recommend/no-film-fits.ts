/** In place of a list that the tuning leaves empty. */
import { counted, listed, number } from '../../format';

export const title = 'No film fits';
export const nothingLeft = 'What you tuned leaves nothing for this list.';
/** @param limits as in list/limits.ts: "in Japanese", "at most 80 minutes", "never Drama" */
export const noFilmIs = (limits: readonly string[]) =>
  `No film that you have not judged is ${listed(limits)}.`;
/** @param films that fit without the limit */
export const aboveAll = (limit: string, films: number) =>
  `It is “${limit}” above all: without it, ${counted(films, { one: 'film fits', other: 'films fit' })}.`;
export const oneNotEnough = 'Lifting one of these is not enough.';
export const lift = (limit: string, films: number) => `Lift “${limit}” (${number(films)})`;
export const reset = 'Reset the tuning';
export const ratedAsItWas = 'What you rated is as it was.';
