// Runs Lighthouse's mobile preset on the built app as npm start serves it: npm run lighthouse [-- --help]
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { DIST, ensureBuilt } from './build.mjs';
import { ROOT, run } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { CHROMIUM_ARGS, ensureBrowser, MISSING_BROWSER } from './find-browser.mjs';
import { ExpectedError, isMain, runMain } from './main.mjs';

/** What is to be installed, version by version. */
const WANTED = join(ROOT, 'scripts/lighthouse');
/** Where it is installed: beside the app's packages, not among them. */
const CACHE = join(ROOT, 'node_modules/.cache/lighthouse');
/** The mark of the moment at which the first film and its buttons answer. */
const FIRST_FILM_MARK = 'weightless:first-film';
/** How often in a row Lighthouse may fail to record a visit, for which it asks to be run again. */
const FAILURES = 3;

const HELP = `Usage: npm run lighthouse -- [options]

Runs Lighthouse's mobile preset on the built app, served as npm start serves it.

  --runs <number>  how often; medians are over all of them (5)
  --throttled      really slow the browser and its network down, instead of reckoning from a quick run
  --json           print JSON
  --out <file>     write the JSON to a file too
  --help           print this`;

/** Categories, from 0 to 100. */
const CATEGORIES = /** @type {const} */ (['performance', 'accessibility', 'best-practices', 'seo']);

/** Audits whose figures are told; in milliseconds but for the last, which has no unit. */
const METRICS = /** @type {const} */ ({
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  SI: 'speed-index',
  CLS: 'cumulative-layout-shift',
});

/**
 * @typedef {{ scores: Record<string, number | null>, metrics: Record<string, number | null>, firstFilm: number | null }} Figures
 *   `firstFilm` is when the mark was set, in milliseconds; null where it was not. As any mark, it is that of the run itself:
 *   what Lighthouse reckons from a quick run it reckons for its own metrics only, so only with --throttled is it one of a slow phone.
 * @typedef {{ categories: Record<string, { score: number | null }>, lighthouseVersion: string, runtimeError?: { message: string },
 *   audits: Record<string, { score: number | null, numericValue?: number, details?: { items?: { name?: string, startTime?: number }[] } }> }} Report
 */

/** @param {string[]} args @returns {{ runs: number, throttled: boolean, json: boolean, out?: string } | null} null where help was asked for */
export function readLighthouseOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        runs: { type: 'string', default: '5' },
        throttled: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new ExpectedError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
  if (values.help) return null;
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new ExpectedError(`--runs should be a whole number from 1, not "${values.runs}".`);
  const { throttled, json, out } = values;
  return { runs, throttled, json, out };
}

/**
 * Installs Lighthouse if this very version is not there. Its packages are a quarter of the app's own again, so they are for
 * whoever asks for them.
 * @returns {Promise<{ lighthouse: Function, launch: Function }>}
 */
async function loadLighthouse() {
  const lock = 'package-lock.json';
  const isCurrent =
    existsSync(join(CACHE, 'node_modules/lighthouse/package.json')) &&
    existsSync(join(CACHE, lock)) &&
    readFileSync(join(CACHE, lock), 'utf8') === readFileSync(join(WANTED, lock), 'utf8');
  if (!isCurrent) {
    console.error('Installing Lighthouse ...');
    mkdirSync(CACHE, { recursive: true });
    copyFileSync(join(WANTED, 'package.json'), join(CACHE, 'package.json'));
    const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
    // The lock file comes last: an installation that did not end is begun anew.
    copyFileSync(join(WANTED, lock), join(CACHE, lock));
    const code = await run('npm', ['ci', '--prefix', CACHE, ...flags], {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (code !== 0) throw new ExpectedError('Lighthouse could not be installed, for the reason above.');
  }
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(CACHE, 'node_modules', path)).href);
  const { default: lighthouse } = await from('lighthouse/core/index.js');
  const { launch } = await from('chrome-launcher/dist/index.js');
  return { lighthouse, launch };
}

