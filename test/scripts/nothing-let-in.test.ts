import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandFile, ROOT, run } from '../../scripts/child.mjs';

const folder = mkdtempSync(join(tmpdir(), 'weightless-let-in-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('nothing let in: fails a file in which anything was seen, also where its tests pass in the end, and no other', async () => {
  const outputFile = join(folder, 'results.json');
  const args = [
    'run',
    '--root',
    join(ROOT, 'test/fixtures/let-in'),
    '--reporter=json',
    '--outputFile',
    outputFile,
  ];
  // Of the run around this test, Vitest's own variables would be taken for the inner one's.
  const env = { VITEST: undefined, TEST: undefined, NODE_ENV: undefined };
  const code = await run(process.execPath, [commandFile('vitest'), ...args], { stdio: 'ignore', env });
  expect(code).toBe(1);
  const { numFailedTests, testResults } = JSON.parse(readFileSync(outputFile, 'utf8'));
  expect(numFailedTests).toBe(0);
  const files = testResults.map(({ name, status }: { name: string; status: string }) => [
    basename(name),
    status,
  ]);
  expect(files.sort()).toEqual([
    ['nothing.spec.ts', 'passed'],
    ['seen.spec.ts', 'failed'],
  ]);
});
