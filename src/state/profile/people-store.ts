import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UnsavedEvent } from '../../events/rating-event';
import type { Profile } from '../../storage/database';
import { FIRST_NAME, ProfileNameError } from '../../storage/profiles';
import type { Orphan } from '../../storage/rescue';
import type { Storage } from '../../storage/storage';
import { toStorageError } from '../../storage/storage-error';

/** Somebody in whose name this tab rated, and who is not among the people any more. */
export interface GonePerson {
  id: string;
  name: string;
  /** Whether the log is still stored and only the entry of the person is missing; else they were removed. */
  isLost: boolean;
  /** Clicks of theirs that this page knows. */
  known: number;
  /** Of these, the ones that were never saved. */
  unsaved: number;
}

/** The people who share this browser. Actions resolve to null when done, else to a message for a person. */
export interface ProfilesState {
  /** In list order; at least one once the session is ready, unless there are ratings that belong to nobody. */
  list: readonly Profile[];
  activeId: string | null;
  /** Set: nobody is rated as until a person decides, by `switchTo`, `create` or `keepGone`. */
  gone: GonePerson | null;
  /** Logs that belong to nobody. */
  orphans: readonly Orphan[];
  /** Names of people whose entry could not be read as it was, and was mended when the app started. */
  mended: readonly string[];
  /** Creates a profile and switches to it. */
  create(name: string): Promise<string | null>;
  rename(id: string, name: string): Promise<string | null>;
  switchTo(id: string): Promise<string | null>;
  /** Removes a profile with everything it holds, for good. Switches to another if it was the active one. */
  remove(id: string): Promise<string | null>;
  /** Keeps what is known of the person who is gone as a new person, or puts back whose entry was lost; switches to them. */
  keepGone(): Promise<string | null>;
  /** Gives a log that belongs to nobody a person, and switches to them. */
  adopt(profileId: string): Promise<string | null>;
}

/** What a page knows of a person beside the storage. */
interface KnownOfPerson {
  /** In order, unsaved ones last. */
  events: readonly UnsavedEvent[];
  unsaved: number;
  /** @param id of the profile that they are to belong to @returns settings of the profile by key */
  settings(id: string): ReadonlyMap<string, unknown>;
}

/** What the store of people needs from outside. */
export interface ProfileStoreParts {
  storage: Pick<Storage, 'profiles' | 'settings' | 'rescue'>;
  uuid(): string;
  /**
   * Opens the model of a profile; called whenever the active one changes, and before it is said to be another: from the
   * call on nothing is done in the name of the one before.
   */
  activate(profileId: string): Promise<void>;
  /** Lets the active profile rest. */
  hold(): void;
  /** Answers nothing more in the name of the active profile, which is being removed. */
  leave(): void;
  known(profileId: string): KnownOfPerson;
  /** Called when nothing that waits for a profile is to be saved there any more. */
  drop(profileId: string): void;
  /** Called after a profile was removed here, for the other tabs. */
  onRemoved(profileId: string): void;
  /** Called after the list changed here, for the other tabs. */
  onListChanged(): void;
}

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
}

const ACTIVE = 'activeProfile';
/** Who is called so whose ratings were found. */
const FOUND_NAME = 'Somebody';

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
  { storage: { profiles, rescue }, uuid, activate, leave, known, drop, onRemoved }: ProfileStoreParts,
  { makeActive, relist, load, keptAs, state }: ActionParts,
): Omit<ProfilesState, keyof typeof NOBODY> {
  const remove = async (id: string) => {
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
        const name = state().list.length === 0 ? FIRST_NAME : FOUND_NAME;
        await rescue.keep({ id: profileId, name, events: [], settings: new Map() });
        await relist();
        await makeActive(profileId);
      }),
  };
}
