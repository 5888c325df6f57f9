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
  /** To be called when clicks were saved: goes on with what was held. */
  onSaved(): void;
  stop(): void;
}

/**
 * Nothing is looked for before `watch` is called.
 * @param versions undefined where the app cannot be replaced, as in the single file
 * @param saveAll tries to save every click of this page; resolves to whether none is left. Never rejects.
 */
export function createUpdates(versions: Versions | undefined, saveAll: () => Promise<boolean>): Updates {
  let stop = () => {};
  let held: (() => void) | null = null;

  const whenSaved = async (next: () => void) => {
    if (await saveAll()) {
      held = null;
      next();
    } else {
      held = next;
      store.setState({ phase: 'held' });
    }
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
          if (!held) store.setState({ phase: 'waiting' });
        },
        onReplaced: reload,
        onMissing: reload,
      });
    },
    onSaved() {
      if (held) whenSaved(held);
    },
    stop: () => stop(),
  };
}
