/** My ratings: the dialog that takes back or erases a day, all before a day, or everything. Loaded with the dialog. */
import { plural } from '../../format';

export const title = 'Forget';
export const question = 'What should be forgotten?';
export const oneDay = 'All from one day';
export const beforeDay = 'Everything before a day';
export const everything = 'Everything';
export const dayField = 'Day';

type Which = 'day' | 'before' | 'everything';
const when = (which: Which, day: string) =>
  which === 'everything' ? '' : which === 'day' ? ` from ${day}` : ` before ${day}`;
const ratings = (films: number) => `${films} ${plural(films, { one: 'rating', other: 'ratings' })}`;

/** @param day "12 May 2026"; does not matter where `which` is everything */
export const eraseTitle = (which: Which, day: string) => `Erase everything${when(which, day)} for good?`;
export const nothingThere = 'There is nothing to forget there.';
export const goes = (films: number, which: Which, day: string) =>
  `${ratings(films)}${when(which, day)}. Removing them can be undone. Erasing for good cannot: nothing of them is left.`;
/** Asks once more. */
export const erase = 'Erase for good…';
export const remove = (films: number) => `Remove ${ratings(films)}`;
