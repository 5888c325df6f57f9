import { type Axis, SLOPE_LAMBDA } from '../network/axes';
import type { Cases } from './cases';

/**
 * The user's slope on an axis as a vote on every row: z_i * sum_j z_j (d_j - b_u) / (sum_j z_j² + lambda).
 * @param votes receives one vote a row, in stars or likes.
 */
export function axisVotes(cases: Cases, axis: Axis, votes: Float32Array): void {
  const { historyOffsets, historyItem, historyDeviation, targetOffsets, targetItem } = cases;
  for (let c = 0; c < cases.count; c++) {
    let moment = 0;
    let squares = SLOPE_LAMBDA;
    for (let h = historyOffsets[c]; h < historyOffsets[c + 1]; h++) {
      const z = axis[historyItem[h]];
      moment += z * (historyDeviation[h] - cases.userBias[c]);
      squares += z * z;
    }
    for (let k = targetOffsets[c]; k < targetOffsets[c + 1]; k++)
      votes[k] = (axis[targetItem[k]] * moment) / squares;
  }
}
