import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { DamagedBytesError } from '../../lib/bytes';
import { isPack, manifestSchema } from '../../packs/pack-format';
import { catalogueId, type KeptCatalogue } from '../../storage/films/catalogues';
import type { Storage } from '../../storage/storage';
import { StorageError } from '../../storage/storage-error';
import * as words from '../../words/en/catalogues/catalogues';
import { chooseCatalogue, chosenCatalogue } from '../platform/catalogue-choice';
import type { AppDependencies } from '../platform/dependencies';
import type { Libraries } from '../platform/libraries';
import { idOf, type Library } from '../platform/library';
import { packFileName } from '../platform/pack-file';
import { libraryOfPack } from '../platform/pack-library';
import type { CatalogueActions, CatalogueEntry, CataloguesState } from './catalogue-state';

/** What the actions need from the rest of the app. */
export interface CataloguesParts {
  dependencies: Pick<AppDependencies, 'logger' | 'prepareData'>;
  storage: Pick<Storage, 'catalogues' | 'settings'>;
  tabs: { sayCatalogue(): void };
  libraries: Pick<Libraries, 'of' | 'network' | 'remember'>;
  /** The library in use. */
  library(): Library;
  /** Puts another in its place, for whoever rates. */
  use(library: Library): Promise<void>;
  /** Told why what was chosen is not in use, for a person; null once it is settled. */
  onProblem(problem: string | null): void;
}

/** Far more than a catalogue of all films has; a larger file is not read at all. */
const MOST_BYTES = 250_000_000;

/** A sentence for a person. */
class Refusal extends Error {
  override name = 'Refusal';
}

const NOT_KEPT: Partial<Record<StorageError['failure'], string>> = {
  full: words.full,
  newer: words.newerVersion,
};

/** Why something was not done, for a person. */
function wordsOf(error: unknown): string {
  if (error instanceof StorageError) return NOT_KEPT[error.failure] ?? words.noStorage;
  return error instanceof Error ? error.message : String(error);
}

/** What the actions are made of. */
interface Doing {
  store: StoreApi<CataloguesState>;
  /** Reads what is kept. Rejects with a StorageError. */
  refresh(): Promise<void>;
  /**
   * Does one thing after the other.
   * @param task resolves to what is said when it is done @param isOwn whether whoever asked says how it ended, and `store` does not
   */
  inTurn(doing: string, task: () => Promise<string | null>, isOwn?: boolean): Promise<string | null>;
}

function createDoing({ storage, dependencies }: CataloguesParts): Doing {
  const store = createStore<CataloguesState>()(() => ({
    kept: null,
    doing: null,
    problem: null,
    said: null,
  }));
  let before: Promise<unknown> = Promise.resolve();
  const refresh = async () => {
    const kept = await (await storage.catalogues()).list();
    store.setState({ kept: kept.flatMap(entryOf) });
  };
  return {
    store,
    refresh,
    inTurn(doing, task, isOwn = false) {
      const attempt = async () => {
        store.setState({ doing, problem: null, said: null });
        let problem: string | null = null;
        let said: string | null = null;
        try {
          said = await task();
        } catch (error) {
          dependencies.logger.warn(`${doing}: not done.`, error);
          problem = wordsOf(error);
        }
        await refresh().catch(() => {});
        store.setState({ doing: null, problem: isOwn ? null : problem, said });
        return problem;
      };
      const done = before.then(attempt);
      before = done;
      return done;
    },
  };
}

/** The actions; nothing is read before a call. */
export function createCatalogues(parts: CataloguesParts): CatalogueActions {
  const { storage, libraries } = parts;
  const { store, refresh, inTurn } = createDoing(parts);
  const own = () => storage.catalogues();

  const keep = async (bytes: Uint8Array): Promise<Library> => {
    // Put together before anything is kept: its network may be of other films.
    const library = await libraryOfPack(
      parts.dependencies,
      catalogueId(bytes),
      bytes,
      await libraries.network(),
    );
    if (library.source.kind === 'pack') await (await own()).add(bytes, library.source.about);
    libraries.remember(library);
    return library;
  };
  const put = async (library: Library): Promise<string> => {
    await chooseCatalogue(storage.settings, idOf(library));
    if (idOf(library) !== idOf(parts.library())) await parts.use(library);
    parts.onProblem(null);
    parts.tabs.sayCatalogue();
    return words.nowUse(nameOf(library));
  };

  return {
    store,
    refresh: () => refresh().catch((error) => store.setState({ problem: wordsOf(error) })),
    add: (bytes) => inTurn(words.keeping, () => keep(bytes).then(() => null), true),
    addFile: (file) => inTurn(words.reading, async () => put(await keep(await bytesOf(file)))),
    use: (id) =>
      inTurn(words.changing, async () => {
        // What another tab has removed may still be in this page's memory.
        const kept = id === null ? [] : await (await own()).list();
        if (id !== null && !kept.some((entry) => entry.id === id)) throw new Refusal(words.gone);
        return put(await libraries.of(id));
      }),
    remove: (id) =>
      inTurn(words.removing, async () => {
        if (idOf(parts.library()) === id) await put(await libraries.of(null));
        await (await own()).remove(id);
        return words.removed;
      }),
    async file(id) {
      try {
        const kept = store.getState().kept?.find((entry) => entry.id === id);
        const bytes = await (await own()).load(id);
        if (!bytes) throw new Refusal(words.gone);
        return { name: packFileName(kept?.about.name ?? ''), bytes: new Uint8Array(bytes) };
      } catch (error) {
        store.setState({ problem: wordsOf(error) });
        return null;
      }
    },
    async follow() {
      const problem = await inTurn(words.changing, async () => {
        const { id } = await chosenCatalogue(storage.settings);
        if (id === idOf(parts.library())) return null;
        const library = await libraries.of(id);
        await parts.use(library);
        return words.nowUseOfTab(nameOf(library));
      });
      if (problem !== null) parts.onProblem(problem);
    },
    forget: () => store.setState({ said: null, problem: null }),
  };
}

/** A kept catalogue whose own words cannot be read is not listed. */
function entryOf({ id, about, size }: KeptCatalogue): CatalogueEntry[] {
  const { success, output } = v.safeParse(manifestSchema, about);
  return success ? [{ id, about: output, size }] : [];
}

/** Null for the bundled films. */
function nameOf({ source }: Library): string | null {
  return source.kind === 'pack' ? source.about.name : null;
}

/** @throws Refusal or DamagedBytesError */
async function bytesOf(file: Blob & { name?: string }): Promise<Uint8Array> {
  const name = file.name ?? '';
  if (file.size > MOST_BYTES) throw new Refusal(words.tooLarge(name));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refusal(words.notReadable(name));
  }
  if (!isPack(bytes)) throw new DamagedBytesError(words.noCatalogue(name));
  return bytes;
}
