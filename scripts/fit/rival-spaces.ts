import { createEaseRecent } from '../../src/baselines/ease-recent';
import { createGfCf } from '../../src/baselines/gf-cf';
import { createPopularLately } from '../../src/baselines/popular-lately';
import type { Recommender } from '../../src/baselines/recommender';
import { createRp3Beta } from '../../src/baselines/rp3beta';

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
  rp3beta: {
    serves: 'lists',
    create: createRp3Beta,
    start: { alpha: 0.5, beta: 0.45, halfLife: 50 },
    steps: [
      ['halfLife', [25, 100, Number.POSITIVE_INFINITY]],
      ['beta', [0.35, 0.55, 0.65]],
      ['alpha', [0.3, 0.4, 0.6, 0.8]],
      ['beta', [0.4, 0.5]],
      ['halfLife', [15, 35, 70]],
    ],
  },
  'gf-cf': {
    serves: 'lists',
    create: createGfCf,
    start: { alpha: 0.3, components: 64, halfLife: 50 },
    steps: [
      ['components', [32, 128, 256]],
      ['halfLife', [25, 100, Number.POSITIVE_INFINITY]],
      ['alpha', [0, 0.1, 0.6, 1, 2]],
      ['components', [16, 48, 96]],
      ['halfLife', [35]],
    ],
  },
  'popular-lately': {
    serves: 'lists',
    create: createPopularLately,
    start: { halfLife: 1, ever: 0.05 },
    steps: [
      ['halfLife', [0.1, 0.25, 0.5, 2, 4]],
      ['ever', [0, 0.02, 0.1, 0.2, 0.5]],
      ['halfLife', [0.15, 0.35, 0.7, 1.4, 3]],
    ],
  },
};
