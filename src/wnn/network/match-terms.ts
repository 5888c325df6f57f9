/** Where a like begins, halfway between the last star that is none and the first that is. */
const LIKE_STARS = 3.75;

/** Expected stars as a term of the match: from where a like begins. */
export function starsFromLike(stars: number): number {
  return stars - LIKE_STARS;
}

/** The same above the middle of the scale of likes only: the match rises by another slope there. */
export function starsAboveLike(stars: number): number {
  return Math.max(0, starsFromLike(stars));
}

/** Log odds of a film's public like rate: one of the terms of the match. @param likeRate in (0, 1). */
export function likedOdds(likeRate: number): number {
  return Math.log(likeRate / (1 - likeRate));
}
