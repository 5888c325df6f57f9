import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ease } from '../../src/baselines/ease';
import { likesMatrix } from '../../src/data/rating-matrix';
import { easeWeights, fitEase } from '../../src/lib/ease';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, items, plainTraining, ratingsOf } from './toy';

describe('ease', () => {
  // Gram matrix [[2, 1], [1, 2]]; plus 1 on the diagonal, P = [[3, -1], [-1, 3]] / 8, so B_01 = 1 / 3.
  const likes = likesMatrix(
    ratingsOf(
      [
        [0, 5],
        [1, 4],
      ],
      [[0, 4]],
      [[1, 5]],
    ),
    3,
  );

  it.each(['users', 'items'] as const)('gives the weights worked out by hand, by %s', (by) => {
    const scores = fitEase(likes, 1, by)(items(0));
    expect(scores[0]).toBeCloseTo(0, 12);
    expect(scores[1]).toBeCloseTo(1 / 3, 12);
    expect(scores[2]).toBe(0);
  });

  it.each(['users', 'items'] as const)('has no word on, or from, a film that nobody likes, by %s', (by) => {
    expect([...fitEase(likes, 1, by)(items(2))]).toEqual([0, 0, 0]);
  });

  it('gives the same scores by users and by items', () => {
    const seeds = fc.record({ seed: fc.nat(), lambda: fc.double({ min: 0.5, max: 300, noNaN: true }) });
    fc.assert(
      fc.property(seeds, ({ seed, lambda }) => {
        const { catalogue, ratings } = makeDataset(seed, 30, 25);
        const matrix = likesMatrix(ratings, catalogue.count);
        const liked = items(0, 3, 4, 20);
        const [byUsers, byItems] = (['users', 'items'] as const).map((by) =>
          fitEase(matrix, lambda, by)(liked),
        );
        for (let i = 0; i < byUsers.length; i++) expect(byUsers[i]).toBeCloseTo(byItems[i], 9);
      }),
      { numRuns: 30 },
    );
  });

  it('gives all weights at once as it gives them film by film, with more rows than films and with fewer', () => {
    for (const [users, films] of [
      [30, 12],
      [12, 30],
    ]) {
      const { catalogue, ratings } = makeDataset(users, users, films);
      const matrix = likesMatrix(ratings, catalogue.count);
      const weights = easeWeights(matrix, 5);
      const score = fitEase(matrix, 5);
      for (let i = 0; i < catalogue.count; i++) {
        const row = score(items(i));
        for (let j = 0; j < catalogue.count; j++) {
          expect(weights[i * catalogue.count + j]).toBeCloseTo(i === j ? 0 : row[j], 5);
        }
      }
    }
  });

  it('falls back to popularity for someone who likes nothing yet', () => {
    const ratings = ratingsOf([[2, 5]], [[2, 4]], [[0, 4]]);
    const scores =
      ease
        .fit(plainTraining(ratings, 3), [])
        .personalize(historyOf([1, 2]), 1, 0)
        .rank?.() ?? [];
    expect([0, 1, 2].sort((a, b) => scores[b] - scores[a])).toEqual([2, 0, 1]);
  });
});
