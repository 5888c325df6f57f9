import { likesMatrix } from '../../data/rating-matrix';
import { leadingEigenpairs } from '../../lib/eigen';
import { createRandom, deriveSeed, type Random } from '../../lib/random';
import { type SparseMatrix, transpose } from '../../lib/sparse-matrix';
import { likedItems } from '../deviations';
import { popularityScores } from '../popularity';
import type { Recommender } from '../recommender';
import { createListRecommender, weightsByAge } from './list-recommender';

/** The two filters, and how older likes count. */
export interface GfCfOptions {
  /** Weight of the ideal low-pass filter beside the linear one. */
  alpha: number;
  /** Frequencies that the ideal filter lets pass. */
  components: number;
  /** Likes after which an older like counts half; Infinity is as published. */
  halfLife: number;
}

/** Chosen for nDCG@10 in 16 trials: npx tsx scripts/fit/tune-rivals.ts --models gf-cf */
const GF_CF_DEFAULTS: GfCfOptions = { alpha: 0.1, components: 48, halfLife: 50 };

/** Multiplications of the subspace iteration; more change no list. */
const ITERATIONS = 6;

/**
 * GF-CF (Shen et al. 2021, "How powerful is graph convolution for recommendation?", arXiv 2108.07567): the closed form that
 * graph convolution without parameters (LightGCN) comes down to, a linear and an ideal low-pass filter of a user's likes r.
 *
 *   score = r Rnᵀ Rn + alpha r D_I^-1/2 V Vᵀ D_I^1/2,   Rn = D_U^-1/2 R D_I^-1/2
 *
 * D: numbers of likes of users and of films; V: the leading right singular vectors of Rn. A new user needs no training.
 */
export function createGfCf(options: Partial<GfCfOptions> = {}): Recommender {
  const { alpha, components, halfLife } = { ...GF_CF_DEFAULTS, ...options };
  return createListRecommender('gf-cf', ({ catalogue, ratings, effects, seed }) => {
    const likes = likesMatrix(ratings, catalogue.count);
    const root = Float64Array.from(effects.likes, (count) => Math.sqrt(Math.max(1, count)));
    const normal = normalized(likes, root);
    const byItem = transpose(normal);
    const { vectors, count } = rightSingularVectors(
      normal,
      components,
      createRandom(deriveSeed(seed, 'gf-cf')),
    );
    const floor = popularityScores(effects);
    return (history) => {
      const liked = likedItems(history);
      const weights = weightsByAge(liked.length, halfLife);
      const users = new Float64Array(normal.rowCount);
      const passed = new Float64Array(count);
      liked.forEach((item, r) => {
        for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) {
          users[byItem.column[k]] += weights[r] * byItem.value[k];
        }
        const own = weights[r] / root[item];
        for (let c = 0; c < count; c++) passed[c] += own * vectors[item * count + c];
      });
      const scores = new Float64Array(catalogue.count);
      for (let u = 0; u < normal.rowCount; u++) {
        for (let k = normal.offsets[u]; k < normal.offsets[u + 1]; k++) {
          scores[normal.column[k]] += users[u] * normal.value[k];
        }
      }
      for (let j = 0; j < scores.length; j++) {
        let sum = 0;
        for (let c = 0; c < count; c++) sum += passed[c] * vectors[j * count + c];
        // Popularity decides only between films that nothing is known of.
        scores[j] += alpha * sum * root[j] + floor[j] * 1e-9;
      }
      return scores;
    };
  });
}

/** With the defaults. */
export const gfCf: Recommender = createGfCf();

/** Rn: each like divided by the roots of the user's and of the film's number of likes. */
function normalized(likes: SparseMatrix, root: Float64Array): SparseMatrix {
  const value = new Float32Array(likes.column.length);
  for (let u = 0; u < likes.rowCount; u++) {
    const [from, to] = [likes.offsets[u], likes.offsets[u + 1]];
    for (let k = from; k < to; k++) value[k] = 1 / (Math.sqrt(to - from) * root[likes.column[k]]);
  }
  return { ...likes, value };
}

/**
 * The leading right singular vectors of a sparse matrix, by the eigenvectors U of Rn Rnᵀ: V = Rnᵀ U / sigma.
 * @returns row-major, columns of the matrix x count; fewer than asked for where the matrix has a smaller rank.
 */
export function rightSingularVectors(matrix: SparseMatrix, components: number, random: Random) {
  const { rowCount, columnCount, offsets, column, value } = matrix;
  const middle = new Float64Array(columnCount * (components + 8));
  const apply = (block: Float64Array, width: number, out: Float64Array) => {
    middle.fill(0);
    for (let u = 0; u < rowCount; u++) {
      for (let k = offsets[u]; k < offsets[u + 1]; k++) {
        for (let c = 0; c < width; c++) middle[column[k] * width + c] += value[k] * block[u * width + c];
      }
    }
    out.fill(0);
    for (let u = 0; u < rowCount; u++) {
      for (let k = offsets[u]; k < offsets[u + 1]; k++) {
        for (let c = 0; c < width; c++) out[u * width + c] += value[k] * middle[column[k] * width + c];
      }
    }
  };
  const wanted = Math.min(components, rowCount);
  const { values, vectors: left } = leadingEigenpairs(apply, rowCount, wanted, ITERATIONS, random);
  const count = values.filter((square) => square > 1e-9).length;
  const vectors = new Float64Array(columnCount * count);
  for (let u = 0; u < rowCount; u++) {
    for (let k = offsets[u]; k < offsets[u + 1]; k++) {
      for (let c = 0; c < count; c++) {
        vectors[column[k] * count + c] += (value[k] * left[u * wanted + c]) / Math.sqrt(values[c]);
      }
    }
  }
  return { vectors, count };
}
