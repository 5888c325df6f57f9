import type { History } from '../baselines/recommender';
import { answerOf, HALF_STARS_OF_ANSWER } from '../data/opinion';
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

/** The moment before which four fifths of all ratings lie, in seconds since 1970; 0 for no ratings. */
export function globalMoment({ timestamp }: Ratings): number {
  return timestamp.slice().sort()[trainCount(timestamp.length)] ?? 0;
}

/** What was rated before a moment, by users who had rated anything by then. */
export function ratingsBefore(ratings: Ratings, moment: number): Ratings {
  const kept = Array.from(ratings.item.keys()).filter((r) => ratings.timestamp[r] < moment);
  const counts = Array.from({ length: ratings.userCount }, () => 0);
  let user = 0;
  for (const r of kept) {
    while (r >= ratings.offsets[user + 1]) user++;
    counts[user]++;
  }
  const users = counts.flatMap((count, u) => (count > 0 ? [u] : []));
  const offsets = Uint32Array.from([0, ...users]);
  users.forEach((u, place) => {
    offsets[place + 1] = offsets[place] + counts[u];
  });
  const positions = Uint32Array.from(kept);
  return {
    userCount: users.length,
    count: kept.length,
    userId: Uint32Array.from(users, (u) => ratings.userId[u]),
    offsets,
    ...historyAt(ratings, positions),
  };
}

/** Divides a history in time at a moment; what was rated in it is asked. */
export function splitAt(history: History, moment: number): { train: History; test: History } {
  const n = history.item.length;
  const later = history.timestamp.findIndex((time) => time >= moment);
  const cut = later < 0 ? n : later;
  return { train: sliceHistory(history, 0, cut), test: sliceHistory(history, cut, n) };
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

/** A history with nothing left of its stars but the answers like, so-so and dislike. */
export function answersOf(history: History): History {
  return { ...history, halfStars: history.halfStars.map((half) => HALF_STARS_OF_ANSWER[answerOf(half)]) };
}

/** The parts of a user with what of the first the model is taught. */
export function taughtParts(
  { train, test }: { train: History; test: History },
  { feedback, history }: Pick<EvaluationOptions, 'feedback' | 'history'>,
): Pick<Subject, 'train' | 'test' | 'past'> {
  const n = train.item.length;
  const last = history === undefined ? train : sliceHistory(train, Math.max(0, n - history), n);
  return { train: feedback === 'clicks' ? answersOf(last) : last, test, past: train };
}

/** Divides an ordered history into what is learned and what is tested. */
export function splitHistory(history: History): { train: History; test: History } {
  const n = history.item.length;
  return {
    train: sliceHistory(history, 0, trainCount(n)),
    test: sliceHistory(history, trainCount(n), n),
  };
}
