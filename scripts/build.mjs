// Builds dist/: node scripts/build.mjs
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { isMain, runMain } from './main.mjs';

/** Where builds go. */
export const DIST = join(ROOT, 'dist');

/** Files and folders a build depends on. */
const INPUTS = [
  'index.html',
  'package.json',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];
const STAMP = join(DIST, '.inputs-sha256');

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
  for (const path of INPUTS.flatMap(filesBelow)) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Whether dist/ was built from the sources as they are now. */
export function isBuildCurrent() {
  return (
    existsSync(join(DIST, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashInputs()
  );
}

/**
 * @param {string[]} [args] further arguments for `vite build`
 * @returns {Promise<number>} the exit code
 */
export async function build(args = []) {
  const inputs = hashInputs();
  // The tests build too, and their environment would give React's development version.
  const env = { NODE_ENV: 'production', VITEST: undefined };
  const code = await runCommand('vite', ['build', ...args], { env });
  if (code === 0 && existsSync(DIST)) writeFileSync(STAMP, inputs);
  return code;
}

/** Installs and builds as far as needed. @returns {Promise<number>} the exit code */
export async function ensureBuilt() {
  if (isBuildCurrent()) return 0;
  await ensureInstalled();
  return build(['--logLevel', 'warn']);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureInstalled();
    return build(process.argv.slice(2));
  });
}
