import { presetModelsOf } from '../../evaluation/recommenders/registry';
import type { AccuracyProtocol, Readout } from '../../evaluation/types';
import {
  type CompareSettings,
  hasReadout,
  proposedSettings,
  tidySettings,
} from '../../state/compare/settings';

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

/** Settings to start from, with a name and a sentence. */
export interface Preset {
  label: string;
  says: string;
  settings: CompareSettings;
}

/** What the screen proposes for a protocol, with some of the systems, of which none is among them that nobody waits for. */
function proposedWith(protocol: AccuracyProtocol, models: readonly string[]): CompareSettings {
  const quick = presetModelsOf(protocol);
  return tidySettings({
    ...proposedSettings(protocol),
    models: models.filter((name) => quick.includes(name)),
  });
}

/** What the Compare screen offers to start from, the quickest first. */
export const PRESETS: readonly Preset[] = [
  {
    label: 'One row of the paper’s table',
    says: '100 users × 50 ratings, all systems, one window for all: about ten seconds.',
    settings: proposedSettings('paper'),
  },
  {
    label: 'The paper’s table',
    says: '100 × 50, 100 × all and 200 × all, under the published and the corrected join: six runs.',
    settings: { ...proposedSettings('paper'), table: true },
  },
  {
    label: 'A newcomer’s first 100 clicks',
    says: 'Like, so-so, dislike: how fast does each system learn a person it has never met?',
    settings: proposedWith('prequential', [
      ...['constant', 'user-constant', 'popularity', 'bias', 'wnn', 'ftrl', 'ridge', 'user-knn'],
    ]),
  },
  {
    label: 'Who makes the best list?',
    says: 'Ten suggestions from clicks, against what people liked later.',
    settings: proposedWith('top-n', [
      ...['popularity', 'wnn', 'hybrid', 'item-knn', 'user-knn', 'ease', 'ease-recent', 'rp3beta'],
    ]),
  },
];

const READOUT_NOTES: Record<Readout, string> = {
  window:
    'One window for all: every system that has a mean answers with the value that most probably lies within one star, by its own errors on training users. What differs then is what systems know. constant and user-constant have no mean and stay as they are.',
  mean: 'Every system that has a mean answers with it. user-constant alone still answers with what is best within one star.',
  published:
    'Not the same for all: wnn, hybrid and user-constant answer with the window that is best within one star, the others with their mean. Most of the gap is that; “One window for all” gives it to everybody.',
};

/** What must be said beside a result, as the command line does, and where its shared parts come from. */
export function honestNotes(settings: CompareSettings): string[] {
  const { protocol, split, feedback } = settings;
  const notes: string[] = [];
  if (hasReadout(settings)) notes.push(READOUT_NOTES[settings.readout ?? 'published']);
  if (feedback === 'clicks') {
    notes.push(
      'A training part is cut to clicks before any system sees it. wnn and hybrid are then the model that the app builds from the same clicks; systems of likes take the likes, and the others read a click as the stars that such clicks stand for on average. So-so is made of stars that people chose knowing that they were stars.',
    );
  }
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

/** "1 min 20 s", "8 s". */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
