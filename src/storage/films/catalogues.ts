import Dexie, { type EntityTable, type Table } from 'dexie';
import { crc32 } from '../../lib/hash';
import { knownIndexedDb, knownKeyRange } from '../known-indexeddb';
import { guarded } from '../storage-error';

/*
 * Catalogues of one's own, in a database beside the log's: `packs` holds their bytes, `catalogues` what a list of them says,
 * so that listing them reads no bytes. Loaded when it is asked for.
 */

/** What is known of a kept catalogue without its bytes. */
export interface KeptCatalogue {
  /** Follows from the bytes: the same pack has the same id wherever it is kept. */
  id: string;
  /** What the pack says of itself; checked by whoever reads it. */
  about: unknown;
  /** Length of the pack in bytes. */
  size: number;
  /** Milliseconds since 1970. */
  addedAt: number;
}

/** The catalogues kept in this browser. Every method rejects with a StorageError, with nothing changed. */
export interface Catalogues {
  /** Oldest first; reads no bytes. */
  list(): Promise<KeptCatalogue[]>;
  /** Keeps a pack; one that is there already stays as it is. @param about what it says of itself, plain data @returns its id */
  add(bytes: Uint8Array, about: unknown): Promise<string>;
  /** The bytes of a pack; undefined where it is not there. */
  load(id: string): Promise<Uint8Array | undefined>;
  remove(id: string): Promise<void>;
  eraseAll(): Promise<void>;
}

/** Added to the name of the log's database. */
const SUFFIX = '-catalogues';

/** Version of the schema; pages that know only a lower one refuse to open the database. */
const SCHEMA_VERSION = 1;

type CataloguesDatabase = Dexie & {
  catalogues: EntityTable<KeptCatalogue, 'id'>;
  packs: Table<{ id: string; bytes: Uint8Array }, string>;
};

/** @returns 8 hexadecimal digits of CRC-32, and the length in bytes */
export function catalogueId(bytes: Uint8Array): string {
  return `${crc32(bytes).toString(16).padStart(8, '0')}-${bytes.length}`;
}

function declare(logName: string): CataloguesDatabase {
  const db = new Dexie(`${logName}${SUFFIX}`, {
    indexedDB: knownIndexedDb,
    IDBKeyRange: knownKeyRange(),
  }) as CataloguesDatabase;
  db.version(SCHEMA_VERSION).stores({ catalogues: 'id, addedAt', packs: 'id' });
  return db;
}

/**
 * Over a database that is open only while something is asked of it, so that no tab stands in another's way.
 * @param logName name of the log's database @param now a clock, ms
 */
export function databaseCatalogues(logName: string, now: () => number): Catalogues {
  const within = <T>(work: (db: CataloguesDatabase) => PromiseLike<T>): Promise<T> =>
    guarded(async () => {
      const db = declare(logName);
      try {
        await db.open();
        return await work(db);
      } finally {
        db.close();
      }
    });
  return {
    list: () => within((db) => db.catalogues.orderBy('addedAt').toArray()),
    add: (bytes, about) =>
      within((db) =>
        db.transaction('rw', db.catalogues, db.packs, async () => {
          const id = catalogueId(bytes);
          if (await db.catalogues.get(id)) return id;
          await db.packs.put({ id, bytes });
          await db.catalogues.add({ id, about, size: bytes.length, addedAt: now() });
          return id;
        }),
      ),
    load: (id) => within(async (db) => (await db.packs.get(id))?.bytes),
    remove: (id) =>
      within((db) =>
        db.transaction('rw', db.catalogues, db.packs, async () => {
          await db.catalogues.delete(id);
          await db.packs.delete(id);
        }),
      ),
    eraseAll: () =>
      within((db) =>
        db.transaction('rw', db.catalogues, db.packs, async () => {
          await db.catalogues.clear();
          await db.packs.clear();
        }),
      ),
  };
}

/** Catalogues that a page holds in memory. */
export type HeldCatalogues = Map<string, { kept: KeptCatalogue; bytes: Uint8Array }>;

/** Over what a page holds in memory. Everything goes in and comes out as a copy. @param now a clock, ms */
export function memoryCatalogues(held: HeldCatalogues, now: () => number): Catalogues {
  return {
    list: async () => [...held.values()].map(({ kept }) => structuredClone(kept)),
    async add(bytes, about) {
      const id = catalogueId(bytes);
      if (!held.has(id)) {
        const kept = { id, about: structuredClone(about), size: bytes.length, addedAt: now() };
        held.set(id, { kept, bytes: bytes.slice() });
      }
      return id;
    },
    load: async (id) => held.get(id)?.bytes.slice(),
    async remove(id) {
      held.delete(id);
    },
    async eraseAll() {
      held.clear();
    },
  };
}
