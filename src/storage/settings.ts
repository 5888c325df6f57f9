import type { Database } from './database';
import { inOwn } from './identity';
import { guarded } from './storage-error';

/** Where films added by hand are kept, for everybody in the browser (events/own-film). */
export const OWN_FILMS = 'ownFilms';

/** Single values that outlive the page. Every method rejects with a StorageError. */
export interface Settings {
  /** The stored value, unchecked; undefined where there is none. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /**
   * Replaces a value by what `change` makes of it, with no other tab in between.
   * @param change gets undefined where there is no value; what it throws is passed on, and nothing is changed
   */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
}

/** Single values by key, over an open database. */
export function createSettings(db: Database): Settings {
  return {
    get: (key) => guarded(async () => (await db.settings.get(key))?.value),
    set: (key, value) =>
      guarded(async () => {
        await db.settings.put({ key, value });
      }),
    update: async (key, change) => {
      let refusal: unknown;
      await guarded(
        () =>
          inOwn(db, 'rw', [], async () => {
            const old = (await db.settings.get(key))?.value;
            let value: unknown;
            try {
              value = change(old);
            } catch (error) {
              refusal = error;
              throw error;
            }
            await db.settings.put({ key, value });
          }),
        (error) => refusal !== undefined && error === refusal,
      );
    },
  };
}
