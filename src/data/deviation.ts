import type { ItemEffects } from './item-effects';
import { LIKE_HALF_STARS } from './ratings';

/** What deviations are measured in: stars, or likes (>= 4 stars) against everything else. */
export type Scale = 'stars' | 'likes';

/**
 * What personal models are taught: the stars; only like and not (>= 4 stars); or what a person clicks, three answers (like,
 * so-so, dislike: `answerOf`).
 */
export type Feedback = Scale | 'clicks';

/** Ratings' worth of doubt in a user's own mean: user bias b_u = sum of n deviations / (n + USER_LAMBDA). */
export const USER_LAMBDA = 3;

/**
 * A rating minus what the public expects of its film: in stars r - mu - b_i, taught by likes 1 or 0 minus the like rate.
 * @param item index into the catalogue. @param halfStars 1..10.
 */
export function deviationOf(effects: ItemEffects, scale: Scale, item: number, halfStars: number): number {
  return scale === 'stars'
    ? halfStars / 2 - effects.globalMean - effects.bias[item]
    : Number(halfStars >= LIKE_HALF_STARS) - effects.likeRate[item];
}
