import type { ItemEffects } from '../data/item-effects';
import { expectedOfFilms } from './deviations';
import type { Recommender } from './recommender';

/** The same list for everyone: the films most people like. Predicts mu + b_i, or the like rate. */
export const popularity: Recommender = {
  name: 'popularity',
  fit({ effects, feedback }) {
    const expected = expectedOfFilms(effects, feedback);
    const scores = popularityScores(effects);
    const personal = {
      predict: (items: Uint32Array) => Float64Array.from(items, (item) => expected[item]),
      rank: () => scores.slice(),
    };
    return { personalize: () => personal };
  },
};

/** Number of likes by the training users; among equals, the film with more ratings. Length count, never negative. */
export function popularityScores(effects: ItemEffects): Float64Array {
  const scores = new Float64Array(effects.likes.length);
  for (let i = 0; i < scores.length; i++) scores[i] = effects.likes[i] + effects.ratings[i] * 1e-6;
  return scores;
}
