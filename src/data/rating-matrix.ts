import type { SparseMatrix } from '../lib/sparse-matrix';
import { LIKE_HALF_STARS, type Ratings } from './ratings';

/** Users by items, one entry a rating. @param value parallel to `ratings.item`. */
export function userItemMatrix(ratings: Ratings, itemCount: number, value: Float32Array): SparseMatrix {
  return {
    rowCount: ratings.userCount,
    columnCount: itemCount,
    offsets: ratings.offsets,
    column: ratings.item,
    value,
  };
}

/** Users by items: 1 where the user likes the film (>= 4 stars), nothing elsewhere. */
export function likesMatrix(ratings: Ratings, itemCount: number): SparseMatrix {
  const offsets = new Uint32Array(ratings.userCount + 1);
  const column = new Uint32Array(ratings.count);
  let entries = 0;
  for (let user = 0; user < ratings.userCount; user++) {
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
      if (ratings.halfStars[r] >= LIKE_HALF_STARS) column[entries++] = ratings.item[r];
    }
    offsets[user + 1] = entries;
  }
  return {
    rowCount: ratings.userCount,
    columnCount: itemCount,
    offsets,
    column: column.slice(0, entries),
    value: new Float32Array(entries).fill(1),
  };
}
