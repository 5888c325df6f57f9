import { type HistoryGate, UNGATED } from '../../src/baselines/history-gate';
import { createEaseRecent } from '../../src/baselines/lists/ease-recent';
import { createGfCf } from '../../src/baselines/lists/gf-cf';
import { createIals } from '../../src/baselines/lists/ials';
import { createPopularLately } from '../../src/baselines/lists/popular-lately';
import { createRp3Beta } from '../../src/baselines/lists/rp3beta';
import { createRidgePrior } from '../../src/baselines/prior/ridge-prior';
import type { Recommender } from '../../src/baselines/recommender';
import { createFtrl } from '../../src/baselines/weighted/ftrl';
import { createWeightedTuned } from '../../src/baselines/weighted/weighted-tuned';
import { BTHOWEN_LISTS, BTHOWEN_RATINGS, createBthowen } from '../../src/baselines/weightless/bthowen';
import { createWisard, WISARD_LISTS, WISARD_RATINGS } from '../../src/baselines/weightless/wisard';

/** Trials that each rival gets. */
export const TRIALS = 16;

export type Settings = Record<string, number | string>;

/** Votes as they are, without b_u: for systems that say themselves how generous a user is. */
const ALONE: readonly HistoryGate[] = [{ ratings: 1, userBias: 0, votes: 1 }];

/** Where a rival's options are looked for: a first setting from its source, and values of one option after another. */
export interface Space {
  /** By which figures it is judged: nDCG@10 in time, or the mean RMSE at random and in time. */
  serves: 'ratings' | 'lists';
  /** @param gates fitted on the same inner folds; none for the system without a gate. */
  create(settings: Settings, gates?: readonly HistoryGate[]): Recommender;
  /** Whether a gate by length of history is fitted: with every setting, or with the chosen one on five folds. */
  gate?: 'each' | 'chosen';
  /** Whether its votes hold b_u. */
  speaksForBias?: boolean;
  start: Settings;
  steps: readonly [option: string, values: readonly (number | string)[]][];
}

/** Where stars are taught. */
export const STAR_SPACES: Readonly<Record<string, Space>> = {
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
  ials: {
    serves: 'lists',
    create: createIals,
    start: { factors: 64, unobserved: 0.1, lambda: 0.003, epochs: 12, halfLife: 50 },
    steps: [
      ['lambda', [0.001, 0.01, 0.03]],
      ['unobserved', [0.01, 0.03, 0.3]],
      ['factors', [16, 32, 128]],
      ['halfLife', [25, 100]],
      ['lambda', [0.0005, 0.002, 0.006]],
      ['epochs', [8]],
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
  wisard: {
    serves: 'ratings',
    gate: 'each',
    create: (settings, gates = UNGATED) => createWisard(WISARD_RATINGS, { ...settings, gates }),
    start: { width: 6, classes: 'deviation' },
    steps: [
      ['classes', ['verdict']],
      ['width', [2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]],
    ],
  },
  'wisard-lists': {
    serves: 'lists',
    create: (settings) => createWisard(WISARD_LISTS, settings),
    start: { width: 6, classes: 'verdict', prior: 0.3 },
    steps: [
      ['prior', [0.1, 0.2, 0.5, 1]],
      ['classes', ['deviation']],
      ['width', [3, 4, 8, 10, 12]],
      ['prior', [0.15, 0.25, 0.4, 0.7]],
      ['width', [14]],
    ],
  },
  bthowen: {
    serves: 'ratings',
    gate: 'each',
    create: (settings, gates = UNGATED) => createBthowen(true, BTHOWEN_RATINGS, { ...settings, gates }),
    start: { width: 10, counters: 128, hashes: 2, classes: 'deviation', publicShare: 0 },
    steps: [
      ['publicShare', [1]],
      ['classes', ['verdict']],
      ['width', [4, 6, 8, 11, 12, 13]],
      ['counters', [256]],
      ['hashes', [3]],
      ['width', [3, 5, 7]],
      ['width', [14]],
      ['counters', [64]],
    ],
  },
  'bthowen-lists': {
    serves: 'lists',
    create: (settings) => createBthowen(true, BTHOWEN_LISTS, settings),
    start: { width: 10, counters: 128, hashes: 2, classes: 'verdict', publicShare: 0, prior: 0.3 },
    steps: [
      ['prior', [0.1, 0.2, 0.5, 1]],
      ['publicShare', [1]],
      ['classes', ['deviation']],
      ['width', [4, 6, 8, 12]],
      ['counters', [256]],
      ['hashes', [3]],
      ['prior', [0.15, 0.25, 0.7]],
    ],
  },
  'ridge-prior': {
    serves: 'ratings',
    gate: 'chosen',
    speaksForBias: true,
    create: (settings, gates = ALONE) => createRidgePrior('ridge-prior', { ...settings, gates }),
    start: { bitVariance: 0.025, strength: 50, rounds: 5 },
    steps: [
      ['bitVariance', [0.0125, 0.006, 0.003]],
      ['strength', [5, 10, 20, 100]],
      ['rounds', [3, 8]],
      ['bitVariance', [0.002, 0.0045, 0.009, 0.017]],
      ['strength', [15, 30]],
    ],
  },
  'ridge-prior-codes': {
    serves: 'ratings',
    gate: 'chosen',
    speaksForBias: true,
    create: (settings, gates = ALONE) => createRidgePrior('ridge-prior-codes', { ...settings, gates }),
    start: { codes: 16, codeVariance: 0.01, bitVariance: 0.025, strength: 50, rounds: 5 },
    steps: [
      ['bitVariance', [0.0125, 0.006]],
      ['strength', [10, 20]],
      ['codeVariance', [0.003, 0.03]],
      ['codes', [24]],
      ['rounds', [3, 8]],
      ['strength', [5, 15]],
      ['codeVariance', [0.001, 0.005]],
      ['bitVariance', [0.009, 0.003]],
    ],
  },
  ftrl: {
    serves: 'ratings',
    gate: 'chosen',
    speaksForBias: true,
    create: (settings, gates = ALONE) => createFtrl({ ...settings, gates }),
    start: { rate: 0.05, smoothing: 1, l1: 0, l2: 1, rounds: 1 },
    steps: [
      ['rate', [0.02, 0.01]],
      ['rounds', [0, 3]],
      ['smoothing', [0.3, 0.1, 3]],
      ['l2', [0, 10, 40]],
      ['l1', [0.1, 0.5]],
      ['rate', [0.015, 0.025, 0.03]],
    ],
  },
  'weighted-tuned': {
    serves: 'ratings',
    gate: 'chosen',
    create: (settings, gates = UNGATED) => createWeightedTuned({ ...settings, gates }),
    start: { epochs: 3, steps: 20, rate: 0.001, hold: 0.1, lastPenalty: 20 },
    steps: [
      ['epochs', [1, 2, 5]],
      ['rate', [0.0003, 0.002, 0.01]],
      ['hold', [0.01, 1]],
      ['lastPenalty', [5, 80, 300]],
      ['steps', [10, 40]],
      ['rate', [0.0006, 0.0015]],
    ],
  },
};
