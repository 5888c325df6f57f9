import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { guarded, StorageError, toStorageError } from '../../src/storage/storage-error';

const named = (name: string, extra: object = {}) => Object.assign(new Error(name), { name, ...extra });

test('a full disk is recognized, however deeply Dexie wraps it', () => {
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

test('a closed, missing or forbidden database is told apart', () => {
  expect(toStorageError(new Dexie.DatabaseClosedError()).failure).toBe('closed');
  expect(toStorageError(new Dexie.MissingAPIError()).failure).toBe('unavailable');
  expect(toStorageError(new DOMException('private', 'SecurityError')).failure).toBe('unavailable');
  expect(toStorageError(new Dexie.AbortError('why?')).failure).toBe('unknown');
  expect(toStorageError('odd').failure).toBe('unknown');
});

test('an error that refers to itself is still understood', () => {
  const error = named('Odd') as Error & { inner?: unknown };
  error.inner = error;
  expect(toStorageError(error).failure).toBe('unknown');
});

test('the guard turns what is thrown into a StorageError and keeps the cause', async () => {
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
