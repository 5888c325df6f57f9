import type { Database } from './database';
import { guarded } from './storage-error';

/** Saved models as opaque bytes, one a profile. Every method rejects with a StorageError. */
export interface Snapshots {
  /**
   * Replaces the profile's snapshot; does nothing for a profile that is gone.
   * @param erasures `LogPage.erasures` of the log that the model was learned from; where something was erased since, the
   *   snapshot would bring it back, and nothing is saved
   */
  save(profileId: string, bytes: Uint8Array, erasures?: number): Promise<void>;
  /** Undefined where there is none, or where what is there are no bytes. */
  load(profileId: string): Promise<Uint8Array | undefined>;
}

/** Saved models by profile, over an open database. */
export function createSnapshots(db: Database): Snapshots {
  return {
    save: (profileId, bytes, erasures = 0) =>
      guarded(() =>
        db.transaction('rw', db.profiles, db.snapshots, async () => {
          const profile = await db.profiles.get(profileId);
          if (profile && (profile.erasures ?? 0) === erasures) await db.snapshots.put({ profileId, bytes });
        }),
      ),
    load: (profileId) =>
      guarded(async () => {
        const bytes: unknown = (await db.snapshots.get(profileId))?.bytes;
        return bytes instanceof Uint8Array ? bytes : undefined;
      }),
  };
}
