import type { BundledFiles } from '../data/dataset';
import type { SeenAnswer } from '../data/opinion';
import type { EvaluationOptions, EvaluationResult, ModelLine } from '../evaluation/types';
import type { PickedFiles } from './picked-files';

/*
 * What the page and the worker say to each other. Everything here survives structured cloning; callbacks are proxied
 * by Comlink. Failures are values, not exceptions: a message for a person travels better than an error object.
 */

/** Where ratings come from. */
export type DataSource =
  /** The files the app loads; absolute URLs, since a worker's own address is another. */
  | { kind: 'bundled'; urls: BundledFiles<string> }
  /** A kept catalogue with ratings, as the bytes of its pack, and what its file is called. */
  | { kind: 'pack'; name: string; file: Blob }
  /**
   * A MovieLens folder or one zip file of it, as the person chose or dropped it; nothing is uploaded. Facts of films that the
   * bundled films have too are taken from these.
   */
  | (PickedFiles & { kind: 'files'; filmsUrl: string; skipSingleRatings: boolean });

/** What is known of a data set once it has been read. */
export interface DataFacts {
  /** "MovieLens latest-small (bundled)", or the name of the folder, zip file or pack. */
  name: string;
  films: number;
  users: number;
  ratings: number;
  /** As the command line computes it: 8 hexadecimal digits. */
  checksum: string;
  /** Whether the paper's own join is there. */
  published: boolean;
  /** Of a person's own data: the folder, zip file or pack as the command line is told of it, and how it was read; null if bundled. */
  own: { folder: string; skipSingleRatings: boolean } | null;
  /** What was left out or read otherwise than it stands, in sentences; absent for nothing. */
  notices?: string[];
}

/** How far something has come: what is being done, and the share that is done, 0..1. */
export interface Stage {
  doing: string;
  share: number;
}

/** Result of something that may be refused, fail or be cancelled; messages are for a person. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  /** The request or its data are at fault. */
  | { kind: 'refused'; message: string }
  /** The program is at fault. */
  | { kind: 'failed'; message: string }
  | { kind: 'cancelled' };

/** A point of the accuracy so far: after `users` users. */
export interface BandPoint {
  users: number;
  value: number;
  low: number;
  high: number;
}

/** A point of the learning curve: the main metric after `step` ratings, over all later ratings of a cohort. */
export interface StepPoint {
  /** The cohort: users with at least this many ratings. */
  atLeast: number;
  step: number;
  users: number;
  value: number;
  /** 95 %, normal approximation over users. */
  low: number;
  high: number;
}

/** How a metric spreads over users. */
export interface Spread {
  users: number;
  mean: number;
  /** Quantiles .05, .25, .5, .75, .95. */
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}

/** What is known of one model in a run so far. */
export interface ModelView {
  model: string;
  state: 'waiting' | 'fitting' | 'measuring' | 'done';
  /** The line as the command line would print it, over the users measured so far. */
  line: ModelLine | null;
  /** Of the main metric: 95 %, normal approximation over users while running, bootstrap when the run is done. */
  interval: { low: number; high: number; method: 'normal' | 'bootstrap' } | null;
  /** Accuracy so far, at most 50 points. */
  band: BandPoint[];
  spread: Spread | null;
  /** `prequential`: the learning curve so far. */
  steps: StepPoint[];
  /** Ratings learned by a user, mean; 0 while unknown. */
  learned: number;
}

/** How far a run has come. */
export interface RunProgress {
  model: string;
  seed: number;
  fold: number;
  /** False while what is shared is being fitted, which cannot be interrupted but by ending the worker. */
  measuring: boolean;
  tasksDone: number;
  tasks: number;
  /** 0..1, by expected time. */
  share: number;
  elapsedMs: number;
  /** Null until there is something to judge by. */
  remainingMs: number | null;
}

/** What is new of one model: the fields that changed, for `mergeViews` (state/compare/views). */
export type ViewChange<View extends { model: string }> = Pick<View, 'model'> & Partial<View>;

/** A run in motion: only the models that changed since the last event. */
export interface RunEvent {
  progress: RunProgress;
  views: ViewChange<ModelView>[];
}

/** A finished run. */
export interface RunValue {
  result: EvaluationResult;
  views: ModelView[];
  elapsedMs: number;
}

/** One click of a person, in the order in which they were given. */
export interface DuelClick {
  /** MovieLens id. */
  movieId: number;
  answer: SeenAnswer;
  /** Milliseconds since 1970. */
  time: number;
  /** A prediction for this film was on screen when it was judged. */
  predictionVisible: boolean;
}

/** What a system said to each click before learning it. */
export interface DuelView {
  model: string;
  state: 'waiting' | 'fitting' | 'playing' | 'done';
  /** Milliseconds to fit what is shared, on all users of the data. */
  fitMs: number;
  /** Per click: did it say "like" (3.75 stars and above)? */
  saysLike: boolean[];
}

/** A duel in motion: only the systems that changed since the last event. */
export interface DuelEvent {
  /** Indices into the request's clicks of those whose film is in the data; `saysLike` follows these. */
  known: number[];
  /** A system that has not come to its turn says nothing new: what it said of the clicks before stands. */
  views: ViewChange<DuelView>[];
}

/** A duel that has been played to its end: what all systems said. */
export interface DuelValue {
  /** As in DuelEvent. */
  known: number[];
  views: DuelView[];
}

/** What the worker does. One run at a time. */
export interface CompareService {
  /** Reads a data set and keeps it for what follows. `cancel` ends it between two pieces. */
  open(source: DataSource, onStage: (stage: Stage) => void): Promise<Outcome<DataFacts>>;
  /** Measures the models on the data that were opened. `onEvent` hears of every slice. */
  run(options: EvaluationOptions, onEvent: (event: RunEvent) => void): Promise<Outcome<RunValue>>;
  /** Plays the clicks against every system in `models`; systems stay fitted for the next call. */
  duel(
    clicks: DuelClick[],
    models: string[],
    onEvent: (event: DuelEvent) => void,
  ): Promise<Outcome<DuelValue>>;
  /** Holds a run before its next user, or lets it go on. */
  setPaused(paused: boolean): void;
  /** Ends what is running before its next user, and what is being read. */
  cancel(): void;
}

/** The service in a worker of its own. */
export interface LivingService extends CompareService {
  /** Answers once the worker runs: whether it holds a lock of its own name to its end (life.ts). */
  alive(): Promise<boolean>;
}
