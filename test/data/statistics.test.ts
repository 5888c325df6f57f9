import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ratings } from '../../src/data/ratings';
import { itemStatistics } from '../../src/data/statistics';
import { arbitraryRatings } from '../fixtures/arbitrary-dataset';

/** Film 0: 4, 4, 5 and 1 star; film 1: 3.5 stars; film 2: unrated. User 0 gave the first two. */
const ratings: Ratings = {
  userCount: 3,
  count: 5,
  userId: Uint32Array.of(3, 5, 8),
  offsets: Uint32Array.of(0, 2, 4, 5),
  item: Uint32Array.of(0, 1, 0, 0, 0),
  halfStars: Uint8Array.of(8, 7, 8, 10, 2),
  timestamp: Uint32Array.of(1, 2, 3, 4, 5),
};

test('counts, sums, likes and entropies of a case worked out by hand', () => {
  const statistics = itemStatistics(ratings, 3);
  expect([...statistics.ratings]).toEqual([4, 1, 0]);
  expect([...statistics.halfStarSum]).toEqual([28, 7, 0]);
  expect([...statistics.likes]).toEqual([3, 0, 0]);
  // Shares 1/2, 1/4, 1/4: 1/2 * 1 + 2 * 1/4 * 2 bits.
  expect([...statistics.entropyBits]).toEqual([1.5, 0, 0]);
  expect(statistics.total).toBe(5);
  expect(statistics.meanHalfStars).toBe(7);
  expect(statistics.likeRate).toBe(0.6);
});

test('users who are not included leave no trace', () => {
  const statistics = itemStatistics(ratings, 3, (user) => user !== 1);
  expect([...statistics.ratings]).toEqual([2, 1, 0]);
  expect([...statistics.likes]).toEqual([1, 0, 0]);
  expect(statistics.meanHalfStars).toBeCloseTo(17 / 3, 12);
});

test('without ratings there is no mean and no like rate', () => {
  const statistics = itemStatistics(ratings, 3, () => false);
  expect(statistics.total).toBe(0);
  expect(statistics.meanHalfStars).toBeNaN();
  expect(statistics.likeRate).toBeNaN();
});

test('two groups of users add up to all of them, and entropy stays below that of ten equal levels', () => {
  fc.assert(
    fc.property(arbitraryRatings(6), fc.nat({ max: 5 }), (any, border) => {
      const all = itemStatistics(any, 6);
      const parts = [
        itemStatistics(any, 6, (user) => user < border),
        itemStatistics(any, 6, (user) => user >= border),
      ];
      for (let i = 0; i < 6; i++) {
        expect(parts[0].ratings[i] + parts[1].ratings[i]).toBe(all.ratings[i]);
        expect(parts[0].halfStarSum[i] + parts[1].halfStarSum[i]).toBe(all.halfStarSum[i]);
        expect(parts[0].likes[i] + parts[1].likes[i]).toBe(all.likes[i]);
        expect(all.entropyBits[i]).toBeLessThanOrEqual(Math.log2(10) + 1e-12);
        expect(all.entropyBits[i]).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
