// Builds dist/: node scripts/build.mjs, or the app in one file: node scripts/build-standalone.mjs
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { isMain, runMain } from './main.mjs';

/** Where builds go. */
export const DIST = join(ROOT, 'dist');

/** @typedef {{ folder: string, page: string, config: string }} Target what is built, where, and by which configuration */

/** @type {Target} */
const APP = { folder: DIST, page: 'index.html', config: 'vite.config.ts' };

/** The app in one file. @type {Target} */
export const STANDALONE = {
  folder: join(ROOT, 'dist-standalone'),
  page: 'weightless.html',
  config: 'vite.standalone.config.ts',
};

/** Files and folders a build depends on. */
const INPUTS = [
  'index.html',
  'package.json',
  'package-lock.json',
  'public',
  'scripts/policy.mjs',
  'scripts/translation.ts',
  'src',
  'tsconfig.json',
  'vite.config.ts',
  'vite.standalone.config.ts',
];

/** @param {Target} target */
const stampOf = ({ folder }) => join(folder, '.inputs-sha256');

/**
 * @param {string} path relative to the project
 * @returns {string[]} the path itself or the files below it, in a fixed order, without hidden ones
 */
function filesBelow(path) {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

/** Content, not times: a checkout or a copy must neither hide nor fake a change. */
function hashInputs() {
  const hash = createHash('sha256');
  hash.update(`${process.env.WEIGHTLESS_LANGUAGE ?? ''}\0`);
  for (const path of INPUTS.flatMap(filesBelow)) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Whether a target was built from the sources as they are now. */
export function isBuildCurrent(target = APP) {
  const stamp = stampOf(target);
  return (
    existsSync(join(target.folder, target.page)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashInputs()
  );
}

/**
 * @param {string[]} [args] further arguments for `vite build`
 * @param {Target} [target]
 * @returns {Promise<number>} the exit code
 */
export async function build(args = [], target = APP) {
  const inputs = hashInputs();
  // The tests build too, and their environment would give React's development version.
  const env = { NODE_ENV: 'production', VITEST: undefined };
  const code = await runCommand('vite', ['build', '--config', target.config, ...args], { env });
  if (code === 0 && existsSync(target.folder)) writeFileSync(stampOf(target), inputs);
  return code;
}

/** Installs and builds as far as needed. @returns {Promise<number>} the exit code */
export async function ensureBuilt(target = APP) {
  if (isBuildCurrent(target)) return 0;
  await ensureInstalled();
  return build(['--logLevel', 'warn'], target);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureInstalled();
    return build(process.argv.slice(2));
  });
}
