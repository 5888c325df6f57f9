import type { BundledFiles } from '../../data/dataset';
import type { Storage } from '../../storage/storage';
import * as words from '../../words/en/start/loading';
import { BUNDLED, chosenCatalogue } from './catalogue-choice';
import type { AppDependencies } from './dependencies';
import { idOf, type Library, libraryOf } from './library';
import { chosenNetwork, type NetworkName } from './network-choice';

/** A failure that says for itself what a person should know. */
export class LoadError extends Error {
  override name = 'LoadError';
}

/** The library to begin with. */
export interface FirstLibrary {
  library: Library;
  /** Why the catalogue chosen is not used, for a person; null where it is. */
  problem: string | null;
}

/** Where libraries come from: the bundled one over the network, others out of this browser. */
export interface Libraries {
  /** That of the catalogue chosen, or the bundled one where it cannot be used. @throws LoadError or DamagedBytesError */
  first(): Promise<FirstLibrary>;
  /** That of a kept catalogue, by its id; of the bundled one for null. @throws Error with a message for a person */
  of(id: string | null): Promise<Library>;
  /** Remembers the library of a kept catalogue, so that it is there at once when it is asked for. */
  remember(library: Library): void;
  /** The network of a catalogue that has several. Never rejects. */
  network(): Promise<NetworkName>;
}

async function download(
  { fetch }: Pick<AppDependencies, 'fetch'>,
  url: string,
  part: words.Part,
): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new LoadError(words.notLoaded(part), { cause });
  }
  if (!response.ok) {
    throw new LoadError(words.refused(part, response.status));
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new LoadError(words.cutShort, { cause });
  }
}

/** Loads the code that reads and writes a model, without which a library is of no use. @throws LoadError */
export async function loadModelCode(load: () => Promise<unknown>): Promise<void> {
  try {
    await load();
  } catch (cause) {
    throw new LoadError(words.codeNotLoaded, { cause });
  }
}

/** Nothing is loaded before it is asked for. What has come stays: the bundled library, and the last one of a kept catalogue. */
export function createLibraries(
  dependencies: AppDependencies,
  storage: Pick<Storage, 'open' | 'settings' | 'catalogues'>,
): Libraries {
  const { datasetUrls, networkUrls, logger } = dependencies;
  let bundled: Library | null = null;
  let latest: Library | null = null;
  /** Once a catalogue was chosen here, that a saved model is of another network is no news. */
  let wasChosen = false;

  const dataset = async (): Promise<BundledFiles<Uint8Array>> => {
    const [films, ratings] = await Promise.all([
      download(dependencies, datasetUrls.films, 'films'),
      download(dependencies, datasetUrls.ratings, 'ratings'),
    ]);
    return { films, ratings };
  };
  const network = async () => {
    // Where storage cannot be opened, opening the profile says so.
    await storage.open().catch(() => {});
    return chosenNetwork(storage.settings);
  };
  const loadBundled = async (coming?: Promise<BundledFiles<Uint8Array>>): Promise<Library> => {
    if (bundled === null) {
      const name = network();
      const [files, bytes] = await Promise.all([
        coming ?? dataset(),
        name.then((chosen) => download(dependencies, networkUrls[chosen], 'network')),
      ]);
      const { data } = await dependencies.prepareData({ kind: 'bundled', ...files, network: bytes });
      bundled = libraryOf({ kind: 'bundled' }, data);
    }
    return { ...bundled, wasChosen };
  };
  const loadPack = async (id: string): Promise<Library> => {
    wasChosen = true;
    if (latest && idOf(latest) === id) return latest;
    const { loadPackLibrary } = await import('./pack-library');
    latest = await loadPackLibrary(dependencies, await storage.catalogues(), id, await network());
    return latest;
  };

  return {
    network,
    async first() {
      // On its way before it is known whether it is needed: it is, nearly always.
      const coming = dataset();
      coming.catch(() => {});
      await storage.open().catch(() => {});
      const { id, everChosen } = await chosenCatalogue(storage.settings).catch(() => BUNDLED);
      wasChosen ||= everChosen;
      if (id === null) return { library: await loadBundled(coming), problem: null };
      try {
        return { library: await loadPack(id), problem: null };
      } catch (error) {
        logger.warn('The catalogue chosen cannot be used.', error);
        const problem = error instanceof Error ? error.message : String(error);
        return { library: await loadBundled(coming), problem };
      }
    },
    of: (id) => (id === null ? loadBundled() : loadPack(id)),
    remember(library) {
      wasChosen = true;
      latest = library;
    },
  };
}
