import { type Indices, indicesFor } from '../../lib/indices';
import type { NodeBank } from '../network/node-bank';

/** The films of every cell of one node. */
export interface NodeFilms {
  /** Those of local cell c are films[first[c]] .. films[first[c + 1] - 1], ascending. */
  first: Uint32Array;
  films: Indices;
  /** The local cell of more than half of all films, in whose place the others stand; 0 where there is none. */
  crowded: number;
}

/** The films of every cell of some nodes, for scores that follow a memory cell by cell; made node by node. */
export interface CellFilms {
  /** In the order of the nodes; those made so far. */
  made: NodeFilms[];
  /** Which nodes, in the order in which they are made. */
  nodes: Uint16Array;
}

/** Addresses looked at in one go: some milliseconds, all of a bundled catalogue. */
const AT_ONCE = 1_500_000;

/** Kept as long as the bank, and shared by all models. */
const filmsByBank = new WeakMap<NodeBank, CellFilms>();

/** What is made so far of the films of some nodes' cells. @param nodes always the same ones of a bank */
export function filmsOfCells(bank: NodeBank, nodes: Uint16Array): CellFilms {
  let known = filmsByBank.get(bank);
  if (!known) {
    known = { made: [], nodes };
    filmsByBank.set(bank, known);
  }
  return known;
}

/**
 * Makes some more of them: of a large catalogue a part a time, so that no click waits for all of it.
 * @param atOnce addresses looked at, about
 * @returns whether all are made
 */
export function makeCellFilms(bank: NodeBank, { made, nodes }: CellFilms, atOnce = AT_ONCE): boolean {
  for (let looked = 0; made.length < nodes.length && looked < atOnce; looked += bank.itemCount) {
    made.push(filmsOfNode(bank, nodes[made.length]));
  }
  return made.length === nodes.length;
}

function filmsOfNode({ itemCount, cell, firstCell }: NodeBank, node: number): NodeFilms {
  const cells = firstCell[node + 1] - firstCell[node];
  const row = cell.subarray(node * itemCount, (node + 1) * itemCount);
  const count = new Uint32Array(cells + 1);
  for (let i = 0; i < itemCount; i++) count[row[i]]++;
  const crowded = Math.max(0, count.subarray(1).findIndex((films) => 2 * films > itemCount) + 1);
  if (crowded > 0) count[crowded] = itemCount - count[crowded];
  const first = new Uint32Array(cells + 2);
  for (let c = 1; c <= cells; c++) first[c + 1] = first[c] + count[c];
  const films = indicesFor(itemCount, first[cells + 1]);
  fill(films, first.slice(), row, crowded);
  return { first, films, crowded };
}

/** The hot loop, by itself so that engines compile it alone. @param next where the next film of each cell goes */
function fill(films: Indices, next: Uint32Array, row: Uint16Array, crowded: number): void {
  for (let i = 0; i < row.length; i++) {
    const local = row[i];
    if (crowded > 0 && local !== crowded) films[next[crowded]++] = i;
    // NO_CELL is 0.
    if (local !== 0 && local !== crowded) films[next[local]++] = i;
  }
}
