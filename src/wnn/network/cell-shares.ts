import type { NodeBank } from './node-bank';

/** Half a film is added everywhere, so that a cell the public never liked does not count without bound. */
const BACKGROUND_FLOOR = 0.5;

/** The public's weights in each local cell of a node, as shares of their sum; length cells + 1. */
export function cellShares(bank: NodeBank, node: number, weights: ArrayLike<number>): Float64Array {
  const share = new Float64Array(bank.firstCell[node + 1] - bank.firstCell[node] + 1).fill(BACKGROUND_FLOOR);
  let total = BACKGROUND_FLOOR;
  for (let i = 0, at = node * bank.itemCount; i < bank.itemCount; i++, at++) {
    share[bank.cell[at]] += weights[i];
    total += weights[i];
  }
  return share.map((value) => value / total);
}
