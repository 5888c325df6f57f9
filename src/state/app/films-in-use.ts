import type { StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../storage/storage';
import { chosenCatalogue } from '../platform/catalogue-choice';
import type { AppDependencies } from '../platform/dependencies';
import { idOf, type Library } from '../platform/library';
import type { ModelStore } from '../profile/model-store';
import type { LaterParts } from './later';
import type { SessionState, SessionStore } from './session-store';

/** Which films are in use, and putting others in their place without loading the page anew. */
export interface FilmsInUse {
  /** The public data in use; null before they are there. */
  current(): Library | null;
  /** Takes the data to begin with. */
  begin(library: Library): void;
  /** Puts other data in their place, for whoever rates. Rejects with a StorageError where the log cannot be read. */
  use(library: Library): Promise<void>;
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
  later(): Pick<LaterParts, 'catalogues'>;
}

/** @param parts of the app; not all of them are made yet */
export function createFilmsInUse(parts: FilmsParts): FilmsInUse {
  const { dependencies, storage, keeps, model, session, later } = parts;
  let library: Library | null = null;
  return {
    current: () => library,
    begin(first) {
      library = first;
    },
    async use(next) {
      library = next;
      const { profileId } = model.store.getState();
      // Left before screens see other films: none of them is ever asked for a film of the other catalogue.
      const opening = profileId === null ? null : model.session.open(profileId, next);
      session().use(next);
      await opening;
    },
    async follow() {
      // Whoever has not begun will read what was chosen.
      if (!keeps() || session().getState().status.phase !== 'ready') return;
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
