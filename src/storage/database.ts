import Dexie, { type EntityTable, type Table } from 'dexie';
import { createIdentity, type Identity, inOwn } from './identity';
import { knownIndexedDb, knownKeyRange } from './known-indexeddb';
import { putBarrier, upgradeDatabase } from './upgrade-database';

/*
 * What is stored where, in one IndexedDB database (docs/format.md):
 *
 *   profiles    the people who share this browser: name, when they came, their place in the list
 *   events      the rating log of everyone (rating-event.ts). Append-only, but for what a person erases for good
 *   tombstones  ids of events that were erased for good, and nothing else of them
 *   snapshots   one learned model a profile, as sealed bytes (wnn/personal/snapshot); may be missing, old or damaged
 *   settings    single values by key, such as which profile was last in use, or the database's own id (identity.ts);
 *               those of one profile end in `:<profileId>`
 *   results     kept runs of the Compare screen; belongs to no profile, since it speaks of public data
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
  /** How often something was erased from this log for good (rating-log.ts); 0 where left out or unreadable. */
  erasures?: number;
  /** Last row of the log that another device's log was merged into: nothing up to there is undone step by step. */
  sealedSeq?: number;
}

/** A saved model. */
interface StoredSnapshot {
  profileId: string;
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

/** What is left of an event that was erased for good. */
interface Tombstone {
  profileId: string;
  id: string;
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

/** The database with its six tables, as Dexie gives it. */
export type Database = Dexie & {
  profiles: EntityTable<Profile, 'id'>;
  events: EntityTable<StoredEvent, 'seq'>;
  tombstones: Table<Tombstone, [string, string]>;
  snapshots: EntityTable<StoredSnapshot, 'profileId'>;
  settings: Table<StoredSetting, string>;
  results: EntityTable<StoredResult, 'id'>;
  /** Tells this database from one made anew in its place. */
  identity: Identity;
  callbacks: DatabaseCallbacks;
};

/** What other tabs do to the database under this one. */
export interface DatabaseCallbacks {
  /** Another tab wants a newer version; this one has let go and saves nothing more. */
  onOutdated(): void;
  /** Opening waits for a tab with an older version to let go. */
  onBlocked(): void;
  /** What this page saved is not there any more: the database was deleted, emptied or made anew. May be told again. */
  onLost?(): void;
  /** The browser had deleted all that was stored here, because it found it damaged, and made the database anew. */
  onDiscarded?(): void;
  /** The browser closed the connection by itself, as it does where it clears the data. */
  onClosed?(): void;
}

/** Name of the database in the browser. */
const DATABASE_NAME = 'weightless';

/** Version of the schema and of the events' form; pages that know only a lower one refuse to open the database. */
const SCHEMA_VERSION = 3;

/** Chromium alone says so, in a field of its own. */
function isDataLoss(event: IDBVersionChangeEvent): boolean {
  return 'dataLoss' in event && event.dataLoss === 'total';
}

/** Declares the database; nothing is opened yet. */
export function declareDatabase(callbacks: DatabaseCallbacks, name: string = DATABASE_NAME): Database {
  const opened = {
    ...knownIndexedDb,
    open(name: string, version?: number) {
      const request = knownIndexedDb.open(name, version);
      request.addEventListener('upgradeneeded', (event) => {
        if (isDataLoss(event)) callbacks.onDiscarded?.();
      });
      return request;
    },
  };
  // A click is rare and dear: wait until it is on the disk, not only handed to the system.
  const db = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    indexedDB: opened,
    IDBKeyRange: knownKeyRange(),
  }) as Database;
  db.version(1).stores({
    profiles: 'id, order',
    events: '++seq, &id, [profileId+seq]',
    snapshots: 'profileId',
    settings: 'key',
  });
  db.version(2).stores({ results: 'id, createdAt' });
  db.version(SCHEMA_VERSION)
    .stores({
      // Ids are unique within a profile, so that a backup restored beside its original is a second profile, whole.
      events: '++seq, &[profileId+id], [profileId+seq], [profileId+time]',
      tombstones: '[profileId+id], profileId',
    })
    .upgrade(upgradeDatabase);
  db.callbacks = callbacks;
  db.identity = createIdentity(db, () => callbacks.onLost?.());
  db.on('populate', putBarrier);
  db.on('versionchange', ({ newVersion }) => {
    db.close({ disableAutoOpen: true });
    // No new version means that the database is being deleted.
    if (newVersion === null) db.identity.lost();
    else callbacks.onOutdated();
    // Dexie's own handler would open the database again at the next click, under the newer tab's feet.
    return false;
  });
  db.on('blocked', () => callbacks.onBlocked());
  return db;
}

/** Opens the database where it is not open. One that a newer version of the app has changed is not opened: nothing is touched. */
export async function openDatabase(db: Database): Promise<void> {
  await db.open();
  const { onClosed } = db.callbacks;
  if (onClosed) db.backendDB().addEventListener('close', onClosed);
}

/**
 * Opens a new connection in place of one that may be dead.
 * @throws StorageError 'lost' where what this page saved is not in the database any more
 */
export async function reconnect(db: Database): Promise<void> {
  db.close({ disableAutoOpen: false });
  await openDatabase(db);
  await inOwn(db, 'r', [], async () => {});
}
