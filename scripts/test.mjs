// Runs every check and ends with one line of counts: node scripts/test.mjs [step ...]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandFile, ROOT, run } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureBrowser, MISSING_BROWSER } from './find-browser.mjs';
import { ExpectedError, runMain } from './main.mjs';

/** A step that takes longer than this hangs. */
const LIMIT_MILLIS = 30 * 60_000;

/**
 * Colours are for terminals; most tools know the variable, Biome has an option.
 * @type {{ env: Record<string, string>, biome: string[] }}
 */
const COLORS = process.stdout.isTTY
  ? { env: {}, biome: [] }
  : { env: { NO_COLOR: '1' }, biome: ['--colors=off'] };

/** @typedef {{ passed: number, failed: number, skipped?: number, note?: string }} Outcome */

/** @type {Record<string, string>} */
const browserEnvironment = {};

/** @param {string} file @param {string[]} args @param {Record<string, string>} [env] */
const node = (file, args, env) =>
  run(process.execPath, [file, ...args], {
    // One stream keeps what a tool says below the heading of its step.
    stdio: ['ignore', 1, 1],
    env: { ...COLORS.env, ...env },
    limitMillis: LIMIT_MILLIS,
  });

/** A check that either holds or not. @param {string} file @param {string[]} args @returns {Promise<Outcome>} */
async function check(file, args) {
  const code = await node(file, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: `ended with code ${code}` };
}

/**
 * @typedef {{ status: string, name: string, assertionResults: { status: string }[] }} FileReport
 * @param {string} path of a report by Vitest's JSON reporter
 * @param {number} code the exit code of Vitest
 * @returns {Outcome}
 */
function readReport(path, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: FileReport[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, note: `no results, code ${code}` };
  }
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded, or whose hooks fail, fails without a failing test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  if (failed === 0 && code !== 0) return { passed, failed: 1, skipped, note: `ended with code ${code}` };
  if (failed === 0 && passed === 0) return { passed, failed: 1, skipped, note: 'no test was run' };
  return { passed, failed, skipped };
}

/** @param {string} project @returns {Promise<Outcome>} */
async function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'weightless-test-'));
  try {
    const path = join(folder, 'report.json');
    const code = await node(
      commandFile('vitest'),
      [
        'run',
        '--project',
        project,
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${path}`,
      ],
      browserEnvironment,
    );
    return readReport(path, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} project @returns {Promise<Outcome>} */
async function vitestInBrowser(project) {
  const browser = await ensureBrowser();
  if (!browser) return { passed: 0, failed: 1, note: MISSING_BROWSER };
  browserEnvironment.CHROME_PATH = browser;
  return vitest(project);
}

/** @type {Record<string, { title: string, execute: () => Promise<Outcome> }>} */
const STEPS = {
  types: { title: 'Types', execute: () => check(commandFile('tsc'), ['--noEmit']) },
  lint: { title: 'Lint and layers', execute: () => check(commandFile('biome'), ['ci', ...COLORS.biome]) },
  build: { title: 'Build', execute: () => check(join(ROOT, 'scripts/build.mjs'), ['--logLevel', 'warn']) },
  size: { title: 'First-screen size', execute: () => check(join(ROOT, 'scripts/check-size.mjs'), []) },
  unit: { title: 'Unit and property tests', execute: () => vitest('unit') },
  browser: { title: 'Tests in Chromium', execute: () => vitestInBrowser('browser') },
  e2e: { title: 'End to end', execute: () => vitestInBrowser('e2e') },
};

await runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in STEPS));
  if (unknown)
    throw new ExpectedError(`There is no step "${unknown}"; there are ${Object.keys(STEPS).join(', ')}.`);

  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true));

  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const summary = [];
  /** @param {string} title @param {() => Promise<Outcome>} execute */
  const report = async (title, execute) => {
    console.log(`\n--- ${title} ---`);
    const start = performance.now();
    const outcome = await execute();
    passed += outcome.passed;
    failed += outcome.failed;
    const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : '';
    const note = outcome.note ? ` (${outcome.note})` : '';
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    summary.push(
      `${outcome.failed ? 'FAILED' : 'passed'}  ${title}: ${outcome.passed} passed, ${outcome.failed} failed${skipped}${note}, ${seconds} s`,
    );
    console.log(summary.at(-1));
  };

  try {
    await ensureInstalled();
    for (const [name, { title, execute }] of Object.entries(STEPS)) {
      if (interrupted) break;
      if (names.length === 0 || names.includes(name)) await report(title, execute);
    }
  } catch (error) {
    console.error(error instanceof ExpectedError ? `\n${error.message}` : error);
    failed++;
  }
  if (interrupted) return 130;
  console.log(`\n--- Summary ---\n${summary.join('\n')}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
