import type { ScaledTable } from '../network/lists/scaled-table';

/**
 * What a person's films say through a table: the sum of the rows of the films asked with, each so many times. Whole numbers
 * throughout, so that adding and taking away commute and are exact. What is asked with is only counted until an answer is wanted:
 * a film that moves from window to window is added once, and one that comes and goes not at all.
 */
export class TableQuery {
  private readonly table: ScaledTable;
  /** Sum of the rows of the product's first factor; length rank. */
  private readonly sums: Float64Array;
  /** What is left over, by place. */
  private readonly rest: Float64Array;
  /** The answer, by place, and whether it is that of the present sums. */
  private readonly said: Float64Array;
  private isKnown = false;
  /** How many times more each row is to be added, by place; which ones, and whether they are among these. */
  private readonly owed: Int32Array;
  private readonly waiting: number[] = [];
  private readonly waits: Uint8Array;

  constructor(table: ScaledTable) {
    this.table = table;
    this.sums = new Float64Array(table.rank);
    this.rest = new Float64Array(table.items.length);
    this.said = new Float64Array(table.items.length);
    this.owed = new Int32Array(table.items.length);
    this.waits = new Uint8Array(table.items.length);
  }

  /** Asks with a film `times` more often; below 0 takes it back. Films without a row say nothing. */
  add(item: number, times: number): void {
    const i = this.table.placeOf[item] - 1;
    if (i < 0 || times === 0) return;
    this.owed[i] += times;
    if (this.waits[i] === 1) return;
    this.waits[i] = 1;
    this.waiting.push(i);
  }

  /** Adds what is owed. */
  private settle(): void {
    const { rank, from, offsets, place, rest } = this.table;
    const { owed, waits, waiting, sums, rest: left } = this;
    for (const i of waiting) {
      const times = owed[i];
      waits[i] = 0;
      if (times === 0) continue;
      owed[i] = 0;
      this.isKnown = false;
      for (let k = 0, at = i * rank; k < rank; k++, at++) sums[k] += times * from[at];
      for (let e = offsets[i]; e < offsets[i + 1]; e++) left[place[e]] += times * rest[e];
    }
    waiting.length = 0;
  }

  /** Adds the answer to the scores of all films, in their unit. @param scores length itemCount. */
  addTo(scores: Float64Array): void {
    const { items } = this.table;
    this.settle();
    if (!this.isKnown) this.ask();
    const { said } = this;
    for (let j = 0; j < items.length; j++) scores[items[j]] += said[j];
  }

  /** Works out the answer, four rows abreast: their sums do not wait for one another. Whole numbers: the order is free. */
  private ask(): void {
    const { rank, to, unit } = this.table;
    const { rest, said } = this;
    const scaled = this.sums.map((sum, k) => sum * unit[k]);
    const last = said.length - (said.length % 4);
    for (let j = 0; j < last; j += 4) {
      let [a, b, c, d] = [rest[j], rest[j + 1], rest[j + 2], rest[j + 3]];
      for (let k = 0, at = j * rank; k < rank; k++, at++) {
        const by = scaled[k];
        a += by * to[at];
        b += by * to[at + rank];
        c += by * to[at + 2 * rank];
        d += by * to[at + 3 * rank];
      }
      said[j] = a;
      said[j + 1] = b;
      said[j + 2] = c;
      said[j + 3] = d;
    }
    for (let j = last; j < said.length; j++) {
      said[j] = rest[j];
      for (let k = 0; k < rank; k++) said[j] += scaled[k] * to[j * rank + k];
    }
    this.isKnown = true;
  }

  /** The sums by which equal states are told; length rank. */
  get state(): Float64Array {
    this.settle();
    return this.sums;
  }
}
