import { userItemMatrix } from '../data/rating-matrix';
import { addObservation, solveSymmetric } from '../lib/linear-algebra';
import { createRandom, deriveSeed } from '../lib/random';
import { type SparseMatrix, transpose } from '../lib/sparse-matrix';
import { deviationsOf, expectedOfFilms, trainingResiduals } from './deviations';
import type { Recommender } from './recommender';

/** Size and penalty of the factorization. */
export interface MfOptions {
  factors: number;
  /** Penalty on the squared factors, in ratings. */
  lambda: number;
  /** Alternations; each solves for all users, then for all films. */
  iterations: number;
}

/** Chosen on inner folds (docs/baselines.md). */
export const MF_DEFAULTS: MfOptions = { factors: 16, lambda: 7, iterations: 10 };

/**
 * Biased matrix factorization by alternating least squares (Koren, Bell and Volinsky 2009; Zhou et al. 2008):
 *
 *   mu + b_i + b_u + p_u q_i,   minimizing sum (residual - p_u q_i)^2 + lambda (sum |p_u|^2 + sum |q_i|^2)
 *
 * A new user is folded in: the same least squares for p_u alone, the films' factors as they are.
 */
export function createMf(options: Partial<MfOptions> = {}): Recommender {
  const settings = { ...MF_DEFAULTS, ...options };
  return {
    name: 'mf',
    fit(training) {
      const { catalogue, ratings, effects, feedback, seed } = training;
      const residuals = trainingResiduals(ratings, effects);
      const { itemFactors } = factorize(userItemMatrix(ratings, catalogue.count, residuals), settings, seed);
      const expected = expectedOfFilms(effects, feedback);
      return {
        personalize(history) {
          const { userBias, residual } = deviationsOf(history, expected, training);
          const user = foldIn(itemFactors, settings, history.item, residual);
          return {
            predict: (items) =>
              Float64Array.from(
                items,
                (item) => expected[item] + userBias + product(user, itemFactors, item),
              ),
          };
        },
      };
    },
  };
}

/** With the defaults. */
export const mf: Recommender = createMf();

/** What a factorization gives. */
export interface Factors {
  /** Row-major, users by factors. */
  userFactors: Float64Array;
  /** Row-major, items by factors; 0 for items without ratings. */
  itemFactors: Float64Array;
}

/**
 * Alternating least squares (Zhou et al. 2008). `wnn/fit/collaborative-codes` alternates too, but draws each film toward a
 * prior and adds its penalty first: sharing the rounds would change the last digits of one of the two.
 * @param residuals users by items. @param seed of the items' starting values.
 */
export function factorize(residuals: SparseMatrix, settings: MfOptions, seed: number): Factors {
  const { factors, lambda, iterations } = settings;
  const byItem = transpose(residuals);
  const random = createRandom(deriveSeed(seed, 'mf'));
  const itemFactors = Float64Array.from({ length: byItem.rowCount * factors }, () => random.normal() * 0.1);
  const userFactors = new Float64Array(residuals.rowCount * factors);
  for (let iteration = 0; iteration < iterations; iteration++) {
    solveRows(residuals, itemFactors, userFactors, factors, lambda);
    solveRows(byItem, userFactors, itemFactors, factors, lambda);
  }
  return { userFactors, itemFactors };
}

/** The factors of a user with these residuals: p = (QᵀQ + lambda I)⁻¹ Qᵀ r; 0 for an empty history. Length `factors`. */
export function foldIn(
  itemFactors: Float64Array,
  { factors, lambda }: Pick<MfOptions, 'factors' | 'lambda'>,
  item: Uint32Array,
  residual: ArrayLike<number>,
): Float64Array {
  const gram = new Float64Array(factors * factors);
  const solution = new Float64Array(factors);
  solveRow(itemFactors, item, residual, 0, item.length, gram, solution, lambda);
  return solution;
}

function solveRows(
  rows: SparseMatrix,
  fixed: Float64Array,
  solved: Float64Array,
  factors: number,
  lambda: number,
) {
  const gram = new Float64Array(factors * factors);
  const solution = new Float64Array(factors);
  for (let row = 0; row < rows.rowCount; row++) {
    solveRow(
      fixed,
      rows.column,
      rows.value,
      rows.offsets[row],
      rows.offsets[row + 1],
      gram,
      solution,
      lambda,
    );
    solved.set(solution, row * factors);
  }
}

/** Ridge regression of value[start .. end] on the fixed factors of column[start .. end], into `solution`. */
function solveRow(
  fixed: Float64Array,
  column: Uint32Array,
  value: ArrayLike<number>,
  start: number,
  end: number,
  gram: Float64Array,
  solution: Float64Array,
  lambda: number,
): void {
  const factors = solution.length;
  solution.fill(0);
  if (start === end) return;
  gram.fill(0);
  for (let k = start; k < end; k++) addObservation(gram, solution, fixed, column[k] * factors, value[k]);
  for (let a = 0; a < factors; a++) gram[a * factors + a] += lambda;
  solveSymmetric(gram, factors, solution);
}

function product(user: Float64Array, itemFactors: Float64Array, item: number): number {
  let sum = 0;
  for (let f = 0; f < user.length; f++) sum += user[f] * itemFactors[item * user.length + f];
  return sum;
}
