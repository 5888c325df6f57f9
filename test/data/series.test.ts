import { expect, test } from 'vitest';
import { foldSeries } from '../../src/data/series';

const collection = Uint16Array.of(0, 1, 1, 0, 2, 1, 2, 0);

test('foldSeries: shows the best of each series and folds later ones behind it', () => {
  expect(foldSeries({ collection }, [2, 0, 5, 4, 1, 3])).toEqual([
    { item: 2, folded: [5, 1] },
    { item: 0, folded: [] },
    { item: 4, folded: [] },
    { item: 3, folded: [] },
  ]);
});

test('foldSeries: folds behind shown rows only when the list is full', () => {
  expect(foldSeries({ collection }, [2, 0, 4, 5, 6, 3], 2)).toEqual([
    { item: 2, folded: [5] },
    { item: 0, folded: [] },
  ]);
});
