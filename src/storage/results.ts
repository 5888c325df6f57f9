import type { Database, StoredResult } from './database';
import { guarded } from './storage-error';

/** Kept runs. Every method rejects with a StorageError. */
export interface Results {
  /** Latest first. */
  list(): Promise<StoredResult[]>;
  put(result: StoredResult): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Kept runs over an open database. */
export function createResults(db: Database): Results {
  return {
    list: () => guarded(() => db.results.orderBy('createdAt').reverse().toArray()),
    put: (result) =>
      guarded(async () => {
        await db.results.put(result);
      }),
    rename: (id, name) =>
      guarded(async () => {
        await db.results.update(id, { name });
      }),
    remove: (id) => guarded(() => db.results.delete(id)),
  };
}
