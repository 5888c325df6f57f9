import type { Results } from '../../storage/results';
import type { SpawnedService } from '../../worker/client';
import type { DataFacts, DataSource, Stage } from '../../worker/contract';
import type { AppDependencies } from '../platform/dependencies';
import { type CompareRun, isOver } from './run';
import type { RunLocks } from './run-locks';
import type { CompareSettings } from './settings';

/** The data that runs are made on; messages are for a person. */
type CompareData =
  | { phase: 'unread' }
  | { phase: 'reading'; stage: Stage }
  | { phase: 'ready'; facts: DataFacts }
  | { phase: 'refused'; message: string };

/** What the Compare screen can do. Nothing rejects: what went wrong is in the state. */
export interface CompareActions {
  /** Starts what the settings stand for. Does nothing while a run goes on or data are being read. */
  start(settings: CompareSettings): Promise<void>;
  pause(): void;
  resume(): void;
  /** Cancels the run and those behind it. Answers within 200 ms. */
  cancel(): void;
  /** Ends the worker whatever it does; the next start makes another. */
  restartWorker(): void;
  /** The person's own MovieLens folder or zip. @param options.paths of each file, the chosen folder first */
  readFiles(files: File[], options: { paths?: string[]; skipSingleRatings: boolean }): Promise<void>;
  /** Ends what is being read within 200 ms. */
  cancelReading(): void;
  useBundled(): Promise<void>;
  /** Back to the data of the films in use, or the bundled ones where these have no ratings. */
  useFilmsInUse(): Promise<void>;
  /** Other films are in use: what was read of those before is let go, unless a person chose the data. */
  onOtherFilms(): void;
  /** Reads the list of kept runs anew. */
  refreshKept(): Promise<void>;
  /** @param name is trimmed and cut at 120 characters; an empty one changes nothing. */
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What the Compare screen shows. */
export interface CompareState {
  data: CompareData;
  /** The runs that were started last: one, or the rows of a table. */
  series: readonly CompareRun[];
  /** Kept runs, latest first, those of the series among them. */
  kept: readonly CompareRun[];
  /** What storage said when it failed; for a person. */
  storageMessage: string | null;
  /** Never change identity. */
  actions: CompareActions;
}

/** What the Compare screen needs of the app. */
export interface CompareParts
  extends Pick<AppDependencies, 'now' | 'uuid' | 'schedule' | 'datasetUrls' | 'logger'> {
  results: Results;
  /** The data that are measured on unless others are chosen: those of the films in use, or the bundled ones where these have no ratings. */
  usualData(): Promise<DataSource>;
}

/** What the store of the Compare screen is made of. */
export interface CompareStoreParts extends CompareParts {
  spawn(): SpawnedService;
  locks: RunLocks;
  appVersion: string;
}

/** Writes what has changed of a run into the state; the run is replaced, never changed in place. */
export type ChangeRun = (id: string, changes: Partial<CompareRun>) => void;

/** Whether a run of the series is not over yet. */
export function isRunning({ series }: Pick<CompareState, 'series'>): boolean {
  return series.some((run) => !isOver(run));
}

/** Whether something goes on that a run or other data would have to wait for. */
export function isBusy(state: Pick<CompareState, 'series' | 'data'>): boolean {
  return isRunning(state) || state.data.phase === 'reading';
}
