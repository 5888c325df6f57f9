import type { FilmRows } from '../network/film-rows';

/**
 * In how many films watched of late each cell of the nodes that ask for them is addressed. A film that comes in or goes out
 * is only noted until the counts are wanted: one that does both is never written.
 */
export class WatchedCells {
  private readonly rows: FilmRows;
  private readonly nodes: Uint16Array;
  private readonly wrote: (item: number) => void;
  private readonly written: Int32Array;
  /** How many times more each film is to be counted; never 0. */
  private readonly owed = new Map<number, number>();

  /**
   * @param nodes that ask, ascending @param cells global ids there are, that of "all films" included
   * @param wrote is told of every film whose cells have just changed
   */
  constructor(rows: FilmRows, nodes: Uint16Array, cells: number, wrote: (item: number) => void) {
    this.rows = rows;
    this.nodes = nodes;
    this.wrote = wrote;
    this.written = new Int32Array(cells);
  }

  /** Counts a film once more, or once less. */
  add(item: number, sign: 1 | -1): void {
    const owed = (this.owed.get(item) ?? 0) + sign;
    if (owed === 0) this.owed.delete(item);
    else this.owed.set(item, owed);
  }

  /** The counts, by global cell id; always the same array. Cell 0 counts for nobody. */
  get counts(): Int32Array {
    if (this.owed.size > 0) this.settle();
    return this.written;
  }

  private settle(): void {
    for (const [item, times] of this.owed) {
      write(this.written, this.rows, this.nodes, item, times);
      this.wrote(item);
    }
    this.owed.clear();
  }
}

/**
 * The hot loop, by itself so that engines compile it alone. Nodes without a cell for the film write to cell 0: a branch would
 * cost more.
 */
function write(counts: Int32Array, rows: FilmRows, nodes: Uint16Array, item: number, times: number): void {
  const { cell, firstCell } = rows;
  const from = rows.at(item);
  for (let k = 0; k < nodes.length; k++) {
    const t = nodes[k];
    const local = cell[from + t];
    counts[(firstCell[t] + local) & (-local >> 31)] += times;
  }
}
