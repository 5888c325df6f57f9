/*
 * What Dexie asks of IndexedDB, with two differences. The browser's own is looked up at each call: its getter may throw where
 * the page may store nothing, and may stop doing so. And a database of a newer version is never opened: Dexie would open it
 * without naming a version, and write into it by the rules of an older one.
 */

function refusal(): DOMException {
  return new DOMException('The database was written by a newer version.', 'VersionError');
}

/** IndexedDB of the browser, as far as Dexie needs it; to be given to it as an option. */
export const knownIndexedDb = {
  /** @throws DOMException VersionError where no version is named */
  open(name: string, version?: number): IDBOpenDBRequest {
    if (version === undefined) throw refusal();
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name),
  databases: (): Promise<IDBDatabaseInfo[]> => indexedDB.databases(),
  cmp: (first: unknown, second: unknown): number => indexedDB.cmp(first, second),
};

/** The browser's key ranges; undefined where it refuses them. */
export function knownKeyRange(): typeof IDBKeyRange | undefined {
  try {
    return IDBKeyRange;
  } catch {
    return undefined;
  }
}
