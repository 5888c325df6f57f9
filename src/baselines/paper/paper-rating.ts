import { LIKE_HALF_STARS } from '../../data/ratings';
import type { Feedback } from '../recommender';
import { RATING_BITS, ratingOnes } from './paper-encoding';

/** Ones of the thermometer that the paper's systems are taught, 0..RATING_BITS. @param halfStars 0..10. */
export function targetOnes(halfStars: number, feedback: Feedback): number {
  if (feedback === 'likes') return halfStars >= LIKE_HALF_STARS ? RATING_BITS : 0;
  return ratingOnes(halfStars);
}

/** What a number of ones says: stars, or taught by likes, the share of ones. */
export function readOnes(ones: number, feedback: Feedback): number {
  return feedback === 'likes' ? ones / RATING_BITS : ones / 2;
}
