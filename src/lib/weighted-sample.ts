import type { Random } from './random';

/**
 * Draws distinct places 0 .. weights.length - 1, each in proportion to its weight among those not drawn yet
 * (Efraimidis and Spirakis 2006): the largest of log(u) / weight, u uniform.
 * @param weights each above 0. @param count places wanted; all of them where there are fewer.
 * @returns in the order of drawing.
 */
export function weightedSample(weights: Float64Array, count: number, random: Random): Uint32Array {
  const keys = weights.map((weight) => Math.log(1 - random.next()) / weight);
  const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[b] - keys[a] || a - b);
  return order.slice(0, count);
}
