import { likesMatrix } from '../data/rating-matrix';
import { invertPositiveDefinite } from '../lib/invert-positive-definite';
import { type SparseMatrix, transpose } from '../lib/sparse-matrix';
import { expectedOfFilms, likedItems } from './deviations';
import { popularityScores } from './popularity';
import type { Recommender } from './recommender';

/** The one penalty of EASE. */
export interface EaseOptions {
  /** Penalty on the squared weights, in likes. */
  lambda: number;
}

/** Chosen on inner folds (docs/baselines.md). */
export const EASE_DEFAULTS: EaseOptions = { lambda: 100 };

/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): item-to-item weights B with a diagonal of 0
 * that best rebuild the likes X of the training users, in closed form. With P = (XᵀX + lambda I)⁻¹ the score of film j for
 * a user who likes x is (x B)_j = x_j - (x P)_j / P_jj.
 *
 * Where users are fewer than films, P is never formed: by Woodbury's identity P = (I - Xᵀ K X) / lambda with
 * K = (X Xᵀ + lambda I)⁻¹, as exact, with an inverse of users by users.
 *
 * Predicts no stars of its own: mu + b_i, or the like rate.
 */
export function createEase(options: Partial<EaseOptions> = {}): Recommender {
  const { lambda } = { ...EASE_DEFAULTS, ...options };
  return {
    name: 'ease',
    fit({ catalogue, ratings, effects, feedback }) {
      const expected = expectedOfFilms(effects, feedback);
      const score = fitEase(likesMatrix(ratings, catalogue.count), lambda);
      const floor = popularityScores(effects);
      return {
        personalize: (history) => ({
          predict: (items) => Float64Array.from(items, (item) => expected[item]),
          rank() {
            const scores = score(likedItems(history));
            // Popularity decides only between films that EASE has nothing to say on.
            for (let i = 0; i < scores.length; i++) scores[i] += floor[i] * 1e-9;
            return scores;
          },
        }),
      };
    },
  };
}

/** With the defaults. */
export const ease: Recommender = createEase();

/**
 * Scores x B of all films for a user who likes `liked`, length count.
 * @param weight x of each of them; 1 by default.
 */
export type EaseScorer = (liked: Uint32Array, weight?: Float64Array) => Float64Array;

/**
 * @param likes users by films, ones.
 * @param by which inverse to take; the smaller one by default. Both give the same scores.
 */
export function fitEase(likes: SparseMatrix, lambda: number, by?: 'users' | 'items'): EaseScorer {
  const byItem = transpose(likes);
  const items = Uint32Array.from(byItem.offsets.keys())
    .subarray(0, byItem.rowCount)
    .filter((i) => byItem.offsets[i + 1] > byItem.offsets[i]);
  const smaller = likes.rowCount < items.length ? 'users' : 'items';
  return (by ?? smaller) === 'users'
    ? fitByUsers(likes, byItem, lambda)
    : fitByItems(likes, byItem, items, lambda);
}

/** Adds lambda I and the number of common columns of each two rows, row-major; `place` maps rows to the result's. */
function regularizedGram(
  rows: SparseMatrix,
  columns: SparseMatrix,
  lambda: number,
  chosen: Uint32Array,
): Float64Array {
  const n = chosen.length;
  const place = new Int32Array(rows.rowCount).fill(-1);
  chosen.forEach((row, p) => {
    place[row] = p;
  });
  const gram = new Float64Array(n * n);
  for (let p = 0; p < n; p++) {
    gram[p * n + p] = lambda;
    for (let k = rows.offsets[chosen[p]]; k < rows.offsets[chosen[p] + 1]; k++) {
      const c = rows.column[k];
      for (let m = columns.offsets[c]; m < columns.offsets[c + 1]; m++)
        gram[p * n + place[columns.column[m]]]++;
    }
  }
  return gram;
}

function fitByUsers(likes: SparseMatrix, byItem: SparseMatrix, lambda: number): EaseScorer {
  const n = likes.rowCount;
  const kernel = regularizedGram(
    likes,
    byItem,
    lambda,
    Uint32Array.from({ length: n }, (_, u) => u),
  );
  invertPositiveDefinite(kernel, n);
  // 1 - x_jᵀ K x_j, that is lambda P_jj.
  const diagonal = new Float64Array(byItem.rowCount).fill(1);
  for (let j = 0; j < byItem.rowCount; j++) {
    for (let a = byItem.offsets[j]; a < byItem.offsets[j + 1]; a++) {
      const row = byItem.column[a] * n;
      for (let b = byItem.offsets[j]; b < byItem.offsets[j + 1]; b++)
        diagonal[j] -= kernel[row + byItem.column[b]];
    }
  }
  return (liked, weight) => {
    const common = new Float64Array(n);
    liked.forEach((item, r) => {
      const own = weight ? weight[r] : 1;
      for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) common[byItem.column[k]] += own;
    });
    const spread = new Float64Array(n);
    for (let v = 0; v < n; v++) {
      if (common[v] === 0) continue;
      for (let u = 0; u < n; u++) spread[u] += common[v] * kernel[v * n + u];
    }
    // lambda x P = x - (X x)ᵀ K X, from which x - x P / diag(P) follows.
    const scores = new Float64Array(byItem.rowCount);
    for (let u = 0; u < n; u++) {
      for (let k = likes.offsets[u]; k < likes.offsets[u + 1]; k++) scores[likes.column[k]] += spread[u];
    }
    for (let j = 0; j < scores.length; j++) scores[j] /= diagonal[j];
    liked.forEach((item, r) => {
      scores[item] += (weight ? weight[r] : 1) * (1 - 1 / diagonal[item]);
    });
    return scores;
  };
}

function fitByItems(
  likes: SparseMatrix,
  byItem: SparseMatrix,
  items: Uint32Array,
  lambda: number,
): EaseScorer {
  const n = items.length;
  const inverse = regularizedGram(byItem, likes, lambda, items);
  invertPositiveDefinite(inverse, n);
  const place = new Int32Array(byItem.rowCount).fill(-1);
  items.forEach((item, p) => {
    place[item] = p;
  });
  return (liked, weight) => {
    const product = new Float64Array(n);
    const own = new Float64Array(n);
    liked.forEach((item, r) => {
      const p = place[item];
      // A film that no training user likes has no weights.
      if (p < 0) return;
      own[p] = weight ? weight[r] : 1;
      for (let q = 0; q < n; q++) product[q] += own[p] * inverse[p * n + q];
    });
    const scores = new Float64Array(byItem.rowCount);
    for (let q = 0; q < n; q++) scores[items[q]] = own[q] - product[q] / inverse[q * n + q];
    return scores;
  };
}
