import type { Database } from '../database';
import type { ProfileSources } from '../profiles';
import { guarded } from '../storage-error';
import { eraseAll, readPeople, restorePeople } from './database-backups';
import { MemoryBackups, type MemoryParts } from './memory-backups';
import type { Restored, RestoreOrder, StoredPeople } from './restore-order';

/* Both kinds in one module: it is loaded when it is asked for, and every late module costs the first load its name. */

/** Everything of some people at once, out and in. Every method rejects with a StorageError. */
export interface Backups {
  /** @param profileId null for everybody, and what belongs to nobody @throws StorageError 'profile-gone' */
  read(profileId: string | null): Promise<StoredPeople>;
  /**
   * Restores people and what belongs to nobody, all or nothing.
   * @throws StorageError 'profile-gone' where somebody is not there who is to be merged into or replaced
   */
  restore(order: RestoreOrder): Promise<Restored>;
  /** Empties everything, all or nothing; then somebody new is there, as at a first visit. @returns ids of those who were */
  eraseAll(): Promise<string[]>;
}

/** Over an open database. */
export function databaseBackups(db: Database, sources: ProfileSources): Backups {
  return {
    read: (profileId) => guarded(() => readPeople(db, profileId)),
    restore: (order) => guarded(() => restorePeople(db, order)),
    eraseAll: () => guarded(() => eraseAll(db, sources)),
  };
}

/** Over what a page holds in memory. */
export function memoryBackups(parts: MemoryParts): Backups {
  const memory = new MemoryBackups(parts);
  return {
    read: async (profileId) => memory.read(profileId),
    restore: (order) => memory.restore(order),
    eraseAll: async () => memory.eraseAll(),
  };
}
