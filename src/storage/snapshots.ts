import type { Database } from './database';
import { guarded } from './storage-error';

/** Saved models as opaque bytes, one a profile. Every method rejects with a StorageError. */
export interface Snapshots {
  /** Replaces the profile's snapshot; does nothing for a profile that is gone. */
  save(profileId: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none, or where what is there are no bytes. */
  load(profileId: string): Promise<Uint8Array | undefined>;
}

export function createSnapshots(db: Database): Snapshots {
  return {
    save: (profileId, bytes) =>
      guarded(() =>
        db.transaction('rw', db.profiles, db.snapshots, async () => {
          if (await db.profiles.get(profileId)) await db.snapshots.put({ profileId, bytes });
        }),
      ),
    load: (profileId) =>
      guarded(async () => {
        const bytes: unknown = (await db.snapshots.get(profileId))?.bytes;
        return bytes instanceof Uint8Array ? bytes : undefined;
      }),
  };
}
