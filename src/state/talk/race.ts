import { calledOff } from '../../words/en/talk/called-off';
import { createCompareClient, type SpawnedService } from '../../worker/client';
import type { ModelView, RunProgress } from '../../worker/contract';
import { blankViews } from '../compare/run';
import { type CompareSettings, proposedSettings, tidySettings } from '../compare/settings';
import { followRun } from '../compare/views';
import type { AppDependencies } from '../platform/dependencies';

/**
 * The race on stage: the row of the paper's table that takes seconds, one window for all, with the strongest of the rivals
 * that take moments.
 */
export const RACE_SETTINGS: CompareSettings = tidySettings({
  ...proposedSettings('paper'),
  users: 100,
  ratings: 50,
  seed: 1,
  models: ['wnn', 'wnn-paper', 'weighted-paper', 'cf-paper', 'ridge', 'item-knn'],
});

/** What the stage shows of the race. */
export interface RaceState {
  phase: 'idle' | 'running' | 'done' | 'failed';
  /** Why there is no race; for a person. */
  message: string | null;
  /** In the order of the settings' models. */
  views: readonly ModelView[];
  progress: RunProgress | null;
  elapsedMs: number;
}

/** What a race is made of. */
export interface RaceParts extends Pick<AppDependencies, 'schedule' | 'datasetUrls'> {
  spawn(): SpawnedService;
  /** Another race than the one on stage. */
  raceSettings?: CompareSettings;
}

/** A race that can be started again and again, in a worker of its own. */
export interface Race {
  readonly state: RaceState;
  /** Starts anew, whatever went on before. */
  start(): void;
  setPaused(paused: boolean): void;
  /** Ends the worker and forgets what was measured. */
  clear(): void;
}

const idle = (settings: CompareSettings): RaceState => ({
  ...{ phase: 'idle', message: null, progress: null, elapsedMs: 0 },
  views: blankViews(settings.models),
});

/** A run of the Compare screen's worker that is kept nowhere. @param onChange told of every new state */
export function createRace(parts: RaceParts, onChange: () => void): Race {
  const { spawn, schedule, datasetUrls, raceSettings = RACE_SETTINGS } = parts;
  const IDLE = idle(raceSettings);
  const client = createCompareClient(spawn, schedule);
  let state = IDLE;
  /** Grows with every start and end: what an earlier run still says is not heard. */
  let current = 0;

  const set = (changes: Partial<RaceState>) => {
    state = { ...state, ...changes };
    onChange();
  };
  const run = async (own: number) => {
    const stale = () => own !== current;
    const opened = await client.open({ kind: 'bundled', urls: datasetUrls }, () => {});
    if (stale()) return;
    if (opened.kind !== 'done') return set(endOf(opened));
    const outcome = await followRun(client, raceSettings, IDLE.views, (figures) => {
      if (!stale()) set(figures);
    });
    if (stale()) return;
    if (outcome.kind !== 'done') return set(endOf(outcome));
    const { views, elapsedMs } = outcome.value;
    set({ phase: 'done', views, elapsedMs });
  };
  const end = () => {
    current++;
    client.dispose();
  };

  return {
    get state() {
      return state;
    },
    start() {
      end();
      set({ ...IDLE, phase: 'running' });
      run(current).catch((error: unknown) => set(endOf({ kind: 'failed', message: String(error) })));
    },
    setPaused: (paused) => client.setPaused(paused),
    clear() {
      end();
      if (state !== IDLE) set(IDLE);
    },
  };
}

function endOf(outcome: { kind: string; message?: string }): Partial<RaceState> {
  return { phase: 'failed', message: outcome.message ?? calledOff };
}
