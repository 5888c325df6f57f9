import { NO_CELL, type NodeBank } from '../network/node-bank';
import { type CellFilms, filmsOfCells } from './cell-films';

/** What a node recalls of a cell now, in whole units. @param cell global id. */
export type RecallOf = (node: number, cell: number) => number;

/**
 * Sums over nodes of what cells recall, for every film, that follow a memory cell by cell: a changed cell touches only the
 * films that share it. Recalls are whole numbers, so the sums are exact however long they have followed.
 */
export class LiveRecall {
  private readonly bank: NodeBank;
  private readonly recallOf: RecallOf;
  private readonly firstNode: number;
  private readonly cellFilms: CellFilms;
  private readonly recall: Int32Array;
  /** Films whose cells have changed since. */
  private readonly waiting = new Set<number>();
  /** Sum of recalls of each film, in units; length itemCount. */
  readonly recalled: Int32Array;

  /** @param firstNode nodes before it recall nothing. */
  constructor(bank: NodeBank, recallOf: RecallOf, firstNode = 0) {
    this.bank = bank;
    this.firstNode = firstNode;
    this.recallOf = recallOf;
    this.cellFilms = filmsOfCells(bank);
    this.recall = new Int32Array(bank.firstCell[bank.nodeCount] + 1);
    this.recalled = new Int32Array(bank.itemCount);
    this.start();
  }

  /** All of it from nothing, node by node in the order in which addresses stand: faster than cell by cell. */
  private start(): void {
    const { recall, recalled, recallOf } = this;
    const { nodeCount, itemCount, cell, firstCell } = this.bank;
    for (let t = this.firstNode; t < nodeCount; t++) {
      const first = firstCell[t];
      const cells = firstCell[t + 1] - first;
      const local = new Int32Array(cells + 1);
      for (let c = 1; c <= cells; c++) local[c] = recallOf(t, first + c);
      recall.set(local.subarray(1), first + 1);
      for (let i = 0, at = t * itemCount; i < itemCount; i++, at++) recalled[i] += local[cell[at]];
    }
  }

  /** To be called when the memory of a film's cells has changed. */
  changed(item: number): void {
    this.waiting.add(item);
  }

  /** Brings the sums up to date with all that has changed; cells that several films share are looked at once a film. */
  follow(): void {
    const { nodeCount, itemCount, cell, firstCell } = this.bank;
    for (const item of this.waiting) {
      for (let t = this.firstNode, at = t * itemCount + item; t < nodeCount; t++, at += itemCount) {
        if (cell[at] !== NO_CELL) this.refresh(t, firstCell[t] + cell[at]);
      }
    }
    this.waiting.clear();
  }

  private refresh(node: number, id: number): void {
    const { recall, recalled } = this;
    const now = this.recallOf(node, id);
    const change = now - recall[id];
    if (change === 0) return;
    recall[id] = now;
    const { first, films } = this.cellFilms;
    for (let f = first[id]; f < first[id + 1]; f++) recalled[films[f]] += change;
  }
}
