import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { guarded, StorageError, toStorageError } from '../../src/storage/storage-error';

const named = (name: string, extra: object = {}) => Object.assign(new Error(name), { name, ...extra });

test("storage error: is 'full' when Dexie wraps a full disk however deeply", () => {
  const quota = new DOMException('no space', 'QuotaExceededError');
  const errors = [
    quota,
    new Dexie.QuotaExceededError('full', quota),
    new Dexie.AbortError('aborted', quota),
    new Dexie.BulkError('some failed', [quota]),
    named('TransactionInactiveError', { inner: new Dexie.AbortError('aborted', quota) }),
  ];
  for (const error of errors) expect(toStorageError(error).failure).toBe('full');
  expect(toStorageError(quota).message).toContain('Your last click is kept on this page but not saved.');
});

test('storage error: tells apart when a database is closed, missing or forbidden', () => {
  expect(toStorageError(new Dexie.DatabaseClosedError()).failure).toBe('closed');
  expect(toStorageError(new Dexie.MissingAPIError()).failure).toBe('unavailable');
  expect(toStorageError(new DOMException('private', 'SecurityError')).failure).toBe('unavailable');
  expect(toStorageError(new Dexie.AbortError('why?')).failure).toBe('unknown');
  expect(toStorageError('odd').failure).toBe('unknown');
});

test('storage error: is understood when the error refers to itself', () => {
  const error = named('Odd') as Error & { inner?: unknown };
  error.inner = error;
  expect(toStorageError(error).failure).toBe('unknown');
});

test('guard: rejects with a StorageError that keeps the cause when something is thrown', async () => {
  const cause = new DOMException('no space', 'QuotaExceededError');
  const failing = guarded(() => Promise.reject(cause));
  await expect(failing).rejects.toBeInstanceOf(StorageError);
  await expect(failing).rejects.toMatchObject({ failure: 'full', cause });
  const own = new RangeError('mine');
  await expect(
    guarded(
      () => Promise.reject(own),
      (error) => error === own,
    ),
  ).rejects.toBe(own);
  expect(await guarded(() => Promise.resolve(3))).toBe(3);
});
