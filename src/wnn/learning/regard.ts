import type { ItemEffects } from '../../data/item-effects';
import type { Cases } from './cases';

const known = new WeakMap<ItemEffects, Float32Array>();

/**
 * How well the public thinks of each film: its bias, standardized over ratings and held within 4 deviations.
 * Some people follow the public's regard more than others do; their slope on it is learned as sums.
 * @returns length count.
 */
export function regardOf(effects: ItemEffects): Float32Array {
  let regard = known.get(effects);
  if (regard) return regard;
  const { bias, ratings } = effects;
  let weight = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < bias.length; i++) {
    weight += ratings[i];
    sum += ratings[i] * bias[i];
    squares += ratings[i] * bias[i] ** 2;
  }
  const mean = weight > 0 ? sum / weight : 0;
  const deviation = Math.sqrt(Math.max(1e-6, weight > 0 ? squares / weight - mean ** 2 : 1));
  regard = Float32Array.from(bias, (b) => Math.max(-4, Math.min(4, (b - mean) / deviation)));
  known.set(effects, regard);
  return regard;
}

/** Shrinkage of the slope, in squared units of regard. */
export const SLOPE_LAMBDA = 10;

/**
 * The user's slope on regard as a vote on every row: z_i * sum_j z_j (d_j - b_u m_j) / (sum_j z_j² m_j + lambda).
 * @returns one vote a row, in stars or likes.
 */
export function slopeVotes(cases: Cases): Float32Array {
  const { historyOffsets, historyDeviation, historyMass, historyRegard, targetOffsets, targetRegard } = cases;
  const votes = new Float32Array(targetRegard.length);
  for (let c = 0; c < cases.count; c++) {
    let moment = 0;
    let squares = SLOPE_LAMBDA;
    for (let h = historyOffsets[c]; h < historyOffsets[c + 1]; h++) {
      const z = historyRegard[h];
      moment += z * (historyDeviation[h] - cases.userBias[c] * historyMass[h]);
      squares += z * z * historyMass[h];
    }
    for (let k = targetOffsets[c]; k < targetOffsets[c + 1]; k++) votes[k] = (targetRegard[k] * moment) / squares;
  }
  return votes;
}
