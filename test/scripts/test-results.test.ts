import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandFile, ROOT, run } from '../../scripts/child.mjs';
import { RESULTS_FOLDER, SECOND_TRIES_FILE } from '../../scripts/retry-reporter.mjs';
import { readResults } from '../../scripts/test-results.mjs';

const SUITE = 'test/fixtures/second-try';
const folder = mkdtempSync(join(tmpdir(), 'weightless-second-tries-'));
let code: number;

beforeAll(async () => {
  // Of the run around this test, Vitest's own variables would be taken for the inner one's.
  const env = { [RESULTS_FOLDER]: folder, VITEST: undefined, TEST: undefined, NODE_ENV: undefined };
  const args = [commandFile('vitest'), 'run', '--root', join(ROOT, SUITE)];
  code = await run(process.execPath, args, { stdio: 'ignore', env });
});
afterAll(() => rmSync(folder, { recursive: true }));

const AT_THE_THIRD =
  'flaky.spec.ts > a suite > passes at the third try (try 3): expected 1 to be 3 // Object.is equality';

test('retry reporter: names the tests that passed at a later try, and what was wrong at first, not those that failed or passed at once', () => {
  expect(JSON.parse(readFileSync(join(folder, SECOND_TRIES_FILE), 'utf8'))).toEqual([AT_THE_THIRD]);
});

test('test results: count what passed, and name what failed with what was wrong', () => {
  expect(code).toBe(1);
  const { failures, ...counts } = readResults(folder, code);
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: [], secondTries: [AT_THE_THIRD] });
  const begins = `${SUITE}/flaky.spec.ts > fails every time: AssertionError: expected 3 to be +0`;
  expect(failures?.map((failure) => failure.slice(0, begins.length))).toEqual([begins]);
});

test('test results: are a failure where none were written', () => {
  const { passed, failed } = readResults(join(folder, 'not-there'), 0);
  expect({ passed, failed }).toEqual({ passed: 0, failed: 1 });
});
