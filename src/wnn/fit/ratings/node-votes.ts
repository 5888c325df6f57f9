import type { NodeBank } from '../../network/node-bank';
import type { Cases } from './cases';

/**
 * One node's vote on every row, from the history's films in the target's cell: sum of what they say / (n + lambda), 0 where
 * it is empty (docs/model.md, Strengths).
 * @param said by each entry of the histories, beyond what is expected otherwise; parallel to `historyItem`.
 * @param lambda shrinkage of a cell's vote, in ratings.
 * @param votes receives one vote a row; length targetItem.length.
 */
export function nodeVotes(
  cases: Cases,
  said: Float32Array,
  bank: NodeBank,
  node: number,
  lambda: number,
  votes: Float32Array,
): void {
  const { historyOffsets, historyItem, targetOffsets, targetItem } = cases;
  const cell = bank.cell.subarray(node * bank.itemCount, (node + 1) * bank.itemCount);
  const size = bank.firstCell[node + 1] - bank.firstCell[node] + 1;
  const sum = new Float64Array(size);
  const n = new Float64Array(size);
  for (let c = 0; c < cases.count; c++) {
    const from = historyOffsets[c];
    const to = historyOffsets[c + 1];
    for (let h = from; h < to; h++) {
      const at = cell[historyItem[h]];
      sum[at] += said[h];
      n[at]++;
    }
    // Cell 0 is NO_CELL: patterns of one film alone tell nothing about another.
    sum[0] = 0;
    n[0] = 0;
    for (let k = targetOffsets[c]; k < targetOffsets[c + 1]; k++) {
      const at = cell[targetItem[k]];
      votes[k] = sum[at] / (n[at] + lambda);
    }
    for (let h = from; h < to; h++) {
      const at = cell[historyItem[h]];
      sum[at] = 0;
      n[at] = 0;
    }
  }
}
