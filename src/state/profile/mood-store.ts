import { createStore, type StoreApi } from 'zustand/vanilla';
import { ProfileNameError } from '../../storage/profiles';
import type { Settings } from '../../storage/settings';
import { toStorageError } from '../../storage/storage-error';
import * as words from '../../words/en/profile/people';
import { checkMoodName, type Mood, MoodError, moodsKey, readMoods, writeMoods } from '../log/moods';
import type { AppDependencies } from '../platform/dependencies';

/** The moods of the active profile (moods.ts). Actions resolve to null when done, else to a message for a person. */
export interface MoodsState {
  /** In the order of their making. */
  list: readonly Mood[];
  /** Id of the mood that clicks are filed under from now on; null for none. */
  filing: string | null;
  /** Ids of the moods that the list is drawn from; none for everything. */
  drawn: readonly string[];
  /** Adds a mood and files under it from now on. */
  create(name: string): Promise<string | null>;
  rename(id: string, name: string): Promise<string | null>;
  /** Takes the name away; what was filed under it stays and counts as unfiled. */
  remove(id: string): Promise<string | null>;
  fileUnder(id: string | null): void;
  /** Draws the list from some moods; from a single one, clicks are also filed under it, so that the list answers them. */
  drawFrom(ids: readonly string[]): void;
}

/** What the store of moods needs from outside. */
export interface MoodStoreParts {
  settings: Settings;
  dependencies: Pick<AppDependencies, 'uuid' | 'logger'>;
  /** Called after the moods of a profile changed here. */
  onChanged(profileId: string): void;
  /** Called when the list is to be drawn from others. */
  onDrawn(): void;
}

/** The store of moods with what only state/ calls. */
export interface MoodStore extends StoreApi<MoodsState> {
  /** Reads a profile's moods. Never rejects: without them, the list of everything still works. */
  load(profileId: string): Promise<void>;
}

/** A store of moods before the first profile: it has none. */
export function createMoodStore({ settings, dependencies, onChanged, onDrawn }: MoodStoreParts): MoodStore {
  let profileId: string | null = null;

  const take = (list: readonly Mood[]) => {
    const known = new Set(list.map(({ id }) => id));
    const { filing, drawn } = store.getState();
    const left = drawn.filter((id) => known.has(id));
    store.setState({ list, filing: filing !== null && known.has(filing) ? filing : null });
    if (left.length !== drawn.length) {
      store.setState({ drawn: left });
      onDrawn();
    }
  };

  const change = async (edit: (list: Mood[]) => Mood[]): Promise<string | null> => {
    const owner = profileId;
    if (owner === null) return words.nobodyRates;
    try {
      let list: Mood[] = [];
      await settings.update(moodsKey(owner), (stored) => {
        list = edit(readMoods(stored));
        return writeMoods(list);
      });
      if (profileId === owner) take(list);
      onChanged(owner);
      return null;
    } catch (error) {
      const said = error instanceof MoodError || error instanceof ProfileNameError;
      return said ? error.message : toStorageError(error).message;
    }
  };

  const store = createStore<MoodsState>()((set) => ({
    list: [],
    filing: null,
    drawn: [],
    async create(name) {
      const id = dependencies.uuid();
      const problem = await change((list) => [...list, { id, name: checkMoodName(name, list) }]);
      if (problem === null) set({ filing: id });
      return problem;
    },
    rename: (id, name) =>
      change((list) => {
        const others = list.filter((mood) => mood.id !== id);
        const checked = checkMoodName(name, others);
        return list.map((mood) => (mood.id === id ? { id, name: checked } : mood));
      }),
    remove: (id) => change((list) => list.filter((mood) => mood.id !== id)),
    fileUnder: (filing) => set({ filing }),
    drawFrom(drawn) {
      set(({ filing }) => ({ drawn, filing: drawn.length > 1 ? filing : (drawn[0] ?? null) }));
      onDrawn();
    },
  }));

  return Object.assign(store, {
    async load(id: string) {
      if (id !== profileId) store.setState({ list: [], filing: null, drawn: [] });
      profileId = id;
      try {
        const list = readMoods(await settings.get(moodsKey(id)));
        if (profileId === id) take(list);
      } catch (error) {
        dependencies.logger.warn('The moods could not be read; the list is drawn from everything.', error);
      }
    },
  });
}
