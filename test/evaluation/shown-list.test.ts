import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSeries } from '../../src/data/series';
import { ndcg10 } from '../../src/evaluation/metrics';
import { ndcgOfRows, shownList } from '../../src/evaluation/shown-list';

const films = 30;
const collections = fc.uint8Array({ minLength: films, maxLength: films, max: 4 });
const some = fc.uniqueArray(fc.nat(films - 1), { minLength: 1, maxLength: 20 });

describe('a list with folded rows', () => {
  it('is worth what a plain list is worth where no film has a series', () => {
    fc.assert(
      fc.property(some, some, (list, liked) => {
        const collection = new Uint16Array(films);
        const relevant = new Set(liked);
        const rows = foldSeries({ collection }, list, 10);
        expect(ndcgOfRows({ collection }, rows, relevant)).toBeCloseTo(ndcg10(list, relevant), 12);
      }),
    );
  });

  it('is worth at most 1, and 1 where all that is relevant is listed first', () => {
    fc.assert(
      fc.property(collections, some, some, (series, list, liked) => {
        const collection = Uint16Array.from(series);
        const relevant = new Set(liked);
        const gain = (item: number) => 1 / (1 + item);
        const value = ndcgOfRows({ collection }, foldSeries({ collection }, list, 10), relevant, gain);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('counts a folded hit at the place of its row', () => {
    const collection = Uint16Array.of(1, 0, 1, 0);
    const rows = foldSeries({ collection }, [1, 0, 2, 3]);
    expect(ndcgOfRows({ collection }, rows, new Set([2]))).toBeCloseTo(1 / Math.log2(3), 12);
  });

  it('shows ten rows of what may appear', () => {
    const collection = Uint16Array.from({ length: 60 }, (_, item) => (item < 9 ? 1 + (item % 3) : 0));
    const scores = Float64Array.from({ length: 60 }, (_, item) => -item);
    const rows = shownList({ collection }, scores, (item) => item === 0);
    expect(rows.length).toBe(10);
    expect(rows[0]).toEqual({ item: 1, folded: [4, 7] });
    const series = rows.map(({ item }) => collection[item]).filter((one) => one > 0);
    expect(new Set(series).size).toBe(series.length);
  });
});
