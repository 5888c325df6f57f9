import { LIKE_HALF_STARS, type Ratings } from './ratings';

/** What people gave each film, counted: sums of any parts of the people are those of all. Each of length itemCount. */
export interface PublicCounts {
  ratings: Uint32Array;
  /** Ratings of four stars or more. */
  likes: Uint32Array;
  /** Sum of the ratings in half stars. */
  halfStars: Uint32Array;
}

/** Counts of nobody. */
export function noCounts(itemCount: number): PublicCounts {
  return {
    ratings: new Uint32Array(itemCount),
    likes: new Uint32Array(itemCount),
    halfStars: new Uint32Array(itemCount),
  };
}

/** Counts one rating, in half stars from 1 to 10. */
export function countRating(counts: PublicCounts, item: number, halfStars: number): void {
  counts.ratings[item]++;
  counts.halfStars[item] += halfStars;
  if (halfStars >= LIKE_HALF_STARS) counts.likes[item]++;
}

/** @param includesUser which users count (index 0..userCount-1); all by default. */
export function countRatings(
  ratings: Ratings,
  itemCount: number,
  includesUser: (user: number) => boolean = () => true,
): PublicCounts {
  const counts = noCounts(itemCount);
  for (let user = 0; user < ratings.userCount; user++) {
    if (!includesUser(user)) continue;
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++)
      countRating(counts, ratings.item[r], ratings.halfStars[r]);
  }
  return counts;
}

/** Adds counts to others, in place. */
export function addCounts(into: PublicCounts, from: PublicCounts): void {
  for (const kind of ['ratings', 'likes', 'halfStars'] as const) {
    const sum = into[kind];
    from[kind].forEach((value, item) => {
      sum[item] += value;
    });
  }
}
