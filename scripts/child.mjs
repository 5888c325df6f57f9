// Node built-ins only: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The npm package that brings a command whose name differs from the package's. @type {Record<string, string>} */
const PACKAGE_OF = { tsc: 'typescript', biome: '@biomejs/biome' };

/**
 * The JavaScript file behind a command of an installed package. Running it with this very Node avoids shells and the
 * `.cmd` wrappers of Windows.
 * @param {string} command for example "vite"
 * @returns {string} an absolute path
 */
export function commandFile(command) {
  const name = PACKAGE_OF[command] ?? command;
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program in the project's folder and waits for its end, passing on the signals this process receives.
 * @param {string} file
 * @param {string[]} args
 * @param {object} [options]
 * @param {import('node:child_process').StdioOptions} [options.stdio] inherited unless given
 * @param {Record<string, string | undefined>} [options.env] added to the environment; undefined takes away
 * @param {boolean} [options.shell]
 * @param {number} [options.limitMillis] the program is ended after this time
 * @param {(chunk: string) => void} [options.onStderr] receives what a piped standard error says
 * @returns {Promise<number>} the exit code; 128 + the signal's number if a signal ended it
 */
export function run(file, args, options = {}) {
  const { stdio = 'inherit', env = {}, shell = false, limitMillis, onStderr } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: ROOT, stdio, shell, env: { ...process.env, ...env } });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const alarms = limitMillis
      ? [
          setTimeout(() => child.kill('SIGTERM'), limitMillis),
          setTimeout(() => child.kill('SIGKILL'), limitMillis + 5000),
        ]
      : [];
    const settle = () => {
      for (const signal of signals) process.off(signal, pass);
      for (const alarm of alarms) clearTimeout(alarm);
    };
    if (onStderr) child.stderr?.setEncoding('utf8').on('data', onStderr);
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Runs a command of an installed package.
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runCommand(command, args, options) {
  return run(process.execPath, [commandFile(command), ...args], options);
}
