import { createStore, type StoreApi } from 'zustand/vanilla';
import { unpackDataset } from '../../data/unpack';
import { DamagedBytesError } from '../../lib/bytes';
import { StorageError } from '../../storage/storage-error';
import type { AppDependencies } from '../platform/dependencies';
import { buildLibrary, type Library } from '../platform/library';
import type { NetworkName } from '../platform/network-choice';

/** Where the start of the app stands. `message` is for a person. */
type SessionStatus =
  | { phase: 'loading' }
  | { phase: 'ready'; library: Library }
  | { phase: 'failed'; message: string };

/** How the start of the app goes, and what a person must know of other tabs. */
export interface SessionState {
  status: SessionStatus;
  /** Something about other tabs that the person must know, while it lasts; null most of the time. */
  notice: string | null;
  /** Loads everything again after a failure. Never rejects. */
  retry(): Promise<void>;
}

/** What is said of other tabs, for a person. */
export const NOTICES = {
  blocked: 'Weightless is open in another tab in an older version. Close that tab to go on.',
  outdated:
    'Weightless was updated in another tab. Reload this page: until then nothing you do here is saved.',
} as const;

/** A failure that says for itself what a person should know. */
class LoadError extends Error {
  override name = 'LoadError';
}

type Download = Pick<AppDependencies, 'fetch'>;

/** @param what it is, for a person: "The film data". */
async function download({ fetch }: Download, url: string, what: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new LoadError(`${what} could not be loaded. Check the connection, then try again.`, { cause });
  }
  if (!response.ok) {
    throw new LoadError(`${what} could not be loaded (the server answered ${response.status}).`);
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new LoadError('Loading was cut short. Check the connection, then try again.', { cause });
  }
}

async function loadLibrary(dependencies: AppDependencies, chosen: Promise<NetworkName>): Promise<Library> {
  const network = chosen.then((name) =>
    download(dependencies, dependencies.networkUrls[name], 'The network'),
  );
  const [dataset, bytes] = await Promise.all([
    download(dependencies, dependencies.datasetUrl, 'The film data'),
    network,
  ]);
  return buildLibrary(unpackDataset(dataset), bytes);
}

function messageOf(error: unknown): string {
  if (error instanceof LoadError) return error.message;
  if (error instanceof DamagedBytesError) return `${error.message} Reload the page to fetch it again.`;
  if (error instanceof StorageError) return error.message;
  return 'Something went wrong while Weightless was starting. Reload the page to try again.';
}

/**
 * @param chosenNetwork which network to load; never rejects.
 * @param openStorage opens the database and the active profile's model, given the library; rejects with StorageError.
 */
export function createSessionStore(
  dependencies: AppDependencies,
  chosenNetwork: () => Promise<NetworkName>,
  openStorage: (library: Promise<Library>) => Promise<void>,
): StoreApi<SessionState> {
  let running: Promise<void> | null = null;
  // Public data that has arrived stays: a retry after a storage failure does not load it again.
  let library: Library | null = null;

  return createStore<SessionState>()((set) => {
    const load = async () => {
      set({ status: { phase: 'loading' } });
      try {
        const loading = library ? Promise.resolve(library) : loadLibrary(dependencies, chosenNetwork());
        const kept = loading.then((loaded) => {
          library = loaded;
          return loaded;
        });
        const [loaded] = await Promise.all([kept, openStorage(kept)]);
        set({ status: { phase: 'ready', library: loaded } });
      } catch (error) {
        dependencies.logger.warn('Weightless could not start.', error);
        set({ status: { phase: 'failed', message: messageOf(error) } });
      }
    };
    const retry = () => {
      running ??= load().finally(() => {
        running = null;
      });
      return running;
    };
    return { status: { phase: 'loading' }, notice: null, retry };
  });
}
