import { chromium, firefox } from 'playwright';
import { CHROMIUM_ARGS, findBrowser } from '../../scripts/find-browser.mjs';
import { findFirefox, findWebKit } from '../../scripts/find-engines.mjs';
import type { EngineEntry } from './engine';
import { playwrightEngine } from './playwright-engine';
import { webkitEngine } from './webkit-engine';

/** Playwright's name of an unchanged Firefox, driven by WebDriver BiDi, which its types do not know. */
const STOCK_FIREFOX = { channel: 'moz-firefox' };

/** The engines that the journeys run in, on this machine or not. */
export function engines(): EngineEntry[] {
  const chrome = findBrowser();
  const fox = findFirefox();
  const webkit = findWebKit();
  return [
    {
      name: 'Chromium',
      start: chrome
        ? async () => playwrightEngine(await chromium.launch({ executablePath: chrome, args: CHROMIUM_ARGS }))
        : null,
    },
    {
      name: 'Firefox',
      start: fox
        ? async () =>
            playwrightEngine(await firefox.launch({ executablePath: fox.program, ...STOCK_FIREFOX }))
        : null,
    },
    { name: 'WebKitGTK', start: webkit ? async () => webkitEngine(webkit) : null },
  ];
}
