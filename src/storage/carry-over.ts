import type { Profile } from './database';
import { foldName, MAX_NAME_LENGTH } from './read-profiles';
import type { Storage } from './storage';

/** Who was last in use (state/profile/people-store), among the settings. */
const ACTIVE = 'activeProfile';

/**
 * Brings what was done in one storage into another: people who said something, with their logs, moods and tuning, and kept
 * runs. Nobody's clicks are mixed with another's: each goes to the same person, else to one of that name who has said nothing
 * there yet, or to a new one.
 * @param activeId who is in use there, and is to be in use here; null for nobody
 * @throws StorageError as the storages do
 */
export async function carryOver(from: Storage, to: Storage, activeId: string | null): Promise<void> {
  for (const person of (await from.rescue.look()).list) {
    const { events } = await from.log.readAll(person.id);
    if (events.length === 0) continue;
    const profileId = await homeOf(person, to);
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
  for (const result of await from.results.list()) await to.results.put(result);
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
