import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FitCache } from '../evaluation/cached-fit';
import { fileVersion } from './code-version';
import { ROOT, reasonOf } from './files';

/**
 * Fitted parts in `.cache/fits`, one file a key: `<data>/<version of the recommender's code>/<key>`. What a fit is given
 * is in its key already, so that an edit of one recommender fits that one anew and no other. A failed read or write only
 * costs time.
 * @param data checksum of the data. @param versionOf the version of the source file of a recommender.
 */
export function createFitCache(data: string, versionOf: (source: string) => string = fileVersion): FitCache {
  const versions = new Map<string, string>();
  let hasComplained = false;
  const folderOf = (source: string) => {
    const version = versions.get(source) ?? versionOf(source);
    versions.set(source, version);
    return join(ROOT, '.cache', 'fits', data, version);
  };
  return {
    read(source, key) {
      const path = join(folderOf(source), key);
      try {
        // A plain array with a buffer of its own: Node's Buffer shares one, and its slice() does not copy.
        return Uint8Array.from(readFileSync(path));
      } catch {
        return null;
      }
    },
    write(source, key, bytes) {
      const folder = folderOf(source);
      try {
        mkdirSync(folder, { recursive: true });
        // Renaming is atomic: another process never sees half a file.
        const temporary = join(folder, `${key}.${randomUUID()}`);
        writeFileSync(temporary, bytes);
        renameSync(temporary, join(folder, key));
      } catch (error) {
        // Once is enough: a full disk fails every time.
        if (!hasComplained) console.error(`The fit cache cannot be written: ${reasonOf(error)}`);
        hasComplained = true;
      }
    },
  };
}
