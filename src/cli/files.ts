import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EvaluationError } from '../evaluation/types';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
