import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { App } from '../../state/app/app';
import type { Library } from '../../state/platform/library';
import type { ModelState } from '../../state/profile/model-state';
import type { SavingState } from '../../state/profile/saving-store';
import type { TuningState } from '../../state/profile/tuning-store';
import type { RateState } from '../../state/rate/rate-store';

const AppContext = createContext<App | null>(null);
const LibraryContext = createContext<Library | null>(null);

/** Gives everything below it the stores of the app. */
export function AppProvider({ app, children }: { app: App; children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

/** Has everything below it see other public data than those in use. */
export function LibraryProvider({ library, children }: { library: Library; children: ReactNode }) {
  return <LibraryContext value={library}>{children}</LibraryContext>;
}

/** The app's stores. @throws Error outside an AppProvider. */
export function useApp(): App {
  const app = use(AppContext);
  if (!app) throw new Error('useApp needs an AppProvider above it.');
  return app;
}

/** A part of the active person's model store; drawn anew when the part changes by `Object.is`. */
export function useModel<T>(select: (state: ModelState) => T): T {
  return useStore(useApp().model, select);
}

/** A part of the store that tells how far saving has come; drawn anew when the part changes by `Object.is`. */
export function useSaving<T>(select: (state: SavingState) => T): T {
  return useStore(useApp().saving, select);
}

/** A part of the store of the film being judged; drawn anew when the part changes by `Object.is`. */
export function useRate<T>(select: (state: RateState) => T): T {
  return useStore(useApp().rate, select);
}

/** A part of the store of how the list is tuned; drawn anew when the part changes by `Object.is`. */
export function useTuning<T>(select: (state: TuningState) => T): T {
  return useStore(useApp().tuning, select);
}

/** Whether what is done here outlives the page. */
export function useKept(): boolean {
  return useStore(useApp().session, (state) => state.keeping === 'kept');
}

/** The public data in use once they are there and somebody's ratings are read; null before. */
export function useReadyLibrary(): Library | null {
  const status = useStore(useApp().session, (state) => state.status);
  const ready = useModel((state) => state.phase === 'ready');
  return ready && status.phase === 'ready' ? status.library : null;
}

/** The public data in use; for screens, which are only shown once it is there. */
export function useLibrary(): Library {
  const status = useStore(useApp().session, (state) => state.status);
  const other = use(LibraryContext);
  if (other) return other;
  if (status.phase !== 'ready') throw new Error('Screens are shown only when the film data is ready.');
  return status.library;
}
