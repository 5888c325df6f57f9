/** Where a like begins, halfway between the last star that is none and the first that is. */
const LIKE_STARS = 3.75;

/** Expected stars as a term of the match: from where a like begins. */
export function starsFromLike(stars: number): number {
  return stars - LIKE_STARS;
}

/** Log odds of a film's public like rate: one of the terms of the match. @param likeRate in (0, 1). */
export function likedOdds(likeRate: number): number {
  return Math.log(likeRate / (1 - likeRate));
}
