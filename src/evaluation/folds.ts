import type { Ratings } from '../data/ratings';
import { createRandom, deriveSeed } from '../lib/random';
import { EvaluationError } from './types';

/** Users with fewer ratings are neither tested nor learned from. */
const LEAST_RATINGS = 20;

/** Number of ratings of a user. */
function ratingCount(ratings: Ratings, user: number): number {
  return ratings.offsets[user + 1] - ratings.offsets[user];
}

/** Users who take part in folds, ascending. */
export function eligibleUsers(ratings: Ratings): number[] {
  const users: number[] = [];
  for (let u = 0; u < ratings.userCount; u++) if (ratingCount(ratings, u) >= LEAST_RATINGS) users.push(u);
  return users;
}

/**
 * Deals users into folds of equal size (give or take one), at random by the seed.
 * @returns the users of each fold, ascending.
 * @throws EvaluationError where there are fewer users than folds.
 */
export function dealFolds(users: readonly number[], folds: number, seed: number): number[][] {
  if (users.length < folds) {
    throw new EvaluationError(
      `${folds} folds need at least ${folds} users with ${LEAST_RATINGS} ratings or more; there are ${users.length}.`,
    );
  }
  const dealt = createRandom(deriveSeed(seed, 'folds')).shuffle([...users]);
  return Array.from({ length: folds }, (_, fold) =>
    dealt.filter((_user, place) => place % folds === fold).sort((a, b) => a - b),
  );
}
