import type { Database } from './database';
import { guarded } from './storage-error';

/** Single values that outlive the page. Every method rejects with a StorageError. */
export interface Settings {
  /** The stored value, unchecked; undefined where there is none. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export function createSettings(db: Database): Settings {
  return {
    get: (key) => guarded(async () => (await db.settings.get(key))?.value),
    set: (key, value) =>
      guarded(async () => {
        await db.settings.put({ key, value });
      }),
  };
}
