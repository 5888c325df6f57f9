import { type FilmRows, filmRows } from '../../network/film-rows';
import type { StarsNetwork } from '../../network/network';

/** Where a readout of stars finds the cells of films, and how it numbers those of content nodes. */
export interface StarsCells {
  rows: FilmRows;
  /** Where the cells of each content node begin: with one for films without a cell, which is never read. */
  base: Int32Array;
  /** How many are numbered so. */
  size: number;
}

/** Kept as long as the network: readouts come and go with every click. */
const cellsOf = new WeakMap<StarsNetwork, StarsCells>();

/** Where films stand under a network's nodes that tell ratings. */
export function starsCells(network: StarsNetwork): StarsCells {
  const known = cellsOf.get(network);
  if (known) return known;
  const { bank, content } = network;
  const base = new Int32Array(content.strength.length);
  let size = 0;
  base.forEach((_, k) => {
    const t = content.first + k;
    base[k] = size;
    size += bank.firstCell[t + 1] - bank.firstCell[t] + 1;
  });
  const cells = { rows: filmRows(bank), base, size };
  cellsOf.set(network, cells);
  return cells;
}

/** How one film's expected stars hang on the answers. */
export interface Shares {
  /** On every answer's deviation. */
  always: number;
  /** On the deviations of the latest answers, besides. */
  recent: number;
  /** By node, on deviations in the film's cell (anchors), and on what taste leaves over of them (content). */
  perDeviation: Float64Array;
  perLeftover: Float64Array;
  /** By film, on what taste leaves over of its answer: the film's neighbours. */
  perNeighbour: ReadonlyMap<number, number>;
  /** By coordinate, on what answers say beyond the films' offsets. */
  perCoordinate: Float64Array;
}

/** Sum of the weights of the nodes, from one on, in which two films have a cell in common. */
export function weightShared(
  { rows }: StarsCells,
  first: number,
  a: number,
  b: number,
  weights: Float64Array,
): number {
  const { cell } = rows;
  const [from, other] = [rows.at(a) + first, rows.at(b) + first];
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    if (cell[from + k] !== 0 && cell[from + k] === cell[other + k]) sum += weights[k];
  }
  return sum;
}

/*
 * The hot loops, by themselves so that engines compile them alone.
 */

/** Adds what is left over of an answer to the cells of its film. @param row where these stand */
export function addLeftover(
  leftover: Float64Array,
  { rows, base }: StarsCells,
  row: number,
  over: number,
): void {
  const { cell } = rows;
  for (let k = 0; k < base.length; k++) leftover[base[k] + cell[row + k]] += over;
}

/** Answers that `addAbreast` adds. */
export const ABREAST = 4;

/** The same of ABREAST answers, the n-th and those after it, in their order in every cell. */
export function addAbreast(
  leftover: Float64Array,
  { rows, base }: StarsCells,
  [a, b, c, d]: [a: number, b: number, c: number, d: number],
  over: Float64Array,
  n: number,
): void {
  const { cell } = rows;
  const [first, second, third, fourth] = [over[n], over[n + 1], over[n + 2], over[n + 3]];
  for (let k = 0; k < base.length; k++) {
    const at = base[k];
    leftover[at + cell[a + k]] += first;
    leftover[at + cell[b + k]] += second;
    leftover[at + cell[c + k]] += third;
    leftover[at + cell[d + k]] += fourth;
  }
}
