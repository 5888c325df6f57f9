import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSeries } from '../../src/data/series';

const FILMS = 30;
const collections = fc
  .array(fc.nat(6), { minLength: FILMS, maxLength: FILMS })
  .map((values) => Uint16Array.from(values));
const rankings = fc.shuffledSubarray(Array.from({ length: FILMS }, (_, item) => item));

test('series: are folded behind their first film, films without one stand by themselves', () => {
  const collection = Uint16Array.from([0, 3, 3, 0, 5, 3, 5]);
  expect(foldSeries(collection, [5, 0, 2, 4, 3, 1])).toEqual([
    { item: 5, folded: [2, 1] },
    { item: 0, folded: [] },
    { item: 4, folded: [] },
    { item: 3, folded: [] },
  ]);
  expect(foldSeries(collection, [])).toEqual([]);
});

test('series: have one row each that holds all their films in order, whatever the ranking', () => {
  fc.assert(
    fc.property(collections, rankings, (collection, ranked) => {
      const rows = foldSeries(collection, ranked);
      const series = rows.map(({ item }) => collection[item]).filter((id) => id !== 0);
      expect(new Set(series).size).toBe(series.length);
      for (const { item, folded } of rows) {
        const own = ranked.filter((film) => collection[film] === collection[item]);
        expect([item, ...folded]).toEqual(collection[item] === 0 ? [item] : own);
      }
      const heads = rows.map(({ item }) => item);
      expect(heads).toEqual(ranked.filter((item) => heads.includes(item)));
      expect(rows.flatMap(({ item, folded }) => [item, ...folded]).sort()).toEqual([...ranked].sort());
    }),
  );
});
