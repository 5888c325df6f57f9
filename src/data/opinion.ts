import { LIKE_HALF_STARS } from './ratings';

/** What a person said of a film. */
export type Opinion = 'like' | 'dislike';

/** What a rating says where only likes are told from dislikes. @param halfStars 1..10. */
export function opinionOf(halfStars: number): Opinion {
  return halfStars >= LIKE_HALF_STARS ? 'like' : 'dislike';
}
