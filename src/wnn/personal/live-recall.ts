import type { Indices } from '../../lib/indices';
import type { FilmRows } from '../network/film-rows';
import type { NodeBank } from '../network/node-bank';
import { type CellFilms, filmsOfCells, makeCellFilms, type NodeFilms } from './cell-films';

/** What a node recalls of a cell now, in whole units. @param cell global id. */
export type RecallOf = (node: number, cell: number) => number;

/** Nodes added up in one pass over the films: fewer passes read and write the sums less often. */
const ABREAST = 8;
/** From so many changed films on, all of it from nothing is faster. */
const MANY = 8;

/**
 * Sums over nodes of what cells recall, for every film, that follow a memory cell by cell: a changed cell touches only the
 * films that share it, or those that do not, where these are fewer. Recalls are whole numbers, so the sums are exact however
 * long they have followed.
 */
export class LiveRecall {
  private readonly bank: NodeBank;
  private readonly rows: FilmRows;
  private readonly nodes: Uint16Array;
  private readonly recallOf: RecallOf;
  private readonly cellFilms: CellFilms;
  /** Where each node's recalls begin: with that of a film without a cell, which is always 0. */
  private readonly base: Int32Array;
  private readonly recall: Int32Array;
  /** Films whose cells have changed since; more than MANY are not told apart. */
  private readonly waiting: number[] = [];
  private stale = true;
  /** What all films have in common, in units, and what each has beside; length itemCount. */
  common = 0;
  readonly recalled: Int32Array;

  /** @param nodes that recall anything, ascending; all others recall nothing. */
  constructor(bank: NodeBank, rows: FilmRows, nodes: Uint16Array, recallOf: RecallOf) {
    this.bank = bank;
    this.rows = rows;
    this.nodes = nodes;
    this.recallOf = recallOf;
    this.cellFilms = filmsOfCells(bank, nodes);
    this.base = new Int32Array(nodes.length);
    let cells = 0;
    nodes.forEach((t, k) => {
      this.base[k] = cells;
      cells += bank.firstCell[t + 1] - bank.firstCell[t] + 1;
    });
    this.recall = new Int32Array(cells);
    this.recalled = new Int32Array(bank.itemCount);
  }

  /** To be called when the memory of a film's cells has changed. */
  changed(item: number): void {
    if (this.stale || this.waiting.includes(item)) return;
    if (this.waiting.length < MANY) this.waiting.push(item);
    else this.stale = true;
  }

  /** Brings the sums up to date with all that has changed. */
  follow(): void {
    // The films of cells are made when the first click is followed, since a list alone does without.
    if (this.waiting.length > 0 && !makeCellFilms(this.bank, this.cellFilms)) this.stale = true;
    if (this.stale) this.start();
    else for (const item of this.waiting) this.followFilm(item);
    this.waiting.length = 0;
    this.stale = false;
  }

  /** All of it from nothing, node by node in the order in which addresses stand. */
  private start(): void {
    const { nodes, base, recall, recallOf, recalled } = this;
    const { firstCell, itemCount, cell } = this.bank;
    // Nodes that recall something, by where their recalls and their addresses begin: before the first answer there are none.
    const recalls: number[] = [];
    const addresses: number[] = [];
    for (let k = 0; k < nodes.length; k++) {
      const t = nodes[k];
      let any = 0;
      for (let id = firstCell[t] + 1, at = base[k] + 1; id <= firstCell[t + 1]; id++, at++) {
        recall[at] = recallOf(t, id);
        any |= recall[at];
      }
      if (any === 0) continue;
      recalls.push(base[k]);
      addresses.push(t * itemCount);
    }
    this.common = 0;
    recalled.fill(0);
    let k = 0;
    for (; k + ABREAST <= recalls.length; k += ABREAST) {
      addNodes(recalled, recall, recalls.slice(k, k + ABREAST), cell, addresses.slice(k, k + ABREAST));
    }
    for (; k < recalls.length; k++) addNode(recalled, recall, recalls[k], cell, addresses[k]);
  }

  private followFilm(item: number): void {
    const { nodes, rows, base, recall, recallOf } = this;
    const { made } = this.cellFilms;
    const row = rows.at(item);
    for (let k = 0; k < nodes.length; k++) {
      const t = nodes[k];
      const local = rows.cell[row + t];
      if (local === 0) continue;
      const now = recallOf(t, rows.firstCell[t] + local);
      const change = now - recall[base[k] + local];
      if (change === 0) continue;
      recall[base[k] + local] = now;
      this.add(made[k], local, change);
    }
  }

  private add({ first, films, crowded }: NodeFilms, local: number, change: number): void {
    if (local === crowded) this.common += change;
    addTo(this.recalled, films, first[local], first[local + 1], local === crowded ? -change : change);
  }
}

/*
 * The hot loops, by themselves so that engines compile them alone.
 */

/** Eight films a turn: an engine's own work for each turn would take longer than one film. */
function addTo(sums: Int32Array, films: Indices, from: number, to: number, change: number): void {
  let f = from;
  for (; f + 7 < to; f += 8) {
    sums[films[f]] += change;
    sums[films[f + 1]] += change;
    sums[films[f + 2]] += change;
    sums[films[f + 3]] += change;
    sums[films[f + 4]] += change;
    sums[films[f + 5]] += change;
    sums[films[f + 6]] += change;
    sums[films[f + 7]] += change;
  }
  for (; f < to; f++) sums[films[f]] += change;
}

/** Adds a node's recalls to all films. @param from where the node's addresses begin */
function addNode(sums: Int32Array, recall: Int32Array, base: number, cell: Uint16Array, from: number): void {
  for (let i = 0, at = from; i < sums.length; i++, at++) sums[i] += recall[base + cell[at]];
}

/** The same of ABREAST nodes. */
function addNodes(
  sums: Int32Array,
  recall: Int32Array,
  [a, b, c, d, e, f, g, h]: readonly number[],
  cell: Uint16Array,
  [ra, rb, rc, rd, re, rf, rg, rh]: readonly number[],
): void {
  for (let i = 0; i < sums.length; i++) {
    const first = recall[a + cell[ra + i]] + recall[b + cell[rb + i]] + recall[c + cell[rc + i]];
    const next = recall[d + cell[rd + i]] + recall[e + cell[re + i]] + recall[f + cell[rf + i]];
    sums[i] += first + next + recall[g + cell[rg + i]] + recall[h + cell[rh + i]];
  }
}
