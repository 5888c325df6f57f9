import { use, useCallback, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { CompareState } from '../../state/compare/compare-state';
import type { DuelState } from '../../state/compare/duel';
import {
  type CompareSettings,
  proposedSettings,
  readSettings,
  writeSettings,
} from '../../state/compare/settings';
import { useApp } from '../common/app-context';

/** A part of the store of runs; drawn anew when the part changes by `Object.is`. Suspends until the stores of the screen are there. */
export function useCompare<T>(select: (state: CompareState) => T): T {
  return useStore(use(useApp().compare()).runs, select);
}

/** Reads the duel of the active profile. Suspends until the stores of the screen are there. */
export function useDuel<T>(select: (state: DuelState) => T): T {
  return useStore(use(useApp().compare()).duel, select);
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

/** The part of the page's address that opens the screen with these settings, all that matters said. */
export function addressOf(settings: CompareSettings): string {
  return `#/compare?${writeSettings(settings)}`;
}

/** The settings in the address, and how to change them there; those that the screen proposes where it says none. */
export function useAddressSettings(): [CompareSettings, (settings: CompareSettings) => void] {
  const query = useSyncExternalStore(subscribe, queryOf);
  const write = useCallback((settings: CompareSettings) => {
    // Replaced, not pushed: turning a dial is no step that "Back" should take back.
    history.replaceState(history.state, '', addressOf(settings));
    for (const listener of listeners) listener();
  }, []);
  return [useMemo(() => (query === '' ? proposedSettings('paper') : readSettings(query)), [query]), write];
}
