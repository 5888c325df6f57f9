import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FeatureRows,
  type GaussianPrior,
  type Group,
  posteriorWeights,
} from '../../src/lib/gaussian/gaussian-posterior';
import { fitPrior, startingPrior } from '../../src/lib/gaussian/gaussian-prior';
import { choleskyInPlace, solveFactored } from '../../src/lib/linear-algebra';
import { createRandom, type Random } from '../../src/lib/random';
import { items } from '../baselines/toy';

/** Films whose features are the given rows; zeros are left out. @param width more than a row holds adds unused ones. */
function rowsOf(rows: number[][], width = rows[0].length): FeatureRows {
  const cells = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  return {
    width,
    offsets: Uint32Array.from([0, ...cells.map((_, i) => cells.slice(0, i + 1).flat().length)]),
    column: Uint16Array.from(cells.flat(), ({ column }) => column),
    value: Float64Array.from(cells.flat(), ({ value }) => value),
  };
}

const FILMS = [
  [1, 0, 1],
  [1, 1, 0],
  [1, 0.5, 1],
  [1, 0, 0],
  [1, -2, 1],
];

/** People with known weights, who rate between one and five of the films. */
function peopleOf(random: Random, count: number, features: FeatureRows): Group[] {
  return Array.from({ length: count }, () => {
    const weights = [0.5 + random.normal(), 0.3 * random.normal(), -1];
    const rated = random.shuffle(items(0, 1, 2, 3, 4)).subarray(0, 1 + random.integer(5));
    const target = Float64Array.from(
      rated,
      (film) => FILMS[film].reduce((sum, x, a) => sum + x * weights[a], 0) + 0.4 * random.normal(),
    );
    return { features, item: rated, target };
  });
}

/** The logarithm of the chance of everyone's targets: N(X m, X S Xᵀ + s). Dense and slow. */
function logLikelihood(groups: readonly Group[], { mean, covariance, noise, width }: GaussianPrior): number {
  return groups.reduce((total, { item, target }) => {
    const n = item.length;
    const x = Array.from(item, (film) => FILMS[film]);
    const kernel = new Float64Array(n * n);
    const residual = target.map((y, r) => y - x[r].reduce((sum, value, a) => sum + value * mean[a], 0));
    for (let r = 0; r < n; r++) {
      for (let q = 0; q < n; q++) {
        x[r].forEach((left, a) => {
          x[q].forEach((right, b) => {
            kernel[r * n + q] += left * covariance[a * width + b] * right;
          });
        });
      }
      kernel[r * n + r] += noise;
    }
    choleskyInPlace(kernel, n);
    const solved = residual.slice();
    solveFactored(kernel, n, solved);
    const fit = residual.reduce((sum, value, r) => sum + value * solved[r], 0);
    const volume = residual.reduce((sum, _, r) => sum + 2 * Math.log(kernel[r * n + r]), 0);
    return total - (fit + volume + n * Math.log(2 * Math.PI)) / 2;
  }, 0);
}

describe('posteriorWeights', () => {
  it('gives the mean to someone who has rated nothing', () => {
    const prior = { ...startingPrior(Float64Array.of(1, 1, 1), 1), mean: Float64Array.of(2, -1, 0.5) };
    const group = { features: rowsOf(FILMS), item: items(), target: new Float64Array(0) };
    expect([...posteriorWeights(group, prior)]).toEqual([2, -1, 0.5]);
  });

  it.each([1, 9])('weighs one rating and a prior by their precisions, with %s features', (width) => {
    const prior = startingPrior(new Float64Array(width).fill(4), 2);
    prior.mean[0] = 1;
    const group = { features: rowsOf([[1]], width), item: items(0), target: Float64Array.of(7) };
    // (1 / 4 + 7 / 2) / (1 / 4 + 1 / 2)
    expect(posteriorWeights(group, prior)[0]).toBeCloseTo(5, 12);
  });

  it('solves by ratings and by features to the same weights', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = createRandom(seed);
        const [group] = peopleOf(random, 1, rowsOf(FILMS));
        // Seven features more, which no film has, make ratings the smaller number.
        const wide = { ...group, features: rowsOf(FILMS, 10) };
        const byFeatures = posteriorWeights(group, startingPrior(Float64Array.of(1, 2, 0.5), 0.3));
        const padded = startingPrior(Float64Array.of(1, 2, 0.5, 1, 1, 1, 1, 1, 1, 1), 0.3);
        const byRatings = posteriorWeights(wide, padded);
        byFeatures.forEach((weight, a) => {
          expect(byRatings[a]).toBeCloseTo(weight, 9);
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('fitPrior', () => {
  it('never makes what people said less likely, round by round', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const groups = peopleOf(createRandom(seed), 25, rowsOf(FILMS));
        const start = startingPrior(Float64Array.of(1, 1, 1), 1);
        const values = [0, 1, 2, 3, 4].map((rounds) =>
          logLikelihood(groups, fitPrior(groups, start, { strength: 0, rounds })),
        );
        for (let round = 1; round < values.length; round++) {
          expect(values[round]).toBeGreaterThanOrEqual(values[round - 1] - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('learns the same from people whose ratings are fewer than the features and from others', () => {
    const options = { strength: 3, rounds: 2 };
    const narrow = peopleOf(createRandom(8), 30, rowsOf(FILMS));
    const wide = peopleOf(createRandom(8), 30, rowsOf(FILMS, 7));
    const a = fitPrior(narrow, startingPrior(Float64Array.of(1, 2, 1), 0.5), options);
    const b = fitPrior(wide, startingPrior(Float64Array.of(1, 2, 1, 1, 1, 1, 1), 0.5), options);
    expect(b.noise).toBeCloseTo(a.noise, 9);
    for (let row = 0; row < 3; row++) {
      expect(b.mean[row]).toBeCloseTo(a.mean[row], 9);
      for (let column = 0; column < 3; column++) {
        expect(b.covariance[row * 7 + column]).toBeCloseTo(a.covariance[row * 3 + column], 9);
      }
    }
  });

  it('finds the mean, the spread and the noise that people were made with', () => {
    const groups = peopleOf(createRandom(5), 3000, rowsOf(FILMS));
    const prior = fitPrior(groups, startingPrior(Float64Array.of(1, 1, 1), 1), { strength: 1, rounds: 60 });
    expect(prior.mean[0]).toBeCloseTo(0.5, 1);
    expect(prior.mean[2]).toBeCloseTo(-1, 1);
    expect(Math.sqrt(prior.covariance[0])).toBeCloseTo(1, 1);
    expect(Math.sqrt(prior.covariance[4])).toBeCloseTo(0.3, 1);
    expect(Math.sqrt(prior.noise)).toBeCloseTo(0.4, 1);
  });

  it('stays at the start where nobody has rated anything', () => {
    const start = startingPrior(Float64Array.of(1, 2, 3), 0.5);
    const nobody = { features: rowsOf(FILMS), item: items(), target: new Float64Array(0) };
    const prior = fitPrior([nobody], start, { strength: 2, rounds: 3 });
    expect([...prior.covariance]).toEqual([...start.covariance]);
    expect(prior.noise).toBe(0.5);
  });
});
