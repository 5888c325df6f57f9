import type { RatingNeighbours } from '../network/rating-neighbours';

/** An answer to a film that is rated like the one that is asked for. */
export interface AnsweredNeighbour {
  /** Of the answer among all answers. */
  place: number;
  /** Of the film (`SimilarFilms.weight`). */
  weight: number;
}

/** The answers to films that are rated like a film. @param answers ascending by film */
export function answeredNeighbours(
  neighbours: RatingNeighbours | null,
  answers: readonly { item: number }[],
  item: number,
): AnsweredNeighbour[] {
  if (!neighbours || answers.length === 0) return [];
  const { items, weight } = neighbours(item);
  const found: AnsweredNeighbour[] = [];
  for (let place = 0, n = 0; place < answers.length && n < items.length; place++) {
    while (n < items.length && items[n] < answers[place].item) n++;
    if (items[n] === answers[place].item) found.push({ place, weight: weight[n] });
  }
  return found;
}
