import { mergeOwnFilms, readOwnFilms, writeOwnFilms } from '../events/own-film';
import { MAX_NAME_LENGTH } from '../lib/text/name-length';
import type { Profile } from './database';
import { foldName } from './read-profiles';
import { OWN_FILMS } from './settings';
import type { Storage } from './storage';

/** Who was last in use (state/profile/people-store), among the settings. */
const ACTIVE = 'activeProfile';

/**
 * Brings what was done in one storage into another: people who said something, with their logs, moods and tuning, the ids
 * of what they erased for good, and kept runs. Nobody's clicks are mixed with another's: each goes to the same person, else to one of that name who has said nothing
 * there yet, or to a new one.
 * @param activeId who is in use there, and is to be in use here; null for nobody
 * @throws StorageError as the storages do
 */
export async function carryOver(from: Storage, to: Storage, activeId: string | null): Promise<void> {
  for (const person of (await from.rescue.look()).list) {
    const { events, tombstones } = await from.log.readDeviceLog(person.id);
    if (events.length + tombstones.size === 0) continue;
    const profileId = events.length > 0 ? await homeOf(person, to) : person.id;
    await eraseToo(to, profileId, tombstones);
    if (events.length === 0) continue;
    const own = events.map(({ seq: _, ...event }) => ({ ...event, profileId }));
    const { erasures } = await to.log.readAll(profileId);
    await to.log.append(own, new Map([[profileId, erasures]]));
    const [moods, tuning] = await Promise.all([
      from.settings.get(`contexts:${person.id}`),
      from.tunings.load(person.id),
    ]);
    if (moods !== undefined) await to.settings.set(`contexts:${profileId}`, moods);
    if (tuning !== undefined) await to.tunings.save(profileId, tuning);
    if (person.id === activeId) await to.settings.set(ACTIVE, profileId);
  }
  await carryFilms(from, to);
  for (const result of await from.results.list()) await to.results.put(result);
}

/** Films added by hand in either storage. */
async function carryFilms(from: Storage, to: Storage): Promise<void> {
  const films = readOwnFilms(await from.settings.get(OWN_FILMS));
  if (films.length === 0) return;
  await to.settings.update(OWN_FILMS, (stored) => writeOwnFilms(mergeOwnFilms(readOwnFilms(stored), films)));
}

/** Erases for good there what was erased here, and keeps its ids; nothing where the person is not there. */
async function eraseToo(to: Storage, profileId: string, tombstones: ReadonlySet<string>): Promise<void> {
  if (tombstones.size === 0 || (await to.log.readAll(profileId)).missing) return;
  await to.log.merge(profileId, { events: [], tombstones });
}

/** @returns id of the profile that a person's clicks go to */
async function homeOf({ id, name }: Profile, to: Storage): Promise<string> {
  const { list } = await to.rescue.look();
  if (list.some((profile) => profile.id === id)) return id;
  let tried = name;
  for (let n = 2; ; n++) {
    const known = list.find((profile) => foldName(profile.name) === foldName(tried));
    if (!known) return (await to.profiles.create(tried)).id;
    if ((await to.log.count(known.id)) === 0) return known.id;
    tried = `${[...name].slice(0, MAX_NAME_LENGTH - 4).join('')} ${n}`;
  }
}
