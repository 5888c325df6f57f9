import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { audit } from '../../scripts/audit.mjs';

const folder = mkdtempSync(join(tmpdir(), 'weightless-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NONE = { info: 0, low: 0, moderate: 0, high: 0, critical: 0 };
type Counts = Partial<typeof NONE>;

const report = (counts: Counts, vulnerabilities: Record<string, { severity: string }> = {}) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { vulnerabilities: { ...NONE, ...counts } },
  });

let made = 0;
/** An npm that answers so for production, so for everything, and ends with code 1, as the real one where it finds anything. */
function fakeNpm(production: string, all = production, before = ''): string[] {
  const file = join(folder, `npm-${made++}.mjs`);
  const answers = JSON.stringify([production, all]);
  writeFileSync(
    file,
    `${before}
    const [command, ...flags] = process.argv.slice(2);
    if (command !== 'audit' || !flags.includes('--json')) process.exit(9);
    process.stdout.write(${answers}[flags.includes('--omit=dev') ? 0 : 1]);
    process.exitCode = 1;`,
  );
  return [process.execPath, file];
}

test('audit: ends with 0 when nothing is known', async () => {
  expect(await audit(fakeNpm(report({})))).toEqual({
    code: 0,
    lines: [
      'Production dependencies: no known vulnerabilities',
      'Development dependencies: no known vulnerabilities',
    ],
  });
});

test.each(['high', 'critical'] as const)(
  'audit: ends with 1 and names the package when a production dependency has a %s vulnerability',
  async (severity) => {
    const known = { 'left-part': { severity }, 'right-part': { severity: 'low' } };
    expect(await audit(fakeNpm(report({ [severity]: 1, low: 1 }, known)))).toEqual({
      code: 1,
      lines: [
        `Production dependencies: 1 ${severity}, 1 low`,
        'Development dependencies: no known vulnerabilities',
        'To be replaced or brought up to date: left-part',
      ],
    });
  },
);

test('audit: ends with 0 and counts apart when only tools of development have grave vulnerabilities', async () => {
  const { code, lines } = await audit(fakeNpm(report({ moderate: 1 }), report({ critical: 2, moderate: 4 })));
  expect(code).toBe(0);
  expect(lines).toEqual([
    'Production dependencies: 1 moderate',
    'Development dependencies: 2 critical, 3 moderate',
  ]);
});

const silent = (why: string) => ({
  code: 0,
  lines: [`No advisory service answers here (${why}): nothing was audited.`],
});

test.each([
  ['refuses', JSON.stringify({ message: '405 of somewhere', statusCode: 405 }), 'status 405'],
  ['cannot be reached', JSON.stringify({ error: { code: 'ENOTFOUND' } }), 'npm has no report'],
  ['answers with a page', '<!doctype html>', 'what npm says cannot be read'],
  ['says nothing', '', 'what npm says cannot be read'],
  ['says null', 'null', 'npm has no report'],
  ['counts nothing', JSON.stringify({ metadata: { vulnerabilities: {} } }), 'what npm says has no counts'],
  [
    'counts in words',
    JSON.stringify({ metadata: { vulnerabilities: { ...NONE, high: 'many' } } }),
    'what npm says has no counts',
  ],
])('audit: says so in one line and ends with 0 when the service %s', async (_what, answer, why) => {
  expect(await audit(fakeNpm(answer))).toEqual(silent(why));
});

test('audit: says so when the service answers once and not again', async () => {
  expect(await audit(fakeNpm(report({}), '{"statusCode":500}'))).toEqual(silent('status 500'));
});

test('audit: says so when npm does not end in time, or is not there', async () => {
  const late = silent('it took too long, or npm does not start');
  const begun = performance.now();
  expect(
    await audit(
      fakeNpm(report({}), report({}), 'await new Promise(() => setInterval(() => {}, 1000));'),
      500,
    ),
  ).toEqual(late);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(await audit([join(folder, 'no-such-npm')])).toEqual(late);
});
