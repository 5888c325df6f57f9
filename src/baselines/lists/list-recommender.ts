import { expectedOfFilms } from '../deviations';
import type { History, Recommender, Training } from '../recommender';

/** Scores of the whole catalogue for a user with this history, larger first; length count. */
export type ListScorer = (history: History) => Float64Array;

/** A system that only ranks: asked for ratings, it says what the public expects, mu + b_i or the like rate. */
export function createListRecommender(
  name: string,
  scorerOf: (training: Training) => ListScorer,
): Recommender {
  return {
    name,
    fit(training) {
      const expected = expectedOfFilms(training.effects, training.feedback);
      const score = scorerOf(training);
      return {
        personalize: (history) => ({
          predict: (items) => Float64Array.from(items, (item) => expected[item]),
          rank: () => score(history),
        }),
      };
    },
  };
}

/**
 * Weights by age, the last entry 1: .5^(entries since / halfLife).
 * @param halfLife in entries; Infinity gives ones. @returns length count.
 */
export function weightsByAge(count: number, halfLife: number): Float64Array {
  return Float64Array.from({ length: count }, (_, r) => 0.5 ** ((count - 1 - r) / halfLife));
}
