import type { Feedback, Join } from '../../baselines/recommender';
import { defaultModelsOf, modelsOf, presetModelsOf } from '../../evaluation/recommenders/registry';
import {
  type AccuracyProtocol,
  type EvaluationOptions,
  type Fit,
  PROTOCOLS,
  READOUTS,
  type Readout,
  type Split,
} from '../../evaluation/types';
import * as words from '../../words/en/compare/state';
import type { DataFacts } from '../../worker/contract';

/** The settings of the Compare screen: what the address carries, and all that decides the figures beside data and code. */
export interface CompareSettings {
  protocol: AccuracyProtocol;
  /** In registry order; the constants are always among them. */
  models: string[];
  split: Split;
  feedback: Feedback;
  /** `wnn` and `hybrid`; `paper` is always quick. */
  fit: Fit;
  /** What the share within one star is measured on; runs that were kept before there was a choice lack it: `published`. */
  readout?: Readout;
  /** `paper`. */
  join: Join;
  users: number;
  ratings: number;
  folds: number;
  seed: number;
  seeds: number;
  /** `paper`: all rows of the paper's table that the bundled data can fill, instead of one. */
  table: boolean;
}

/** Rows of the paper's table that 671 users can fill, as users and ratings. */
const PAPER_ROWS: readonly [users: number, ratings: number][] = [
  [100, 50],
  [100, 0],
  [200, 0],
];

/** Largest numbers that a tab is asked to do. */
export const LIMITS = { users: 100_000, ratings: 10_000, folds: 20, seed: 0x7fffffff, seeds: 20 } as const;

/** Models that stand beside every result: what needs no learning at all. */
export function yardsticksOf(protocol: AccuracyProtocol): string[] {
  return protocol === 'top-n' ? ['popularity'] : ['constant', 'user-constant'];
}

/** What is not said in an address. */
export function defaultSettings(protocol: AccuracyProtocol): CompareSettings {
  return {
    protocol,
    models: presetModelsOf(protocol),
    split: ownSplit(protocol),
    feedback: 'stars',
    // Somebody waits for the first figures; the command line has the time.
    fit: 'quick',
    readout: 'published',
    ...{ join: 'corrected', users: 100, ratings: 50, folds: 5, seed: 1, seeds: 1, table: false },
  };
}

/**
 * What the screen proposes: what people give in the app, and one way to answer for every system. An address says both, since
 * what is not said there keeps the meaning that it has always had.
 */
export function proposedSettings(protocol: AccuracyProtocol): CompareSettings {
  return tidySettings({ ...defaultSettings(protocol), feedback: 'clicks', readout: 'window' });
}

function ownSplit(protocol: AccuracyProtocol): Split {
  return protocol === 'paper' || protocol === 'new-user' ? 'random' : 'chronological';
}

/** Whether a share within one star is measured, so that it matters what systems answer with. */
export function hasReadout({ protocol, feedback }: Pick<CompareSettings, 'protocol' | 'feedback'>): boolean {
  return protocol === 'paper' || (protocol !== 'top-n' && feedback !== 'likes');
}

/** Settings that go together: choices that a protocol does not have fall back, and the yardsticks are there. */
export function tidySettings(settings: CompareSettings): CompareSettings {
  const { protocol } = settings;
  const wanted = new Set([...settings.models, ...yardsticksOf(protocol)]);
  return {
    ...settings,
    models: modelsOf(protocol).filter((name) => wanted.has(name)),
    split: protocol === 'new-user' ? settings.split : ownSplit(protocol),
    feedback: protocol === 'paper' ? 'stars' : settings.feedback,
    fit: protocol === 'paper' ? 'quick' : settings.fit,
    readout: hasReadout(settings) ? (settings.readout ?? 'published') : 'published',
    ratings: settings.ratings === 1 ? 2 : settings.ratings,
    folds: Math.max(2, settings.folds),
    table: protocol === 'paper' && settings.table,
  };
}

/** The single runs that settings stand for: one, or the rows of the paper's table under both joins. */
export function runsOf(settings: CompareSettings): CompareSettings[] {
  if (!settings.table) return [settings];
  return (['published', 'corrected'] as const).flatMap((join) =>
    PAPER_ROWS.map(([users, ratings]) => ({ ...settings, users, ratings, join, table: false })),
  );
}

