/**
 * Ratings grouped by user, as parallel typed arrays.
 * Ratings of user u stand at offsets[u] .. offsets[u + 1]; within a user by (timestamp, item).
 */
export interface Ratings {
  userCount: number;
  /** Number of ratings. */
  count: number;
  /** The data set's own user ids, ascending; length userCount. */
  userId: Uint32Array;
  /** Length userCount + 1. */
  offsets: Uint32Array;
  /** Index into the catalogue; length count. */
  item: Uint32Array;
  /** Rating in half stars, 1..10; length count. */
  halfStars: Uint8Array;
  /** Seconds since 1970; length count. */
  timestamp: Uint32Array;
}

/** Half stars from which a rating counts as a like: four stars, as in most work on MovieLens. */
export const LIKE_HALF_STARS = 8;
