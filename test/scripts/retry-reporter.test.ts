import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandFile, ROOT, run } from '../../scripts/child.mjs';
import { RESULTS_FOLDER, SECOND_TRIES_FILE } from '../../scripts/retry-reporter.mjs';

const folder = mkdtempSync(join(tmpdir(), 'weightless-second-tries-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('retry reporter: names the tests that passed at a later try, and what was wrong at first, not those that failed or passed at once', async () => {
  const args = ['run', '--root', join(ROOT, 'test/fixtures/second-try')];
  // Of the run around this test, Vitest's own variables would be taken for the inner one's.
  const env = { [RESULTS_FOLDER]: folder, VITEST: undefined, TEST: undefined, NODE_ENV: undefined };
  const code = await run(process.execPath, [commandFile('vitest'), ...args], { stdio: 'ignore', env });
  expect(code).toBe(1);
  expect(JSON.parse(readFileSync(join(folder, SECOND_TRIES_FILE), 'utf8'))).toEqual([
    'flaky.spec.ts > a suite > passes at the third try (try 3): expected 1 to be 3 // Object.is equality',
  ]);
});
