import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { type FilmRows, filmRows } from '../network/film-rows';
import { cellCount, type NodeBank } from '../network/node-bank';
import type { Verdict } from '../network/verdict';

/** Offsets of a cell's integers in `Memory.cells`. */
export const COUNT = 0;
/** See `COUNT`. */
export const SUM = 1;
/** See `COUNT`. */
export const LIKES = 2;
/** See `COUNT`. */
export const DISLIKES = 3;
/** Integers a cell. */
export const STRIDE = 4;

/**
 * The personal state: for each cell the number of films written to it, the sum of their deviations, and how many of them
 * were liked and disliked. Cell 0 is the whole network's ("all films").
 * Integers only, so that writing commutes and is exactly reversible.
 */
export interface Memory {
  /** STRIDE integers a cell; length STRIDE * (cellCount + 1). */
  cells: Int32Array;
}

/** A memory in which nothing is written. */
export function createMemory(bank: NodeBank): Memory {
  return { cells: new Int32Array(STRIDE * (cellCount(bank) + 1)) };
}

/** A copy that shares nothing with the original. */
export function cloneMemory(memory: Memory): Memory {
  return { cells: memory.cells.slice() };
}

/** Writes a verdict into every cell that the film addresses. */
export function learn(memory: Memory, bank: NodeBank, item: number, verdict: Verdict): void {
  write(memory, bank, item, verdict, 1);
}

/** Takes a verdict out again; the state is then, byte for byte, as if it had never been learned. */
export function unlearn(memory: Memory, bank: NodeBank, item: number, verdict: Verdict): void {
  write(memory, bank, item, verdict, -1);
}

function write(memory: Memory, bank: NodeBank, item: number, verdict: Verdict, sign: 1 | -1): void {
  const { cells } = memory;
  // Deviations are whole; told so, engines add them as integers.
  const sum = (sign * verdict.deviation) | 0;
  const likes = verdict.answer === 'like' ? sign : 0;
  const dislikes = verdict.answer === 'dislike' ? sign : 0;
  const rows = filmRows(bank);
  const from = rows.at(item);
  const [count, all, liked, disliked] = [cells[COUNT], cells[SUM], cells[LIKES], cells[DISLIKES]];
  // A film's own cells count either likes or dislikes; of a so-so, the count of dislikes changes by 0.
  writeRow(cells, rows, from, sign, sum, likes !== 0 ? LIKES : DISLIKES, likes + dislikes);
  cells[COUNT] = count + sign;
  cells[SUM] = all + sum;
  cells[LIKES] = liked + likes;
  cells[DISLIKES] = disliked + dislikes;
}

/**
 * The hot loop, by itself so that engines compile it alone; two nodes a turn, because an engine's own work for each turn takes
 * about as long as one node.
 */
function writeRow(
  cells: Int32Array,
  { cell, firstCell }: FilmRows,
  from: number,
  count: number,
  sum: number,
  opinion: number,
  opinions: number,
): void {
  // Engines would read constants that are exported from memory each time.
  const [stride, countAt, sumAt] = [STRIDE, COUNT, SUM];
  const nodes = firstCell.length - 1;
  let t = 0;
  for (; t + 1 < nodes; t += 2) {
    const a = Math.imul(stride, idOf(firstCell[t], cell[from + t]));
    const b = Math.imul(stride, idOf(firstCell[t + 1], cell[from + t + 1]));
    cells[a + countAt] += count;
    cells[a + sumAt] += sum;
    cells[a + opinion] += opinions;
    cells[b + countAt] += count;
    cells[b + sumAt] += sum;
    cells[b + opinion] += opinions;
  }
  if (t === nodes) return;
  const last = Math.imul(stride, idOf(firstCell[t], cell[from + t]));
  cells[last + countAt] += count;
  cells[last + sumAt] += sum;
  cells[last + opinion] += opinions;
}

/**
 * Global id of a local cell of a node. Nodes without a cell for the film, local 0, write to cell 0, which is set afterwards: a
 * branch would cost more, because no processor foresees it.
 */
function idOf(first: number, local: number): number {
  return (first + local) & (-local >> 31);
}

/** How many pairs (films not liked, dislikes among them) there are below n films not liked. */
function triangular(n: number): number {
  return (n * (n + 1)) / 2;
}

/** How many triples (films, likes, dislikes) there are below n films. */
function tetrahedral(n: number): number {
  return (n * (n + 1) * (n + 2)) / 6;
}

/** The largest n for which a growing function is at most `value`. */
function largest(numbers: (n: number) => number, value: number): number {
  let [low, high] = [0, 1];
  while (numbers(high) <= value) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (numbers(middle) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The canonical payload: written cells in ascending order, each as (gap, writes, sum). `writes` is count, likes and dislikes
 * in one number: a byte for as many as six writes.
 */
export function encodeMemory(memory: Memory): Uint8Array<ArrayBuffer> {
  const { cells } = memory;
  const writer = new ByteWriter();
  let previous = -1;
  for (let id = 0; id * STRIDE < cells.length; id++) {
    const c = id * STRIDE;
    if (cells[c + COUNT] === 0) continue;
    writer.varint(id - previous);
    const [count, likes] = [cells[c + COUNT], cells[c + LIKES]];
    writer.varint(tetrahedral(count) + triangular(count - likes) + cells[c + DISLIKES]);
    writer.signed(cells[c + SUM]);
    previous = id;
  }
  return writer.finish();
}

/** @throws DamagedBytesError where a cell lies outside the bank or the bytes end within a cell. */
export function decodeMemory(bank: NodeBank, bytes: Uint8Array): Memory {
  const memory = createMemory(bank);
  const { cells } = memory;
  const reader = new ByteReader(bytes);
  let id = -1;
  while (reader.remaining > 0) {
    const gap = reader.varint();
    id += gap;
    const c = id * STRIDE;
    if (gap === 0 || c >= cells.length)
      throw new DamagedBytesError('The saved model names a cell that is not there.');
    const writes = reader.varint();
    const count = largest(tetrahedral, writes);
    const rest = writes - tetrahedral(count);
    const notLiked = largest(triangular, rest);
    cells[c + COUNT] = count;
    cells[c + LIKES] = count - notLiked;
    cells[c + DISLIKES] = rest - triangular(notLiked);
    cells[c + SUM] = reader.signed();
  }
  return memory;
}
