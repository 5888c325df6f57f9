/*
 * Chromium keeps IndexedDB in LevelDB. A browser that is killed within a write leaves a torn record at the end of LevelDB's
 * log, and LevelDB goes on writing behind it (its option `reuse_logs`). At the start after that the torn record's length
 * reaches into what was written since: LevelDB calls the log corrupt, and Chromium deletes everything the site had stored
 * and says nothing. One kill in some hundred is enough, since a record is written in two pieces.
 *
 * A log that has grown beyond LevelDB's write buffer is put into tables, whatever its end looks like, and a new one begun.
 * So this much is written once at the start, before any click is saved, into a database of its own that is deleted at once.
 */

/** Name of the database that is written and deleted. */
const RENEWAL_DATABASE = 'weightless-renewal';

/** LevelDB's write buffer is of 4 MiB; bytes beyond it make the next write begin a new log. */
const BYTES = 4.6e6;
/** Chromium keeps values of 64 KiB and more in files of their own, beside the log. */
const VALUE_BYTES = 60_000;
/** Values put in one task: the page has to hear in between. */
const AT_ONCE = 8;

/** Whether this browser stores by LevelDB, as Chromium and what is built on it do. */
export function storesByLevelDb(userAgent: string): boolean {
  return /Chrom(?:e|ium)\//.test(userAgent);
}

/**
 * Makes LevelDB begin a new log. Takes some 25 ms and leaves 240 kB, compressed, until LevelDB tidies up. Never rejects:
 * a browser that cannot do it stores no worse than without.
 */
export function renewDiskLog(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => resolve();
    try {
      const opening = indexedDB.open(RENEWAL_DATABASE);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('bytes', { autoIncrement: true });
      };
      opening.onerror = end;
      opening.onsuccess = () => {
        const db = opening.result;
        // Another tab that starts at the same moment deletes its own.
        db.onversionchange = () => db.close();
        fill(db, () => {
          db.close();
          const deleting = indexedDB.deleteDatabase(RENEWAL_DATABASE);
          deleting.onsuccess = end;
          deleting.onerror = end;
          deleting.onblocked = end;
        });
      };
    } catch {
      end();
    }
  });
}

/** Writes the bytes, some a task. @param onEnd called when they are written, and when they cannot be */
function fill(db: IDBDatabase, onEnd: () => void): void {
  try {
    const writing = db.transaction('bytes', 'readwrite', { durability: 'relaxed' });
    writing.oncomplete = onEnd;
    writing.onabort = onEnd;
    const store = writing.objectStore('bytes');
    const value = new Uint8Array(VALUE_BYTES);
    let left = Math.ceil(BYTES / VALUE_BYTES);
    const putSome = () => {
      for (let n = Math.min(left, AT_ONCE); n > 0; n--, left--) {
        const put = store.put(value);
        if (n === 1) put.onsuccess = putSome;
      }
    };
    putSome();
  } catch {
    onEnd();
  }
}
