import type { Ratings } from '../../data/ratings';
import { centreOfMost, LEVELS } from './one-star-window';

/** Spread of ratings around the expected one, in stars, and what the user's own habits add to it. */
const SPREAD_STARS = 0.85;
const HABIT_WEIGHT = 0.25;

/** 2 where all ratings are whole stars, else 1: the levels of the thermometer that a rating can take. */
export function levelStep(ratings: Ratings): number {
  return ratings.halfStars.some((half) => half % 2 === 1) ? 1 : 2;
}

/** Turns expected ratings of one user into the predictions that most probably lie within one star. */
export interface WindowReadout {
  /** Counts a rating of the user, 0..10; -1 takes it back. */
  count(halfStars: number, sign?: 1 | -1): void;
  read(expected: Float64Array): Float64Array;
}

/** @param step from `levelStep`. */
export function createWindowReadout(step: number): WindowReadout {
  const habits = new Uint32Array(LEVELS);
  let total = 0;
  return {
    count(halfStars, sign = 1) {
      habits[halfStars] += sign;
      total += sign;
    },
    read: (expected) => expected.map((stars) => mostWithinOneStar(stars, habits, total, step)),
  };
}

/**
 * The number of ones within one star of which a rating most probably lies, as stars. The chance of each level is a
 * normal distribution around the expected rating, blended with how often this user gives that level.
 * @param habits the user's ratings by number of ones, 0..10; @param step from levelStep.
 */
function mostWithinOneStar(expected: number, habits: Uint32Array, total: number, step: number): number {
  const mass = new Float64Array(LEVELS);
  for (let ones = 0; ones < LEVELS; ones += step) {
    const above = normalShare((ones + step / 2) / 2 - expected);
    const below = normalShare((ones - step / 2) / 2 - expected);
    mass[ones] = above - below + (total > 0 ? (HABIT_WEIGHT * habits[ones]) / total : 0);
  }
  return centreOfMost(mass, step) / 2;
}

/** Share of the spread below a deviation in stars: the logistic approximation of the normal distribution function. */
function normalShare(deviation: number): number {
  return 1 / (1 + Math.exp((-1.702 * deviation) / SPREAD_STARS));
}
