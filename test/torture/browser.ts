import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { CHROMIUM_ARGS, findBrowser, MISSING_BROWSER } from '../../scripts/find-browser.mjs';
import { watchContext } from '../e2e/watch';

/** One Chromium on a profile folder, which can be killed. */
export interface Browser {
  context: BrowserContext;
  /** The tab that the browser opened with. */
  page: Page;
  /** Opens a tab in a window of its own: one that another covers is drawn once a second, and takes no more presses. */
  openWindow(): Promise<Page>;
  /** Ends every process of the browser at once by SIGKILL: none of them can finish anything. Resolves when it is gone. Once only. */
  kill(): Promise<void>;
}

/** What every page takes longer for than any busy machine, in milliseconds. */
export const PATIENCE = 90_000;

/**
 * Starts Chromium.
 * @param folder of the browser's profile; what an earlier one left there is found again
 * @param url where the built app is served: nothing else may be asked for anything
 * @throws Error if the machine has no Chromium
 */
export async function startBrowser(folder: string, url: string): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(MISSING_BROWSER);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: CHROMIUM_ARGS,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  context.setDefaultNavigationTimeout(PATIENCE);
  await watchContext(context, url);
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser does not take commands.');
  const pid = await processOf(session);
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    async openWindow() {
      const opened = context.waitForEvent('page');
      await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
      return opened;
    },
    async kill() {
      // Playwright starts the browser as the leader of a process group; Windows has none, there the rest ends by itself.
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
      await gone;
    },
  };
}

/** Id of the browser's main process. */
async function processOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not tell its process.');
  return main.id;
}
