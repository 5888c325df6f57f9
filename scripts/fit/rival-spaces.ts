import { createEaseRecent } from '../../src/baselines/ease-recent';
import type { Recommender } from '../../src/baselines/recommender';

/** Trials that each rival gets. */
export const TRIALS = 16;

export type Settings = Record<string, number | string>;

/** Where a rival's options are looked for: a first setting from its source, and values of one option after another. */
export interface Space {
  /** By which figures it is judged: nDCG@10 in time, or the mean RMSE at random and in time. */
  serves: 'ratings' | 'lists';
  create(settings: Settings): Recommender;
  start: Settings;
  steps: readonly [option: string, values: readonly (number | string)[]][];
}

export const SPACES: Record<string, Space> = {
  'ease-recent': {
    serves: 'lists',
    create: (settings) => createEaseRecent('ease-recent', settings),
    start: {
      ...{ lambda: 100, halfLife: 50, watched: 0.5, watchedLambda: 150, watchedHalfLife: 25 },
      ...{ prior: 0.01, likesExponent: 0 },
    },
    steps: [
      ['likesExponent', [0.1, 0.2, 0.3]],
      ['halfLife', [35, 100]],
      ['watched', [0, 1, 2]],
      ['watchedHalfLife', [10, 15]],
      ['lambda', [70, 150, 200]],
      ['prior', [0, 0.03]],
    ],
  },
};
