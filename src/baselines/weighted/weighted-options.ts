import type { ChosenOptions } from '../chosen-options';
import type { HistoryGate } from '../history-gate';

/** How the common network and a user's are trained, and the gate. */
export interface WeightedTunedOptions {
  /** Passes over all training ratings. */
  epochs: number;
  /** Full-batch Adam steps on a new user's history, and their learning rate. */
  steps: number;
  rate: number;
  /** Weight of half the squared distance from the common start, in mean squared errors (L2-SP). */
  hold: number;
  /** Penalty, in ratings, of the least squares that move the last layer before the first step. */
  lastPenalty: number;
  /** Weights of b_u and of the network by length of the history. */
  gates: readonly HistoryGate[];
}

/** Chosen for RMSE in 16 trials each: npm run fit:rivals -- --models weighted-tuned, and with --feedback clicks */
export const WEIGHTED_TUNED: ChosenOptions<WeightedTunedOptions> = {
  stars: {
    ...{ epochs: 1, steps: 20, rate: 0.002, hold: 0.1, lastPenalty: 80 },
    gates: [
      { ratings: 1, userBias: 1.23, votes: -0.1 },
      { ratings: 2, userBias: 1.11, votes: -0.03 },
      { ratings: 5, userBias: 0.76, votes: 0.26 },
      { ratings: 10, userBias: 0.8, votes: 0.41 },
      { ratings: 20, userBias: 0.89, votes: 0.54 },
      { ratings: 50, userBias: 0.99, votes: 0.69 },
      { ratings: 100, userBias: 1.02, votes: 0.73 },
    ],
  },
  clicks: {
    ...{ rate: 0.0015, hold: 0.01, lastPenalty: 20 },
    gates: [
      { ratings: 1, userBias: 1.19, votes: -0.09 },
      { ratings: 2, userBias: 1.14, votes: -0.11 },
      { ratings: 5, userBias: 0.82, votes: 0.26 },
      { ratings: 10, userBias: 0.93, votes: 0.38 },
      { ratings: 20, userBias: 1.04, votes: 0.48 },
      { ratings: 50, userBias: 1.19, votes: 0.61 },
      { ratings: 100, userBias: 1.23, votes: 0.62 },
    ],
  },
};
