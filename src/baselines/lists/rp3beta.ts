import { likesMatrix } from '../../data/rating-matrix';
import { transpose } from '../../lib/sparse-matrix';
import { likedItems } from '../deviations';
import { popularityScores } from '../popularity';
import type { Recommender } from '../recommender';
import { createListRecommender, weightsByAge } from './list-recommender';

/** How the walk is bent. */
export interface Rp3BetaOptions {
  /** Exponent of the chances of a step; 1 is the plain walk. */
  alpha: number;
  /** Exponent of the likes of the film arrived at, by which its score is divided. */
  beta: number;
  /** Likes after which an older like counts half; Infinity is as published. */
  halfLife: number;
}

/** Chosen for nDCG@10 in 16 trials: npx tsx scripts/fit/tune-rivals.ts --models rp3beta */
const RP3BETA_DEFAULTS: Rp3BetaOptions = { alpha: 0.4, beta: 0.55, halfLife: 25 };

/**
 * RP3beta (Paudel, Christoffel, Newell and Bernstein 2017, "Updatable, accurate, diverse, and scalable recommendations for
 * interactive applications"): three steps of a random walk from the user over liked films and the people who like them to
 * the films that those like, popular films held back.
 *
 *   score_j = sum_i w_i sum_u (1 / d_i)^alpha (1 / d_u)^alpha / d_j^beta,   u: who likes both i and j; d: numbers of likes
 *
 * w_i: the like's weight by age. No neighbours are cut off: at this size the whole walk is cheap.
 */
export function createRp3Beta(options: Partial<Rp3BetaOptions> = {}): Recommender {
  const { alpha, beta, halfLife } = { ...RP3BETA_DEFAULTS, ...options };
  return createListRecommender('rp3beta', ({ catalogue, ratings, effects }) => {
    const likes = likesMatrix(ratings, catalogue.count);
    const byItem = transpose(likes);
    const floor = popularityScores(effects);
    return (history) => {
      const liked = likedItems(history);
      const weights = weightsByAge(liked.length, halfLife);
      const arrived = new Float64Array(likes.rowCount);
      liked.forEach((item, r) => {
        const [from, to] = [byItem.offsets[item], byItem.offsets[item + 1]];
        const step = weights[r] / Math.max(1, to - from) ** alpha;
        for (let k = from; k < to; k++) arrived[byItem.column[k]] += step;
      });
      const scores = new Float64Array(catalogue.count);
      for (let u = 0; u < likes.rowCount; u++) {
        if (arrived[u] === 0) continue;
        const [from, to] = [likes.offsets[u], likes.offsets[u + 1]];
        const step = arrived[u] / (to - from) ** alpha;
        for (let k = from; k < to; k++) scores[likes.column[k]] += step;
      }
      for (let j = 0; j < scores.length; j++) {
        // Popularity decides only between films that the walk does not reach.
        scores[j] = scores[j] / Math.max(1, effects.likes[j]) ** beta + floor[j] * 1e-9;
      }
      return scores;
    };
  });
}

/** With the defaults. */
export const rp3Beta: Recommender = createRp3Beta();
