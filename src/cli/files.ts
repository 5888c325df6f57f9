import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BundledFiles } from '../data/dataset';
import { EvaluationError } from '../evaluation/types';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The bundled data: the files that the app loads. */
export const BUNDLED_FILES: BundledFiles<string> = {
  films: join(ROOT, 'public', 'data', 'films.bin'),
  ratings: join(ROOT, 'public', 'data', 'ratings.bin'),
};

/** Reads those files. @throws EvaluationError as readBytes */
export function readBundledFiles(): BundledFiles<Uint8Array> {
  return { films: readBytes(BUNDLED_FILES.films), ratings: readBytes(BUNDLED_FILES.ratings) };
}

/** Reads a file. @throws EvaluationError naming it where that fails. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new EvaluationError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

/** What a failed read or write says to a person. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'there is no space left.';
  if (code === 'EACCES' || code === 'EPERM') return 'it is not allowed.';
  return error instanceof Error ? error.message : String(error);
}
