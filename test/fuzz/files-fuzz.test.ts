import { expect, test } from 'vitest';
import { fuzzFiles } from './files-fuzz';

/** A tenth of what `npm run fuzz:files` tries. */
const COUNT = 1000;

test('files of a data set: are taken with every rule kept or refused in words within two seconds, whatever is damaged in them', async () => {
  const { figures, violations } = await fuzzFiles({ from: 0, count: COUNT, seed: 1 });
  expect(violations).toEqual([]);
  for (const [kind, { tried, taken }] of figures) {
    expect(tried).toBeGreaterThan(COUNT / figures.size - 1);
    // A damaged zip file is noticed unless the damage is where nothing is read.
    if (kind === 'zip noise' || kind === 'zip cut') expect([kind, taken <= tried / 2]).toEqual([kind, true]);
  }
}, 240_000);
