import type { ScaledTable } from '../network/lists/scaled-table';

/**
 * What a person's films say through a table: the sum of the rows of the films asked with, each so many times. Whole numbers
 * throughout, so that adding and taking away commute and are exact.
 */
export class TableQuery {
  private readonly table: ScaledTable;
  /** Sum of the rows of the product's first factor; length rank. */
  private readonly sums: Float64Array;
  /** What is left over, by place. */
  private readonly rest: Float64Array;

  constructor(table: ScaledTable) {
    this.table = table;
    this.sums = new Float64Array(table.rank);
    this.rest = new Float64Array(table.items.length);
  }

  /** Asks with a film `times` more often; below 0 takes it back. Films without a row say nothing. */
  add(item: number, times: number): void {
    const { placeOf, rank, from, offsets, place, rest } = this.table;
    const i = placeOf[item] - 1;
    if (i < 0 || times === 0) return;
    for (let k = 0, at = i * rank; k < rank; k++, at++) this.sums[k] += times * from[at];
    for (let e = offsets[i]; e < offsets[i + 1]; e++) this.rest[place[e]] += times * rest[e];
  }

  /** Adds the answer to the scores of all films, in their unit. @param scores length itemCount. */
  addTo(scores: Float64Array): void {
    const { items, rank, to, unit } = this.table;
    const scaled = this.sums.map((sum, k) => sum * unit[k]);
    const even = rank & ~1;
    for (let j = 0, at = 0; j < items.length; j++) {
      // Two sums instead of one: the processor need not wait for the addition before. Whole numbers: the order is free.
      let sum = this.rest[j];
      let other = 0;
      for (let k = 0; k < even; k += 2, at += 2) {
        sum += scaled[k] * to[at];
        other += scaled[k + 1] * to[at + 1];
      }
      if (even < rank) sum += scaled[even] * to[at++];
      scores[items[j]] += sum + other;
    }
  }

  /** The sums by which equal states are told; length rank. */
  get state(): Float64Array {
    return this.sums;
  }
}
