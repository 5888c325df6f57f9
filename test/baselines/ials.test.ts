import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIals, factorizeLikes, type IalsOptions } from '../../src/baselines/lists/ials';
import { likesMatrix } from '../../src/data/rating-matrix';
import { solveSymmetric } from '../../src/lib/linear-algebra';
import type { SparseMatrix } from '../../src/lib/sparse-matrix';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, plainTraining, ratingsOf } from './toy';

const OPTIONS: IalsOptions = {
  ...{ factors: 3, unobserved: 0.2, lambda: 0.05, frequency: 1, epochs: 10 },
  halfLife: Number.POSITIVE_INFINITY,
};

/** The loss with these films and the users that suit them best, term by term. */
function leastLoss(likes: SparseMatrix, films: Float64Array): number {
  const { factors: d, unobserved, lambda } = OPTIONS;
  const filmCount = likes.columnCount;
  const popularity = new Float64Array(filmCount);
  for (const film of likes.column) popularity[film]++;
  let loss = 0;
  for (let i = 0; i < filmCount; i++) {
    const norm = films.subarray(i * d, (i + 1) * d).reduce((sum, value) => sum + value * value, 0);
    loss += lambda * (popularity[i] + unobserved * likes.rowCount) * norm;
  }
  for (let u = 0; u < likes.rowCount; u++) {
    const liked = new Set(likes.column.subarray(likes.offsets[u], likes.offsets[u + 1]));
    const penalty = lambda * (liked.size + unobserved * filmCount);
    const gram = new Float64Array(d * d);
    const user = new Float64Array(d);
    for (let i = 0; i < filmCount; i++) {
      for (let a = 0; a < d; a++) {
        if (liked.has(i)) user[a] += films[i * d + a];
        for (let b = 0; b < d; b++) {
          gram[a * d + b] += (unobserved + Number(liked.has(i))) * films[i * d + a] * films[i * d + b];
        }
      }
    }
    for (let a = 0; a < d; a++) gram[a * d + a] += penalty;
    solveSymmetric(gram, d, user);
    loss += penalty * user.reduce((sum, value) => sum + value * value, 0);
    for (let i = 0; i < filmCount; i++) {
      const score = user.reduce((sum, value, a) => sum + value * films[i * d + a], 0);
      loss += unobserved * score * score + (liked.has(i) ? (1 - score) ** 2 : 0);
    }
  }
  return loss;
}

describe('ials', () => {
  it('folds a user in as worked out by hand', () => {
    // One film, one factor h: (h² + a h² + l (1 + a)) v = h, and the film scores v h.
    const options = { ...OPTIONS, factors: 1 };
    const ratings = ratingsOf([[0, 5]], [[0, 4]]);
    const [h] = Float32Array.from(factorizeLikes(likesMatrix(ratings, 1), options, 1));
    const scores = createIals(options)
      .fit(plainTraining(ratings, 1), [])
      .personalize(historyOf([0, 5]), 1, 0)
      .rank?.();
    expect(Math.abs(h)).toBeGreaterThan(0.1);
    expect(scores?.[0]).toBeCloseTo((h * h) / (1.2 * h * h + 0.05 * 1.2), 7);
  });

  it('comes nearer to what is minimized with every epoch', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { catalogue, ratings } = makeDataset(seed, 12, 10);
        const likes = likesMatrix(ratings, catalogue.count);
        const losses = [1, 2, 3, 5, 9].map((epochs) =>
          leastLoss(likes, factorizeLikes(likes, { ...OPTIONS, epochs }, seed)),
        );
        for (let k = 1; k < losses.length; k++) expect(losses[k]).toBeLessThanOrEqual(losses[k - 1] + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('puts what the like-minded like above what the others like', () => {
    const ratings = ratingsOf(
      ...[0, 1, 2].map((): [number, number][] => [
        [0, 5],
        [1, 5],
      ]),
      ...[0, 1, 2].map((): [number, number][] => [
        [2, 5],
        [3, 5],
      ]),
    );
    const fitted = createIals({ ...OPTIONS, lambda: 0.01 }).fit(plainTraining(ratings, 4), []);
    const scores = fitted.personalize(historyOf([0, 5]), 1, 0).rank?.() ?? [];
    expect(scores[1]).toBeGreaterThan(scores[3] + 0.1);
  });
});
