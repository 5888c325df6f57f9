import { type ChosenOptions, optionsFor } from './chosen-options';
import { deviationsOf, expectedOfFilms } from './deviations';
import { gateFor, type HistoryGate, UNGATED } from './history-gate';
import type { Recommender } from './recommender';

/** How far b_u is trusted. */
interface BiasOptions {
  /** Weight of b_u by length of the history; that of votes is not read. */
  gates: readonly HistoryGate[];
}

/** For clicks: npm run fit:rivals -- --feedback clicks --models bias */
const BIAS_OPTIONS: ChosenOptions<BiasOptions> = {
  stars: { gates: UNGATED },
  clicks: {
    gates: [
      { ratings: 1, userBias: 1.04, votes: 0 },
      { ratings: 2, userBias: 1, votes: 0 },
      { ratings: 5, userBias: 0.96, votes: 0 },
      { ratings: 10, userBias: 1.05, votes: 0 },
      { ratings: 20, userBias: 1.12, votes: 0 },
      { ratings: 50, userBias: 1.24, votes: 0 },
      { ratings: 100, userBias: 1.26, votes: 0 },
    ],
  },
};

/**
 * mu + b_i + beta(n) b_u: how good people find the film, and how generous this user is; beta is 1 but for clicks. Taught
 * by likes: like rate + b_u.
 */
export function createBias(own: Partial<BiasOptions> = {}): Recommender {
  return {
    name: 'bias',
    fit(training) {
      const { gates } = optionsFor(BIAS_OPTIONS, training.feedback, own);
      const expected = expectedOfFilms(training.effects, training.feedback);
      return {
        personalize(history) {
          const { userBias } = deviationsOf(history, expected, training);
          const base = gateFor(gates, history.item.length).userBias * userBias;
          return { predict: (items) => Float64Array.from(items, (item) => expected[item] + base) };
        },
      };
    },
  };
}

/** With the defaults. */
export const bias: Recommender = createBias();
