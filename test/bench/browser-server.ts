import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { DIST, ensureBuilt } from '../../scripts/build.mjs';
import { CHROMIUM_ARGS, findBrowser, MISSING_BROWSER } from '../../scripts/find-browser.mjs';
import { ExpectedError } from '../../scripts/main.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { watchPage } from './browser-page';

/** The app as npm start serves it, and a browser to visit it with. */
export interface Stage {
  /** The app's address, with a slash at the end. */
  url: string;
  browser: Browser;
  /** A browser profile of its own, as somebody new has: nothing is stored and nothing cached. */
  newContext(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Builds if need be, serves the build and starts Chromium. @throws ExpectedError where that cannot be */
export async function openStage(): Promise<Stage> {
  const executablePath = findBrowser();
  if (!executablePath) throw new ExpectedError(MISSING_BROWSER);
  if ((await ensureBuilt()) !== 0) throw new ExpectedError('The build failed, for the reason above.');
  const server = await serve({ root: DIST, port: 0 });
  if (!server) throw new ExpectedError('There is no free port.');
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
    return {
      url: server.url,
      browser,
      newContext: () => browser.newContext({ viewport: { width: 1440, height: 900 } }),
      async close() {
        await browser.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * A page that takes notes (browser-page.ts) unless told otherwise, and whose thread is slowed down from its first navigation on. What runs in
 * workers is not: browsers slow down the page's thread only.
 * @param slowdown so many times; 1 for not at all
 */
export async function newPage(context: BrowserContext, slowdown: number, notes = true): Promise<Page> {
  const page = await context.newPage();
  if (notes) await watchPage(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}
