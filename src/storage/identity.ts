import Dexie, { type Table } from 'dexie';
import { StorageError } from './storage-error';

/** Where the database's id is among the settings. */
const KEY = 'database';

/**
 * Which database this page saved to. A database that was deleted and made anew, or emptied, looks like the old one; by a
 * random row, written when it was made, it is told apart before anything is called saved.
 */
export interface Identity {
  /** Whether people were found in this database; then one without any, and without their logs, was emptied. */
  hasPeople: boolean;
  /** The id of the database that is there now; gives it one where it has none. Within a transaction, or alone. */
  read(): Promise<string>;
  /** From now on the database of this id is the page's own. */
  adopt(id: string): void;
  /** Within a transaction over the settings. @throws StorageError 'lost' where the database is not the page's own */
  check(): Promise<void>;
  /** Tells that what this page saved is not there any more. @returns the error that says so */
  lost(): StorageError;
}

/** From the browser itself: a seed or a clock could give two databases the same id. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The identity of a database before it is opened: nothing is the page's own yet, and every database passes. */
export function createIdentity(db: Dexie, onLost: () => void): Identity {
  const settings: Table<{ key: string; value: unknown }, string> = db.table('settings');
  let own: string | null = null;

  const stored = async () => {
    const id: unknown = (await settings.get(KEY))?.value;
    return typeof id === 'string' ? id : undefined;
  };
  const lost = () => {
    // Whoever is told works in transactions of their own, not in the one that is failing.
    Dexie.ignoreTransaction(onLost);
    return new StorageError('lost');
  };
  const identity: Identity = {
    hasPeople: false,
    read: async () =>
      (await stored()) ??
      db.transaction('rw', settings, async () => {
        // Another tab may have been quicker.
        const id = (await stored()) ?? randomId();
        await settings.put({ key: KEY, value: id });
        return id;
      }),
    adopt(id) {
      if (id !== own) identity.hasPeople = false;
      own = id;
    },
    async check() {
      if (own !== null && (await stored()) !== own) throw lost();
    },
    lost,
  };
  return identity;
}

/**
 * Runs a transaction in the database that this page saved to, or not at all.
 * @throws StorageError 'lost' where another one is in its place
 */
export function inOwn<T>(
  db: Dexie & { identity: Identity; settings: Table },
  mode: 'r' | 'rw',
  tables: readonly Table[],
  work: () => PromiseLike<T>,
): PromiseLike<T> {
  return db.transaction(mode, [...new Set([...tables, db.settings])], async () => {
    await db.identity.check();
    return work();
  });
}
