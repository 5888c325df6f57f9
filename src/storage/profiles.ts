import { MAX_NAME_LENGTH } from '../lib/text/name-length';
import type { Database, Profile } from './database';
import { inOwn } from './identity';
import { eventsOf, wasEmptied } from './log-rows';
import { foldName, readProfiles } from './read-profiles';
import { guarded } from './storage-error';

/** Thrown for a name that cannot be taken; the message is for a person. */
export class ProfileNameError extends Error {
  override name = 'ProfileNameError';
}

/** Who rates before anyone has said a name. */
export const FIRST_NAME = 'You';

/** The people who share this browser. Methods reject with ProfileNameError or StorageError. */
export interface Profiles {
  /** In list order, at least one: where there is none, "You" is created. */
  list(): Promise<Profile[]>;
  create(name: string): Promise<Profile>;
  rename(id: string, name: string): Promise<void>;
  /** Removes a profile with its log, snapshot and settings. After the last one, a fresh "You" takes its place. */
  remove(id: string): Promise<void>;
}

/** Sources of what may not be made up here. */
export interface ProfileSources {
  /** Milliseconds since 1970. */
  now(): number;
  uuid(): string;
}

const SOMEONE_IS = (name: string) => `There is already someone called ${name}.`;

/**
 * Trims a name and checks it against the others.
 * @param saysTaken what is said of a name that is taken
 * @throws ProfileNameError if it is empty, longer than 40 characters or taken.
 */
export function checkName(
  name: string,
  others: readonly { name: string }[],
  saysTaken: (name: string) => string = SOMEONE_IS,
): string {
  const trimmed = name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (trimmed === '') throw new ProfileNameError('Please type a name.');
  if ([...trimmed].length > MAX_NAME_LENGTH) {
    throw new ProfileNameError(`Please choose a name of at most ${MAX_NAME_LENGTH} characters.`);
  }
  const taken = others.find((other) => foldName(other.name) === foldName(trimmed));
  if (taken) throw new ProfileNameError(saysTaken(taken.name));
  return trimmed;
}

const isNameError = (error: unknown) => error instanceof ProfileNameError;

/** The people who share this browser, over an open database. */
export function createProfiles(db: Database, sources: ProfileSources): Profiles {
  // Not by the index of `order`, which leaves out rows without one.
  const sorted = async () => readProfiles(await db.profiles.toArray()).list;
  const add = async (name: string, order: number) => {
    const profile = { id: sources.uuid(), name, createdAt: sources.now(), order };
    await db.profiles.add(profile);
    return profile;
  };

  return {
    list: () =>
      guarded(async () => {
        const list = await inOwn(db, 'rw', [db.profiles, db.events], async () => {
          if (await wasEmptied(db)) throw db.identity.lost();
          const profiles = await sorted();
          return profiles.length > 0 ? profiles : [await add(FIRST_NAME, 1)];
        });
        db.identity.hasPeople = true;
        return list;
      }),
    create: (name) =>
      guarded(
        () =>
          inOwn(db, 'rw', [db.profiles, db.events], async () => {
            if (await wasEmptied(db)) throw db.identity.lost();
            const others = await sorted();
            return add(checkName(name, others), (others.at(-1)?.order ?? 0) + 1);
          }),
        isNameError,
      ),
    rename: (id, name) =>
      guarded(
        () =>
          inOwn(db, 'rw', [db.profiles], async () => {
            const others = (await sorted()).filter((profile) => profile.id !== id);
            await db.profiles.update(id, { name: checkName(name, others) });
          }),
        isNameError,
      ),
    remove: (id) =>
      guarded(() =>
        inOwn(db, 'rw', [db.profiles, db.events, db.tombstones, db.snapshots], async () => {
          await db.profiles.delete(id);
          await db.snapshots.delete(id);
          await db.settings.filter(({ key }) => typeof key === 'string' && key.endsWith(`:${id}`)).delete();
          await eventsOf(db, id).delete();
          await db.tombstones.where('profileId').equals(id).delete();
          if ((await db.profiles.count()) === 0) await add(FIRST_NAME, 1);
        }),
      ),
  };
}
