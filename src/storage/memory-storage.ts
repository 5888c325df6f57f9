import type { Profile, StoredResult } from './database';
import type { HeldCatalogues } from './films/catalogues';
import { MemoryLog, type MemoryTables } from './memory-log';
import { type ProfileValues, planKey, tuningKey } from './profile-values';
import { checkName, FIRST_NAME, ProfileNameError, type ProfileSources, type Profiles } from './profiles';
import { freeName } from './read-profiles';
import type { Rescue } from './rescue';
import type { Results } from './results';
import type { Settings } from './settings';
import type { Storage } from './storage';
import { toStorageError } from './storage-error';

/*
 * The same promises as the database keeps, over plain maps: for browsers that let the page store nothing. Everything goes in
 * and comes out as a copy, as with a database, so that nobody changes what is held by changing what was given or got.
 */

/**
 * Storage that lasts as long as the page. It opens always, refuses what the database refuses, and is never full.
 * @param sources of ids and times
 */
export function createMemoryStorage(sources: ProfileSources): Storage {
  const tables: MemoryTables = {
    profiles: new Map(),
    events: new Map(),
    tombstones: new Map(),
    snapshots: new Map(),
  };
  const settings = new Map<string, unknown>();
  const log = new MemoryLog(tables);
  const rescue = createMemoryRescue(tables, settings, log, sources);
  const results = new Map<string, StoredResult>();
  const catalogues: HeldCatalogues = new Map();
  const parts = { tables, settings, results, catalogues, log, sources };
  return {
    open: async () => {},
    reconnect: async () => {},
    async restore(held) {
      for (const { profile, ...known } of held) await rescue.keep({ ...profile, ...known });
    },
    // What is in memory does not go away behind the page.
    holdsStill: async () => true,
    close: () => {},
    backups: async () => (await import('./backup/backups')).memoryBackups(parts),
    catalogues: async () => (await import('./films/catalogues')).memoryCatalogues(catalogues, sources.now),
    log,
    rescue,
    snapshots: {
      async save(profileId, bytes, erasures = 0) {
        const profile = tables.profiles.get(profileId);
        if (profile && (profile.erasures ?? 0) === erasures) tables.snapshots.set(profileId, bytes.slice());
      },
      load: async (profileId) => tables.snapshots.get(profileId)?.slice(),
    },
    profiles: createMemoryProfiles(tables, settings, sources),
    settings: createMemorySettings(settings),
    tunings: createMemoryValues(tables, settings, tuningKey),
    plans: createMemoryValues(tables, settings, planKey),
    results: createMemoryResults(results),
  };
}

const inList = (profiles: MemoryTables['profiles']): Profile[] =>
  [...profiles.values()].sort((a, b) => a.order - b.order).map((profile) => ({ ...profile }));

/** Nothing is damaged in memory, and no log is without its person. */
function createMemoryRescue(
  { profiles }: MemoryTables,
  values: Map<string, unknown>,
  log: MemoryLog,
  sources: Pick<ProfileSources, 'now'>,
): Rescue {
  return {
    look: async () => ({ list: inList(profiles), orphans: [], mended: [] }),
    async keep({ id, name, events, settings }) {
      const others = inList(profiles);
      const order = (others.at(-1)?.order ?? 0) + 1;
      const profile: Profile = profiles.get(id) ?? {
        ...{ id, name: freeName(name || FIRST_NAME, others) },
        ...{ createdAt: sources.now(), order },
      };
      profiles.set(id, profile);
      const own = events.map((event) => ({ ...event, profileId: id }));
      await log.append(own, new Map([[id, profile.erasures ?? 0]]));
      for (const [key, value] of settings) {
        if (!values.has(key)) values.set(key, structuredClone(value));
      }
      return { ...profile };
    },
    rows: async (profileId) => log.storedRows(profileId),
  };
}

function createMemoryValues(
  { profiles }: MemoryTables,
  values: Map<string, unknown>,
  keyOf: (profileId: string) => string,
): ProfileValues {
  return {
    load: async (profileId) => structuredClone(values.get(keyOf(profileId))),
    async save(profileId, value) {
      if (!profiles.has(profileId)) return;
      if (value === undefined) values.delete(keyOf(profileId));
      else values.set(keyOf(profileId), structuredClone(value));
    },
  };
}

function createMemorySettings(values: Map<string, unknown>): Settings {
  return {
    get: async (key) => structuredClone(values.get(key)),
    async set(key, value) {
      values.set(key, structuredClone(value));
    },
    async update(key, change) {
      values.set(key, structuredClone(change(structuredClone(values.get(key)))));
    },
  };
}

function createMemoryProfiles(
  tables: MemoryTables,
  settings: Map<string, unknown>,
  sources: ProfileSources,
): Profiles {
  const { profiles } = tables;
  const sorted = () => inList(profiles);
  const add = (name: string, order: number): Profile => {
    const profile = { id: sources.uuid(), name, createdAt: sources.now(), order };
    profiles.set(profile.id, profile);
    return { ...profile };
  };
  const named = async <T>(action: () => T): Promise<T> => {
    try {
      return action();
    } catch (error) {
      throw error instanceof ProfileNameError ? error : toStorageError(error);
    }
  };

  return {
    async list() {
      if (profiles.size === 0) add(FIRST_NAME, 1);
      return sorted();
    },
    create: (name) =>
      named(() => {
        const others = sorted();
        return add(checkName(name, others), (others.at(-1)?.order ?? 0) + 1);
      }),
    rename: (id, name) =>
      named(() => {
        const others = sorted().filter((profile) => profile.id !== id);
        const checked = checkName(name, others);
        const profile = profiles.get(id);
        if (profile) profiles.set(id, { ...profile, name: checked });
      }),
    async remove(id) {
      profiles.delete(id);
      for (const table of [tables.events, tables.tombstones, tables.snapshots]) table.delete(id);
      for (const key of [...settings.keys()]) if (key.endsWith(`:${id}`)) settings.delete(key);
      if (profiles.size === 0) add(FIRST_NAME, 1);
    },
  };
}

function createMemoryResults(results: Map<string, StoredResult>): Results {
  return {
    list: async () =>
      structuredClone(
        [...results.values()].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)),
      ),
    async put(result) {
      results.set(result.id, structuredClone(result));
    },
    async rename(id, name) {
      const result = results.get(id);
      if (result) results.set(id, { ...result, name });
    },
    async remove(id) {
      results.delete(id);
    },
  };
}
