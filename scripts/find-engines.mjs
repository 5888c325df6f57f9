// Node built-ins only. Finds the browsers that the journeys of test/engines run in beside Chromium, or installs them.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { installPackages } from './install-packages.mjs';

/**
 * The programs of an engine; null where it cannot be run here.
 * @typedef {{ program: string }} Firefox
 * @typedef {{ driver: string, browser: string, screen: string | null }} WebKit `screen` makes a screen where there is none
 */

/** @param {string} command @returns {string | null} its file */
function inPath(command) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(
    Boolean,
  );
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}

/** @returns {Firefox | null} */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) return existsSync(named) ? { program: named } : null;
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  const program = inPath('firefox-esr') ?? inPath('firefox') ?? (existsSync(mac) ? mac : null);
  return program ? { program } : null;
}

/** WebKitGTK's small browser, which is in no folder of the path. @returns {string | null} */
function miniBrowser() {
  const folders = ['/usr/lib', '/usr/libexec'].flatMap((base) => {
    const inside = existsSync(base) ? readdirSync(base).filter((name) => name.endsWith('-linux-gnu')) : [];
    return [base, ...inside.map((name) => join(base, name))];
  });
  const versions = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
  const files = folders.flatMap((folder) => versions.map((version) => join(folder, version, 'MiniBrowser')));
  return files.find((file) => existsSync(file)) ?? null;
}

/** @returns {WebKit | null} */
export function findWebKit() {
  if (process.platform !== 'linux') return null;
  const driver = inPath('WebKitWebDriver');
  const browser = miniBrowser();
  const screen = inPath('xvfb-run');
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!driver || !browser || !(screen || hasScreen)) return null;
  return { driver, browser, screen: hasScreen ? null : screen };
}

/** Finds what is there and, as root on Debian, installs what is not. */
export async function ensureEngines() {
  const missing = [
    ...(findBrowser() ? [] : ['chromium']),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb', 'xauth']),
  ];
  if (missing.length > 0) await installPackages(missing);
}
