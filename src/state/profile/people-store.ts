import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Profile } from '../../storage/database';
import { ProfileNameError } from '../../storage/profiles';
import type { Storage } from '../../storage/storage';
import { toStorageError } from '../../storage/storage-error';

/** The people who share this browser. Actions resolve to null when done, else to a message for a person. */
export interface ProfilesState {
  /** In list order; at least one once the session is ready. */
  list: readonly Profile[];
  activeId: string | null;
  /** Creates a profile and switches to it. */
  create(name: string): Promise<string | null>;
  rename(id: string, name: string): Promise<string | null>;
  switchTo(id: string): Promise<string | null>;
  /** Removes a profile with everything it holds, for good. Switches to another if it was the active one. */
  remove(id: string): Promise<string | null>;
}

/** What the store of people needs from outside. */
export interface ProfileStoreParts {
  storage: Storage;
  /** Opens the model of a profile; called whenever the active one changes. */
  activate(profileId: string): Promise<void>;
  /** Called after a profile was removed here. */
  onRemoved(profileId: string): void;
  /** Called after the list changed here, for the other tabs. */
  onListChanged(): void;
}

/** The store of people with what only state/ calls. */
export interface ProfileStore extends StoreApi<ProfilesState> {
  /** Reads the list again and makes sure that an existing profile is active. Rejects with a StorageError. */
  load(): Promise<void>;
}

const ACTIVE = 'activeProfile';

function messageOf(error: unknown): string {
  return error instanceof ProfileNameError ? error.message : toStorageError(error).message;
}

/** A store of people; empty before `load`. */
export function createProfileStore({
  storage,
  activate,
  onRemoved,
  onListChanged,
}: ProfileStoreParts): ProfileStore {
  const { profiles, settings } = storage;

  const store = createStore<ProfilesState>()((set, get) => {
    const makeActive = async (id: string) => {
      set({ activeId: id });
      await activate(id);
      await settings.set(ACTIVE, id);
    };
    const attempt = async (action: () => Promise<void>) => {
      try {
        await action();
        return null;
      } catch (error) {
        return messageOf(error);
      }
    };
    const relist = async () => {
      set({ list: await profiles.list() });
      onListChanged();
    };
    return {
      list: [],
      activeId: null,
      create: (name) =>
        attempt(async () => {
          const { id } = await profiles.create(name);
          await relist();
          await makeActive(id);
        }),
      rename: (id, name) =>
        attempt(async () => {
          await profiles.rename(id, name);
          await relist();
        }),
      switchTo: (id) =>
        attempt(async () => {
          if (id !== get().activeId) await makeActive(id);
        }),
      remove: (id) =>
        attempt(async () => {
          await profiles.remove(id);
          onRemoved(id);
          await relist();
          if (id === get().activeId) await makeActive(get().list[0].id);
        }),
    };
  });

  return Object.assign(store, {
    async load() {
      const list = await profiles.list();
      const { activeId } = store.getState();
      const wanted = activeId ?? (await settings.get(ACTIVE));
      const active = list.find(({ id }) => id === wanted) ?? list[0];
      store.setState({ list, activeId: active.id });
      if (active.id !== activeId) await activate(active.id);
    },
  });
}
