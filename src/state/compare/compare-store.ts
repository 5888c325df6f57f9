import { createStore, type StoreApi } from 'zustand/vanilla';
import { createCompareClient } from '../../worker/client';
import type { DataFacts, DataSource } from '../../worker/contract';
import { type CompareState, type CompareStoreParts, isBusy } from './compare-state';
import { createKeptRuns } from './kept-runs';
import { createSeries } from './series';

/** The store of the Compare screen: its data, the runs that were started last, the runs that are kept. */
export function createCompareStore(parts: CompareStoreParts): StoreApi<CompareState> {
  const client = createCompareClient(parts.spawn, parts.schedule);
  const bundled: DataSource = { kind: 'bundled', url: parts.datasetUrl };

  return createStore<CompareState>()((set, get, store) => {
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
    const facts = async () => {
      const { data } = get();
      return data.phase === 'ready' ? data.facts : read(bundled);
    };
    const { change, keep, ...keptActions } = createKeptRuns(store, parts);
    const seriesActions = createSeries(store, { ...parts, client, change, keep, facts });

    return {
      data: { phase: 'unread' },
      series: [],
      kept: [],
      storageMessage: null,
      actions: {
        ...keptActions,
        ...seriesActions,
        restartWorker: () => client.kill('The worker was ended. Run again to start another.'),
        async readFiles(files, { skipSingleRatings }) {
          if (isBusy(get())) return;
          await read({ kind: 'files', files, bundledUrl: parts.datasetUrl, skipSingleRatings });
        },
        async useBundled() {
          if (!isBusy(get())) await read(bundled);
        },
      },
    };
  });
}
