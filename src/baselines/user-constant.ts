import { LIKE_HALF_STARS } from '../data/ratings';
import type { History, Recommender } from './recommender';

/** What the constant is best by, on the user's own training part. */
export interface UserConstantOptions {
  metric: 'within1Star' | 'rmse' | 'mae' | 'likeAccuracy';
  /** True where the truth is 2 * trunc(stars), as in the protocol `paper`; else it is 2 * stars. */
  truncated: boolean;
}

/** Ones of the thermometer to which ties go. */
const TIE_ONES = 8;
/** From here on a number of ones says "like": halfway between the last half stars that are none and the first that are. */
const LIKE_THRESHOLD_ONES = LIKE_HALF_STARS - 0.5;

/** The constant that does best on the user's training part by the reported metric (docs/evaluate.md). */
export function createUserConstant(options: UserConstantOptions): Recommender {
  return {
    name: 'user-constant',
    fit({ feedback }) {
      return {
        personalize(history) {
          const value =
            feedback === 'likes'
              ? Number(bestOnes(history, { metric: 'likeAccuracy', truncated: false }) >= LIKE_THRESHOLD_ONES)
              : bestConstant(history, options);
          return { predict: (items) => new Float64Array(items.length).fill(value) };
        },
      };
    },
  };
}

/**
 * The best constant, in stars, 0..5: by `rmse` the mean, by all others a multiple of half a star, and among equals the
 * one nearest to four stars. Four stars for an empty history.
 */
export function bestConstant(history: History, options: UserConstantOptions): number {
  const { halfStars } = history;
  if (options.metric !== 'rmse' || halfStars.length === 0) return bestOnes(history, options) / 2;
  let sum = 0;
  for (const half of halfStars) sum += trueOnes(half, options.truncated);
  return sum / halfStars.length / 2;
}

function bestOnes(history: History, { metric, truncated }: UserConstantOptions): number {
  let best = TIE_ONES;
  let bestLoss = Number.POSITIVE_INFINITY;
  for (let ones = 0; ones <= 10; ones++) {
    let loss = 0;
    for (const half of history.halfStars) {
      const truth = trueOnes(half, truncated);
      if (metric === 'within1Star') loss += Number(Math.abs(ones - truth) > 2);
      else if (metric === 'rmse') loss += (ones - truth) ** 2;
      else if (metric === 'mae') loss += Math.abs(ones - truth);
      else loss += Number(ones >= LIKE_THRESHOLD_ONES !== truth >= LIKE_HALF_STARS);
    }
    // Upwards from 0: an equal loss wins by lying nearer to eight ones, or as near and above (9 over 7).
    const nearer = Math.abs(ones - TIE_ONES) <= Math.abs(best - TIE_ONES);
    if (loss < bestLoss || (loss === bestLoss && nearer)) {
      best = ones;
      bestLoss = loss;
    }
  }
  return best;
}

function trueOnes(halfStars: number, truncated: boolean): number {
  return truncated ? 2 * Math.floor(halfStars / 2) : halfStars;
}
