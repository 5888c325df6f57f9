import type { Network } from '../network/network';
import { NO_CELL } from '../network/node-bank';
import { filmsOfCells } from './cell-films';
import type { Memory } from './memory';
import { RECALL_UNITS, recallOfDislikes, recallOfLikes } from './ranking-readout';

/**
 * Ranking scores that follow a memory click by click: a verdict changes one cell a node, and only the films of those
 * cells are touched. Recalls are integers, so the scores are exact sums, however long it has followed.
 */
export class LiveRanking {
  private readonly network: Network;
  private readonly memory: Memory;
  /** What each cell recalls now, by global cell id, in 1/RECALL_UNITS. */
  private readonly recall: Int32Array;
  /** Sum of recalls of each film. */
  private readonly recalled: Int32Array;

  constructor(network: Network, memory: Memory) {
    this.network = network;
    this.memory = memory;
    const { nodeCount, itemCount, firstCell } = network.bank;
    this.recall = new Int32Array(firstCell[nodeCount] + 1);
    this.recalled = new Int32Array(itemCount);
    for (let t = 0; t < nodeCount; t++) {
      for (let id = firstCell[t] + 1; id <= firstCell[t + 1]; id++) this.refresh(t, id);
    }
  }

  /** To be called after the memory has learned or unlearned a film. */
  update(item: number): void {
    const { nodeCount, itemCount, cell, firstCell } = this.network.bank;
    for (let t = 0; t < nodeCount; t++) {
      const local = cell[t * itemCount + item];
      if (local !== NO_CELL) this.refresh(t, firstCell[t] + local);
    }
  }

  /** Ranking scores, the larger the better: a fresh array of length itemCount; multiples of 2^-20, so that ties are real. */
  scores(): Float64Array {
    const { startingPoints } = this.network;
    const scores = new Float64Array(this.recalled.length);
    for (let i = 0; i < scores.length; i++) scores[i] = startingPoints[i] + this.recalled[i] / RECALL_UNITS;
    return scores;
  }

  private refresh(node: number, id: number): void {
    const { network, memory, recall, recalled } = this;
    const now = recallOfLikes(network, memory, node, id) + recallOfDislikes(network, memory, node, id);
    const change = now - recall[id];
    if (change === 0) return;
    recall[id] = now;
    const { first, films } = filmsOfCells(network.bank);
    for (let f = first[id]; f < first[id + 1]; f++) recalled[films[f]] += change;
  }
}
