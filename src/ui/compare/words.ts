import type { Feedback } from '../../baselines/recommender';
import { type MetricName, metricsOf } from '../../evaluation/metric-table';
import { publishedWithin1Star } from '../../evaluation/published-figures';
import type { AccuracyProtocol, Protocol } from '../../evaluation/types';
import type { CompareSettings } from '../../state/compare/settings';
import { defaultSettings, tidySettings } from '../../state/compare/settings';

/** What each protocol asks, in a sentence. */
export const PROTOCOL_WORDS: Record<AccuracyProtocol, { label: string; says: string }> = {
  paper: {
    label: 'paper',
    says: 'A sample of users; each model learns 80 % of a user’s ratings and is asked for the rest: how often is it within one star?',
  },
  'new-user': {
    label: 'new-user',
    says: 'Five folds of users. Everything shared comes from other people; a held-out user’s ratings are split 80/20.',
  },
  prequential: {
    label: 'prequential',
    says: 'Held-out users, ratings in time order: each rating is predicted, then learned, from the first one on.',
  },
  'top-n': {
    label: 'top-n',
    says: 'The ten best of all films the user has not rated, against what they liked later: is the list any good?',
  },
};

interface MetricWords {
  label: string;
  says: string;
  lowerIsBetter: boolean;
}

const METRICS: Partial<Record<MetricName, MetricWords>> = {
  within1Star: {
    label: 'within 1 star',
    says: 'share of predictions at most one star off, mean over users',
    lowerIsBetter: false,
  },
  rmse: { label: 'RMSE', says: 'root mean squared error in stars, pooled', lowerIsBetter: true },
  auc: {
    label: 'AUC',
    says: 'chance that a like is ranked above a film not liked, mean over users',
    lowerIsBetter: false,
  },
  ndcg10: { label: 'nDCG@10', says: 'gain of likes in a list of ten, mean over users', lowerIsBetter: false },
};

/** The main metric of a protocol and its words. */
export function mainMetric(protocol: Protocol, feedback: Feedback): MetricWords & { name: MetricName } {
  const { name } = metricsOf(protocol, feedback)[0];
  return { name, ...(METRICS[name] ?? { label: name, says: name, lowerIsBetter: false }) };
}

/** Settings to start from, with a name and a sentence. */
export interface Preset {
  label: string;
  says: string;
  settings: CompareSettings;
}

/** What the Compare screen offers to start from, the quickest first. */
export const PRESETS: readonly Preset[] = [
  {
    label: 'One row of the paper’s table',
    says: '100 users × 50 ratings, all systems: about ten seconds.',
    settings: defaultSettings('paper'),
  },
  {
    label: 'The paper’s table',
    says: '100 × 50, 100 × all and 200 × all, under the published and the corrected join: six runs.',
    settings: { ...defaultSettings('paper'), table: true },
  },
  {
    label: 'A newcomer’s first 100 clicks',
    says: 'How fast does each system learn a person it has never met?',
    settings: tidySettings({
      ...defaultSettings('prequential'),
      models: ['constant', 'user-constant', 'popularity', 'bias', 'wnn', 'ridge', 'user-knn'],
    }),
  },
  {
    label: 'Who makes the best list?',
    says: 'Ten suggestions against what people liked later.',
    settings: tidySettings({
      ...defaultSettings('top-n'),
      models: ['popularity', 'wnn', 'hybrid', 'item-knn', 'user-knn', 'ease'],
    }),
  },
];

/** What must be said beside a result, as the command line does, and where its shared parts come from. */
export function honestNotes(settings: CompareSettings): string[] {
  const { protocol, split } = settings;
  const notes: string[] = [];
  if (protocol === 'paper') {
    notes.push(
      'What models share (means, biases, strengths, codes) is fitted here, in the worker, on users outside the sample; where fewer than 200 remain, it is cross-fitted in folds over the sample; wnn and hybrid learn their nodes from about a quarter of the training ratings. cf-paper is trained on everybody’s training parts, as published.',
    );
  } else {
    notes.push(
      'What models share is fitted here, in the worker, anew for each fold, on the ratings of the other folds’ users: on all of them, but wnn and hybrid, whose learning is “quick”, learn their nodes from about a quarter; “full” takes all. Nothing shipped has seen a test user. cf-paper alone must also train on the test users’ training parts.',
    );
  }
  notes.push('Known leak: TMDB’s votes are younger than the ratings.');
  if (protocol !== 'paper' && split === 'chronological') {
    notes.push('Known leak: the split in time is per user, so other users’ later ratings are seen.');
  }
  return notes;
}

/** The paper's figure for a model under these settings; undefined where it gives none. */
export function publishedFigure(settings: CompareSettings, model: string): number | undefined {
  if (settings.protocol !== 'paper') return undefined;
  return publishedWithin1Star(settings, model);
}

/** "1 min 20 s", "8 s". */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
