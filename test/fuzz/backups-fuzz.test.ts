import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fuzzBackups } from './backups-fuzz';

/** A tenth of what `npm run fuzz:backups` tries. */
const COUNT = 1000;

test('backups and imports: are taken whole or refused in words within two seconds, with nothing changed by what is refused', async () => {
  const { figures, violations } = await fuzzBackups({ from: 0, count: COUNT, seed: 1 });
  expect(violations).toEqual([]);
  const [imports, bytes, ...within] = [...figures.values()];
  expect([imports.tried, bytes.tried]).toEqual([334, 333]);
  // A damaged backup is noticed wherever the damage is, but for white space.
  expect(bytes.taken).toBeLessThan(bytes.tried / 10);
  const all = within.reduce(
    (sum, { tried, taken }) => ({ tried: sum.tried + tried, taken: sum.taken + taken }),
    {
      tried: 0,
      taken: 0,
    },
  );
  expect(all.tried).toBe(333);
  // Neither all of them are refused nor all are taken: both are tried.
  expect(all.taken).toBeGreaterThan(all.tried / 10);
  expect(all.taken).toBeLessThan((all.tried * 9) / 10);
}, 240_000);
