import { createStore, type StoreApi } from 'zustand/vanilla';
import { toStorageError } from '../../storage/storage-error';
import { type CompareClient, createCompareClient, type SpawnedService } from '../../worker/client';
import type { DataFacts, DataSource, ModelView, RunEvent, Stage } from '../../worker/contract';
import type { CompareParts } from '../app/app';
import { type CompareRun, fromStored, isOver, newRun, toStored } from './run';
import type { RunLocks } from './run-locks';
import { type CompareSettings, runsOf, toOptions } from './settings';

/** The data that runs are made on. */
export type CompareData =
  | { phase: 'unread' }
  | { phase: 'reading'; stage: Stage }
  | { phase: 'ready'; facts: DataFacts }
  | { phase: 'refused'; message: string };

export interface CompareActions {
  /** Starts what the settings stand for. Does nothing while a run goes on or data are being read. */
  start(settings: CompareSettings): Promise<void>;
  pause(): void;
  resume(): void;
  /** Cancels the run and those behind it. Answers within 200 ms. */
  cancel(): void;
  /** Ends the worker whatever it does; the next start makes another. */
  restartWorker(): void;
  /** The person's own MovieLens folder or zip. */
  readFiles(files: File[], options: { skipSingleRatings: boolean }): Promise<void>;
  useBundled(): Promise<void>;
  refreshKept(): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
}

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

export interface CompareStoreParts extends CompareParts {
  spawn(): SpawnedService;
  locks: RunLocks;
  appVersion: string;
}

/** How often the page is told of a run in motion, and how often it is kept on the way. */
const SHOW_EVERY_MS = 250;
const KEEP_EVERY_MS = 2000;

export function isRunning({ series }: Pick<CompareState, 'series'>): boolean {
  return series.some((run) => !isOver(run));
}

/** Whether something goes on that a run or other data would have to wait for. */
export function isBusy(state: Pick<CompareState, 'series' | 'data'>): boolean {
  return isRunning(state) || state.data.phase === 'reading';
}

