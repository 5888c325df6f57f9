import type { StoreApi } from 'zustand/vanilla';
import type { DataSource } from '../../worker/contract';
import { spawnCompareWorker } from '../../worker/spawn';
import type { CompareParts, CompareState } from '../compare/compare-state';
import { createCompareStore } from '../compare/compare-store';
import { createDuelStore, type DuelParts, type DuelState } from '../compare/duel';
import { createRunLocks } from '../compare/run-locks';
import { attempt } from '../platform/attempt';
import { baseOf } from '../platform/library';
import type { LaterSources } from './later-sources';

/*
 * Loaded by a dynamic import when the Compare screen is first opened: the first screen needs no systems to compare.
 */

/** The stores of the Compare screen; they live as long as the app, so that a run goes on while another screen is open. */
export interface CompareStores {
  runs: StoreApi<CompareState>;
  /** The duel of the active profile; its worker lives while something follows it. */
  duel: StoreApi<DuelState>;
  /** To be called when other films are in use. */
  onOtherFilms(): void;
}

/** @param parts from the app; `model` holds the log of the active profile. */
function createCompareStores(parts: CompareParts & Pick<DuelParts, 'model'>): CompareStores {
  const spawn = spawnCompareWorker;
  const runs = createCompareStore({
    ...{
      ...parts,
      spawn,
      locks: createRunLocks(attempt(() => navigator.locks)),
      appVersion: __APP_VERSION__,
    },
  });
  const duel = createDuelStore({ ...parts, spawn });
  return {
    runs,
    duel,
    onOtherFilms() {
      runs.getState().actions.onOtherFilms();
      duel.getState().onOtherFilms();
    },
  };
}

/** The same, out of the app; they follow the films in use. */
export function createCompareStoresOf(sources: LaterSources): CompareStores {
  const { dependencies, storage, own, session } = sources;
  const stores = createCompareStores({
    ...{ ...dependencies, results: storage.results, model: own.model.store },
    usualData: () => usualDataOf(sources),
  });
  session.subscribe(({ status }, before) => {
    if (status === before.status || status.phase !== 'ready') return;
    // Of films added by hand, there are no ratings to compare by.
    const known = before.status.phase === 'ready' && baseOf(before.status.library);
    if (known !== baseOf(status.library)) stores.onOtherFilms();
  });
  return stores;
}

/** See `CompareParts.usualData`. Rejects where the ratings of the films in use cannot be had. */
async function usualDataOf({ library, storage, dependencies }: LaterSources): Promise<DataSource> {
  const { source, ratings } = library();
  if (source.kind === 'bundled' || ratings.count === 0)
    return { kind: 'bundled', urls: dependencies.datasetUrls };
  const bytes = await (await storage.catalogues()).load(source.id);
  if (!bytes) throw new Error('The films in use are not in this browser any more.');
  return { kind: 'pack', name: `${source.about.name}.wlpk`, file: new Blob([new Uint8Array(bytes)]) };
}
