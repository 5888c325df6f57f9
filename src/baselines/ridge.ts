import { countBits } from '../lib/bits';
import { solveSymmetric } from '../lib/linear-algebra';
import { type ChosenOptions, optionsFor } from './chosen-options';
import { deviationsOf, expectedOfFilms } from './deviations';
import { gateFor, type HistoryGate } from './history-gate';
import type { Recommender } from './recommender';
import { type RetinaBits, retinaBits } from './retina-bits';

/** Penalty and trust. */
export interface RidgeOptions {
  /** Penalty on the squared weights, in ratings. */
  lambda: number;
  /**
   * Weights of b_u and w x_i by length of the history. Any two films share many bits, so that a few ratings speak for
   * every film: without the gate the model is worse than `bias` up to five ratings, ten in time order.
   */
  gates: readonly HistoryGate[];
}

/** Chosen on inner folds (docs/baselines.md); for clicks: npm run fit:rivals -- --feedback clicks --models ridge */
export const RIDGE_OPTIONS: ChosenOptions<RidgeOptions> = {
  stars: {
    lambda: 40,
    gates: [
      { ratings: 1, userBias: 0.77, votes: 0.32 },
      { ratings: 2, userBias: 0.87, votes: 0.29 },
      { ratings: 5, userBias: 0.57, votes: 0.82 },
      { ratings: 10, userBias: 0.69, votes: 1 },
      { ratings: 20, userBias: 0.84, votes: 1.12 },
      { ratings: 50, userBias: 0.99, votes: 1.07 },
      { ratings: 100, userBias: 1.02, votes: 1.03 },
    ],
  },
  clicks: {
    gates: [
      { ratings: 1, userBias: 0.76, votes: 0.27 },
      { ratings: 2, userBias: 0.85, votes: 0.23 },
      { ratings: 5, userBias: 0.65, votes: 0.85 },
      { ratings: 10, userBias: 0.82, votes: 1.08 },
      { ratings: 20, userBias: 0.99, votes: 1.13 },
      { ratings: 50, userBias: 1.18, votes: 1.12 },
      { ratings: 100, userBias: 1.22, votes: 1.08 },
    ],
  },
};

/**
 * One linear regression a user on the bits of the wnn's own retina, in closed form (Hoerl and Kennard 1970): the
 * weighted counterpart of the weightless model, with the same bits and the same biases.
 *
 *   mu + b_i + beta(n) b_u + gamma(n) w x_i,   w = argmin sum (residual - w x)^2 + lambda |w|^2
 */
export function createRidge(own: Partial<RidgeOptions> = {}): Recommender {
  return {
    name: 'ridge',
    fit(training) {
      const { catalogue, effects, feedback } = training;
      const { lambda, gates } = optionsFor(RIDGE_OPTIONS, feedback, own);
      const bits = retinaBits(catalogue);
      const expected = expectedOfFilms(effects, feedback);
      return {
        personalize(history) {
          const { userBias, residual } = deviationsOf(history, expected, training);
          const gate = gateFor(gates, history.item.length);
          const base = gate.userBias * userBias;
          const weights = fitRidge(bits, history.item, residual, lambda).map((weight) => gate.votes * weight);
          return {
            predict: (items) =>
              Float64Array.from(items, (item) => expected[item] + base + sumOfWeights(bits, weights, item)),
          };
        },
      };
    },
  };
}

/** With the defaults. */
export const ridge: Recommender = createRidge();

/**
 * Weights of the ridge regression of `target` on the bits of `items`; no intercept.
 * Solves with as many unknowns as there are bits, or, where ratings are fewer, with one a rating: w = Xᵀ (X Xᵀ + lambda)⁻¹ y.
 * @returns length bitCount.
 */
export function fitRidge(
  bits: RetinaBits,
  items: Uint32Array,
  target: Float64Array,
  lambda: number,
): Float64Array {
  return items.length < bits.bitCount
    ? fitDual(bits, items, target, lambda)
    : fitPrimal(bits, items, target, lambda);
}

function fitPrimal(
  { offsets, bit, bitCount }: RetinaBits,
  items: Uint32Array,
  target: Float64Array,
  lambda: number,
) {
  const gram = new Float64Array(bitCount * bitCount);
  const moment = new Float64Array(bitCount);
  for (let r = 0; r < items.length; r++) {
    const end = offsets[items[r] + 1];
    for (let a = offsets[items[r]]; a < end; a++) {
      moment[bit[a]] += target[r];
      // Bits ascend, so that only the lower triangle is written.
      for (let b = offsets[items[r]]; b <= a; b++) gram[bit[a] * bitCount + bit[b]]++;
    }
  }
  for (let a = 0; a < bitCount; a++) gram[a * bitCount + a] += lambda;
  return solveSymmetric(gram, bitCount, moment);
}

function fitDual(
  { retina, offsets, bit, bitCount }: RetinaBits,
  items: Uint32Array,
  target: Float64Array,
  lambda: number,
) {
  const n = items.length;
  const { words, wordsPerItem } = retina;
  const kernel = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let common = 0;
      for (let w = 0; w < wordsPerItem; w++) {
        common += countBits(words[items[a] * wordsPerItem + w] & words[items[b] * wordsPerItem + w]);
      }
      kernel[a * n + b] = common;
    }
    kernel[a * n + a] += lambda;
  }
  const shares = solveSymmetric(kernel, n, target.slice());
  const weights = new Float64Array(bitCount);
  for (let r = 0; r < n; r++) {
    for (let k = offsets[items[r]]; k < offsets[items[r] + 1]; k++) weights[bit[k]] += shares[r];
  }
  return weights;
}

function sumOfWeights({ offsets, bit }: RetinaBits, weights: Float64Array, item: number): number {
  let sum = 0;
  for (let k = offsets[item]; k < offsets[item + 1]; k++) sum += weights[bit[k]];
  return sum;
}
