import { likesMatrix } from '../../../data/rating-matrix';
import type { Ratings } from '../../../data/ratings';
import { transpose } from '../../../lib/sparse-matrix';

/** How alike the people who like two films are: cosines of one film's likes with those of every film, 0..1; length itemCount. */
export type LikeNeighbours = (item: number) => Float64Array;

/**
 * Reads cosines off the public ratings that everyone has at hand, so that nothing of them need be shipped. One film costs
 * the likes of all who like it.
 */
export function likeNeighbours(ratings: Ratings, itemCount: number): LikeNeighbours {
  const likes = likesMatrix(ratings, itemCount);
  const byItem = transpose(likes);
  const count = (item: number) => byItem.offsets[item + 1] - byItem.offsets[item];
  return (item) => {
    const cosines = new Float64Array(itemCount);
    for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) {
      const user = byItem.column[k];
      for (let r = likes.offsets[user]; r < likes.offsets[user + 1]; r++) cosines[likes.column[r]]++;
    }
    for (let other = 0; other < itemCount; other++) {
      if (cosines[other] > 0) cosines[other] /= Math.sqrt(count(item) * count(other));
    }
    return cosines;
  };
}
