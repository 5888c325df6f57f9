import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { App } from '../../state/app/app';
import { type CompareState, createCompareStore } from '../../state/compare/compare-store';
import { createDuelStore, type DuelState } from '../../state/compare/duel';
import { createRunLocks } from '../../state/compare/run-locks';
import { type CompareSettings, readSettings, writeSettings } from '../../state/compare/settings';
import { spawnCompareWorker } from '../../worker/spawn';
import { useApp } from '../common/app-context';

/** One store an app: a run goes on while another screen is open. */
const stores = new WeakMap<App, StoreApi<CompareState>>();

function storeOf(app: App): StoreApi<CompareState> {
  const known = stores.get(app);
  if (known) return known;
  const made = createCompareStore({
    ...app.compare,
    spawn: spawnCompareWorker,
    locks: createRunLocks(navigator.locks),
    appVersion: __APP_VERSION__,
  });
  stores.set(app, made);
  return made;
}

/** A part of the store of runs; drawn anew when the part changes by `Object.is`. */
export function useCompare<T>(select: (state: CompareState) => T): T {
  return useStore(storeOf(useApp()), select);
}

const duels = new WeakMap<App, StoreApi<DuelState>>();

/** The duel of the active profile; its worker lives while something follows it. */
export function useDuel<T>(select: (state: DuelState) => T): T {
  const app = useApp();
  const known = duels.get(app);
  const store =
    known ??
    createDuelStore({
      app,
      spawn: spawnCompareWorker,
      schedule: app.compare.schedule,
      datasetUrl: app.compare.datasetUrl,
    });
  if (!known) duels.set(app, store);
  return useStore(store, select);
}

const queryOf = () => window.location.hash.split('?')[1] ?? '';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
};

/** The settings in the address, and how to change them there. */
export function useAddressSettings(): [CompareSettings, (settings: CompareSettings) => void] {
  const query = useSyncExternalStore(subscribe, queryOf);
  const write = useCallback((settings: CompareSettings) => {
    // Replaced, not pushed: turning a dial is no step that "Back" should take back.
    history.replaceState(history.state, '', `#/compare?${writeSettings(settings)}`);
    for (const listener of listeners) listener();
  }, []);
  return [useMemo(() => readSettings(query), [query]), write];
}
