import { LIKE_HALF_STARS } from './ratings';

/** What a person said of a film. */
export type Opinion = 'like' | 'dislike';

/** What a person says of a film they have seen, where three answers can be chosen from. */
export type SeenAnswer = Opinion | 'so-so';

/** Half stars from which a rating is no dislike: two and a half stars. */
const SO_SO_HALF_STARS = 5;

/** The answer that a rating stands for: like from four stars on, dislike up to two, so-so between. @param halfStars 0..10. */
export function answerOf(halfStars: number): SeenAnswer {
  if (halfStars >= LIKE_HALF_STARS) return 'like';
  return halfStars >= SO_SO_HALF_STARS ? 'so-so' : 'dislike';
}

/** One number for each answer, in the middle of the half stars that it stands for: like 4.5 stars, so-so 3, dislike 1.5. */
export const HALF_STARS_OF_ANSWER: Record<SeenAnswer, number> = { like: 9, 'so-so': 6, dislike: 3 };

/** What a personal model learns of an answer, whatever else can be answered: of films seen; null for all others. */
export function taughtBy(answer: string): SeenAnswer | null {
  return answer === 'like' || answer === 'so-so' || answer === 'dislike' ? answer : null;
}
