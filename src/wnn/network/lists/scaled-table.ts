import type { ItemTable } from './item-table';

/** An item table in whole numbers of one unit, ready to be asked. */
export interface ScaledTable {
  items: Uint32Array;
  /** Place in `items` plus one, or 0; length itemCount. */
  placeOf: Uint16Array;
  rank: number;
  from: Int8Array;
  to: Int8Array;
  /** Whole numbers; length rank. */
  unit: Float64Array;
  offsets: Uint32Array;
  place: Uint16Array;
  /** Whole numbers, beside `place`. */
  rest: Float64Array;
}

/** @param unitsOfOne how many units a weight of 1 is worth to a film that is asked with once. */
export function scaleTable(table: ItemTable, itemCount: number, unitsOfOne: number): ScaledTable {
  const { items, rank, from, to, offsets, place } = table;
  const placeOf = new Uint16Array(itemCount);
  items.forEach((item, p) => {
    placeOf[item] = p + 1;
  });
  return {
    ...{ items, placeOf, rank, from, to, offsets, place },
    unit: table.unit.map((unit) => Math.round(unit * unitsOfOne)),
    rest: Float64Array.from(table.rest, (v) => Math.round(v * Math.abs(v) * table.restUnit * unitsOfOne)),
  };
}

/** What one film says of another when asked with once, in units; 0 where either has no row. */
export function entryOf(table: ScaledTable, item: number, film: number): number {
  const i = table.placeOf[item] - 1;
  const j = table.placeOf[film] - 1;
  if (i < 0 || j < 0) return 0;
  let sum = 0;
  for (let k = 0; k < table.rank; k++) {
    sum += table.unit[k] * table.from[i * table.rank + k] * table.to[j * table.rank + k];
  }
  for (let e = table.offsets[i]; e < table.offsets[i + 1]; e++) {
    if (table.place[e] === j) sum += table.rest[e];
  }
  return sum;
}
