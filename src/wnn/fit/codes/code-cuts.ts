import type { CUTS_PER_DIMENSION, ItemFactors } from '../../network/codes';

/** Shares of ratings below each cut of a dimension. */
const QUANTILES: readonly number[] & { length: typeof CUTS_PER_DIMENSION } = [0.2, 0.5, 0.8];

/** Where each dimension is cut, dimension-major; length 3 * dimensions. @param weight of each film: its ratings. */
export function codeCuts({ dimensions: d, values }: ItemFactors, weight: ArrayLike<number>): Float64Array {
  const cuts = new Float64Array(d * QUANTILES.length);
  const rated = Array.from({ length: weight.length }, (_, i) => i).filter((i) => weight[i] > 0);
  const total = rated.reduce((sum, i) => sum + weight[i], 0);
  for (let k = 0; k < d; k++) {
    const order = rated.slice().sort((a, b) => values[a * d + k] - values[b * d + k] || a - b);
    let below = 0;
    let next = 0;
    for (const i of order) {
      below += weight[i];
      while (next < QUANTILES.length && below >= QUANTILES[next] * total) {
        cuts[k * QUANTILES.length + next++] = values[i * d + k];
      }
    }
  }
  return cuts;
}
