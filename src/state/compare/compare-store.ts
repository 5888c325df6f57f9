import { createStore, type StoreApi } from 'zustand/vanilla';
import * as words from '../../words/en/compare/state';
import { type CompareClient, createCompareClient } from '../../worker/client';
import type { DataFacts, DataSource } from '../../worker/contract';
import {
  type ChangeRun,
  type CompareActions,
  type CompareState,
  type CompareStoreParts,
  isBusy,
} from './compare-state';
import { createKeptRuns, type KeptRuns } from './kept-runs';
import { type CompareRun, hasFigures, isOver, newRun } from './run';
import { runsOf } from './settings';
import { followRun } from './views';

/** How often a run in motion is written to storage, in milliseconds, so that a tab that goes leaves something. */
const KEEP_EVERY_MS = 2000;

/** The store of the Compare screen: its data, the runs that were started last, the runs that are kept. */
export function createCompareStore(parts: CompareStoreParts): StoreApi<CompareState> {
  const client = createCompareClient(parts.spawn, parts.schedule);
  const bundled: DataSource = { kind: 'bundled', urls: parts.datasetUrls };

  return createStore<CompareState>()((set, get, store) => {
    /** Whether a person chose the data that are open; and whether they are of films that are not in use any more. */
    let [chosen, stale] = [false, false];
    const read = async (source: DataSource): Promise<DataFacts | null> => {
      set({ data: { phase: 'reading', stage: { doing: words.reading, share: 0 } } });
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
    const readUsual = async () => {
      [chosen, stale] = [false, false];
      try {
        return await read(await parts.usualData());
      } catch (error) {
        parts.logger.warn(words.ratingsNotRead, error);
        set({ data: { phase: 'refused', message: words.ratingsNotRead } });
        return null;
      }
    };
    const facts = async () => {
      const { data } = get();
      return data.phase === 'ready' && !stale ? data.facts : readUsual();
    };
    const change: ChangeRun = (id, changes) => {
      const replace = (run: CompareRun) => (run.id === id ? { ...run, ...changes } : run);
      const listed = changes.phase !== undefined || changes.name !== undefined;
      // The list of kept runs does not follow a run in motion, only what becomes of it.
      set(({ series, kept }) => ({ series: series.map(replace), kept: listed ? kept.map(replace) : kept }));
    };
    const runs = createKeptRuns(store, parts, change);
    const { refreshKept, rename, remove } = runs;
    const seriesActions = createSeries(store, { ...parts, ...runs, client, change, facts });

    return {
      data: { phase: 'unread' },
      series: [],
      kept: [],
      storageMessage: null,
      actions: {
        ...{ refreshKept, rename, remove },
        ...seriesActions,
        restartWorker: () => client.kill(words.workerEnded),
        async readFiles(files, { paths, skipSingleRatings }) {
          if (isBusy(get())) return;
          chosen = true;
          await read({ kind: 'files', files, paths, filmsUrl: parts.datasetUrls.films, skipSingleRatings });
        },
        cancelReading() {
          if (get().data.phase === 'reading') client.cancel();
        },
        async useBundled() {
          if (isBusy(get())) return;
          chosen = true;
          await read(bundled);
        },
        async useFilmsInUse() {
          if (!isBusy(get())) await readUsual();
        },
        onOtherFilms() {
          if (chosen) return;
          stale = true;
          if (!isBusy(get())) set({ data: { phase: 'unread' } });
        },
      },
    };
  });
}

/** What a series is played with. */
interface SeriesParts extends CompareStoreParts, Pick<KeptRuns, 'keep' | 'remove'> {
  client: CompareClient;
  change: ChangeRun;
  /** What is known of the data, which are read if they have not been; null where they were refused. */
  facts(): Promise<DataFacts | null>;
}

/** Plays the runs that settings stand for, one after the other. @param store whose `series` and `kept` this writes. */
function createSeries(
  { getState, setState }: Pick<StoreApi<CompareState>, 'getState' | 'setState'>,
  parts: SeriesParts,
): Pick<CompareActions, 'start' | 'pause' | 'resume' | 'cancel'> {
  const { client, change, now } = parts;
  let cancelled = false;
  /** Settles when nothing of the last series is in motion any more. */
  let ending: Promise<void> = Promise.resolve();

  const changeAll = (some: (run: CompareRun) => boolean, phase: CompareRun['phase']) => {
    for (const run of getState().series) if (some(run)) change(run.id, { phase });
  };
  const playAll = async (series: readonly CompareRun[]) => {
    const facts = await parts.facts();
    for (const run of series) {
      if (cancelled) {
        change(run.id, { phase: 'cancelled' });
        await parts.remove(run.id);
      } else if (facts) await play(run, facts, getState, parts);
      else {
        const { data } = getState();
        change(run.id, { phase: 'failed', message: data.phase === 'refused' ? data.message : null });
      }
    }
  };

  return {
    async start(settings) {
      if (isBusy(getState())) return;
      // What was cancelled a moment ago may still be on its way out.
      await ending;
      if (isBusy(getState())) return;
      cancelled = false;
      const createdAt = now();
      const series = runsOf(settings).map((run, index) =>
        newRun(run, { id: parts.uuid(), createdAt: createdAt + index, appVersion: parts.appVersion }),
      );
      setState(({ kept }) => ({ series, kept: [...series.toReversed(), ...kept] }));
      ending = playAll(series);
      await ending;
    },
    pause() {
      client.setPaused(true);
      changeAll(({ phase }) => phase === 'running', 'paused');
    },
    resume() {
      client.setPaused(false);
      changeAll(({ phase }) => phase === 'paused', 'running');
    },
    cancel() {
      cancelled = true;
      client.cancel();
      changeAll((run) => !isOver(run), 'cancelled');
    },
  };
}

/** Where a run ends so before anything was measured, there is nothing to keep. */
const FRUITLESS: ReadonlySet<CompareRun['phase']> = new Set(['cancelled', 'refused']);

/** Plays one run to its end, and keeps it on the way. */
async function play(
  { id, settings, views }: CompareRun,
  facts: DataFacts,
  getState: () => CompareState,
  { client, locks, now, change, keep, remove }: SeriesParts,
): Promise<void> {
  const isCancelled = () => getState().series.some((run) => run.id === id && isOver(run));
  const release = locks.hold(id);
  let keptAt = now();
  change(id, { phase: 'running', facts });
  await keep(id);
  const outcome = isCancelled()
    ? { kind: 'cancelled' as const }
    : await followRun(client, settings, views, (figures) => {
        if (isCancelled()) return;
        change(id, figures);
        if (now() < keptAt + KEEP_EVERY_MS) return;
        keptAt = now();
        keep(id);
      });
  if (outcome.kind === 'done') {
    const { result, views: final, elapsedMs } = outcome.value;
    change(id, { phase: 'done', result, views: final, elapsedMs });
  } else {
    change(id, { phase: outcome.kind, message: outcome.kind === 'cancelled' ? null : outcome.message });
  }
  release();
  const ended = getState().series.find((run) => run.id === id);
  if (ended && FRUITLESS.has(ended.phase) && !hasFigures(ended)) await remove(id);
  else await keep(id);
}
