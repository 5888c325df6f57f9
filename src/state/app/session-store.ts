import { createStore, type StoreApi } from 'zustand/vanilla';
import { DamagedBytesError } from '../../lib/bytes';
import { StorageError } from '../../storage/storage-error';
import * as words from '../../words/en/start/session';
import type { AppDependencies } from '../platform/dependencies';
import { type FirstLibrary, LoadError } from '../platform/libraries';
import type { Library } from '../platform/library';
import { type Awaited, createPatience, type Patience } from './patience';

/** Where the start of the app stands. `message` is for a person. */
type SessionStatus =
  | { phase: 'loading' }
  | { phase: 'ready'; library: Library }
  /** `ofStorage`: going on without what is stored can help. `details`: for whoever reports it. */
  | { phase: 'failed'; message: string; ofStorage: boolean; details: string };

/** Whether what is done here outlives the page; where not: the browser refused, or a person went on without. */
export type Keeping = 'kept' | 'refused' | 'forgone';

/** How the start of the app goes, and what a person must know of other tabs. */
export interface SessionState {
  status: SessionStatus;
  /** Something about other tabs that the person must know, while it lasts; null most of the time. */
  notice: string | null;
  /** What has been waited for too long, so that a person must be told; null most of the time. */
  overdue: Awaited | null;
  keeping: Keeping;
  /** Why the catalogue chosen is not the one in use, for a person; null where it is. */
  fellBack: string | null;
  /** Whether the browser had deleted all that was stored here, because it found its storage damaged. */
  discarded: boolean;
  /** Loads everything again after a failure, or after too long a wait. Never rejects. */
  retry(): Promise<void>;
}

/** The store of the start, and how the app says what it waits for later. */
export interface SessionStore extends StoreApi<SessionState> {
  patience: Patience;
  /** Puts another library in the place of the one in use. */
  use(library: Library): void;
}

/** What is said of other tabs, for a person. */
export const NOTICES = {
  blocked: words.blocked,
  outdated: words.outdated,
} as const;

/** Before anything is loaded. */
const AT_FIRST: Omit<SessionState, 'retry'> = {
  status: { phase: 'loading' },
  notice: null,
  overdue: null,
  keeping: 'kept',
  fellBack: null,
  discarded: false,
};

/** An error and what led to it, a line each. */
function detailsOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: undefined };
  return cause === undefined ? String(error) : `${error}\n${detailsOf(cause)}`;
}

function messageOf(error: unknown): string {
  if (error instanceof LoadError) return error.message;
  if (error instanceof DamagedBytesError) return words.damaged(error.message);
  if (error instanceof StorageError) return error.message;
  return words.notStarted;
}

/**
 * @param firstLibrary loads the library to begin with; rejects with a LoadError or DamagedBytesError.
 * @param openStorage opens the database and the active profile's model, and gives the library in use; it asks for the one to
 *   begin with when it is its turn. Rejects with StorageError, or as the library does.
 */
export function createSessionStore(
  dependencies: AppDependencies,
  firstLibrary: () => Promise<FirstLibrary>,
  openStorage: (load: () => Promise<Library>, patience: Patience) => Promise<Library>,
): SessionStore {
  let running: Promise<void> | null = null;
  /** Grows with every start; one that waited too long is not heard any more. */
  let current = 0;
  // Public data that has arrived stays: a retry after a storage failure does not load it again.
  let library: Library | null = null;
  let coming: Promise<Library> | null = null;

  const patience = createPatience(dependencies.schedule, (overdue) => store.setState({ overdue }));

  const store = createStore<SessionState>()((set, get) => {
    const loadAnew = async () => {
      const first = await firstLibrary();
      library = first.library;
      set({ fellBack: first.problem });
      return library;
    };
    const loadOnce = async () => {
      if (library) return library;
      const loading = coming ?? loadAnew();
      coming = loading;
      const end = () => {
        if (coming === loading) coming = null;
      };
      loading.then(end, end);
      return loading;
    };
    const load = async (): Promise<void> => {
      const own = ++current;
      const { keeping } = get();
      const end = (status: SessionStatus) => {
        if (own !== current) return;
        patience.waitFor(null);
        set({ status });
      };
      set({ status: { phase: 'loading' } });
      patience.waitFor('storage');
      try {
        end({ phase: 'ready', library: await openStorage(loadOnce, patience) });
      } catch (error) {
        // What was asked of the database is void once memory has taken its place.
        if (own === current && keeping === 'kept' && get().keeping !== 'kept') return load();
        dependencies.logger.warn('Weightless could not start.', error);
        const ofStorage = error instanceof StorageError;
        end({ phase: 'failed', message: messageOf(error), ofStorage, details: detailsOf(error) });
      }
    };
    const retry = () => {
      if (get().overdue !== null) {
        running = null;
        coming = null;
      }
      if (running) return running;
      const started = load().finally(() => {
        if (running === started) running = null;
      });
      running = started;
      return started;
    };
    return { ...AT_FIRST, retry };
  });
  const use = (next: Library) => {
    library = next;
    store.setState({ status: { phase: 'ready', library: next } });
  };
  return Object.assign(store, { patience, use });
}
