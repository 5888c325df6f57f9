import { ownedBy } from '../../events/backup-file';
import type { Profile, StoredResult } from '../database';
import type { HeldCatalogues } from '../films/catalogues';
import type { MemoryLog, MemoryTables } from '../memory-log';
import { FIRST_NAME, type ProfileSources } from '../profiles';
import { OWN_FILMS } from '../settings';
import { StorageError } from '../storage-error';
import {
  changeOf,
  keepRows,
  mayMakeWay,
  placeRows,
  profileFor,
  type Restored,
  type RestoredPerson,
  type RestoreOrder,
  type StoredPeople,
  TAKEN_SETTINGS,
  type TakenSetting,
  type TakenSettings,
} from './restore-order';

/** What a storage in memory is made of. */
export interface MemoryParts {
  tables: MemoryTables;
  settings: Map<string, unknown>;
  results: Map<string, StoredResult>;
  catalogues: HeldCatalogues;
  log: MemoryLog;
  sources: ProfileSources;
}

/** The promises of `readPeople`, `restorePeople` and `eraseAll` (database-backups.ts), over plain maps. */
export class MemoryBackups {
  private readonly parts: MemoryParts;

  constructor(parts: MemoryParts) {
    this.parts = parts;
  }

  read(profileId: string | null): StoredPeople {
    const { tables, settings, results } = this.parts;
    const chosen = this.list().filter(({ id }) => profileId === null || id === profileId);
    if (profileId !== null && chosen.length === 0) throw new StorageError('profile-gone');
    const all = profileId === null;
    return structuredClone({
      people: chosen.map((profile) => ({
        profile,
        rows: tables.events.get(profile.id) ?? [],
        tombstones: [...(tables.tombstones.get(profile.id) ?? [])],
        settings: this.settingsOf(profile.id),
      })),
      runs: all ? [...results.values()] : [],
      network: all ? settings.get('network') : undefined,
      ownFilms: settings.get(OWN_FILMS),
    });
  }

  async restore(order: RestoreOrder): Promise<Restored> {
    const { tables, settings, results } = this.parts;
    for (const { mode, profileId } of order.people) {
      if (mode !== 'add' && !tables.profiles.has(profileId)) throw new StorageError('profile-gone');
    }
    const gaveWay = mayMakeWay(order) ? this.makeWay() : null;
    const isFirst = tables.profiles.size === 0;
    const areFree = keepRows(order.people) && [...tables.events.values()].every((rows) => rows.length === 0);
    const people: Restored['people'] = [];
    for (const person of order.people) {
      const restored =
        person.mode === 'merge' ? await this.merge(person) : this.put(person, isFirst, areFree);
      this.putSettings(restored.profileId, person);
      people.push(restored);
    }
    for (const run of order.runs) if (!results.has(run.id)) results.set(run.id, structuredClone(run));
    if (order.network !== undefined && !settings.has('network')) settings.set('network', order.network);
    const films = order.ownFilms(structuredClone(settings.get(OWN_FILMS)));
    if (films !== undefined) settings.set(OWN_FILMS, structuredClone(films));
    return { people, gaveWay };
  }

  eraseAll(): string[] {
    const { tables, settings, results, catalogues, sources } = this.parts;
    const ids = [...tables.profiles.keys()];
    for (const table of [...Object.values(tables), settings, results, catalogues]) table.clear();
    const id = sources.uuid();
    tables.profiles.set(id, { id, name: FIRST_NAME, createdAt: sources.now(), order: 1 });
    return ids;
  }

  private list(): Profile[] {
    return [...this.parts.tables.profiles.values()].sort((a, b) => a.order - b.order);
  }

  private settingsOf(profileId: string): TakenSettings {
    const { settings } = this.parts;
    const there = TAKEN_SETTINGS.filter((name) => settings.has(`${name}:${profileId}`));
    return Object.fromEntries(
      there.map((name: TakenSetting) => [name, settings.get(`${name}:${profileId}`)]),
    );
  }

  private makeWay(): string | null {
    const { tables, settings } = this.parts;
    const list = this.list();
    const [only] = list;
    if (list.length !== 1 || only.name !== FIRST_NAME) return null;
    const said = (tables.events.get(only.id)?.length ?? 0) + (tables.tombstones.get(only.id)?.size ?? 0);
    if (said > 0 || Object.keys(this.settingsOf(only.id)).length > 0) return null;
    tables.profiles.delete(only.id);
    for (const key of [...settings.keys()]) if (key.endsWith(`:${only.id}`)) settings.delete(key);
    return only.id;
  }

  private async merge(person: RestoredPerson): Promise<Restored['people'][number]> {
    const { profileId } = person;
    const { tables, log } = this.parts;
    const events = person.events.map((event) => ownedBy(profileId, event));
    const { added, removed } = await log.merge(profileId, { events, tombstones: new Set(person.tombstones) });
    const rows = tables.events.get(profileId) ?? [];
    const known = new Set([...rows.map(({ id }) => id), ...(tables.tombstones.get(profileId) ?? [])]);
    const news = person.unreadable.filter(({ id }) => !known.has(id as string));
    const { rows: more } = placeRows({ ...person, events: [], unreadable: news }, profileId, log.last);
    log.put(profileId, [...rows, ...more]);
    const { name } = tables.profiles.get(profileId) as Profile;
    return { profileId, name, added: added + news.length, removed };
  }

  private put(person: RestoredPerson, isFirst: boolean, areFree: boolean): Restored['people'][number] {
    const { tables, log } = this.parts;
    const list = this.list();
    const there = tables.profiles.get(person.profileId);
    const profileId = there && person.mode === 'add' ? person.otherId : person.profileId;
    const before = tables.events.get(profileId) ?? [];
    const { rows, sealedSeq } = placeRows(person, profileId, areFree ? null : log.last);
    const stay = new Set(person.events.map(({ id }) => id));
    const erased = [...(tables.tombstones.get(profileId) ?? [])].filter((id) => !stay.has(id));
    const profile = profileFor(person, there, { list, isFirst, profileId });
    tables.profiles.set(profileId, { ...profile, ...(sealedSeq > 0 ? { sealedSeq } : {}) });
    tables.tombstones.set(profileId, new Set([...erased, ...person.tombstones]));
    tables.snapshots.delete(profileId);
    log.put(profileId, rows);
    return { profileId, name: profile.name, ...changeOf(before, rows) };
  }

  private putSettings(profileId: string, person: RestoredPerson): void {
    const { settings } = this.parts;
    const now = structuredClone(this.settingsOf(profileId));
    const then = person.settings(now);
    for (const name of TAKEN_SETTINGS) {
      const [key, value] = [`${name}:${profileId}`, then[name]];
      if (value === undefined) settings.delete(key);
      else settings.set(key, structuredClone(value));
    }
  }
}
