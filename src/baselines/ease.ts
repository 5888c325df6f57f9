import { likesMatrix } from '../data/rating-matrix';
import { fitEase } from '../lib/ease';
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
