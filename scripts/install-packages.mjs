// Node built-ins only. Installs packages of the system where that needs no question.
import { accessSync, constants } from 'node:fs';
import { run } from './child.mjs';

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs Debian's packages as root through apt; does nothing elsewhere, and says so if it fails.
 * @param {string[]} names
 */
export async function installPackages(names) {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
  if (!mayInstall) return;
  console.error(`Installing system packages for the tests: ${names.join(', ')} ...`);
  /** @type {Parameters<typeof run>[2]} */
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { DEBIAN_FRONTEND: 'noninteractive' } };
  if ((await run('/usr/bin/apt-get', ['update', '-qq'], options)) !== 0) return;
  const code = await run('/usr/bin/apt-get', ['install', '-y', '-qq', ...names], options);
  if (code !== 0) console.error(`apt-get ended with code ${code}; going on with what is there.`);
}
