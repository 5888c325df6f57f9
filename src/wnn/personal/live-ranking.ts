import type { Network } from '../network/network';
import { NO_CELL, type NodeBank } from '../network/node-bank';
import type { Memory } from './memory';
import { RECALL_UNITS, recallOfDislikes, recallOfLikes } from './ranking-readout';

/** The films of every cell: those of cell id are films[first[id]] .. films[first[id + 1] - 1]. */
interface CellFilms {
  first: Uint32Array;
  films: Uint16Array;
}

/** Made once a bank, when first asked for: some milliseconds, and two bytes a film and node. */
const filmsByBank = new WeakMap<NodeBank, CellFilms>();

function filmsOfCells(bank: NodeBank): CellFilms {
  const known = filmsByBank.get(bank);
  if (known) return known;
  const { nodeCount, itemCount, cell, firstCell } = bank;
  const first = new Uint32Array(firstCell[nodeCount] + 2);
  const eachFilm = (visit: (id: number, item: number) => void) => {
    for (let t = 0; t < nodeCount; t++) {
      for (let i = 0; i < itemCount; i++) {
        const local = cell[t * itemCount + i];
        if (local !== NO_CELL) visit(firstCell[t] + local, i);
      }
    }
  };
  eachFilm((id) => {
    first[id + 1]++;
  });
  for (let id = 1; id < first.length; id++) first[id] += first[id - 1];
  const films = new Uint16Array(first[first.length - 1]);
  const next = first.slice();
  eachFilm((id, item) => {
    films[next[id]++] = item;
  });
  const made = { first, films };
  filmsByBank.set(bank, made);
  return made;
}

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
