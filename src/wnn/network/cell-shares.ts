import type { NodeBank } from './node-bank';

/** Half a film is added everywhere, so that a cell the public never liked does not count without bound. */
const BACKGROUND_FLOOR = 0.5;

/** The public's weights in each local cell of a node, as shares of their sum; length cells + 1. */
export function cellShares(bank: NodeBank, node: number, weights: Uint32Array | Float64Array): Float64Array {
  const share = new Float64Array(bank.firstCell[node + 1] - bank.firstCell[node] + 1).fill(BACKGROUND_FLOOR);
  addWeights(share, bank.cell.subarray(node * bank.itemCount, (node + 1) * bank.itemCount), weights);
  let total = BACKGROUND_FLOOR;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  for (let local = 0; local < share.length; local++) share[local] /= total;
  return share;
}

/** The hot loop, by itself so that engines compile it alone. */
function addWeights(share: Float64Array, row: Uint16Array, weights: Uint32Array | Float64Array): void {
  for (let i = 0; i < row.length; i++) share[row[i]] += weights[i];
}
