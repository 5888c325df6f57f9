import type { Network } from '../../../src/wnn/network/network';
import { NO_CELL } from '../../../src/wnn/network/node-bank';
import type { Memory } from '../../../src/wnn/personal/memory';
import { RECALL_UNITS, recallOfDislikes, recallOfLikes } from '../../../src/wnn/personal/ranking-readout';

/**
 * Ranking scores of the whole catalogue by their definition: where a film starts, and what each node recalls of its cell.
 */
export function plainScores(network: Network, memory: Memory): Float64Array {
  const { nodeCount, itemCount, cell, firstCell } = network.bank;
  const recalled = new Float64Array(itemCount);
  for (let t = 0; t < nodeCount; t++) {
    const recallOf = Float64Array.from({ length: firstCell[t + 1] - firstCell[t] + 1 }, (_, local) => {
      const id = firstCell[t] + local;
      return local === NO_CELL
        ? 0
        : recallOfLikes(network, memory, t, id) + recallOfDislikes(network, memory, t, id);
    });
    for (let item = 0; item < itemCount; item++) recalled[item] += recallOf[cell[t * itemCount + item]];
  }
  return recalled.map((sum, item) => network.startingPoints[item] + sum / RECALL_UNITS);
}
