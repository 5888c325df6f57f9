// Node built-ins only. Finds the Chromium that the tests drive, or installs one: node scripts/find-browser.mjs
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, isExecutable } from './install-packages.mjs';
import { isMain } from './main.mjs';

/** What the tests start Chromium with: no sandbox (it fails as root and in containers), no traffic of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Told when the tests find no browser. */
export const MISSING_BROWSER =
  'No Chromium was found. Install Chromium or Google Chrome, or set CHROME_PATH to its program, then run again.';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const MAC_PROGRAMS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string[]} the usual places of this system, likeliest first */
function candidates() {
  const { env, platform } = process;
  if (platform === 'win32') {
    return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((base) =>
      base ? WINDOWS_PROGRAMS.map((program) => join(base, program)) : [],
    );
  }
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/google/chrome',
    '/snap/bin',
  ];
  const commands = COMMANDS.flatMap((command) =>
    folders.filter(Boolean).map((folder) => join(folder, command)),
  );
  if (platform !== 'darwin') return commands;
  const applications = ['/Applications', join(env.HOME ?? '', 'Applications')];
  return [...applications.flatMap((base) => MAC_PROGRAMS.map((program) => join(base, program))), ...commands];
}

/**
 * Whether a program really starts: Ubuntu installs a `chromium-browser` that only recommends a snap.
 * @param {string} file
 */
function starts(file) {
  // Chrome for Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** @returns {string | undefined} the program of a Chromium-based browser */
export function findBrowser() {
  const named = process.env.CHROME_PATH || process.env.CHROMIUM_PATH;
  if (named) return isExecutable(named) ? named : undefined;
  const seen = new Set();
  return candidates().find((file) => {
    if (!isExecutable(file)) return false;
    const target = realpathSync(file);
    if (seen.has(target)) return false;
    seen.add(target);
    return starts(file);
  });
}

/** @returns {Promise<string | undefined>} the program of a browser, installed if need be and possible */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found || process.env.CHROME_PATH || process.env.CHROMIUM_PATH) return found;
  await installPackages(['chromium']);
  return findBrowser();
}

/** Debian's name of Chromium without what draws windows: the same engine, and less work for the processor. */
const SHELL = 'chromium-headless-shell';

/** Names the program that the tests run in: scripts/test.mjs hands on what it has found, be it the shell or not. */
export const SHELL_PATH = 'CHROMIUM_SHELL_PATH';

/** @returns {string | undefined} the shell, unless another program is named */
function findShell() {
  const named = process.env[SHELL_PATH];
  if (named) return isExecutable(named) ? named : undefined;
  if (process.env.CHROME_PATH || process.env.CHROMIUM_PATH) return undefined;
  const file = join('/usr/bin', SHELL);
  return isExecutable(file) && starts(file) ? file : undefined;
}

/** @returns {string | undefined} the program that runs the tests: the shell where there is one, else any browser */
export function findTestBrowser() {
  return findShell() ?? findBrowser();
}

/** @returns {Promise<string | undefined>} as findTestBrowser, installed if need be and possible */
export async function ensureTestBrowser() {
  const named = process.env[SHELL_PATH] || process.env.CHROME_PATH || process.env.CHROMIUM_PATH;
  // Both at once: of different versions they do not go together.
  if (!named && !findShell()) await installPackages(['chromium', SHELL]);
  return findShell() ?? ensureBrowser();
}

if (isMain(import.meta.url)) {
  const found = await ensureBrowser();
  if (found) console.log(found);
  else console.error(MISSING_BROWSER);
  process.exit(found ? 0 : 1);
}
