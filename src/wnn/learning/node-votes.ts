import type { NodeBank } from '../node-bank';
import type { Cases } from './cases';

/** How a node's vote is read out of its cell. */
export interface VoteOptions {
  /** Shrinkage of a cell's vote, in units of mass. */
  lambda: number;
  /**
   * False: how the cell differs from the user bias, (sum - mass b_u) / (mass + lambda), 0 where it is empty (design.md,
   * Model 4). True: what the cell says by itself, shrunk toward the user bias, (sum + lambda b_u) / (mass + lambda).
   */
  absolute: boolean;
}

/**
 * One node's vote on every row, from the history's films in the target's cell.
 * @param votes receives one vote a row; length targetItem.length.
 */
export function nodeVotes(
  cases: Cases,
  bank: NodeBank,
  node: number,
  { lambda, absolute }: VoteOptions,
  votes: Float32Array,
): void {
  const { historyOffsets, historyItem, historyDeviation, historyMass, targetOffsets, targetItem } = cases;
  const cell = bank.cell.subarray(node * bank.itemCount, (node + 1) * bank.itemCount);
  const size = bank.firstCell[node + 1] - bank.firstCell[node] + 1;
  const sum = new Float64Array(size);
  const mass = new Float64Array(size);
  for (let c = 0; c < cases.count; c++) {
    const bias = cases.userBias[c];
    const start = absolute ? bias : 0;
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
      votes[k] = start + (sum[at] - mass[at] * bias) / (mass[at] + lambda);
    }
    for (let h = from; h < to; h++) {
      const at = cell[historyItem[h]];
      sum[at] = 0;
      mass[at] = 0;
    }
  }
}
