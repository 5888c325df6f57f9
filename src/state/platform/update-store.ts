import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Versions } from './dependencies';

/**
 * Where a newer version of the app stands: `none`; `waiting` for a yes; `starting`, after a yes; `held`, because clicks
 * of this page could not be saved yet, which a reload would lose.
 */
type UpdatePhase = 'none' | 'waiting' | 'starting' | 'held';

/** What the page shows and answers of a newer version. */
export interface UpdateState {
  phase: UpdatePhase;
  /** Yes: saves what is left, then lets the newer version take over all tabs. Never rejects. */
  accept(): Promise<void>;
  /** Not now: the version waits until asked about again, or until all tabs are closed. */
  later(): void;
}

/** Follows newer versions of the app, and lets one take over when a person agrees. */
export interface Updates {
  store: StoreApi<UpdateState>;
  /** Starts to look for newer versions. */
  watch(): void;
  stop(): void;
}

/** What an update needs to know of saving. */
export interface UpdateParts {
  /** Tries to save every click of this page; resolves to whether none is left. Never rejects. */
  saveAll(): Promise<boolean>;
  /** Calls back whenever the last unsaved click of this page was saved. @returns how to stop */
  whenAllSaved(callback: () => void): () => void;
}

/** @param versions undefined where the app cannot be replaced, as in the single file */
export function createUpdates(
  versions: Versions | undefined,
  { saveAll, whenAllSaved }: UpdateParts,
): Updates {
  let stop = () => {};
  /** Ends the wait for clicks that hold a version back; null while nothing is held. */
  let release: (() => void) | null = null;

  const whenSaved = async (next: () => void) => {
    const saved = await saveAll();
    release?.();
    release = null;
    if (saved) return next();
    release = whenAllSaved(() => whenSaved(next));
    store.setState({ phase: 'held' });
  };
  const store = createStore<UpdateState>()((set) => ({
    phase: 'none',
    async accept() {
      if (!versions) return;
      set({ phase: 'starting' });
      await whenSaved(() => {
        set({ phase: 'starting' });
        versions.takeOver();
      });
    },
    later: () => set({ phase: 'none' }),
  }));

  return {
    store,
    watch() {
      if (!versions) return;
      stop();
      const reload = () => whenSaved(versions.reload);
      stop = versions.watch({
        onWaiting() {
          if (!release) store.setState({ phase: 'waiting' });
        },
        onReplaced: reload,
        onMissing: reload,
      });
    },
    stop() {
      stop();
      release?.();
    },
  };
}
