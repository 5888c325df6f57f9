import type { StoreApi } from 'zustand/vanilla';
import { spawnCompareWorker } from '../../worker/spawn';
import type { CompareParts, CompareState } from '../compare/compare-state';
import { createCompareStore } from '../compare/compare-store';
import { createDuelStore, type DuelParts, type DuelState } from '../compare/duel';
import { createRunLocks } from '../compare/run-locks';

/*
 * Loaded by a dynamic import when the Compare screen is first opened: the first screen needs no systems to compare.
 */

/** The stores of the Compare screen; they live as long as the app, so that a run goes on while another screen is open. */
export interface CompareStores {
  runs: StoreApi<CompareState>;
  /** The duel of the active profile; its worker lives while something follows it. */
  duel: StoreApi<DuelState>;
}

/** @param parts from the app; `model` holds the log of the active profile. */
export function createCompareStores(parts: CompareParts & Pick<DuelParts, 'model'>): CompareStores {
  const spawn = spawnCompareWorker;
  return {
    runs: createCompareStore({
      ...{ ...parts, spawn, locks: createRunLocks(navigator.locks), appVersion: __APP_VERSION__ },
    }),
    duel: createDuelStore({ ...parts, spawn }),
  };
}