export function createCompareStore(parts: CompareStoreParts): StoreApi<CompareState> {
  const { results, now, uuid, schedule, locks, appVersion, logger } = parts;
  const client: CompareClient = createCompareClient(parts.spawn, schedule);
  const bundled: DataSource = { kind: 'bundled', url: parts.datasetUrl };

  return createStore<CompareState>()((set, get) => {
    let cancelled = false;
    /** Settles when nothing of the last series is in motion any more. */
    let ending: Promise<void> = Promise.resolve();

    const change = (id: string, changes: Partial<CompareRun>) => {
      const replace = (run: CompareRun) => (run.id === id ? { ...run, ...changes } : run);
      const listed = changes.phase !== undefined || changes.name !== undefined;
      // The list of kept runs does not follow a run in motion, only what becomes of it.
      set(({ series, kept }) => ({ series: series.map(replace), kept: listed ? kept.map(replace) : kept }));
    };
    const runOf = (id: string) => get().series.find((run) => run.id === id) as CompareRun;
    const keep = async (id: string) => {
      try {
        await results.put(toStored(runOf(id)));
        set({ storageMessage: null });
      } catch (error) {
        logger.warn('A run could not be kept.', error);
        set({ storageMessage: toStorageError(error).message });
      }
    };

    const read = async (source: DataSource): Promise<DataFacts | null> => {
      set({ data: { phase: 'reading', stage: { doing: 'Reading', share: 0 } } });
      const outcome = await client.open(source, (stage) => {
        if (get().data.phase === 'reading') set({ data: { phase: 'reading', stage } });
      });
      if (outcome.kind === 'done') {
        set({ data: { phase: 'ready', facts: outcome.value } });
        return outcome.value;
      }
      if (outcome.kind === 'cancelled') set({ data: { phase: 'unread' } });
      else set({ data: { phase: 'refused', message: outcome.message } });
      return null;
    };

    const play = async (id: string, facts: DataFacts) => {
      const { settings } = runOf(id);
      const views = new Map(runOf(id).views.map((view) => [view.model, view]));
      const release = locks.hold(id);
      let latest: RunEvent | null = null;
      let waiting: (() => void) | null = null;
      let keptAt = now();
      let ended = false;
      const listed = (): ModelView[] => settings.models.flatMap((name) => views.get(name) ?? []);
      const show = () => {
        waiting = null;
        if (!latest || ended || isOver(runOf(id))) return;
        change(id, { views: listed(), progress: latest.progress, elapsedMs: latest.progress.elapsedMs });
        if (now() < keptAt + KEEP_EVERY_MS) return;
        keptAt = now();
        keep(id);
      };
      change(id, { phase: 'running', facts });
      await keep(id);
      const outcome = cancelled
        ? { kind: 'cancelled' as const }
        : await client.run(toOptions(settings), (event) => {
            // A worker's last words may come after the answer that it was cancelled.
            if (ended) return;
            latest = event;
            for (const view of event.views) views.set(view.model, view);
            waiting ??= schedule(show, SHOW_EVERY_MS);
          });
      ended = true;
      (waiting as (() => void) | null)?.();
      if (outcome.kind === 'done') {
        const { result, views: final, elapsedMs } = outcome.value;
        change(id, { phase: 'done', result, views: final, elapsedMs });
      } else {
        const message = outcome.kind === 'cancelled' ? null : outcome.message;
        const elapsedMs = (latest as RunEvent | null)?.progress.elapsedMs ?? 0;
        change(id, { phase: outcome.kind, message, views: listed(), elapsedMs });
      }
      release();
      await keep(id);
    };

    const playAll = async (series: readonly CompareRun[]) => {
      const { data } = get();
      const facts = data.phase === 'ready' ? data.facts : await read(bundled);
      for (const { id } of series) {
        if (cancelled) change(id, { phase: 'cancelled' });
        else if (!facts) {
          const { data: refused } = get();
          change(id, { phase: 'failed', message: refused.phase === 'refused' ? refused.message : null });
        } else await play(id, facts);
      }
    };

    return {
      data: { phase: 'unread' },
      series: [],
      kept: [],
      storageMessage: null,

      actions: {
        async start(settings) {
          if (isBusy(get())) return;
          // What was cancelled a moment ago may still be on its way out.
          await ending;
          if (isBusy(get())) return;
          cancelled = false;
          const createdAt = now();
          const series = runsOf(settings).map((run, index) =>
            newRun(run, { id: uuid(), createdAt: createdAt + index, appVersion }),
          );
          set(({ kept }) => ({ series, kept: [...series.toReversed(), ...kept] }));
          ending = playAll(series);
          await ending;
        },
        pause() {
          client.setPaused(true);
          for (const run of get().series) if (run.phase === 'running') change(run.id, { phase: 'paused' });
        },
        resume() {
          client.setPaused(false);
          for (const run of get().series) if (run.phase === 'paused') change(run.id, { phase: 'running' });
        },
        cancel() {
          cancelled = true;
          client.cancel();
          for (const run of get().series) if (!isOver(run)) change(run.id, { phase: 'cancelled' });
        },
        restartWorker: () => client.kill('The worker was ended. Run again to start another.'),

        async readFiles(files, { skipSingleRatings }) {
          if (isBusy(get())) return;
          const { datasetUrl } = parts;
          await read({ kind: 'files', files, bundledUrl: datasetUrl, skipSingleRatings });
        },
        async useBundled() {
          if (!isBusy(get())) await read(bundled);
        },

        async refreshKept() {
          try {
            const [rows, alive] = await Promise.all([results.list(), locks.held()]);
            const own = new Map(get().series.map((run) => [run.id, run]));
            const kept = rows.flatMap((row) => own.get(row.id) ?? fromStored(row, alive) ?? []);
            set({ kept, storageMessage: null });
          } catch (error) {
            set({ storageMessage: toStorageError(error).message });
          }
        },
        async rename(id, name) {
          const trimmed = name.trim().slice(0, 120);
          if (trimmed === '') return;
          change(id, { name: trimmed });
          try {
            await results.rename(id, trimmed);
          } catch (error) {
            set({ storageMessage: toStorageError(error).message });
          }
        },
        async remove(id) {
          try {
            await results.remove(id);
            set(({ kept }) => ({ kept: kept.filter((run) => run.id !== id) }));
          } catch (error) {
            set({ storageMessage: toStorageError(error).message });
          }
        },
      },
    };
  });
}
