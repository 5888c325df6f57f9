import Dexie, { type Table } from 'dexie';
import { afterEach } from 'vitest';
import type { DatabaseCallbacks } from '../../src/storage/database';
import { createStorage, type Storage } from '../../src/storage/storage';

let names = 0;

/** A database of its own for every test of a suite, opened by as many tabs as the test likes. */
export interface Shelf {
  /** Of the database in use; a new one after `fresh`. */
  readonly databaseName: string;
  /** Names a database that does not exist yet. */
  fresh(): string;
  /** One more tab over the database in use. */
  open(callbacks?: Partial<DatabaseCallbacks>): Promise<Storage>;
  openFresh(callbacks?: Partial<DatabaseCallbacks>): Promise<Storage>;
  /** Reads or changes a table behind the back of all tabs. */
  behind<T>(table: string, work: (table: Table) => PromiseLike<T>): Promise<T>;
}

/** Called within `describe`: closes all tabs and deletes all databases after every test. */
export function newShelf(suite: string): Shelf {
  const opened: Storage[] = [];
  const used = new Set<string>();
  let databaseName = '';
  const fresh = () => {
    databaseName = `${suite}-${Math.floor(performance.timeOrigin)}-${names++}`;
    used.add(databaseName);
    return databaseName;
  };
  const open = async (callbacks: Partial<DatabaseCallbacks> = {}): Promise<Storage> => {
    let ids = 0;
    const prefix = `${databaseName}-${opened.length}`;
    const sources = { now: () => 1234, uuid: () => `${prefix}-${ids++}` };
    const quiet = { onOutdated: () => {}, onBlocked: () => {} };
    const storage = createStorage(sources, { ...quiet, ...callbacks }, databaseName);
    opened.push(storage);
    await storage.open();
    return storage;
  };
  afterEach(async () => {
    for (const storage of opened.splice(0)) storage.close();
    for (const name of used) await Dexie.delete(name);
    used.clear();
  });
  return {
    get databaseName() {
      return databaseName;
    },
    fresh,
    open,
    openFresh: (callbacks) => {
      fresh();
      return open(callbacks);
    },
    async behind(table, work) {
      const db = await new Dexie(databaseName).open();
      try {
        return await work(db.table(table));
      } finally {
        db.close();
      }
    },
  };
}
