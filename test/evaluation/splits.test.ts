import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyAt, ratingOrder, splitHistory, trainCount } from '../../src/evaluation/splits';
import { type RatingRow, randomRows, ratingsOf } from './small-data';

const sameSecond: RatingRow[] = Array.from({ length: 40 }, (_, item) => ({
  user: 1,
  item,
  stars: 3,
  time: 7,
}));

test.each([
  [0, 0],
  [1, 0],
  [2, 1],
  [5, 4],
  [10, 8],
  [24, 19],
  [25, 20],
])('trainCount: of %i ratings learns %i', (n, learned) => expect(trainCount(n)).toBe(learned));

describe('ratingOrder', () => {
  test('holds every rating once when it is random and when it goes by time', () => {
    const ratings = ratingsOf(randomRows(3, 50, 30));
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('random' as const, 'chronological' as const), (seed, split) => {
        const order = ratingOrder(ratings, 1, split, seed);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, r) => 30 + r));
      }),
    );
  });

  test('never goes back in time when it goes by time', () => {
    const ratings = ratingsOf(randomRows(1, 50, 30));
    const times = [...ratingOrder(ratings, 0, 'chronological', 5)].map((r) => ratings.timestamp[r]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('breaks ties by the seed, not by the order of the catalogue, when times are equal', () => {
    const ratings = ratingsOf(sameSecond);
    const orders = [1, 2].map((seed) => [...ratingOrder(ratings, 0, 'chronological', seed)]);
    const ascending = Array.from({ length: 40 }, (_, r) => r);
    expect(orders[0]).not.toEqual(ascending);
    expect(orders[1]).not.toEqual(ascending);
    expect(orders[0]).not.toEqual(orders[1]);
  });

  test('gives a user the same order when other users are left out', () => {
    const rows = randomRows(4, 50, 30);
    const all = ratingsOf(rows);
    const alone = ratingsOf(rows.filter(({ user }) => user === all.userId[2]));
    for (const split of ['random', 'chronological'] as const) {
      const inAll = [...ratingOrder(all, 2, split, 9)].map((r) => r - all.offsets[2]);
      expect([...ratingOrder(alone, 0, split, 9)]).toEqual(inAll);
    }
  });
});

test('splitHistory: keeps the order when it cuts a history in two', () => {
  const ratings = ratingsOf(sameSecond);
  const order = ratingOrder(ratings, 0, 'random', 3);
  const { train, test: tested } = splitHistory(historyAt(ratings, order));
  expect([...train.item, ...tested.item]).toEqual([...order].map((r) => ratings.item[r]));
  expect(train.item.length).toBe(32);
});
