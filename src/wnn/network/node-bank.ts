import type { Retina } from './retina';

/** Marks a pattern that no other film shares: nothing learned there could ever speak of another film. */
export const NO_CELL = 0;

/**
 * A bank of RAM nodes with the address of every film under every node, computed once.
 * Cells of node t have the ids firstCell[t] + 1 .. firstCell[t + 1] in one dense numbering over the bank;
 * cell[t * itemCount + i] is the local number (1 ..) that film i addresses in node t, or NO_CELL.
 */
export interface NodeBank {
  nodeCount: number;
  itemCount: number;
  cell: Uint16Array;
  /** Length nodeCount + 1; firstCell[0] is 0. */
  firstCell: Uint32Array;
}

/** Total number of cells. Global cell ids run from 1 to this. */
export function cellCount(bank: NodeBank): number {
  return bank.firstCell[bank.nodeCount];
}

/** Cells of one node that its local numbers can tell apart. */
const MOST_CELLS = 65_535;

/**
 * Computes all addresses: equal patterns of a tuple's bits share a cell; patterns of one film alone get none.
 * @throws RangeError where a node would have more than 65,535 cells: not below 131,072 films.
 */
export function addressFilms(retina: Retina, tuples: readonly { bits: Uint16Array }[]): NodeBank {
  const { itemCount, wordsPerItem } = retina;
  const cell = new Uint16Array(tuples.length * itemCount);
  const firstCell = new Uint32Array(tuples.length + 1);
  const mask = new Uint32Array(wordsPerItem);
  const tableSize = 2 ** Math.ceil(Math.log2(Math.max(2, itemCount * 2)));
  // Open addressing: slot -> first item with that pattern, plus one.
  const table = new Uint32Array(tableSize);
  const firstWith = new Uint32Array(itemCount);
  const shared = new Uint8Array(itemCount);
  const local = new Uint16Array(itemCount);

  tuples.forEach((tuple, t) => {
    mask.fill(0);
    for (const bit of tuple.bits) mask[bit >>> 5] |= 1 << (bit & 31);
    const used = Uint32Array.from(mask.keys()).filter((w) => mask[w] !== 0);
    table.fill(0);
    shared.fill(0);
    findFirst(retina, mask, used, table, firstWith, shared);
    const row = cell.subarray(t * itemCount, (t + 1) * itemCount);
    const cells = numberCells(firstWith, shared, local, row);
    if (cells > MOST_CELLS)
      throw new RangeError(`A node has ${cells} cells, and at most ${MOST_CELLS} are numbered.`);
    firstCell[t + 1] = firstCell[t] + cells;
  });
  return { nodeCount: tuples.length, itemCount, cell, firstCell };
}

/**
 * The hot loop, by itself so that engines compile it alone: the first film with each film's pattern, and whether another one
 * has it. Which slots patterns fall into changes nothing of that, so a hash that is quick to tell will do.
 */
function findFirst(
  { words, wordsPerItem, itemCount }: Retina,
  mask: Uint32Array,
  used: Uint32Array,
  table: Uint32Array,
  firstWith: Uint32Array,
  shared: Uint8Array,
): void {
  const last = table.length - 1;
  for (let i = 0, row = 0; i < itemCount; i++, row += wordsPerItem) {
    let hash = 0;
    for (let k = 0; k < used.length; k++) {
      hash = Math.imul(hash ^ (words[row + used[k]] & mask[used[k]]), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & last;
    while (table[slot] !== 0 && !samePattern(words, mask, used, wordsPerItem * (table[slot] - 1), row)) {
      slot = (slot + 1) & last;
    }
    if (table[slot] === 0) {
      table[slot] = i + 1;
      firstWith[i] = i;
    } else {
      firstWith[i] = table[slot] - 1;
      shared[firstWith[i]] = 1;
    }
  }
}

/** Numbers the patterns that films share, in the order of the films, and writes every film's. @returns how many they are */
function numberCells(
  firstWith: Uint32Array,
  shared: Uint8Array,
  local: Uint16Array,
  row: Uint16Array,
): number {
  let cells = 0;
  for (let i = 0; i < row.length; i++) {
    if (firstWith[i] === i) local[i] = shared[i] ? ++cells : NO_CELL;
    row[i] = local[firstWith[i]];
  }
  return cells;
}

/** Whether two films, whose words begin at `a` and `b`, look the same under a mask. */
function samePattern(
  words: Uint32Array,
  mask: Uint32Array,
  used: Uint32Array,
  a: number,
  b: number,
): boolean {
  for (let k = 0; k < used.length; k++) {
    const w = used[k];
    if (((words[a + w] ^ words[b + w]) & mask[w]) !== 0) return false;
  }
  return true;
}

/** The nodes of two banks over the same films, one after the other. */
export function joinBanks(a: NodeBank, b: NodeBank): NodeBank {
  const cell = new Uint16Array(a.cell.length + b.cell.length);
  cell.set(a.cell);
  cell.set(b.cell, a.cell.length);
  const cells = a.firstCell[a.nodeCount];
  return {
    nodeCount: a.nodeCount + b.nodeCount,
    itemCount: a.itemCount,
    cell,
    firstCell: Uint32Array.from([...a.firstCell, ...b.firstCell.subarray(1).map((first) => first + cells)]),
  };
}

/** The nodes `from` .. `to` - 1 of a bank. */
export function someNodes({ itemCount, cell, firstCell }: NodeBank, from: number, to: number): NodeBank {
  return {
    nodeCount: to - from,
    itemCount,
    cell: cell.slice(from * itemCount, to * itemCount),
    firstCell: firstCell.slice(from, to + 1).map((first) => first - firstCell[from]),
  };
}
