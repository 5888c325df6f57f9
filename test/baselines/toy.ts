import type { History, Training } from '../../src/baselines/recommender';
import type { Ratings } from '../../src/data/ratings';
import { makeCatalogue } from '../fixtures/small-world';

/** A history of [item, stars] pairs, in this order. */
export function historyOf(...ratings: [item: number, stars: number][]): History {
  return {
    item: Uint32Array.from(ratings, ([item]) => item),
    halfStars: Uint8Array.from(ratings, ([, stars]) => 2 * stars),
    timestamp: Uint32Array.from(ratings, (_, r) => 1_000_000 + r),
  };
}

/** The ratings of several people, one list of [item, stars] each, by ascending item. */
export function ratingsOf(...users: [item: number, stars: number][][]): Ratings {
  const all = users.flat();
  const offsets = [0];
  for (const user of users) offsets.push(offsets[offsets.length - 1] + user.length);
  return {
    userCount: users.length,
    count: all.length,
    userId: Uint32Array.from(users, (_, u) => u + 1),
    offsets: Uint32Array.from(offsets),
    ...historyOf(...all),
  };
}

/** Training on these ratings where every film is expected to get three stars, and half of its ratings to be likes. */
export function plainTraining(ratings: Ratings, itemCount: number): Training {
  const likes = new Uint32Array(itemCount);
  const counts = new Uint32Array(itemCount);
  ratings.item.forEach((item, r) => {
    counts[item]++;
    if (ratings.halfStars[r] >= 8) likes[item]++;
  });
  return {
    catalogue: makeCatalogue(1, itemCount),
    ratings,
    effects: {
      globalMean: 3,
      bias: new Float64Array(itemCount),
      globalLikeRate: 0.5,
      likeRate: new Float64Array(itemCount).fill(0.5),
      likes,
      ratings: counts,
      prior: { stars: new Float64Array(0), likes: new Float64Array(0) },
    },
    feedback: 'stars',
    join: 'corrected',
    seed: 1,
  };
}

export function items(...indices: number[]): Uint32Array {
  return Uint32Array.from(indices);
}
