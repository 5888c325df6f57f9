/** My model: how it grew, as a chart and as a table. Loaded with the screen. */
import { counted, number } from '../../format';

export const title = 'How it grew';
export const chart = 'Chart';
export const table = 'Table';
export const about =
  'Memory cells written, click by click, undone ones included. A cell written before only counts higher.';
export const notBegun = 'The chart begins with your first click.';
export const clicks = (count: number) => counted(count, { one: 'click', other: 'clicks' });
export const curve = (written: number, count: number) =>
  `Memory cells written, growing from 0 to ${number(written)} over ${clicks(count)}.`;
export const alongLog = 'The model along the log';
/** Over a column of `clicks`. */
export const headAfter = 'after';
export const headRated = 'films rated';
export const headWritten = 'cells written';
export const afterClicks = (count: number) => `After ${clicks(count)}`;
/** What stood out at a moment: traits that were liked and disliked, of which there is at least one. */
export const stoodOut = (liked: readonly string[], disliked: readonly string[]) => {
  const goes = liked.join(', ');
  return disliked.length > 0 ? `${goes}${goes ? '; ' : ''}not ${disliked.join(', ')}` : goes;
};
export const nothingStoodOut = 'nothing stood out';
