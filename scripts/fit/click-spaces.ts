import { createBias } from '../../src/baselines/bias';
import { UNGATED } from '../../src/baselines/history-gate';
import { createItemKnn } from '../../src/baselines/item-knn';
import { createMf } from '../../src/baselines/mf';
import { createRidge } from '../../src/baselines/ridge';
import { createUserKnn } from '../../src/baselines/user-knn';
import { type Space, STAR_SPACES } from './rival-spaces';

/**
 * Where clicks are taught. Ratings start from what was chosen under stars (`ridge-prior` from what its first trials there had
 * chosen), the lists of wisard and bthowen and weighted-tuned where they start there. Rivals that read likes alone are not here.
 */
export const CLICK_SPACES: Readonly<Record<string, Space>> = {
  ridge: {
    serves: 'ratings',
    gate: 'each',
    create: (settings, gates = UNGATED) => createRidge({ ...settings, gates }),
    start: { lambda: 40 },
    steps: [['lambda', [10, 14, 20, 24, 28, 32, 36, 45, 50, 60, 70, 80, 100, 120, 160]]],
  },
  bias: {
    serves: 'ratings',
    gate: 'chosen',
    create: (_, gates = UNGATED) => createBias({ gates }),
    start: {},
    steps: [],
  },
  'item-knn': {
    serves: 'ratings',
    gate: 'each',
    create: (settings, gates = UNGATED) => createItemKnn({ ...settings, gates, serves: 'ratings' }),
    start: { neighbours: 40, similarityShrinkage: 50, voteShrinkage: 0.1, power: 2, minimumUsers: 4 },
    steps: [
      ['voteShrinkage', [0.03, 0.05, 0.2]],
      ['power', [1.5, 2.5]],
      ['similarityShrinkage', [25, 35, 70, 100]],
      ['neighbours', [20, 60, 80]],
      ['minimumUsers', [2, 6, 8]],
    ],
  },
  mf: {
    serves: 'ratings',
    gate: 'each',
    create: (settings, gates = UNGATED) => createMf({ ...settings, gates }),
    start: { factors: 16, lambda: 7, iterations: 10 },
    steps: [
      ['lambda', [3, 4, 5, 6, 8.5, 10, 12, 15]],
      // More would cost a person's wait: 24 and 32 were better by .001, at up to three times the fit.
      ['factors', [8, 12]],
      ['iterations', [6, 8, 14]],
      ['lambda', [7.75, 9.25]],
    ],
  },
  'user-knn': {
    serves: 'ratings',
    gate: 'each',
    create: (settings, gates = UNGATED) => createUserKnn({ ...settings, gates }),
    start: { neighbours: 60, similarityShrinkage: 60, voteShrinkage: 0.6, power: 1 },
    steps: [
      ['voteShrinkage', [0.2, 0.4, 1]],
      ['similarityShrinkage', [30, 90, 120, 180]],
      ['neighbours', [40, 100, 150]],
      ['power', [1.5, 0.75, 2]],
      ['voteShrinkage', [0.3, 0.8]],
    ],
  },
  'ease-recent': {
    ...STAR_SPACES['ease-recent'],
    start: {
      ...{ lambda: 100, halfLife: 50, watched: 0.5, watchedLambda: 150, watchedHalfLife: 10 },
      ...{ prior: 0.01, likesExponent: 0.2, soSo: 1, disliked: 1 },
    },
    steps: [
      ['disliked', [0.5, 0, -0.5, -1]],
      ['soSo', [0.5, 1.5]],
      ['watched', [0.3, 0.8]],
      ['disliked', [0.75, 0.25]],
      ['soSo', [0.75]],
      ['watchedHalfLife', [8, 15]],
      ['likesExponent', [0.25]],
      ['prior', [0]],
    ],
  },
  'weighted-tuned': {
    ...STAR_SPACES['weighted-tuned'],
    steps: [
      ['epochs', [1, 5]],
      ['rate', [0.0003, 0.003]],
      ['hold', [0.01, 1]],
      ['lastPenalty', [5, 80, 300]],
      ['steps', [10, 40]],
      ['rate', [0.0006, 0.0015]],
      ['hold', [0.03, 0.3]],
    ],
  },
  'wisard-lists': STAR_SPACES['wisard-lists'],
  'bthowen-lists': STAR_SPACES['bthowen-lists'],
  wisard: {
    ...STAR_SPACES.wisard,
    start: { width: 16, classes: 'deviation' },
    steps: [
      ['classes', ['verdict']],
      ['width', [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]],
    ],
  },
  bthowen: {
    ...STAR_SPACES.bthowen,
    start: { width: 13, counters: 128, hashes: 2, classes: 'deviation', publicShare: 0 },
    steps: [
      ['classes', ['verdict']],
      ['publicShare', [1]],
      ['width', [12, 11, 10, 8, 6, 5, 4, 3]],
      ['counters', [256]],
      ['hashes', [3]],
      ['width', [14, 9, 7]],
    ],
  },
  ftrl: {
    ...STAR_SPACES.ftrl,
    start: { rate: 0.02, smoothing: 0.1, l1: 0.1, l2: 1, rounds: 1 },
    steps: [
      ['rate', [0.01, 0.03, 0.05]],
      ['smoothing', [0.03, 0.3, 1]],
      ['l1', [0, 0.5]],
      ['l2', [0, 10]],
      ['rounds', [0, 3]],
      ['rate', [0.015, 0.025, 0.04]],
    ],
  },
  'ridge-prior': {
    ...STAR_SPACES['ridge-prior'],
    start: { bitVariance: 0.0125, strength: 20, rounds: 5 },
    steps: [
      ['strength', [10, 50, 5, 100]],
      ['bitVariance', [0.006, 0.025, 0.009, 0.017]],
      ['rounds', [3, 8, 4]],
      ['strength', [15, 30]],
      ['bitVariance', [0.0045, 0.011]],
    ],
  },
  'ridge-prior-codes': {
    ...STAR_SPACES['ridge-prior-codes'],
    start: { codes: 24, codeVariance: 0.003, bitVariance: 0.0125, strength: 10, rounds: 5 },
    steps: [
      ['codes', [16]],
      ['strength', [5, 20, 50]],
      ['codeVariance', [0.001, 0.01, 0.03]],
      ['bitVariance', [0.006, 0.025]],
      ['rounds', [3, 8]],
      ['strength', [15, 30]],
      ['codeVariance', [0.005]],
      ['codes', [20]],
    ],
  },
};
