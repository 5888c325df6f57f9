// Asks npm for known vulnerabilities of the packages: npm run audit. Node built-ins only.
import { spawn } from 'node:child_process';
import { ROOT } from './child.mjs';
import { isMain, runMain } from './main.mjs';

const SEVERITIES = /** @type {const} */ (['critical', 'high', 'moderate', 'low', 'info']);
/** Of packages that reach people, these end the audit with code 1. */
const GRAVE = ['critical', 'high'];
/** npm tries an address that does not answer again and again. */
const LIMIT_MILLIS = 60_000;

/**
 * How many packages have known vulnerabilities, by severity, and which these packages are.
 * @typedef {{ counts: Record<string, number>, names: Record<string, string> }} Report `names` to severity
 */

/**
 * @param {string[]} command a program and its arguments
 * @param {number} limitMillis it is ended after this time
 * @returns {Promise<string | undefined>} what it printed; undefined if it did not end in time or does not start
 */
function output([file, ...args], limitMillis) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32' && file === 'npm',
    });
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    const alarm = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(undefined);
    }, limitMillis);
    child.on('error', () => resolve(undefined));
    child.on('close', () => {
      clearTimeout(alarm);
      resolve(text);
    });
  });
}

/**
 * @param {string | undefined} text what `npm audit --json` printed
 * @returns {Report | string} why there is no report, where there is none
 */
function readReport(text) {
  if (text === undefined) return 'it took too long, or npm does not start';
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return 'what npm says cannot be read';
  }
  const counts = answer?.metadata?.vulnerabilities;
  // Without a service npm tells of its error, in the same form but without counts.
  if (typeof counts !== 'object' || counts === null) {
    return Number.isInteger(answer?.statusCode) ? `status ${answer.statusCode}` : 'npm has no report';
  }
  if (!SEVERITIES.every((severity) => Number.isInteger(counts[severity])))
    return 'what npm says has no counts';
  /** @type {[string, { severity?: string }][]} */
  const packages = Object.entries(answer.vulnerabilities ?? {});
  const names = Object.fromEntries(packages.map(([name, found]) => [name, String(found?.severity)]));
  return { counts, names };
}

/** @param {string} whose @param {Record<string, number>} counts */
function summary(whose, counts) {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  const told = found.map((severity) => `${counts[severity]} ${severity}`).join(', ');
  return `${whose}: ${told || 'no known vulnerabilities'}`;
}

/**
 * Audits what reaches people (production dependencies) and what only developers run, apart.
 * @param {string[]} npm how npm is started
 * @param {number} [limitMillis] for each of npm's two answers
 * @returns {Promise<{ code: number, lines: string[] }>} code 1 for high or critical vulnerabilities in production
 *   dependencies; 0 also where no advisory service answers, which is said
 */
export async function audit(npm, limitMillis = LIMIT_MILLIS) {
  const command = [...npm, 'audit', '--json', '--fetch-retries=0'];
  const production = readReport(await output([...command, '--omit=dev'], limitMillis));
  const all = typeof production === 'string' ? production : readReport(await output(command, limitMillis));
  if (typeof production === 'string' || typeof all === 'string') {
    return { code: 0, lines: [`No advisory service answers here (${all}): nothing was audited.`] };
  }
  const others = SEVERITIES.map((severity) => [severity, all.counts[severity] - production.counts[severity]]);
  const grave = Object.keys(production.names).filter((name) => GRAVE.includes(production.names[name]));
  const failed = GRAVE.some((severity) => production.counts[severity] > 0);
  return {
    code: failed ? 1 : 0,
    lines: [
      summary('Production dependencies', production.counts),
      summary('Development dependencies', Object.fromEntries(others)),
      ...(failed ? [`To be replaced or brought up to date: ${grave.join(', ')}`] : []),
    ],
  };
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const script = process.env.npm_execpath;
    const { code, lines } = await audit(script?.endsWith('.js') ? [process.execPath, script] : ['npm']);
    for (const line of lines) console.log(line);
    return code;
  });
}
