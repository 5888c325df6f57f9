import { ownedBy } from '../../events/backup-file';
import type { Database, StoredEvent } from '../database';
import { inOwn } from '../identity';
import { eventsOf, lastRow } from '../log-rows';
import { FIRST_NAME, type ProfileSources } from '../profiles';
import { mergeInto } from '../rating-log';
import { readProfiles } from '../read-profiles';
import { OWN_FILMS } from '../settings';
import { StorageError } from '../storage-error';
import { BARRIER } from '../upgrade-database';
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
  type StoredPerson,
  TAKEN_SETTINGS,
  type TakenSettings,
} from './restore-order';

/** Reads all that is kept of a person, or of everybody. @throws StorageError 'profile-gone' */
export async function readPeople(db: Database, profileId: string | null): Promise<StoredPeople> {
  const tables = [db.profiles, db.events, db.tombstones, db.results];
  return inOwn(db, 'r', tables, async () => {
    const { list } = readProfiles(await db.profiles.toArray());
    const chosen = list.filter(({ id }) => profileId === null || id === profileId);
    if (profileId !== null && chosen.length === 0) throw new StorageError('profile-gone');
    const people: StoredPerson[] = [];
    for (const profile of chosen) {
      const rows = await eventsOf(db, profile.id).toArray();
      const tombstones = await db.tombstones.where('profileId').equals(profile.id).toArray();
      const settings = await settingsOf(db, profile.id);
      people.push({ profile, rows, tombstones: tombstones.map(({ id }) => id), settings });
    }
    const ownFilms = (await db.settings.get(OWN_FILMS))?.value;
    if (profileId !== null) return { people, runs: [], network: undefined, ownFilms };
    const runs = await db.results.toArray();
    return { people, runs, network: (await db.settings.get('network'))?.value, ownFilms };
  });
}

async function settingsOf(db: Database, profileId: string): Promise<TakenSettings> {
  const found: TakenSettings = {};
  for (const name of TAKEN_SETTINGS) {
    const row = await db.settings.get(`${name}:${profileId}`);
    if (row) found[name] = row.value;
  }
  return found;
}

/**
 * Restores people and what belongs to nobody in one transaction.
 * @throws StorageError 'profile-gone' where somebody is not there who is to be merged into or replaced; nothing is changed then
 */
export async function restorePeople(db: Database, order: RestoreOrder): Promise<Restored> {
  const tables = [db.profiles, db.events, db.tombstones, db.snapshots, db.results];
  return inOwn(db, 'rw', tables, async () => {
    const gaveWay = mayMakeWay(order) ? await makeWay(db) : null;
    const isFirst = (await db.profiles.count()) === 0;
    // Where no row is taken, rows keep their numbers, and saved models their bytes.
    const areFree = keepRows(order.people) && (await db.events.where(':id').above(0).count()) === 0;
    const people: Restored['people'] = [];
    for (const person of order.people) {
      const restored =
        person.mode === 'merge'
          ? await mergePerson(db, person)
          : await putPerson(db, person, { isFirst, areFree });
      await putSettings(db, restored.profileId, person);
      people.push(restored);
    }
    for (const run of order.runs) if (!(await db.results.get(run.id))) await db.results.add(run);
    const hasNetwork = (await db.settings.get('network')) !== undefined;
    if (order.network !== undefined && !hasNetwork) {
      await db.settings.put({ key: 'network', value: order.network });
    }
    const films = (await db.settings.get(OWN_FILMS))?.value;
    const then = order.ownFilms(films);
    if (then !== films) await db.settings.put({ key: OWN_FILMS, value: then });
    return { people, gaveWay };
  });
}

/** Removes the person of a first visit, who said nothing and changed nothing. @returns their id; null where there is none */
async function makeWay(db: Database): Promise<string | null> {
  const { list } = readProfiles(await db.profiles.toArray());
  const [only] = list;
  if (list.length !== 1 || only.name !== FIRST_NAME) return null;
  const { id } = only;
  const said = (await eventsOf(db, id).count()) + (await db.tombstones.where('profileId').equals(id).count());
  if (said > 0 || Object.keys(await settingsOf(db, id)).length > 0) return null;
  await db.profiles.delete(id);
  await db.snapshots.delete(id);
  await db.settings.filter(({ key }) => typeof key === 'string' && key.endsWith(`:${id}`)).delete();
  return id;
}

