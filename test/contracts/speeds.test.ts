import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { BASELINE, DOCUMENTS } from '../bench/suite/documents';
import { readResult } from '../bench/suite/result';

test.each(DOCUMENTS)(
  '$path: tells the speeds of the committed result (npm run bench -- --document writes them)',
  ({ path, tableOf }) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toContain(tableOf(readResult(join(ROOT, BASELINE))));
  },
);

test('the committed result holds every figure that README tells of, at all sizes', () => {
  const { figures } = readResult(join(ROOT, BASELINE));
  const sizes = new Set(
    figures.filter(({ group }) => group === 'model').map(({ ratings, films }) => `${ratings} of ${films}`),
  );
  const films = [9066, 30_000, 90_000];
  expect([...sizes].sort()).toEqual(
    films.flatMap((count) => [50, 200, 1000, 5000].map((ratings) => `${ratings} of ${count}`)).sort(),
  );
  const few = figures.filter(({ unit, runs }) => unit !== 'bytes' && runs < 15);
  expect(few).toEqual([]);
});
