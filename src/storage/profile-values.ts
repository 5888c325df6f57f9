import type { Database } from './database';
import { inOwn } from './identity';
import { guarded } from './storage-error';

/** One value a profile, among the settings. Every method rejects with a StorageError. */
export interface ProfileValues {
  /** The stored value, unchecked; undefined where there is none. */
  load(profileId: string): Promise<unknown>;
  /** Replaces what is stored, or removes it where `value` is undefined; does nothing for a profile that is gone. */
  save(profileId: string, value: unknown): Promise<void>;
}

/** Where a profile's tuning is among the settings. */
export function tuningKey(profileId: string): string {
  return `tuning:${profileId}`;
}

/** Where the films that a profile is to be asked for next are among the settings. */
export function planKey(profileId: string): string {
  return `plan:${profileId}`;
}

/** Values by profile, over an open database. @param keyOf where a profile's value is among the settings */
export function createProfileValues(db: Database, keyOf: (profileId: string) => string): ProfileValues {
  return {
    load: (profileId) => guarded(async () => (await db.settings.get(keyOf(profileId)))?.value),
    save: (profileId, value) =>
      guarded(() =>
        inOwn(db, 'rw', [db.profiles, db.settings], async () => {
          if (!(await db.profiles.get(profileId))) return;
          const key = keyOf(profileId);
          if (value === undefined) await db.settings.delete(key);
          else await db.settings.put({ key, value });
        }),
      ),
  };
}
