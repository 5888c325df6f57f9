// Runs every check and ends with one line of counts: node scripts/test.mjs [step ...]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { commandFile, ROOT, run } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureTestBrowser, MISSING_BROWSER, SHELL_PATH } from './find-browser.mjs';
import { ensureEngines } from './find-engines.mjs';
import { ExpectedError, runMain } from './main.mjs';
import { RESULTS_FOLDER } from './retry-reporter.mjs';
import { readResults } from './test-results.mjs';

/** A step that takes longer than this hangs. */
const LIMIT_MILLIS = 45 * 60_000;

/**
 * Colours are for terminals; most tools know the variable, Biome has an option.
 * @type {{ env: Record<string, string>, biome: string[] }}
 */
const COLORS = process.stdout.isTTY
  ? { env: {}, biome: [] }
  : { env: { NO_COLOR: '1' }, biome: ['--colors=off'] };

/** @typedef {import('./test-results.mjs').Outcome} Outcome */

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

/** Style and layers, then what nothing uses, then what only tests use; each whatever the others find. */
async function lint() {
  const knip = commandFile('knip');
  const outcomes = [
    await check(commandFile('biome'), ['ci', ...COLORS.biome]),
    await check(knip, ['--no-progress']),
    await check(knip, ['--no-progress', '--production', '--include=files,exports,types']),
  ];
  const passed = outcomes.filter((outcome) => outcome.failed === 0).length;
  return { passed, failed: outcomes.length - passed };
}

/** @param {string[]} projects @param {string[]} [files] options that say which of their files @returns {Promise<Outcome>} */
async function vitest(projects, files = []) {
  const folder = mkdtempSync(join(tmpdir(), 'weightless-test-'));
  try {
    const args = [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--allowOnly=false',
      ...files,
    ];
    const code = await node(commandFile('vitest'), args, { ...browserEnvironment, [RESULTS_FOLDER]: folder });
    return readResults(folder, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What installs and what builds goes one by one, whatever runs side by side. */
let preparing = Promise.resolve();

/** @template T @param {() => Promise<T>} prepare @returns {Promise<T>} */
function inTurn(prepare) {
  const prepared = preparing.then(prepare);
  preparing = prepared.then(
    () => {},
    () => {},
  );
  return prepared;
}

/** @param {string} project @param {string[]} [files] @returns {Promise<Outcome>} */
async function vitestInBrowser(project, files) {
  // Asked once: where the shell cannot be had, to ask costs a call of apt each time.
  const browser = browserEnvironment[SHELL_PATH] ?? (await inTurn(ensureTestBrowser));
  if (!browser) return { passed: 0, failed: 1, note: MISSING_BROWSER };
  browserEnvironment[SHELL_PATH] = browser;
  return vitest([project], files);
}

/** @param {string} project one that looks at the built app @param {string[]} [files] @returns {Promise<Outcome>} */
async function vitestOnBuild(project, files) {
  if ((await inTurn(ensureBuilt)) !== 0) return { passed: 0, failed: 1, note: 'the build failed' };
  return vitestInBrowser(project, files);
}

/** In each engine that is found, or can be installed. @returns {Promise<Outcome>} */
async function journeys() {
  await inTurn(ensureEngines);
  return vitestOnBuild('engines');
}

/** Of the people who look at every screen (test/e2e/everywhere) two for whom the shorter lane has time. */
const TWO_PEOPLE = ['many', 'moods'].map((who) => `test/e2e/everywhere/${who}.e2e.ts`);

/** @type {Record<string, { title: string, execute: () => Promise<Outcome> }>} */
const STEPS = {
  types: { title: 'Types', execute: () => check(commandFile('tsc'), ['--noEmit']) },
  lint: { title: 'Lint, layers and unused code', execute: lint },
  build: { title: 'Build', execute: () => check(join(ROOT, 'scripts/build.mjs'), ['--logLevel', 'warn']) },
  size: { title: 'First-screen size', execute: () => check(join(ROOT, 'scripts/check-size.mjs'), []) },
  unit: { title: 'Unit and property tests', execute: () => vitest(['unit', 'unit-alone']) },
  commands: { title: 'Commands', execute: () => vitest(['commands']) },
  browser: { title: 'Tests in Chromium', execute: () => vitestInBrowser('browser') },
  engines: { title: 'Journeys in three engines', execute: journeys },
  everywhere: {
    title: 'Every screen at every size',
    execute: () =>
      vitestOnBuild(
        'everywhere',
        TWO_PEOPLE.flatMap((file) => ['--exclude', file]),
      ),
  },
  'everywhere-more': {
    title: 'Every screen at every size, of two more people',
    execute: () => vitestOnBuild('everywhere', TWO_PEOPLE),
  },
  e2e: { title: 'End to end', execute: () => vitestOnBuild('e2e') },
};

/**
 * The steps in their order. A row is done before the next begins; its lanes run side by side and take about as long, so that two cores have
 * work all the time: what waits for a browser leaves one idle, as the last files of a step do.
 */
const PLAN = [
  [['types', 'lint', 'build', 'size']],
  [['commands', 'unit'], ['browser']],
  [['engines', 'e2e', 'everywhere-more'], ['everywhere']],
];

/**
 * ", 12 skipped: Firefox, WebKitGTK": by the first word of their names, which is that of the engine where one is missing.
 * @param {string[]} names
 */
function skippedWords(names) {
  const groups = new Set(names.map((name) => name.split(/[\s:]/, 1)[0]));
  return names.length === 0 ? '' : `, ${names.length} skipped: ${[...groups].join(', ')}`;
}

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
  /** @type {string[]} */
  const secondTries = [];
  /** @type {string[]} */
  const skipped = [];
  /** @type {string[]} */
  const failures = [];
  /** @param {string} title @param {() => Promise<Outcome>} execute */
  const report = async (title, execute) => {
    console.log(`\n--- ${title} ---`);
    const start = performance.now();
    const outcome = await execute();
    passed += outcome.passed;
    failed += outcome.failed;
    secondTries.push(...(outcome.secondTries ?? []));
    skipped.push(...(outcome.skipped ?? []));
    failures.push(...(outcome.failures ?? []));
    const left = outcome.skipped?.length ? `, ${outcome.skipped.length} skipped` : '';
    const note = outcome.note ? ` (${outcome.note})` : '';
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    summary.push(
      `${outcome.failed ? 'FAILED' : 'passed'}  ${title}: ${outcome.passed} passed, ${outcome.failed} failed${left}${note}, ${seconds} s`,
    );
    console.log(summary.at(-1));
  };

  try {
    await ensureInstalled();
    /** @param {string[]} lane */
    const runLane = async (lane) => {
      for (const name of lane) {
        if (interrupted) break;
        const { title, execute } = STEPS[name];
        // "everywhere" asks for "everywhere-more", too.
        if (names.length === 0 || names.some((asked) => name === asked || name.startsWith(`${asked}-`)))
          await report(title, execute);
      }
    };
    for (const row of PLAN) await Promise.all(row.map(runLane));
  } catch (error) {
    console.error(error instanceof ExpectedError ? `\n${error.message}` : error);
    failed++;
  }
  if (interrupted) return 130;
  console.log(`\n--- Summary ---\n${summary.join('\n')}\n`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  for (const name of secondTries) console.log(`needed a second try: ${name}`);
  console.log(`${passed} passed, ${failed} failed${skippedWords(skipped)}`);
  return failed === 0 ? 0 : 1;
});
