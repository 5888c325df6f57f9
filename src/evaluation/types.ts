import type { Feedback, Join } from '../baselines/recommender';
import type { ForgottenLine, GroupLine } from './trials/trial-lines';

/** Version of parts and result lines; parts of another version are refused by merge. */
export const RESULT_VERSION = 1;

/** Names of the protocols that measure accuracy, as on the command line; docs/evaluate.md says what each asks. */
export const PROTOCOLS = ['paper', 'new-user', 'prequential', 'top-n'] as const;
/** One of PROTOCOLS. */
export type AccuracyProtocol = (typeof PROTOCOLS)[number];

/** Protocols that try what a person can do with a list or a model; on the command line alone. */
export const TRIALS = ['probes', 'steering', 'unlearning', 'asking'] as const;
/** One of PROTOCOLS or TRIALS. */
export type Protocol = AccuracyProtocol | (typeof TRIALS)[number];

/** The protocol whose question a system must answer to take part: trials ask it for lists, or for ratings. */
export function questionOf(protocol: Protocol): AccuracyProtocol {
  if (protocol === 'probes' || protocol === 'steering') return 'top-n';
  return protocol === 'unlearning' || protocol === 'asking' ? 'new-user' : protocol;
}

/** How much of the training users' ratings the learned networks are learned from: all, or about a quarter. */
export type Fit = 'full' | 'quick';

/**
 * How a user's ratings are divided into a training and a test part: at random or in time, 80/20; or all users' at one
 * moment, before which 80 % of all ratings lie.
 */
export const SPLITS = ['random', 'chronological', 'global'] as const;
/** One of SPLITS. */
export type Split = (typeof SPLITS)[number];

/**
 * What the share within one star is measured on: what each system answers by itself (wnn, hybrid and user-constant a window,
 * the others their mean); for every system with a mean, the window that its residuals make the best; or its mean.
 */
export const READOUTS = ['published', 'window', 'mean'] as const;
/** One of READOUTS. */
export type Readout = (typeof READOUTS)[number];

/** Everything that decides a result, besides data and code. */
export interface EvaluationOptions {
  protocol: Protocol;
  /** Names in the registry, in the order of the output. */
  models: string[];
  /** `new-user` has all; `paper` is random; `prequential` goes by time, `top-n` too or is cut at one moment. */
  split: Split;
  feedback: Feedback;
  /** Of `wnn` and `hybrid`; `paper`, which takes many small samples, is always quick. */
  fit: Fit;
  /** `paper`: which ratings count, and which facts feed the paper's 26 bits. */
  join: Join;
  /** Absent means `published`. */
  readout?: Readout;
  /** Only the last so many ratings of each training part are taught; absent means all. */
  history?: number;
  /** Whether lines say how groups of users fare; absent means no. */
  groups?: boolean;
  /** `paper`: number of users in the sample. */
  users: number;
  /** `paper`: ratings a user; 0 for all (at least two). */
  ratings: number;
  /** Folds of users, at least 2. */
  folds: number;
  /** First seed, and how many seeds follow on each other. */
  seed: number;
  seeds: number;
}

/** The part of a run that shares prepared data: one fold of one seed. */
export interface Unit {
  seed: number;
  /** 1-based. */
  fold: number;
}

/** A mean in the making: sum of values and sum of their weights. */
export type Tally = [sum: number, weight: number];

/** Tallies by the names in metrics.ts. */
export type Tallies = Record<string, Tally>;

/** What one model scored on one user in one unit. */
export interface UserResult {
  /** The data set's own user id. */
  user: number;
  /** Test ratings. */
  ratings: number;
  tallies: Tallies;
  /** `top-n`: movie ids, best first. */
  list?: number[];
  /** Where groups are asked for: what the user belongs to. */
  groups?: Record<string, string>;
}

/** What one task gave: a model's scores in a unit. Shards carry parts. */
export interface ModelPart extends Unit {
  model: string;
  users: UserResult[];
  /** Users without a relevant test item (`top-n`), left out of `users`. */
  skipped: number;
  /** Users whom the split leaves nothing to learn or to ask; absent where it always leaves something. */
  oneSided?: number;
  /** Milliseconds of anything else, by name, sums over the users. */
  millis?: Record<string, number>;
  /** Milliseconds: shared fit; then sums over the users. */
  fitMs: number;
  trainMs: number;
  predictMs: number;
}

/** One line a model: `--json` prints it as it is. */
export interface ModelLine {
  protocol: Protocol;
  model: string;
  /** Users measured, and their test ratings; means over seeds where these differ. */
  users: number;
  ratings: number;
  rmse?: number;
  mae?: number;
  auc?: number;
  likeAccuracy?: number;
  within1Star?: number;
  within1StarMedian?: number;
  within1StarRatings?: number;
  ndcg10?: number;
  recall10?: number;
  traitShare?: number;
  seriesHit10?: number;
  seriesHit10All?: number;
  seriesMax10?: number;
  mostAlikeGone?: number;
  leastAlikeGone?: number;
  ndcg10After?: number;
  mutedMostAlikeGone?: number;
  mutedLeastAlikeGone?: number;
  mutedNdcg10After?: number;
  removedMostAlikeGone?: number;
  removedLeastAlikeGone?: number;
  removedNdcg10After?: number;
  tailNdcg10?: number;
  coverage?: number;
  novelty?: number;
  diversity?: number;
  fameShare?: number;
  /** `asking`: questions put, and of these the films that were answered. */
  asked?: number;
  answered?: number;
  calibrationError?: number;
  /** Of the films whose match figure is above .95, the share that is liked. */
  sureLiked?: number;
  /** `top-n`: users left out because nothing in their test part is relevant. */
  usersWithoutRelevant?: number;
  /** Cut at one moment: users left out because all of their ratings lie on one side of it. */
  usersOneSided?: number;
  /** `unlearning`: by the share of answers forgotten. */
  shares?: ForgottenLine[];
  /** `prequential`: the learning curve. */
  steps?: StepLine[];
  fitMs: number;
  trainMs: number;
  predictMs: number;
  split: Split;
  feedback: Feedback;
  join?: Join;
  /** Absent means `published`. */
  readout?: Readout;
  /** Absent means all. */
  history?: number;
  folds: number;
  seed: number;
  seeds: number;
  version: number;
}

/** A point of the learning curve: the model after `step` ratings, measured on all later ratings of the cohort. */
export interface StepLine {
  /** The cohort: users with at least this many ratings. */
  atLeast: number;
  step: number;
  users: number;
  ratings: number;
  rmse?: number;
  mae?: number;
  auc?: number;
  likeAccuracy?: number;
  within1Star?: number;
  /** Predict-then-learn over the first `step` ratings; absent at step 0. */
  runningRmse?: number;
  runningLikeAccuracy?: number;
}

/** One line a pair and metric: the paired bootstrap over users, 95 %. */
export interface CompareLine {
  compare: [string, string];
  metric: string;
  /** A / B, for rmse and ndcg10. */
  ratio?: number;
  /** A - B, for every other metric. */
  difference?: number;
  low: number;
  high: number;
}

/** What a whole run gives: a line for every model, in the order of the options, and the comparisons. */
export interface EvaluationResult {
  models: ModelLine[];
  comparisons: CompareLine[];
  /** Where groups are asked for. */
  groups?: GroupLine[];
}

/** Thrown where a run cannot be as it was asked for; the message is for a person. */
export class EvaluationError extends Error {
  override name = 'EvaluationError';
}
