import type { StoreApi } from 'zustand/vanilla';
import type { CompareClient } from '../../worker/client';
import type { DataFacts } from '../../worker/contract';
import { type CompareActions, type CompareState, type CompareStoreParts, isBusy } from './compare-state';
import type { KeptRuns } from './kept-runs';
import { type CompareRun, isOver, newRun } from './run';
import { runsOf } from './settings';
import { followRun } from './views';

/** How often a run in motion is written to storage, in milliseconds, so that a tab that goes leaves something. */
const KEEP_EVERY_MS = 2000;

/** What a series is played with. */
export interface SeriesParts
  extends Pick<CompareStoreParts, 'now' | 'uuid' | 'locks' | 'appVersion'>,
    Pick<KeptRuns, 'change' | 'keep'> {
  client: CompareClient;
  /** What is known of the data, which are read if they have not been; null where they were refused. */
  facts(): Promise<DataFacts | null>;
}

/** Plays the runs that settings stand for, one after the other. @param store whose `series` and `kept` this writes. */
export function createSeries(
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
      if (cancelled) change(run.id, { phase: 'cancelled' });
      else if (facts) await play(run, facts, getState, parts);
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

/** Plays one run to its end, and keeps it on the way. */
async function play(
  { id, settings, views }: CompareRun,
  facts: DataFacts,
  getState: () => CompareState,
  { client, locks, now, change, keep }: SeriesParts,
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
  await keep(id);
}
