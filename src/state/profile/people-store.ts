import { createStore, type StoreApi } from 'zustand/vanilla';
import { FIRST_NAME, ProfileNameError } from '../../storage/profiles';
import { toStorageError } from '../../storage/storage-error';
import * as words from '../../words/en/profile/people';
import type { GonePerson, ProfileStoreParts, ProfilesState } from './people-parts';

/** The store of people with what only state/ calls. */
export interface ProfileStore extends StoreApi<ProfilesState> {
  /**
   * Reads the list again. At the start an existing profile becomes active; later none does by itself. Rejects with a
   * StorageError.
   * @param removed id of a profile that another tab says it has removed
   */
  load(removed?: string): Promise<void>;
  /** Looks whether a profile's person is gone, and has a person decide if so. Rejects with a StorageError. */
  isGone(profileId: string): Promise<boolean>;
  /** Forgets everybody, because another storage is about to be loaded from. */
  forget(): void;
}

/** Where the profile last in use is among the settings. */
export const ACTIVE = 'activeProfile';

function messageOf(error: unknown): string {
  return error instanceof ProfileNameError ? error.message : toStorageError(error).message;
}

const NOBODY: Pick<ProfilesState, 'list' | 'activeId' | 'gone' | 'orphans' | 'mended'> = {
  list: [],
  activeId: null,
  gone: null,
  orphans: [],
  mended: [],
};

/** A store of people; empty before `load`. */
export function createProfileStore(parts: ProfileStoreParts): ProfileStore {
  const { profiles, settings, rescue } = parts.storage;
  const toldRemoved = new Set<string>();
  /** Ids of the new persons that people who are gone are kept as, so that trying again makes no second one. */
  const keptAs = new Map<string, string>();

  const makeActive = async (id: string) => {
    const { gone } = store.getState();
    if (gone) parts.drop(gone.id);
    const activating = parts.activate(id);
    store.setState({ activeId: id, gone: null });
    await activating;
    await settings.set(ACTIVE, id);
  };
  const relist = async () => {
    const { list, orphans } = await rescue.look();
    store.setState({ list, orphans });
    parts.onListChanged();
  };

  /** Takes note of who is there. @returns whether somebody is gone */
  const notice = (id: string, { list, orphans }: Pick<ProfilesState, 'list' | 'orphans'>): boolean => {
    const before = store.getState();
    if (list.some((profile) => profile.id === id)) return false;
    const isLost = orphans.some(({ profileId }) => profileId === id);
    // A storage that is empty all at once was emptied: nobody was removed.
    if (list.length === 0 && !isLost && !toldRemoved.has(id)) return false;
    const { events, unsaved } = parts.known(id);
    const name = before.list.find((profile) => profile.id === id)?.name ?? before.gone?.name ?? FIRST_NAME;
    const gone = { id, name, isLost, known: events.length, unsaved };
    store.setState({ list, orphans: orphans.filter(({ profileId }) => profileId !== id), gone });
    parts.hold();
    return true;
  };

  const start = async () => {
    let { list, orphans, mended } = await rescue.look();
    if (list.length === 0 && orphans.length === 0) list = await profiles.list();
    store.setState({ list, orphans, mended });
    const wanted = await settings.get(ACTIVE);
    const active = list.find(({ id }) => id === wanted) ?? list[0];
    if (!active) return;
    const activating = parts.activate(active.id);
    store.setState({ activeId: active.id });
    await activating;
  };

  const load = async (removed?: string) => {
    if (removed !== undefined) toldRemoved.add(removed);
    const { activeId, gone } = store.getState();
    if (activeId === null) return start();
    const found = await rescue.look();
    const asked = gone?.id ?? activeId;
    if (store.getState().activeId !== activeId || notice(asked, found)) return;
    if (found.list.length === 0) return;
    store.setState(({ mended }) => ({ ...found, mended: [...mended, ...found.mended] }));
    // Somebody put the person back.
    if (gone && store.getState().gone === gone) await makeActive(asked);
  };

  const store: StoreApi<ProfilesState> = createStore<ProfilesState>()(() => ({
    ...NOBODY,
    ...peopleActions(parts, { makeActive, relist, load, keptAs, state: () => store.getState() }),
  }));
  return Object.assign(store, {
    load,
    forget: () => store.setState(NOBODY),
    isGone: async (profileId: string) => notice(profileId, await rescue.look()),
  });
}

interface ActionParts {
  makeActive(id: string): Promise<void>;
  relist(): Promise<void>;
  load(): Promise<void>;
  keptAs: Map<string, string>;
  state(): ProfilesState;
}

async function attempt(action: () => Promise<void>): Promise<string | null> {
  try {
    await action();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function peopleActions(
  {
    storage: { profiles, rescue },
    uuid,
    activate,
    leave,
    known,
    drop,
    onWaiting,
    onRemoved,
  }: ProfileStoreParts,
  { makeActive, relist, load, keptAs, state }: ActionParts,
): Omit<ProfilesState, keyof typeof NOBODY> {
  /** Where the database is gone, the page is all that holds the log of whoever is rating: they are not let go then. */
  const lookFirst = async () => {
    onWaiting(true);
    try {
      await rescue.look();
    } finally {
      onWaiting(false);
    }
  };
  const remove = async (id: string) => {
    await lookFirst();
    const isActive = id === state().activeId;
    if (isActive) leave();
    try {
      await profiles.remove(id);
    } catch (error) {
      if (isActive) await activate(id);
      throw error;
    }
    drop(id);
    onRemoved(id);
    await relist();
    if (id === state().activeId) await makeActive(state().list[0].id);
  };
  const keepGone = async ({ id, name, isLost }: GonePerson) => {
    const newId = isLost ? id : (keptAs.get(id) ?? uuid());
    keptAs.set(id, newId);
    const { events, settings } = known(id);
    await rescue.keep({ id: newId, name, events, settings: settings(newId) });
    await relist();
    await makeActive(newId);
  };
  return {
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
        if (id === state().activeId && !state().gone) return;
        await lookFirst();
        await makeActive(id);
        // They may have been removed in another tab just now.
        await load();
      }),
    remove: (id) => attempt(() => remove(id)),
    keepGone: () =>
      attempt(async () => {
        const { gone } = state();
        if (gone) await keepGone(gone);
      }),
    adopt: (profileId) =>
      attempt(async () => {
        const name = state().list.length === 0 ? FIRST_NAME : words.somebody;
        await rescue.keep({ id: profileId, name, events: [], settings: new Map() });
        await relist();
        await makeActive(profileId);
      }),
  };
}
