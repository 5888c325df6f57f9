import { describe, expect, it } from 'vitest';
import { retinaBits } from '../../src/baselines/retina-bits';
import { createRidge, fitRidge } from '../../src/baselines/ridge';
import { createRandom } from '../../src/lib/random';
import { hasBit, retinaOf } from '../../src/wnn/network/retina';
import { makeCatalogue } from '../fixtures/small-world';
import { historyOf, items, plainTraining, ratingsOf } from './toy';

const catalogue = makeCatalogue(3, 400);
const retina = retinaOf(catalogue);
const bits = retinaBits(catalogue);

/** Ratings of the first n films, at random. */
function problem(n: number) {
  const random = createRandom(n);
  return {
    rated: Uint32Array.from({ length: n }, (_, i) => i),
    target: Float64Array.from({ length: n }, () => random.normal()),
  };
}

/** (XᵀX + lambda) w - Xᵀ y, which is 0 at the ridge solution, from the retina itself. */
function normalEquations(rated: Uint32Array, target: Float64Array, weights: Float64Array, lambda: number) {
  const gradient = weights.map((weight) => lambda * weight);
  rated.forEach((item, r) => {
    let error = -target[r];
    for (let b = 0; b < weights.length; b++) if (hasBit(retina, item, b)) error += weights[b];
    for (let b = 0; b < weights.length; b++) if (hasBit(retina, item, b)) gradient[b] += error;
  });
  return gradient;
}

describe('fitRidge', () => {
  it.each([1, 5, 60, 300])('solves the normal equations of %i ratings', (n) => {
    const { rated, target } = problem(n);
    const weights = fitRidge(bits, rated, target, 7);
    expect(weights.some((weight) => Math.abs(weight) > 1e-3)).toBe(true);
    for (const slope of normalEquations(rated, target, weights, 7))
      expect(Math.abs(slope)).toBeLessThan(1e-8);
  });

  it('covers both ways of solving', () => {
    expect(bits.bitCount).toBeGreaterThan(60);
    expect(bits.bitCount).toBeLessThan(300);
  });
});

describe('ridge', () => {
  const training = { ...plainTraining(ratingsOf([[0, 3]]), 400), catalogue };
  const gates = [{ ratings: 1, userBias: 0.5, votes: 2 }];

  it('adds the gated user bias and the weights of the bits of the film', () => {
    const history = historyOf([0, 5], [1, 4], [2, 1]);
    const [predicted] = createRidge({ lambda: 4, gates })
      .fit(training, [])
      .personalize(history, 1, 0)
      .predict(items(9));
    const userBias = 1 / 6;
    const weights = fitRidge(
      bits,
      items(0, 1, 2),
      Float64Array.from([2, 1, -2], (d) => d - userBias),
      4,
    );
    let expected = 3 + 0.5 * userBias;
    for (let b = 0; b < weights.length; b++) if (hasBit(retina, 9, b)) expected += 2 * weights[b];
    expect(predicted).toBeCloseTo(expected, 10);
  });
});
