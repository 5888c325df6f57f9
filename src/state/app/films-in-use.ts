import type { StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../storage/storage';
import type { CatalogueActions } from '../catalogues/catalogue-state';
import { chosenCatalogue } from '../platform/catalogue-choice';
import type { AppDependencies } from '../platform/dependencies';
import { baseOf, idOf, type Library } from '../platform/library';
import { withStoredFilms } from '../platform/stored-films';
import type { ModelStore } from '../profile/model-store';
import type { ComingLibrary } from '../profile/session-parts';
import type { SessionState, SessionStore } from './session-store';

/** Which films are in use, and putting others in their place without loading the page anew. */
export interface FilmsInUse {
  /** The public data in use; null before they are there. */
  current(): Library | null;
  /** The same, or their promise while they are loaded; null before. */
  coming(): ComingLibrary | null;
  /** Takes the data to begin with. @returns them with the films added by hand. Rejects as they do */
  begin(library: Promise<Library>): Promise<Library>;
  /**
   * Puts other data in their place, for whoever rates, with the films added by hand behind theirs. Rejects with a StorageError
   * where the log cannot be read.
   */
  use(library: Library): Promise<void>;
  /** Reads the films added by hand again, because they were changed. Rejects as `use`. */
  readAnew(): Promise<void>;
  /** Uses what another tab may have chosen. Never rejects. */
  follow(): Promise<void>;
}

/** What has to do with the films in use. */
interface FilmsParts {
  dependencies: Pick<AppDependencies, 'logger'>;
  storage: Pick<Storage, 'settings'>;
  /** Whether anything is kept: memory knows of no choice. */
  keeps(): boolean;
  model: ModelStore;
  /** Asked for when something happens. */
  session(): SessionStore;
  later(): { catalogues(): Promise<Pick<CatalogueActions, 'follow'>> };
}

/** @param parts of the app; not all of them are made yet */
export function createFilmsInUse(parts: FilmsParts): FilmsInUse {
  const { dependencies, storage, keeps, model, session, later } = parts;
  let library: Library | null = null;
  let coming: ComingLibrary | null = null;
  let before: Promise<unknown> = Promise.resolve();
  // One after the other: each begins with the data that the one before put to use.
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const done = before.then(task);
    before = done.catch(() => {});
    return done;
  };
  const isReady = () => session().getState().status.phase === 'ready';
  const withOwn = (base: Library) => withStoredFilms(base, storage.settings, dependencies.logger);
  /** Somebody who is being asked about rests, until they begin with the data then in use. */
  const rests = () => model.store.getState().phase === 'ready' && !model.session.opened;
  const put = async (next: Library) => {
    library = next;
    coming = next;
    const { profileId } = model.store.getState();
    // Left before screens see other films: none of them is ever asked for a film of the other catalogue.
    const opening = profileId === null || rests() ? null : model.session.open(profileId, next);
    session().use(next);
    await opening;
  };
  return {
    current: () => library,
    coming: () => coming,
    begin(first) {
      const begun = first.then(async (base) => {
        library = await withOwn(baseOf(base));
        if (coming === begun) coming = library;
        return library;
      });
      coming = begun;
      return begun;
    },
    use: (base) =>
      inTurn(async () => {
        await put(await withOwn(base));
        session().setState({ fellBack: null });
      }),
    readAnew: () =>
      inTurn(async () => {
        // Whoever has not begun will read them.
        if (library === null || !isReady()) return;
        const next = await withOwn(baseOf(library));
        if (JSON.stringify(next.own?.films) !== JSON.stringify(library.own?.films)) await put(next);
      }),
    async follow() {
      // Whoever has not begun will read what was chosen.
      if (!keeps() || !isReady() || rests()) return;
      try {
        const { id } = await chosenCatalogue(storage.settings);
        if (id !== idOf(library)) await (await later().catalogues()).follow();
      } catch (error) {
        dependencies.logger.warn('The films chosen in another tab could not be followed.', error);
      }
    },
  };
}

/** The public data. @throws Error while they are not there */
export function readyLibrary(session: StoreApi<SessionState>): Library {
  const { status } = session.getState();
  if (status.phase !== 'ready') throw new Error('The film data is not there yet.');
  return status.library;
}
