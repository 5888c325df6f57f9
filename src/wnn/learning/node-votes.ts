import type { NodeBank } from '../node-bank';
import type { Cases } from './cases';

/**
 * One node's vote on every row: (sum - mass * b_u) / (mass + lambda) over the history's films in the target's cell
 * (design.md, Model 4), 0 where the cell is empty.
 * @param votes receives one vote a row; length targetItem.length.
 */
export function nodeVotes(
  cases: Cases,
  bank: NodeBank,
  node: number,
  lambda: number,
  votes: Float32Array,
): void {
  const { historyOffsets, historyItem, historyDeviation, historyMass, targetOffsets, targetItem } = cases;
  const cell = bank.cell.subarray(node * bank.itemCount, (node + 1) * bank.itemCount);
  const size = bank.firstCell[node + 1] - bank.firstCell[node] + 1;
  const sum = new Float64Array(size);
  const mass = new Float64Array(size);
  for (let c = 0; c < cases.count; c++) {
    const bias = cases.userBias[c];
    const from = historyOffsets[c];
    const to = historyOffsets[c + 1];
    for (let h = from; h < to; h++) {
      const at = cell[historyItem[h]];
      sum[at] += historyDeviation[h];
      mass[at] += historyMass[h];
    }
    // Cell 0 is NO_CELL: patterns of one film alone tell nothing about another.
    sum[0] = 0;
    mass[0] = 0;
    for (let k = targetOffsets[c]; k < targetOffsets[c + 1]; k++) {
      const at = cell[targetItem[k]];
      votes[k] = mass[at] > 0 ? (sum[at] - mass[at] * bias) / (mass[at] + lambda) : 0;
    }
    for (let h = from; h < to; h++) {
      const at = cell[historyItem[h]];
      sum[at] = 0;
      mass[at] = 0;
    }
  }
}
