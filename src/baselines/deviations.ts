import { USER_LAMBDA } from '../data/deviation';
import type { ItemEffects } from '../data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../data/ratings';
import type { Feedback, History } from './recommender';

/** What is expected of each film before anything is known of the user: stars, or the chance of a like; length count. */
export function expectedOfFilms(effects: ItemEffects, feedback: Feedback): Float64Array {
  if (feedback === 'likes') return effects.likeRate;
  const expected = new Float64Array(effects.bias.length);
  for (let i = 0; i < expected.length; i++) expected[i] = effects.globalMean + effects.bias[i];
  return expected;
}

/** What a rating teaches: stars, or 1 for a like and 0 for none. @param halfStars 0..10. */
export function taughtBy(halfStars: number, feedback: Feedback): number {
  return feedback === 'likes' ? Number(halfStars >= LIKE_HALF_STARS) : halfStars / 2;
}

/** A user's deviations as they come, for systems that learn one rating at a time. */
export class RunningBias {
  private readonly expected: Float64Array;
  private readonly feedback: Feedback;
  private sum = 0;
  /** Ratings counted. */
  count = 0;

  /** @param expected from `expectedOfFilms` with the same feedback. */
  constructor(expected: Float64Array, feedback: Feedback) {
    this.expected = expected;
    this.feedback = feedback;
  }

  /** Counts a rating. @returns what it says beyond what is expected of its film. */
  add(item: number, halfStars: number): number {
    const deviation = taughtBy(halfStars, this.feedback) - this.expected[item];
    this.sum += deviation;
    this.count++;
    return deviation;
  }

  /** b_u, as of `deviationsOf`. */
  get userBias(): number {
    return this.sum / (this.count + USER_LAMBDA);
  }
}

/** What one user's history says beyond what is expected of its films, user bias taken out. */
export interface Deviations {
  /** b_u, in stars or as a share of likes. */
  userBias: number;
  /** Per rating of the history: stars (or 1 for a like, 0 for none) minus expectation minus b_u. */
  residual: Float64Array;
}

/** @param expected from `expectedOfFilms` with the same feedback. */
export function deviationsOf(history: History, expected: Float64Array, feedback: Feedback): Deviations {
  const { item, halfStars } = history;
  const residual = new Float64Array(item.length);
  let sum = 0;
  for (let r = 0; r < item.length; r++) {
    residual[r] = taughtBy(halfStars[r], feedback) - expected[item[r]];
    sum += residual[r];
  }
  const userBias = sum / (item.length + USER_LAMBDA);
  for (let r = 0; r < residual.length; r++) residual[r] -= userBias;
  return { userBias, residual };
}

/** Residuals of all training ratings after mu, b_i and b_u, parallel to `ratings.item`; in stars unless asked otherwise. */
export function trainingResiduals(
  ratings: Ratings,
  effects: ItemEffects,
  feedback: Feedback = 'stars',
): Float32Array {
  const residuals = new Float32Array(ratings.count);
  const expected = expectedOfFilms(effects, feedback);
  for (let user = 0; user < ratings.userCount; user++) {
    const start = ratings.offsets[user];
    residuals.set(deviationsOf(historyOf(ratings, user), expected, feedback).residual, start);
  }
  return residuals;
}

/** All ratings of one user, as views without copying. */
export function historyOf(ratings: Ratings, user: number): History {
  const start = ratings.offsets[user];
  const end = ratings.offsets[user + 1];
  return {
    item: ratings.item.subarray(start, end),
    halfStars: ratings.halfStars.subarray(start, end),
    timestamp: ratings.timestamp.subarray(start, end),
  };
}

/** Items of the history that are liked (>= 4 stars). */
export function likedItems(history: History): Uint32Array {
  return history.item.filter((_, r) => history.halfStars[r] >= LIKE_HALF_STARS);
}
