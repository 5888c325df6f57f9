import { answerOf } from '../../data/opinion';
import { likesMatrix, userItemMatrix } from '../../data/rating-matrix';
import { fitEase } from '../../lib/ease';
import { type ChosenOptions, optionsFor } from '../chosen-options';
import { likedItems } from '../deviations';
import { popularityScores } from '../popularity';
import type { Recommender } from '../recommender';
import { createListRecommender, weightsByAge } from './list-recommender';

/** How older likes, watching and popularity count beside EASE's own penalty. */
export interface EaseRecentOptions {
  /** Penalty on the squared weights between likes, in likes. */
  lambda: number;
  /** Likes after which an older like counts half. */
  halfLife: number;
  /** Weight of what the films watched say, liked or not; 0 leaves them out. */
  watched: number;
  /** Of that, how a film counts that was found so-so, and one that was disliked; a liked one counts 1. */
  soSo: number;
  disliked: number;
  /** Their penalty, and the number of films after which an older one counts half. */
  watchedLambda: number;
  watchedHalfLife: number;
  /** Added times log(1 + likes of the film). */
  prior: number;
  /** Exponent of 1 + likes of the film, by which its score is divided before the prior. */
  likesExponent: number;
}

/** Chosen for nDCG@10 in 16 trials each: npm run fit:rivals -- --models ease-recent, and with --feedback clicks */
export const EASE_RECENT_OPTIONS: ChosenOptions<EaseRecentOptions> = {
  stars: {
    lambda: 100,
    halfLife: 50,
    watched: 0.5,
    soSo: 1,
    disliked: 1,
    watchedLambda: 150,
    watchedHalfLife: 10,
    prior: 0.01,
    likesExponent: 0.2,
  },
  clicks: { watched: 0.8, soSo: 0.5, disliked: 0.25, watchedHalfLife: 8, likesExponent: 0.25 },
};

/**
 * EASE (Steck 2019) that minds the order of clicks: each like i speaks for the other films through its row of B, the
 * weaker the longer ago it was,
 *
 *   score_j = (sum_i .5^(a_i / h) B_ij + w sum_k .5^(a_k / h') B'_kj) / (1 + likes_j)^g + p log(1 + likes_j)
 *
 * a: likes (or films watched) since; w by what was said of the film; B on likes and B' on everything that anyone watched, each as in `ease`. A user's part
 * is one weighted sum of rows: it can be updated click by click.
 */
export function createEaseRecent(
  name: string,
  own: Partial<EaseRecentOptions> = {},
  chosen: ChosenOptions<EaseRecentOptions> = EASE_RECENT_OPTIONS,
): Recommender {
  return createListRecommender(name, ({ catalogue, ratings, effects, feedback }) => {
    const settings = optionsFor(chosen, feedback, own);
    const { lambda, halfLife, watched, watchedLambda, watchedHalfLife, prior, likesExponent } = settings;
    const says = { like: 1, 'so-so': settings.soSo, dislike: settings.disliked };
    const byLikes = fitEase(likesMatrix(ratings, catalogue.count), lambda);
    const ones = new Float32Array(ratings.count).fill(1);
    const byWatched =
      watched > 0 ? fitEase(userItemMatrix(ratings, catalogue.count, ones), watchedLambda) : null;
    const floor = popularityScores(effects);
    const divisor = Float64Array.from(effects.likes, (likes) => (1 + likes) ** likesExponent);
    // Popularity decides where nothing else does.
    const start = Float64Array.from(effects.likes, (likes, i) => prior * Math.log1p(likes) + floor[i] * 1e-9);
    return (history) => {
      const liked = likedItems(history);
      const scores = byLikes(liked, weightsByAge(liked.length, halfLife));
      if (byWatched) {
        const weights = weightsByAge(history.item.length, watchedHalfLife);
        const more = byWatched(
          history.item,
          weights.map((weight, r) => weight * says[answerOf(history.halfStars[r])]),
        );
        for (let j = 0; j < scores.length; j++) scores[j] += watched * more[j];
      }
      for (let j = 0; j < scores.length; j++) scores[j] = scores[j] / divisor[j] + start[j];
      return scores;
    };
  });
}

/** With the defaults. */
export const easeRecent: Recommender = createEaseRecent('ease-recent');

/** Of the same trials, among those that keep 97 % of the best nDCG@10, the one that is best in tailNdcg10. */
const EASE_RECENT_TAIL: ChosenOptions<EaseRecentOptions> = {
  stars: { ...EASE_RECENT_OPTIONS.stars, prior: 0 },
  clicks: { ...EASE_RECENT_OPTIONS.clicks, prior: 0 },
};

/** With the settings for less famous films. */
export const easeRecentTail: Recommender = createEaseRecent('ease-recent-tail', {}, EASE_RECENT_TAIL);
