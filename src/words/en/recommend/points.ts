/** How much an answer adds to the figure of a film or takes from it. */
import { counted } from '../../format';

/** "+12 points", "−1 point". */
export const points = (sign: string, size: number) =>
  `${sign}${counted(size, { one: 'point', other: 'points' })}`;
export const underPoint = 'under 1 point';
