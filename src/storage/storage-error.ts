import Dexie from 'dexie';
import * as words from '../words/en/start/storage';

/** What kept the browser from storing or reading, as far as it says. */
export type StorageFailure =
  | 'full'
  | 'closed'
  | 'unavailable'
  | 'newer'
  | 'lost'
  | 'slow'
  | 'profile-gone'
  | 'log-changed'
  | 'unknown';

const MESSAGES: Record<StorageFailure, string> = {
  full: words.full,
  closed: words.closed,
  unavailable: words.unavailable,
  newer: words.newer,
  lost: words.lost,
  slow: words.slow,
  'profile-gone': words.profileGone,
  'log-changed': words.logChanged,
  unknown: words.unknown,
};

/** Thrown by everything in storage/; the message is for a person. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, cause?: unknown) {
    super(MESSAGES[failure], { cause });
    this.failure = failure;
  }
}

/** Dexie wraps what IndexedDB says: in `inner`, and for bulk operations in `failures`. */
function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { name, inner, failures, cause } = error as {
    name?: unknown;
    inner?: unknown;
    failures?: unknown;
    cause?: unknown;
  };
  const wrapped = [inner, cause, ...(Array.isArray(failures) ? failures : [])];
  return [...(typeof name === 'string' ? [name] : []), ...wrapped.flatMap((e) => namesOf(e, depth + 1))];
}

const { QuotaExceeded, DatabaseClosed, MissingAPI, Version, OpenFailed, NoSuchDatabase } = Dexie.errnames;
// Opening is aborted while the browser clears the data; that passes.
const PASSING = 'AbortError';
const UNAVAILABLE = [MissingAPI, OpenFailed, NoSuchDatabase, 'SecurityError', 'NotAllowedError'] as string[];
const CLOSED = [DatabaseClosed, 'InvalidStateError'] as string[];

/** Says what an error of Dexie or IndexedDB means; a StorageError passes unchanged. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const names = namesOf(error);
  if (names.includes(QuotaExceeded)) return new StorageError('full', error);
  if (names.includes(Version)) return new StorageError('newer', error);
  if (names.includes(PASSING)) return new StorageError('unknown', error);
  if (names.some((name) => UNAVAILABLE.includes(name))) return new StorageError('unavailable', error);
  if (names.some((name) => CLOSED.includes(name))) return new StorageError('closed', error);
  return new StorageError('unknown', error);
}

/** Runs a database operation; whatever it throws becomes a StorageError, but for errors that `passes` lets through. */
export async function guarded<T>(
  operation: () => PromiseLike<T>,
  passes: (error: unknown) => boolean = () => false,
): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw passes(error) ? error : toStorageError(error);
  }
}
