import type { History } from '../baselines/recommender';
import { answerOf, type SeenAnswer } from '../data/opinion';
import type { Ratings } from '../data/ratings';
import { hashIntegers } from '../lib/hash';
import { createRandom, deriveSeed } from '../lib/random';
import type { Subject } from './protocol';
import type { EvaluationOptions, Split } from './types';

/** Share of a user's ratings that is learned; the first floor(.8 n) of the order. */
const TRAIN_TENTHS = 8;

/** Number of ratings that are learned out of n. */
export function trainCount(n: number): number {
  return Math.floor((TRAIN_TENTHS * n) / 10);
}

/**
 * A user's ratings in the order in which they are learned, as positions in `ratings`.
 * At random: a shuffle seeded for this user. In time: by timestamp, ties by a seeded hash, never by movie id.
 */
export function ratingOrder(ratings: Ratings, user: number, split: Split, seed: number): Uint32Array {
  const start = ratings.offsets[user];
  const order = Uint32Array.from({ length: ratings.offsets[user + 1] - start }, (_, r) => start + r);
  if (split === 'random') {
    return createRandom(deriveSeed(seed, 'split', ratings.userId[user])).shuffle(order);
  }
  const tieSeed = deriveSeed(seed, 'ties', ratings.userId[user]);
  const tie = (r: number) => hashIntegers(tieSeed, ratings.item[r]);
  return order.sort((a, b) => ratings.timestamp[a] - ratings.timestamp[b] || tie(a) - tie(b) || a - b);
}

/** The ratings at these positions, as a history. */
export function historyAt(ratings: Ratings, positions: Uint32Array): History {
  return {
    item: Uint32Array.from(positions, (r) => ratings.item[r]),
    halfStars: Uint8Array.from(positions, (r) => ratings.halfStars[r]),
    timestamp: Uint32Array.from(positions, (r) => ratings.timestamp[r]),
  };
}

/** Ratings from..to of a history, as views. */
export function sliceHistory(history: History, from: number, to: number): History {
  return {
    item: history.item.subarray(from, to),
    halfStars: history.halfStars.subarray(from, to),
    timestamp: history.timestamp.subarray(from, to),
  };
}

/** One number for each answer, in the middle of the stars that it stands for. */
const HALF_STARS_OF_ANSWER: Record<SeenAnswer, number> = { like: 9, 'so-so': 6, dislike: 3 };

/** A history with nothing left of its stars but the answers like, so-so and dislike. */
export function answersOf(history: History): History {
  return { ...history, halfStars: history.halfStars.map((half) => HALF_STARS_OF_ANSWER[answerOf(half)]) };
}

/** The parts of a user with what of the first the model is taught. */
export function taughtParts(
  { train, test }: { train: History; test: History },
  { feedback }: Pick<EvaluationOptions, 'feedback'>,
): Pick<Subject, 'train' | 'test' | 'past'> {
  return { train: feedback === 'clicks' ? answersOf(train) : train, test, past: train };
}

/** Divides an ordered history into what is learned and what is tested. */
export function splitHistory(history: History): { train: History; test: History } {
  const n = history.item.length;
  return {
    train: sliceHistory(history, 0, trainCount(n)),
    test: sliceHistory(history, trainCount(n), n),
  };
}
