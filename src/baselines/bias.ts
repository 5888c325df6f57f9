import { deviationsOf, expectedOfFilms } from './deviations';
import type { Recommender } from './recommender';

/** mu + b_i + b_u: how good people find the film, and how generous this user is. Taught by likes: like rate + b_u. */
export const bias: Recommender = {
  name: 'bias',
  fit(training) {
    const expected = expectedOfFilms(training.effects, training.feedback);
    return {
      personalize(history) {
        const { userBias } = deviationsOf(history, expected, training);
        return { predict: (items) => Float64Array.from(items, (item) => expected[item] + userBias) };
      },
    };
  },
};
