import type { EvaluationResult } from '../../evaluation/types';
import type { StoredResult } from '../../storage/database';
import * as words from '../../words/en/compare/state';
import type { DataFacts, ModelView, RunProgress } from '../../worker/contract';
import { type CompareSettings, describeSettings } from './settings';

/** Where a run stands. Only the first three can still change. */
type RunPhase =
  | 'waiting'
  | 'running'
  | 'paused'
  | 'done'
  | 'cancelled'
  /** The tab was closed, or went, while it ran. */
  | 'interrupted'
  | 'refused'
  | 'failed';

/** One run, in motion or kept. Replaced, never changed in place. */
export interface CompareRun {
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  settings: CompareSettings;
  phase: RunPhase;
  /** For a person, where the run was refused or failed. */
  message: string | null;
  facts: DataFacts | null;
  progress: RunProgress | null;
  /** In the order of settings.models; all of them from the start. */
  views: readonly ModelView[];
  /** Null until the run is done. */
  result: EvaluationResult | null;
  elapsedMs: number;
  appVersion: string;
}

/** What is known of models before anything is measured. */
export function blankViews(models: readonly string[]): ModelView[] {
  return models.map((model) => ({
    ...{ model, state: 'waiting', line: null, interval: null, spread: null, learned: 0 },
    ...{ band: [], steps: [] },
  }));
}

/** A run that waits for its turn. @param made what tells it from other runs */
export function newRun(
  settings: CompareSettings,
  made: Pick<CompareRun, 'id' | 'createdAt' | 'appVersion'>,
): CompareRun {
  const views = blankViews(settings.models);
  const name = words.runName(settings.protocol, describeSettings(settings));
  return {
    ...{ ...made, name, settings, views, phase: 'waiting', message: null, facts: null },
    ...{ progress: null, result: null, elapsedMs: 0 },
  };
}

/** Whether nothing of a run can change any more but its name. */
export function isOver({ phase }: CompareRun): boolean {
  return phase !== 'waiting' && phase !== 'running' && phase !== 'paused';
}

/** How each phase is kept: what has not come to an end is 'running', and interrupted once its tab is gone. */
const STATUS: Record<RunPhase, StoredResult['status']> = {
  ...{ waiting: 'running', running: 'running', paused: 'running', interrupted: 'running' },
  ...{ done: 'done', cancelled: 'cancelled', refused: 'failed', failed: 'failed' },
};

/** Version of what is kept of a run. */
const FORMAT = 1;

/** A run as storage keeps it; `fromStored` is its inverse, but for phases that come to no end. */
export function toStored(run: CompareRun): StoredResult {
  const { id, name, createdAt, phase, ...content } = run;
  return { id, name, createdAt, status: STATUS[phase], content: { format: FORMAT, ...content } };
}

/** A kept run; null where another version kept it. @param alive ids of runs that go on in some tab. */
export function fromStored(stored: StoredResult, alive: ReadonlySet<string>): CompareRun | null {
  const { id, name, createdAt, status } = stored;
  const content = stored.content as
    | (Omit<CompareRun, 'id' | 'name' | 'createdAt' | 'phase'> & { format: number })
    | null;
  if (content?.format !== FORMAT || !Array.isArray(content.views)) return null;
  const { format: _, ...rest } = content;
  const gone = status === 'running' && !alive.has(id);
  return { id, name, createdAt, ...rest, phase: gone ? 'interrupted' : status };
}

/** Whether anything was measured in a run. */
export function hasFigures({ views }: Pick<CompareRun, 'views'>): boolean {
  return views.some(({ line }) => line !== null);
}