/** Reads the part of an address after "?"; what makes no sense falls back to the default. */
export function readSettings(query: string): CompareSettings {
  const given = new URLSearchParams(query);
  const one = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === given.get(name)) ?? otherwise;
  const whole = (name: 'users' | 'ratings' | 'folds' | 'seed' | 'seeds', least: number): number => {
    const text = given.get(name) ?? '';
    return /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= LIMITS[name]
      ? Number(text)
      : defaults[name];
  };
  const protocol = one('protocol', PROTOCOLS, 'paper');
  const defaults = defaultSettings(protocol);
  const models = given.get('models')?.split(',');
  return tidySettings({
    protocol,
    models: models ?? defaults.models,
    split: one('split', ['random', 'chronological'], defaults.split),
    feedback: one('feedback', ['stars', 'likes', 'clicks'], 'stars'),
    fit: one('fit', ['quick', 'full'], 'quick'),
    readout: one('readout', READOUTS, 'published'),
    join: one('join', ['corrected', 'published'], 'corrected'),
    users: whole('users', 1),
    ratings: whole('ratings', 0),
    folds: whole('folds', 2),
    seed: whole('seed', 0),
    seeds: whole('seeds', 1),
    table: given.get('table') === 'paper',
  });
}

/** What differs from the defaults, as name and value, in one fixed order; the same names as on the command line. */
function differences(settings: CompareSettings): [name: string, value: string][] {
  const defaults = defaultSettings(settings.protocol);
  const pairs: [string, string][] = [['protocol', settings.protocol]];
  const add = (name: keyof CompareSettings) => {
    const value = String(settings[name]);
    if (value !== String(defaults[name])) pairs.push([name, value]);
  };
  if (settings.protocol === 'paper' && !settings.table) {
    pairs.push(['users', String(settings.users)], ['ratings', String(settings.ratings)]);
    add('join');
  }
  if (settings.protocol === 'new-user') add('split');
  if (settings.protocol !== 'paper') {
    add('feedback');
    // Said always: what goes without saying differs here and on the command line.
    pairs.push(['fit', settings.fit]);
  }
  add('readout');
  add('folds');
  pairs.push(['seed', String(settings.seed)]);
  add('seeds');
  add('models');
  return pairs;
}

/** The part of the address after "?". */
export function writeSettings(settings: CompareSettings): string {
  const table: [string, string][] = settings.table ? [['table', 'paper']] : [];
  return [...differences(settings), ...table].map(([name, value]) => `${name}=${value}`).join('&');
}

/** The command, or commands, that give the same figures. @param own the person's own data; null for the bundled. */
export function commandOf(settings: CompareSettings, own: DataFacts['own']): string {
  if (settings.table) {
    return runsOf(settings)
      .map((run) => commandOf(run, own))
      .join(' && ');
  }
  // The command line takes more models for granted than the page does: systems that nobody waits for.
  const taken = [settings.models, defaultModelsOf(settings.protocol)].map(String);
  const said = differences(settings).filter(([name]) => name !== 'models');
  if (taken[0] !== taken[1]) said.push(['models', taken[0]]);
  const options = said.map(([name, value]) => `--${name} ${value}`);
  const data = own === null ? [] : [`--data ${quoted(own.folder)}`];
  if (own?.skipSingleRatings) data.push('--skip-single-ratings');
  return ['npm run evaluate --', ...options, ...data].join(' ');
}

/** One argument of a shell, whatever a folder is called; one that looks like an option is told from there. */
function quoted(name: string): string {
  const text = name.startsWith('-') ? `./${name}` : name;
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The settings of one run as the evaluation takes them. @param settings without `table`: see `runsOf` */
export function toOptions({ table: _, readout, ...options }: CompareSettings): EvaluationOptions {
  return readout === undefined || readout === 'published' ? options : { ...options, readout };
}

const READOUT_WORDS: Record<Readout, string> = {
  ...{ window: words.readoutWindow, mean: words.readoutMean, published: words.readoutPublished },
};

/** "100 users × 50 ratings, corrected join, one window for all, seed 1". */
export function describeSettings(settings: CompareSettings): string {
  const {
    protocol,
    users,
    ratings,
    join,
    split,
    feedback,
    readout = 'published',
    folds,
    seed,
    seeds,
  } = settings;
  const parts: string[] = [];
  if (protocol === 'paper') {
    parts.push(words.sample(users, ratings), words.join(join));
  } else {
    parts.push(words.folds(folds));
    if (protocol === 'new-user') parts.push(words.split(split));
    if (feedback !== 'stars') parts.push(words.taught(feedback));
  }
  // Outside `paper` it decides a figure among others.
  if (protocol === 'paper' || readout !== 'published') parts.push(READOUT_WORDS[readout]);
  parts.push(seeds === 1 ? words.seed(seed) : words.seeds(seed, seed + seeds - 1));
  return words.describe(parts);
}
