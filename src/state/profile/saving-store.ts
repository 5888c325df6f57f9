import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Saving } from './event-writer';

/** How far saving has come, for the screens that show it; `error.message` is for a person. */
export interface SavingState extends Saving {
  /** Tries again to save after `error`. Resolves when done, saved or failed; never rejects. */
  retry(): Promise<void>;
}

/** Apart from the profile's store, so that a click that is being saved is no news to those who follow the profile. */
export function createSavingStore(retry: () => Promise<void>): StoreApi<SavingState> {
  return createStore<SavingState>()(() => ({ unsaved: 0, error: null, retry }));
}
