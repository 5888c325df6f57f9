import Dexie from 'dexie';

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
  full: "Your browser's storage is full. Your last click is kept on this page but not saved. Free some space, then press Retry.",
  closed:
    'The connection to your saved ratings was closed. What you do is kept on this page but not saved. Press Retry.',
  unavailable:
    'This browser does not let the page store anything. Leave private browsing or allow site data, then press Retry.',
  newer:
    'Your ratings were saved by a newer version of Weightless, so this page leaves them alone and saves nothing. Reload the page to get that version; if that does not help, close all tabs of Weightless and open it again.',
  lost: 'What Weightless had saved in this browser was deleted: in another tab, or by clearing the site’s data.',
  slow: 'Your browser has not answered for a while. What you do is kept on this page meanwhile. Wait, or press Retry.',
  'profile-gone': 'This person was removed in another tab, so nothing more is saved for them.',
  'log-changed': 'Something was erased for good in another tab, so this page reads your ratings again.',
  unknown:
    'Your browser could not reach its storage. What you do is kept on this page but not saved. Press Retry.',
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
