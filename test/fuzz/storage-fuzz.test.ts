import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fuzzStorage, watchProcess } from './storage-fuzz';

/** A tenth of what `npm run fuzz:storage` tries. */
const COUNT = 1000;

test('opening: uses a saved model only where it is right, loses no row and always ends, whatever is damaged in the storage', async () => {
  const { figures, violations } = await fuzzStorage({ from: 0, count: COUNT, seed: 1, watch: watchProcess });
  expect(violations).toEqual([]);
  const tried = [...figures.values()].map((own) => own.tried);
  expect(tried.reduce((sum, own) => sum + own, 0)).toBe(COUNT);
  expect(Math.min(...tried)).toBeGreaterThan(COUNT / figures.size - 1);
  // All sorts of damage to a saved model are noticed, and nothing but that and the log has one refused.
  for (const [kind, { refused, used, failed }] of figures) {
    expect(failed).toBe(0);
    if (/^snapshots? (flipped|cut|extended|swapped)/.test(kind)) expect([kind, used]).toEqual([kind, 0]);
    if (/^(setting|tombstone)/.test(kind)) expect([kind, refused]).toEqual([kind, 0]);
  }
}, 240_000);
