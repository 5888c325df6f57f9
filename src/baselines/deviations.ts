import { answerDeviation } from '../data/answer-lines';
import { type Scale, USER_LAMBDA } from '../data/deviation';
import type { ItemEffects } from '../data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../data/ratings';
import type { Feedback, History, Training } from './recommender';

/** What is taught, and how answers are read where these are. */
export type Teaching = Pick<Training, 'feedback' | 'answers'>;

/** What the shared parts are fitted in: others gave stars, also where a user is asked for clicks. */
export function scaleOf(feedback: Feedback): Scale {
  return feedback === 'likes' ? 'likes' : 'stars';
}

/** What is expected of each film before anything is known of the user: stars, or the chance of a like; length count. */
export function expectedOfFilms(effects: ItemEffects, feedback: Feedback): Float64Array {
  if (feedback === 'likes') return effects.likeRate;
  const expected = new Float64Array(effects.bias.length);
  for (let i = 0; i < expected.length; i++) expected[i] = effects.globalMean + effects.bias[i];
  return expected;
}

/** A user's deviations as they come, for systems that learn one rating at a time. */
export class RunningBias {
  private readonly expected: Float64Array;
  private readonly teaching: Teaching;
  private sum = 0;
  /** Ratings counted. */
  count = 0;

  /** @param expected from `expectedOfFilms` with the same feedback. */
  constructor(expected: Float64Array, teaching: Teaching) {
    this.expected = expected;
    this.teaching = teaching;
  }

  /** Counts a rating. @returns what it says beyond what is expected of its film. */
  add(item: number, halfStars: number): number {
    const deviation = deviationOfRating(this.teaching, halfStars, this.expected[item]);
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

/**
 * What a history says, in stars or likes; of answers, the stars that they stand for.
 * @param expected from `expectedOfFilms` with the same feedback.
 */
export function deviationsOf(history: History, expected: Float64Array, teaching: Teaching): Deviations {
  const { item, halfStars } = history;
  const residual = new Float64Array(item.length);
  let sum = 0;
  for (let r = 0; r < item.length; r++) {
    residual[r] = deviationOfRating(teaching, halfStars[r], expected[item[r]]);
    sum += residual[r];
  }
  const userBias = sum / (item.length + USER_LAMBDA);
  for (let r = 0; r < residual.length; r++) residual[r] -= userBias;
  return { userBias, residual };
}

/**
 * What one rating says beyond what is expected of its film: in stars or likes; of an answer, the stars that it stands for.
 * @param halfStars 1..10. @param expected of the film, from `expectedOfFilms` with the same feedback.
 */
export function deviationOfRating(
  { feedback, answers }: Teaching,
  halfStars: number,
  expected: number,
): number {
  if (feedback === 'stars') return halfStars / 2 - expected;
  if (feedback === 'likes') return Number(halfStars >= LIKE_HALF_STARS) - expected;
  if (!answers) throw new TypeError('Taught by clicks, deviations need the lines of the answers.');
  return answerDeviation(answers, halfStars, expected);
}

/** Residuals of all training ratings after mu, b_i and b_u, parallel to `ratings.item`; in stars, or likes. */
export function trainingResiduals(
  ratings: Ratings,
  effects: ItemEffects,
  scale: Scale = 'stars',
): Float32Array {
  const residuals = new Float32Array(ratings.count);
  const expected = expectedOfFilms(effects, scale);
  for (let user = 0; user < ratings.userCount; user++) {
    const start = ratings.offsets[user];
    residuals.set(deviationsOf(historyOf(ratings, user), expected, { feedback: scale }).residual, start);
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
