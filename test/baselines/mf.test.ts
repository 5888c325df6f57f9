import { Matrix, Model } from 'libmf';
import { describe, expect, it } from 'vitest';
import { trainingResiduals } from '../../src/baselines/deviations';
import { createMf, factorize, foldIn, MF_OPTIONS } from '../../src/baselines/mf';
import { fitItemEffects } from '../../src/data/item-effects';
import { userItemMatrix } from '../../src/data/rating-matrix';
import { createRandom } from '../../src/lib/random';
import { transpose } from '../../src/lib/sparse-matrix';
import { bundledDataset } from '../fixtures/bundled';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, ratingsOf } from './toy';

describe('factorize', () => {
  const { catalogue, ratings } = makeDataset(5, 60, 80);
  const residuals = trainingResiduals(ratings, fitItemEffects(catalogue, ratings));
  const matrix = userItemMatrix(ratings, catalogue.count, residuals);
  const settings = { factors: 3, lambda: 2, iterations: 8 };

  /** The loss that alternating least squares lowers at each step. */
  function loss(iterations: number): number {
    const { userFactors, itemFactors } = factorize(matrix, { ...settings, iterations }, 1);
    let sum = 0;
    for (const factor of [...userFactors, ...itemFactors]) sum += settings.lambda * factor * factor;
    for (let u = 0; u < ratings.userCount; u++) {
      for (let r = ratings.offsets[u]; r < ratings.offsets[u + 1]; r++) {
        let error = residuals[r];
        for (let f = 0; f < 3; f++) error -= userFactors[u * 3 + f] * itemFactors[ratings.item[r] * 3 + f];
        sum += error * error;
      }
    }
    return sum;
  }

  it('lowers the regularized loss with each alternation, below that of no factors at all', () => {
    const losses = [1, 2, 4, 8].map(loss);
    for (let k = 1; k < losses.length; k++) expect(losses[k]).toBeLessThanOrEqual(losses[k - 1] + 1e-9);
    expect(losses[3]).toBeLessThan(residuals.reduce((sum, residual) => sum + residual * residual, 0));
  });

  it('leaves films and users without ratings at 0', () => {
    const ratings = ratingsOf([[0, 5]], [], [[0, 1]]);
    const sparse = userItemMatrix(ratings, 3, Float32Array.from([1, -1]));
    const { userFactors, itemFactors } = factorize(sparse, { factors: 2, lambda: 0.1, iterations: 3 }, 1);
    expect([...userFactors.subarray(2, 4)]).toEqual([0, 0]);
    expect([...itemFactors.subarray(2)]).toEqual([0, 0, 0, 0]);
    expect(transpose(sparse).rowCount).toBe(3);
  });
});

describe('foldIn', () => {
  it('finds about the factors that training found for the same ratings', () => {
    const { catalogue, ratings } = bundledDataset();
    const residuals = trainingResiduals(ratings, fitItemEffects(catalogue, ratings));
    const { userFactors, itemFactors } = factorize(
      userItemMatrix(ratings, catalogue.count, residuals),
      MF_OPTIONS.stars,
      1,
    );
    let difference = 0;
    let size = 0;
    for (let user = 0; user < ratings.userCount; user += 10) {
      const [start, end] = [ratings.offsets[user], ratings.offsets[user + 1]];
      const folded = foldIn(
        itemFactors,
        MF_OPTIONS.stars,
        ratings.item.subarray(start, end),
        residuals.subarray(start, end),
      );
      folded.forEach((factor, f) => {
        const trained = userFactors[user * MF_OPTIONS.stars.factors + f];
        difference += (factor - trained) ** 2;
        size += trained ** 2;
      });
    }
    expect(Math.sqrt(difference / size)).toBeLessThan(0.1);
  });

  it('is 0 for an empty history', () => {
    expect([
      ...foldIn(new Float64Array(8).fill(1), { factors: 2, lambda: 1 }, new Uint32Array(0), []),
    ]).toEqual([0, 0]);
  });
});

describe('mf', () => {
  const { catalogue, ratings } = bundledDataset();
  const random = createRandom(7);
  const learned: [number, number][][] = [];
  const tested: [number, number][][] = [];
  for (let user = 0; user < ratings.userCount; user++) {
    learned.push([]);
    tested.push([]);
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
      const part = random.next() < 0.8 ? learned : tested;
      part[user].push([ratings.item[r], ratings.halfStars[r] / 2]);
    }
  }

  it.each([8, 16])('is at least as accurate as libmf with %i factors on the same split', (factors) => {
    const training = ratingsOf(...learned);
    const effects = fitItemEffects(catalogue, training);
    const fitted = createMf({ factors }).fit(
      { catalogue, ratings: training, effects, feedback: 'stars', join: 'corrected', seed: 1 },
      [],
    );
    let squares = 0;
    let count = 0;
    learned.forEach((history, user) => {
      const test = historyOf(...tested[user]);
      const predicted = fitted.personalize(historyOf(...history), 1, user).predict(test.item);
      predicted.forEach((stars, r) => {
        squares += (stars - test.halfStars[r] / 2) ** 2;
        count++;
      });
    });
    expect(Math.sqrt(squares / count)).toBeLessThanOrEqual(bestOfLibmf(factors));
  });

  /** libmf at the best of several penalties, chosen on the test part itself: a bar no lower than any honest one. */
  function bestOfLibmf(factors: number): number {
    const matrixOf = (parts: [number, number][][]) => {
      const matrix = new Matrix();
      parts.forEach((part, user) => {
        for (const [item, stars] of part) matrix.push(user, item, stars);
      });
      return matrix;
    };
    const train = matrixOf(learned);
    const test = matrixOf(tested);
    const errors = [0.05, 0.1, 0.15, 0.2].map((lambda) => {
      const model = new Model({
        factors,
        iterations: 30,
        threads: 1,
        lambdaP2: lambda,
        lambdaQ2: lambda,
        quiet: true,
      });
      model.fit(train);
      const error = model.rmse(test);
      model.destroy();
      return error;
    });
    return Math.min(...errors);
  }
});
