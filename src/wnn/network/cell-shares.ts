import type { NodeBank } from './node-bank';

/** Half a film is added everywhere, so that a cell the public never liked does not count without bound. */
const BACKGROUND_FLOOR = 0.5;

/** What shares are of: the sum of the public's weights, which is the same for every node. */
export function shareTotal(weights: Uint32Array): number {
  let total = BACKGROUND_FLOOR;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  return total;
}

/** The public's weights in each local cell of a node, as shares of `total` (`shareTotal`); length cells + 1. */
export function cellShares(
  bank: NodeBank,
  node: number,
  weights: Uint32Array,
  total = shareTotal(weights),
): Float64Array {
  const share = new Float64Array(bank.firstCell[node + 1] - bank.firstCell[node] + 1).fill(BACKGROUND_FLOOR);
  addWeights(share, bank.cell.subarray(node * bank.itemCount, (node + 1) * bank.itemCount), weights);
  for (let local = 0; local < share.length; local++) share[local] /= total;
  return share;
}

/** The hot loop, by itself so that engines compile it alone. */
function addWeights(share: Float64Array, row: Uint16Array, weights: Uint32Array): void {
  for (let i = 0; i < row.length; i++) share[row[i]] += weights[i];
}
