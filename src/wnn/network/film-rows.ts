import type { NodeBank } from './node-bank';

/** Films whose rows are made together: so many addresses of one node lie on a line of the processor's cache. */
const BLOCK = 32;

/**
 * A bank's addresses film by film, where the bank has them node by node: what one film addresses stands side by side, so that
 * to write a film reads a few lines of memory instead of one a node. Rows are made when they are first asked for, a block
 * of neighbouring films at once; the pages of films never asked for are never touched.
 */
export class FilmRows {
  /** Local numbers as in `NodeBank.cell`; those of a film stand from `at(film)` on, one a node. */
  readonly cell: Uint16Array;
  /** `NodeBank.firstCell`, signed: engines add these without a look at the sign. */
  readonly firstCell: Int32Array;
  private readonly bank: NodeBank;
  private readonly made: Uint8Array;

  constructor(bank: NodeBank) {
    this.bank = bank;
    this.cell = new Uint16Array(bank.itemCount * bank.nodeCount);
    this.firstCell = Int32Array.from(bank.firstCell);
    this.made = new Uint8Array(Math.ceil(bank.itemCount / BLOCK));
  }

  /** Where a film's row stands in `cell`. */
  at(item: number): number {
    const block = Math.floor(item / BLOCK);
    if (this.made[block] === 0) this.make(block);
    return item * this.bank.nodeCount;
  }

  private make(block: number): void {
    const { nodeCount, itemCount, cell } = this.bank;
    const from = block * BLOCK;
    const to = Math.min(from + BLOCK, itemCount);
    for (let t = 0; t < nodeCount; t++) {
      const row = t * itemCount;
      for (let i = from, at = from * nodeCount + t; i < to; i++, at += nodeCount)
        this.cell[at] = cell[row + i];
    }
    this.made[block] = 1;
  }
}

/** Kept as long as the bank. */
const rowsOf = new WeakMap<NodeBank, FilmRows>();

/** The rows of a bank, which all models share. */
export function filmRows(bank: NodeBank): FilmRows {
  let rows = rowsOf.get(bank);
  if (!rows) {
    rows = new FilmRows(bank);
    rowsOf.set(bank, rows);
  }
  return rows;
}
