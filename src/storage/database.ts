import Dexie, { type EntityTable, type Table } from 'dexie';

/*
 * What is stored where, in one IndexedDB database:
 *
 *   profiles   the people who share this browser: name, when they came, their place in the list
 *   events     the rating log of everyone; `seq` is the order that all tabs agree on. Append-only, but for what a person
 *              erases for good (rating-log.ts)
 *   snapshots  one learned model a profile, as sealed bytes (wnn/personal/snapshot); may be missing, old or damaged
 *   settings   single values by key, such as which profile was last in use; those of one profile end in `:<profileId>`
 *   results    kept runs of the Compare screen; belongs to no profile, since it speaks of public data
 *
 * The log is the truth. Everything else about a model can be computed again from it.
 */

/** A person who rates films in this browser. */
export interface Profile {
  id: string;
  /** 1..40 characters, unique in this browser whatever the case. */
  name: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Place in the list, ascending; gaps are allowed. */
  order: number;
  /** How often something was erased from this log for good (rating-log.ts); 0 where left out. */
  erasures?: number;
}

/** The learned model of one profile. */
interface StoredSnapshot {
  profileId: string;
  /** As sealed by wnn/personal/snapshot. */
  bytes: Uint8Array;
}

/** One value by its key; checked by whoever reads it. */
interface StoredSetting {
  key: string;
  value: unknown;
}

/** Rows of the log as found: written by this version or another, so checked when read (rating-event.ts). */
export interface StoredEvent {
  seq: number;
  id: string;
  profileId: string;
}

/** A kept run of the Compare screen. What it found is opaque here; state/ checks it when it reads. */
export interface StoredResult {
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** 'running' of a tab that is gone means interrupted. */
  status: 'running' | 'done' | 'cancelled' | 'failed';
  content: unknown;
}

/** The database with its five tables, as Dexie gives it. */
export type Database = Dexie & {
  profiles: EntityTable<Profile, 'id'>;
  events: EntityTable<StoredEvent, 'seq'>;
  snapshots: EntityTable<StoredSnapshot, 'profileId'>;
  settings: Table<StoredSetting, string>;
  results: EntityTable<StoredResult, 'id'>;
};

/** What other tabs do to the database under this one. */
export interface DatabaseCallbacks {
  /** Another tab wants a newer version, or deletes the database; this one has let go and saves nothing more. */
  onOutdated(): void;
  /** Opening waits for a tab with an older version to let go. */
  onBlocked(): void;
}

/** Name of the database in the browser. */
const DATABASE_NAME = 'weightless';

/** Declares the database; nothing is opened yet. */
export function declareDatabase(callbacks: DatabaseCallbacks, name: string = DATABASE_NAME): Database {
  // A click is rare and dear: wait until it is on the disk, not only handed to the system.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  db.version(1).stores({
    profiles: 'id, order',
    events: '++seq, &id, [profileId+seq]',
    snapshots: 'profileId',
    settings: 'key',
  });
  db.version(2).stores({ results: 'id, createdAt' });
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true });
    callbacks.onOutdated();
    // Dexie's own handler would open the database again at the next click, under the newer tab's feet.
    return false;
  });
  db.on('blocked', () => callbacks.onBlocked());
  return db;
}
