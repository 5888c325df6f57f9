import { describe, expect, it } from 'vitest';
import { likesMatrix } from '../../../src/data/rating-matrix';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../../src/lib/bytes';
import { fitEase } from '../../../src/lib/ease';
import { createRandom } from '../../../src/lib/random';
import { fitItemTable, TABLES } from '../../../src/wnn/fit/item-table';
import { type ItemTable, readItemTable, writeItemTable } from '../../../src/wnn/network/lists/item-table';
import { entryOf, scaleTable } from '../../../src/wnn/network/lists/scaled-table';
import { TableQuery } from '../../../src/wnn/personal/table-query';
import { makeDataset } from '../../fixtures/small-world';

const { catalogue, ratings } = makeDataset(7, 60, 40);
const likes = likesMatrix(ratings, catalogue.count);
const options = { ...TABLES.likes, lambda: 4, leastRows: 1, rank: 12, rest: 30 };
const UNITS = 2 ** 20;

function fitted(own: Partial<typeof options> = {}): ItemTable {
  return fitItemTable(likes, { ...options, ...own }, createRandom(1));
}

function encoded(table: ItemTable): Uint8Array {
  const writer = new ByteWriter();
  writeItemTable(writer, table);
  return writer.finish();
}

describe('an item table', () => {
  it('comes near the weights of EASE, the nearer the more it keeps', () => {
    const score = fitEase(likes, options.lambda);
    const errorOf = (table: ItemTable) => {
      const scaled = scaleTable(table, catalogue.count, UNITS);
      let squares = 0;
      for (const i of table.items) {
        const row = score(Uint32Array.of(i));
        for (const j of table.items) if (i !== j) squares += (row[j] - entryOf(scaled, i, j) / UNITS) ** 2;
      }
      return squares;
    };
    const all = errorOf(fitted());
    const some = errorOf(fitted({ rank: 4, rest: 8 }));
    const nothing = errorOf({ ...fitted(), unit: new Float64Array(12), restUnit: 0 });
    expect(all).toBeLessThan(some);
    expect(some).toBeLessThan(0.5 * nothing);
    expect(all).toBeLessThan(0.02 * nothing);
  });

  it('answers a query as the sum of its entries, in whole numbers, and takes every film back', () => {
    const scaled = scaleTable(fitted(), catalogue.count, UNITS);
    const query = new TableQuery(scaled);
    const asked = new Map([
      [0, 3],
      [5, 1],
      [12, 4],
    ]);
    for (const [item, times] of asked) query.add(item, times);
    const scores = new Float64Array(catalogue.count);
    query.addTo(scores);
    for (let film = 0; film < catalogue.count; film++) {
      const sum = [...asked].reduce((total, [item, times]) => total + times * entryOf(scaled, item, film), 0);
      expect(scores[film]).toBe(sum);
      expect(Number.isInteger(sum)).toBe(true);
    }
    for (const [item, times] of asked) query.add(item, -times);
    const empty = new Float64Array(catalogue.count);
    query.addTo(empty);
    expect(empty.every((value) => value === 0)).toBe(true);
  });

  it('is the same when fitted again, and comes back the same from its bytes', () => {
    expect(fitted()).toEqual(fitted());
    expect(readItemTable(new ByteReader(encoded(fitted())), catalogue.count)).toEqual(fitted());
  });

  it('is refused when cut short or of another catalogue', () => {
    const bytes = encoded(fitted());
    expect(() => readItemTable(new ByteReader(bytes.subarray(0, -4)), catalogue.count)).toThrow(
      DamagedBytesError,
    );
    expect(() => readItemTable(new ByteReader(bytes), 20)).toThrow(DamagedBytesError);
  });
});
