// Node built-ins only: this runs before anything is installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './child.mjs';
import { ExpectedError, isMain, runMain } from './main.mjs';

const OLDEST_NODE = [20, 19];
const NETWORK_ERRORS =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} path of a lock file
 * @returns {Record<string, LockedPackage> | undefined} its packages by folder; undefined if it cannot be read
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Compares the lock file with the one npm leaves in node_modules after a complete installation, so that an interrupted,
 * outdated or production-only installation is noticed.
 */
export function isInstalled() {
  const wanted = lockedPackages('package-lock.json');
  const present = lockedPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const direct = Object.keys({ ...dependencies, ...devDependencies });
  if (!direct.every((name) => present[`node_modules/${name}`])) return false;
  return Object.entries(wanted).every(([folder, { version, optional, devOptional }]) => {
    if (folder === '') return true;
    const found = present[folder];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, errors: string }>}
 */
async function npm(args) {
  const flags = [
    ...['--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    ...['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'],
  ];
  let errors = '';
  /** @type {Parameters<typeof run>[2]} */
  const options = {
    // Standard output belongs to the command that needed the packages: it may print JSON.
    stdio: ['ignore', 2, 'pipe'],
    onStderr: (chunk) => {
      errors += chunk;
    },
  };
  const script = process.env.npm_execpath;
  const code = script?.endsWith('.js')
    ? await run(process.execPath, [script, ...args, ...flags], options)
    : await run('npm', [...args, ...flags], { ...options, shell: process.platform === 'win32' });
  return { code, errors };
}

/**
 * Installs the packages unless they are there. Everything it says goes to standard error.
 * @throws {ExpectedError} with one message for the user.
 */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new ExpectedError(
      `Weightless needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  console.error('Installing packages (needed once) ...');
  let { code, errors } = await npm(['ci']);
  if (errors.includes('EUSAGE')) {
    console.error('package-lock.json does not fit package.json; using "npm install" instead of "npm ci" ...');
    ({ code, errors } = await npm(['install', '--no-save']));
  }
  if (code === 0) return;
  if (code > 128) throw new ExpectedError('The installation was stopped.');
  if (NETWORK_ERRORS.test(errors)) {
    throw new ExpectedError(
      'The packages could not be installed: the package registry cannot be reached. Connect to the network and run the command again; afterwards no network is needed.',
    );
  }
  process.stderr.write(errors);
  throw new ExpectedError(
    `The packages could not be installed: npm ended with code ${code}, for the reason above.`,
  );
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureInstalled();
    return 0;
  });
}
