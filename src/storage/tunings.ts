import type { Database } from './database';
import { guarded } from './storage-error';

/** How each profile wants its list drawn, among the settings. Every method rejects with a StorageError. */
export interface Tunings {
  /** The stored value, unchecked; undefined where there is none. */
  load(profileId: string): Promise<unknown>;
  /** Replaces what is stored, or removes it where `value` is undefined; does nothing for a profile that is gone. */
  save(profileId: string, value: unknown): Promise<void>;
}

/** Where a profile's tuning is among the settings. */
function tuningKey(profileId: string): string {
  return `tuning:${profileId}`;
}

/** Tunings by profile, over an open database. */
export function createTunings(db: Database): Tunings {
  return {
    load: (profileId) => guarded(async () => (await db.settings.get(tuningKey(profileId)))?.value),
    save: (profileId, value) =>
      guarded(() =>
        db.transaction('rw', db.profiles, db.settings, async () => {
          if (!(await db.profiles.get(profileId))) return;
          const key = tuningKey(profileId);
          if (value === undefined) await db.settings.delete(key);
          else await db.settings.put({ key, value });
        }),
      ),
  };
}