/** @param {Report} report @returns {Figures} */
export function figuresOf({ categories, audits }) {
  const score = (/** @type {string} */ name) => categories[name]?.score ?? null;
  const marks = audits['user-timings']?.details?.items ?? [];
  return {
    scores: Object.fromEntries(
      CATEGORIES.map((name) => [name, score(name) === null ? null : Math.round(100 * Number(score(name)))]),
    ),
    metrics: Object.fromEntries(
      Object.entries(METRICS).map(([name, audit]) => [name, audits[audit]?.numericValue ?? null]),
    ),
    firstFilm: marks.find(({ name }) => name === FIRST_FILM_MARK)?.startTime ?? null,
  };
}

/** The middle one, or the lower of the two in the middle; null where any is unknown. @param {(number | null)[]} values */
function median(values) {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known.length === values.length ? known[(known.length - 1) >> 1] : null;
}

/** @param {Figures[]} runs @returns {Figures} the median of each figure */
export function mediansOf(runs) {
  const over = (/** @type {(run: Figures) => Record<string, number | null>} */ of) =>
    Object.fromEntries(
      Object.keys(of(runs[0])).map((name) => [name, median(runs.map((run) => of(run)[name]))]),
    );
  return {
    scores: over(({ scores }) => scores),
    metrics: over(({ metrics }) => metrics),
    firstFilm: median(runs.map(({ firstFilm }) => firstFilm)),
  };
}

/** @param {string} label @param {Figures} figures */
function row(label, { scores, metrics, firstFilm }) {
  const ms = (/** @type {number | null} */ value) => (value === null ? '-' : Math.round(value));
  const { CLS, ...times } = metrics;
  return {
    run: label,
    ...scores,
    ...Object.fromEntries(Object.entries(times).map(([name, value]) => [name, ms(value)])),
    CLS: CLS === null ? '-' : Math.round(CLS * 1000) / 1000,
    'first film': ms(firstFilm),
  };
}

/**
 * One visit, in a browser of its own with nothing stored.
 * @param {Function} lighthouse @param {Function} launch
 * @param {{ chromePath: string, throttled: boolean, url: string }} options
 * @returns {Promise<Report>}
 */
async function visit(lighthouse, launch, { chromePath, throttled, url }) {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...CHROMIUM_ARGS] });
  try {
    const method = throttled ? 'devtools' : 'simulate';
    const flags = { port: chrome.port, logLevel: 'error', throttlingMethod: method };
    return (await lighthouse(url, flags)).lhr;
  } finally {
    await chrome.kill();
  }
}

/** @param {{ runs: number, throttled: boolean }} options */
async function measure({ runs, throttled }) {
  await ensureInstalled();
  if ((await ensureBuilt()) !== 0) throw new ExpectedError('The build failed, for the reason above.');
  const chromePath = await ensureBrowser();
  if (!chromePath) throw new ExpectedError(MISSING_BROWSER);
  const { lighthouse, launch } = await loadLighthouse();
  // Only now: it stands on packages, which may just have been installed.
  const { serve } = await import('./static-server.mjs');
  const server = await serve({ root: DIST, port: 0 });
  if (!server) throw new ExpectedError('There is no free port.');
  /** @type {Figures[]} */
  const each = [];
  let version = '';
  let failures = 0;
  try {
    while (each.length < runs) {
      const { runtimeError, ...report } = await visit(lighthouse, launch, {
        chromePath,
        throttled,
        url: server.url,
      });
      if (runtimeError) {
        failures++;
        if (failures === FAILURES) throw new ExpectedError(`Lighthouse: ${runtimeError.message}`);
        console.error(`Not recorded, and begun anew: ${runtimeError.message}`);
        continue;
      }
      failures = 0;
      version = report.lighthouseVersion;
      const figures = figuresOf(report);
      each.push(figures);
      console.error(`Run ${each.length} of ${runs}: performance ${figures.scores.performance}`);
    }
  } finally {
    await server.close();
  }
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model, cores: cpus().length, node: process.version, load: loadavg()[0] };
  return { lighthouse: version, machine, throttled, median: mediansOf(each), runs: each };
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const options = readLighthouseOptions(process.argv.slice(2));
    if (!options) {
      console.log(HELP);
      return 0;
    }
    const result = await measure(options);
    if (options.out) writeFileSync(options.out, `${JSON.stringify(result)}\n`);
    if (options.json) console.log(JSON.stringify(result));
    else
      console.table([...result.runs.map((run, n) => row(String(n + 1), run)), row('median', result.median)]);
    return 0;
  });
}
