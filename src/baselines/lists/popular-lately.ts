import { LIKE_HALF_STARS } from '../../data/ratings';
import { popularityScores } from '../popularity';
import type { Recommender } from '../recommender';
import { createListRecommender } from './list-recommender';

/** How far from the user's last click a like counts how much. */
export interface PopularLatelyOptions {
  /** Years from the user's last click at which a like counts half. */
  halfLife: number;
  /** What a like counts however long ago. */
  ever: number;
}

/** Chosen for nDCG@10 in 16 trials: npx tsx scripts/fit/tune-rivals.ts --models popular-lately */
const POPULAR_LATELY_DEFAULTS: PopularLatelyOptions = { halfLife: 1, ever: 0 };

const SECONDS_A_YEAR = 365.25 * 86_400;

/**
 * What most people liked around the time of the user's last click, before or after it, whatever the user likes: the part of
 * a result in time that is owed to the calendar alone.
 *
 *   score_j = sum over likes of film j by training users of (ever + .5^(|t - t_last| / halfLife))
 *
 * Without a click it is `popularity`.
 */
export function createPopularLately(options: Partial<PopularLatelyOptions> = {}): Recommender {
  const { halfLife, ever } = { ...POPULAR_LATELY_DEFAULTS, ...options };
  return createListRecommender('popular-lately', ({ catalogue, ratings, effects }) => {
    const floor = popularityScores(effects);
    return ({ timestamp }) => {
      if (timestamp.length === 0) return floor.slice();
      const last = timestamp[timestamp.length - 1];
      const scores = new Float64Array(catalogue.count);
      for (let r = 0; r < ratings.count; r++) {
        if (ratings.halfStars[r] < LIKE_HALF_STARS) continue;
        const years = Math.abs(ratings.timestamp[r] - last) / SECONDS_A_YEAR;
        scores[ratings.item[r]] += ever + 0.5 ** (years / halfLife);
      }
      // Popularity decides only between equals.
      for (let j = 0; j < scores.length; j++) scores[j] += floor[j] * 1e-9;
      return scores;
    };
  });
}

/** With the defaults. */
export const popularLately: Recommender = createPopularLately();
