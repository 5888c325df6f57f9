import { LIKE_HALF_STARS, type Ratings } from './ratings';

/** What a group of users' ratings say of each item, unsmoothed; arrays of length `itemCount`. */
export interface ItemStatistics {
  /** Number of ratings in all. */
  total: number;
  /** Mean of all ratings in half stars; NaN if there are none. */
  meanHalfStars: number;
  /** Share of all ratings that are likes; NaN if there are none. */
  likeRate: number;
  /** Number of ratings of each item. */
  ratings: Uint32Array;
  /** Sum of its ratings, in half stars. */
  halfStarSum: Uint32Array;
  /** Number of its ratings that are likes (four stars or more). */
  likes: Uint32Array;
  /** Shannon entropy of its ratings over the ten levels, in bits, 0..log2(10); 0 without ratings. */
  entropyBits: Float64Array;
}

const LEVELS = 10;

/**
 * Counts the ratings of each item.
 * @param itemCount number of items in the catalogue.
 * @param includesUser which users count (index 0..userCount-1); all by default.
 */
export function itemStatistics(
  ratings: Ratings,
  itemCount: number,
  includesUser: (user: number) => boolean = () => true,
): ItemStatistics {
  const histogram = new Uint32Array(itemCount * LEVELS);
  for (let user = 0; user < ratings.userCount; user++) {
    if (!includesUser(user)) continue;
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
      histogram[ratings.item[r] * LEVELS + ratings.halfStars[r] - 1]++;
    }
  }
  const statistics: ItemStatistics = {
    total: 0,
    meanHalfStars: Number.NaN,
    likeRate: Number.NaN,
    ratings: new Uint32Array(itemCount),
    halfStarSum: new Uint32Array(itemCount),
    likes: new Uint32Array(itemCount),
    entropyBits: new Float64Array(itemCount),
  };
  let sum = 0;
  let likes = 0;
  for (let i = 0; i < itemCount; i++) {
    const levels = histogram.subarray(i * LEVELS, (i + 1) * LEVELS);
    for (let level = 0; level < LEVELS; level++) {
      statistics.ratings[i] += levels[level];
      statistics.halfStarSum[i] += levels[level] * (level + 1);
      if (level + 1 >= LIKE_HALF_STARS) statistics.likes[i] += levels[level];
    }
    statistics.entropyBits[i] = entropyBits(levels, statistics.ratings[i]);
    statistics.total += statistics.ratings[i];
    sum += statistics.halfStarSum[i];
    likes += statistics.likes[i];
  }
  statistics.meanHalfStars = sum / statistics.total;
  statistics.likeRate = likes / statistics.total;
  return statistics;
}

function entropyBits(counts: Uint32Array, total: number): number {
  let bits = 0;
  for (const count of counts) if (count > 0) bits += (count / total) * Math.log2(total / count);
  return bits;
}
