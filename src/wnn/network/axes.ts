import type { ItemEffects } from '../../data/item-effects';

/**
 * An axis is a public number about every film, on which people differ in slope: how much they go along with the public's
 * regard, or with a collaborative code. The slope is learned as sums, like a cell, and never fitted.
 * Length itemCount; whole multiples of 1 / AXIS_UNITS within +-AXIS_LIMIT.
 */
export type Axis = Float32Array;

/** Steps of the grid of axes in one standard deviation. */
export const AXIS_UNITS = 16;
const AXIS_LIMIT = 4;

/** Rounds a standardized value to the grid of axes, so that personal sums along it are sums of integers. */
export function onAxisGrid(value: number): number {
  const held = Math.max(-AXIS_LIMIT, Math.min(AXIS_LIMIT, value));
  // Adding 0 turns -0 into 0, which is all that bytes can tell.
  return Math.round(held * AXIS_UNITS) / AXIS_UNITS + 0;
}

/** The public's regard: each film's bias, standardized over ratings. */
export function regardAxis({ bias, ratings }: ItemEffects): Axis {
  let weight = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < bias.length; i++) {
    weight += ratings[i];
    sum += ratings[i] * bias[i];
    squares += ratings[i] * bias[i] ** 2;
  }
  const mean = weight > 0 ? sum / weight : 0;
  const deviation = weight > 0 ? Math.sqrt(Math.max(1e-6, squares / weight - mean ** 2)) : 1;
  return Float32Array.from(bias, (b) => onAxisGrid((b - mean) / deviation));
}

/** Shrinkage of a slope, in squared units of the axis. */
export const SLOPE_LAMBDA = 10;