async function mergePerson(db: Database, person: RestoredPerson): Promise<Restored['people'][number]> {
  const { profileId } = person;
  const events = person.events.map((event) => ownedBy(profileId, event));
  const tombstones = new Set(person.tombstones);
  const { added, removed } = await mergeInto(db, profileId, { events, tombstones });
  const known = new Set((await eventsOf(db, profileId).toArray()).map(({ id }) => id));
  const erased = await db.tombstones.where('profileId').equals(profileId).toArray();
  for (const { id } of erased) known.add(id);
  const news = person.unreadable.filter(({ id }) => !known.has(id as string));
  let seq = await lastRow(db);
  await db.events.bulkAdd(news.map((row) => ({ ...row, profileId, seq: ++seq }) as unknown as StoredEvent));
  const name = readProfiles([await db.profiles.get(profileId)]).list[0].name;
  return { profileId, name, added: added + news.length, removed };
}

/** Puts a person's whole log in the place of another, or beside all others. */
async function putPerson(
  db: Database,
  person: RestoredPerson,
  { isFirst, areFree }: { isFirst: boolean; areFree: boolean },
): Promise<Restored['people'][number]> {
  const { list } = readProfiles(await db.profiles.toArray());
  const there = list.find(({ id }) => id === person.profileId);
  const replaces = person.mode === 'replace';
  if (replaces && !there) throw new StorageError('profile-gone');
  // The log of somebody whose entry is lost is not to be mixed with another's.
  const isTaken = there !== undefined || (await eventsOf(db, person.profileId).count()) > 0;
  const profileId = isTaken && !replaces ? person.otherId : person.profileId;
  const before = await eventsOf(db, profileId).toArray();
  await eventsOf(db, profileId).delete();
  await db.snapshots.delete(profileId);
  const { rows, sealedSeq } = placeRows(person, profileId, areFree ? null : await lastRow(db));
  await db.events.bulkAdd(rows);
  const stay = new Set(person.events.map(({ id }) => id));
  // What was erased here is not in the file, or the person wants it back.
  await db.tombstones
    .where('profileId')
    .equals(profileId)
    .and(({ id }) => stay.has(id))
    .delete();
  await db.tombstones.bulkPut(person.tombstones.map((id) => ({ profileId, id })));
  const profile = profileFor(person, there, { list, isFirst, profileId });
  await db.profiles.put({ ...profile, ...(sealedSeq > 0 ? { sealedSeq } : {}) });
  return { profileId, name: profile.name, ...changeOf(before, rows) };
}

async function putSettings(db: Database, profileId: string, person: RestoredPerson): Promise<void> {
  const now = await settingsOf(db, profileId);
  const then = person.settings(now);
  for (const name of TAKEN_SETTINGS) {
    const [key, value] = [`${name}:${profileId}`, then[name]];
    if (value === now[name]) continue;
    if (value === undefined) await db.settings.delete(key);
    else await db.settings.put({ key, value });
  }
}

/** Empties all tables in one transaction; then somebody new is there, as at a first visit. @returns ids of those who were */
export async function eraseAll(db: Database, { now, uuid }: ProfileSources): Promise<string[]> {
  return inOwn(db, 'rw', db.tables, async () => {
    const { list } = readProfiles(await db.profiles.toArray());
    // The database's own random id stays: by it other tabs see that it is still theirs, and ask about who is gone.
    const own = await db.settings.get('database');
    for (const table of db.tables) await table.clear();
    await db.events.bulkPut(BARRIER as StoredEvent[]);
    if (own) await db.settings.put(own);
    await db.profiles.add({ id: uuid(), name: FIRST_NAME, createdAt: now(), order: 1 });
    return list.map(({ id }) => id);
  });
}
