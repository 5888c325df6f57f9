import { userItemMatrix } from '../data/rating-matrix';
import { addObservation, solveSymmetric } from '../lib/linear-algebra';
import { createRandom, deriveSeed } from '../lib/random';
import { type SparseMatrix, transpose } from '../lib/sparse-matrix';
import { type ChosenOptions, optionsFor } from './chosen-options';
import { deviationsOf, expectedOfFilms, trainingResiduals } from './deviations';
import { gateFor, type HistoryGate, UNGATED } from './history-gate';
import type { Recommender } from './recommender';

/** Size and penalty of the factorization. */
export interface MfOptions {
  factors: number;
  /** Penalty on the squared factors, in ratings. */
  lambda: number;
  /** Alternations; each solves for all users, then for all films. */
  iterations: number;
  /** Weights of b_u and of p_u q_i by length of the history. */
  gates: readonly HistoryGate[];
}

/** Chosen on inner folds (docs/baselines.md); for clicks: npm run fit:rivals -- --feedback clicks --models mf */
export const MF_OPTIONS: ChosenOptions<MfOptions> = {
  stars: { factors: 16, lambda: 7, iterations: 10, gates: UNGATED },
  clicks: {
    lambda: 8.5,
    iterations: 14,
    gates: [
      { ratings: 1, userBias: 1.03, votes: 1.38 },
      { ratings: 2, userBias: 1.01, votes: 2.29 },
      { ratings: 5, userBias: 0.98, votes: 2.84 },
      { ratings: 10, userBias: 1.06, votes: 2.21 },
      { ratings: 20, userBias: 1.12, votes: 1.88 },
      { ratings: 50, userBias: 1.23, votes: 1.75 },
      { ratings: 100, userBias: 1.26, votes: 1.69 },
    ],
  },
};

/**
 * Biased matrix factorization by alternating least squares (Koren, Bell and Volinsky 2009; Zhou et al. 2008):
 *
 *   mu + b_i + b_u + p_u q_i,   minimizing sum (residual - p_u q_i)^2 + lambda (sum |p_u|^2 + sum |q_i|^2)
 *
 * Taught by clicks, b_u and p_u q_i are weighed by the number of ratings.
 * A new user is folded in: the same least squares for p_u alone, the films' factors as they are.
 */
export function createMf(own: Partial<MfOptions> = {}): Recommender {
  return {
    name: 'mf',
    fit(training) {
      const { catalogue, ratings, effects, feedback, seed } = training;
      const settings = optionsFor(MF_OPTIONS, feedback, own);
      const residuals = trainingResiduals(ratings, effects);
      const { itemFactors } = factorize(userItemMatrix(ratings, catalogue.count, residuals), settings, seed);
      const expected = expectedOfFilms(effects, feedback);
      return {
        personalize(history) {
          const { userBias, residual } = deviationsOf(history, expected, training);
          const user = foldIn(itemFactors, settings, history.item, residual);
          const gate = gateFor(settings.gates, history.item.length);
          const base = gate.userBias * userBias;
          return {
            predict: (items) =>
              Float64Array.from(
                items,
                (item) => expected[item] + base + gate.votes * product(user, itemFactors, item),
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
export function factorize(
  residuals: SparseMatrix,
  settings: Omit<MfOptions, 'gates'>,
  seed: number,
): Factors {
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
