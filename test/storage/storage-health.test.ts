import { expect, test } from 'vitest';
import { askToPersist, readStorageHealth } from '../../src/storage/storage-health';

test('storage health: passes the browser’s figures on when it gives them', async () => {
  const manager = {
    estimate: async () => ({ usage: 5, quota: 100 }),
    persisted: async () => true,
    persist: async () => false,
  };
  expect(await readStorageHealth(manager)).toEqual({ usage: 5, quota: 100, persisted: true });
  expect(await askToPersist(manager)).toBe(false);
});

test('storage health: leaves blanks when the browser does not say or refuses', async () => {
  const blank = { usage: null, quota: null, persisted: null };
  expect(await readStorageHealth(undefined)).toEqual(blank);
  expect(await askToPersist({})).toBeNull();
  const refusing = {
    estimate: () => Promise.reject(new TypeError('no')),
    persisted: () => Promise.reject(new TypeError('no')),
  };
  expect(await readStorageHealth(refusing)).toEqual(blank);
});
