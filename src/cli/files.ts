import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FitCache } from '../evaluation/runner';
import { EvaluationError } from '../evaluation/types';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Layers whose code decides results. */
const DECISIVE_LAYERS = ['lib', 'data', 'wnn', 'baselines', 'evaluation'];

/** Reads a file. @throws EvaluationError naming it where that fails. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new EvaluationError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  return error instanceof Error ? error.message : String(error);
}

/** Hash of all source files that decide results: fits and parts of other code are never mixed with this one's. */
export function codeVersion(): string {
  const hash = createHash('sha256');
  for (const layer of DECISIVE_LAYERS) {
    const folder = join(ROOT, 'src', layer);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.map((path) => path.replaceAll('\\', '/')).sort()) {
      hash.update(`${layer}/${name}\n`).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Fitted parts in `.cache/fits`, one file a key. A failed read or write only costs time.
 * @param data checksum of the data; @param code from codeVersion.
 */
export function createFitCache(data: string, code: string): FitCache {
  const folder = join(ROOT, '.cache', 'fits', `${data}-${code}`);
  return {
    read(key) {
      try {
        // A plain array with a buffer of its own: Node's Buffer shares one, and its slice() does not copy.
        return Uint8Array.from(readFileSync(join(folder, key)));
      } catch {
        return null;
      }
    },
    write(key, bytes) {
      try {
        mkdirSync(folder, { recursive: true });
        // Renaming is atomic: another process never sees half a file.
        const temporary = join(folder, `${key}.${randomUUID()}`);
        writeFileSync(temporary, bytes);
        renameSync(temporary, join(folder, key));
      } catch (error) {
        console.error(`The fit cache cannot be written: ${reasonOf(error)}`);
      }
    },
  };
}
