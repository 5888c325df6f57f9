import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EvaluationError } from '../evaluation/types';
import { reasonOf } from './files';

/**
 * Refuses a place where a file could not be written, before the work that it is for.
 * @throws EvaluationError naming it
 */
export function refuseUnwritable(path: string): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
      throw new EvaluationError(`${path} cannot be written: there is no folder ${dirname(path)}.`);
    }
    accessSync(there && !there.isFile() ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw named(path, error);
  }
}

/**
 * Writes a file as a whole or not at all: beside its place first, and renamed when all of it is there. Devices and pipes are
 * written to as they are. Signals to end wait for the milliseconds that it takes, so that no half of a file is left.
 * @throws EvaluationError naming it where that fails
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const wait = () => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there && !there.isFile()) writeFileSync(path, bytes);
    else writeBeside(there ? realpathSync(path) : path, bytes);
  } catch (error) {
    throw named(path, error);
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

/** @param place where the file is to be: no link */
function writeBeside(place: string, bytes: Uint8Array): void {
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}`);
  try {
    writeFileSync(beside, bytes, { flush: true });
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function named(path: string, error: unknown): EvaluationError {
  if (error instanceof EvaluationError) return error;
  return new EvaluationError(`${path} cannot be written: ${reasonOf(error)}`);
}
