import * as v from 'valibot';
import type { Settings } from '../../storage/settings';
import { askToPersist, readStorageHealth, type StorageManagerLike } from '../../storage/storage-health';

const KEY = 'persistence';
const VERSION = 1;
const schema = v.object({ version: v.literal(VERSION), asked: v.number() });

/** What asking needs. */
interface KeepingParts {
  settings: Pick<Settings, 'get' | 'set'>;
  storageManager: StorageManagerLike | undefined;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Asks the browser to keep what is stored, once in its life: some put the question to the person, who need not hear it
 * twice. "Your data" asks again when told to. Never rejects.
 */
export async function askOnce({ settings, storageManager, now }: KeepingParts): Promise<void> {
  try {
    const { persisted } = await readStorageHealth(storageManager);
    if (persisted !== false || v.is(schema, await settings.get(KEY))) return;
    await settings.set(KEY, { version: VERSION, asked: now() });
    await askToPersist(storageManager);
  } catch {
    // Where the storage cannot be read, clicks say so; and the question can be put under "Your data".
  }
}
