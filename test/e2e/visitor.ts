import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright';
import { inject } from 'vitest';
import { CHROMIUM_ARGS, findBrowser, MISSING_BROWSER } from '../../scripts/find-browser.mjs';
import { SIGHTINGS, watchContext } from './watch';

/** What a visit brought to light that no visit should. */
interface Complaints {
  /** Uncaught exceptions and console errors. */
  errors: string[];
  /** Requests to anywhere but the app's own server. */
  foreignRequests: string[];
  /** Requests the app's server did not answer with success. */
  failedRequests: string[];
}

/** One person with one browser profile on disk, who can close the browser and come back. */
export interface Visitor extends Complaints {
  /** The current page; another object after `restart`. */
  readonly page: Page;
  /** The current browser context, for more pages; another object after `restart`. */
  readonly context: BrowserContext;
  /** Gzipped bytes of JavaScript received since the last start of the browser, while nothing has replaced the page. */
  scriptBytes(): Promise<number>;
  /** Opens a path below the app's address, "" for the app itself, and waits for the load event. */
  open(path?: string): Promise<void>;
  /** Ends the browser program, starts it again on the same profile and opens the app. */
  restart(): Promise<void>;
  /** Ends the browser and deletes the profile. */
  leave(): Promise<void>;
}

function watch(context: BrowserContext, baseUrl: string, complaints: Complaints): Response[] {
  const scripts: Response[] = [];
  const own = (url: string) => url.startsWith(baseUrl) || /^(data|blob|about):/.test(url);
  context.on('weberror', (failure) => complaints.errors.push(String(failure.error().stack)));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.errors.push(message.text());
  });
  context.on('request', (request) => {
    if (!own(request.url())) complaints.foreignRequests.push(request.url());
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page ends what it was still loading.
    if (reason !== 'net::ERR_ABORTED') complaints.failedRequests.push(`${reason} ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.failedRequests.push(`${response.status()} ${response.url()}`);
    // What the service worker fetches for later is not what the visit waits for.
    else if (response.request().serviceWorker()) return;
    else if (response.headers()['content-type']?.includes('javascript')) scripts.push(response);
  });
  return scripts;
}

/**
 * Starts Chromium for a new visitor. Call `leave` at the end of the test.
 *
 * The service worker stays out unless `serviceWorkers` is "allow": it copies the whole app at a first visit, which is a
 * fifth of the work of a test that is about something else, and answers instead of the network where a test cuts it.
 * @param options a context's options, such as `viewport`, `colorScheme` or `isMobile`; `baseURL` where the app is, unless
 *   it is the one served for the whole run
 * @param sightings where goes what no visit may do; given only where it is done on purpose
 * @throws if the machine has no Chromium
 */
export async function newVisitor(
  options: BrowserContextOptions = {},
  sightings: string[] = SIGHTINGS,
): Promise<Visitor> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(MISSING_BROWSER);
  const baseUrl = options.baseURL ?? inject('baseUrl');
  const profile = await mkdtemp(join(tmpdir(), 'weightless-profile-'));
  const complaints: Complaints = { errors: [], foreignRequests: [], failedRequests: [] };

  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: CHROMIUM_ARGS,
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
      ...options,
    });
    // A machine with other work may need long for a page of several megabytes; that says nothing about the app.
    context.setDefaultTimeout(60_000);
    context.setDefaultNavigationTimeout(90_000);
    const scripts = watch(context, baseUrl, complaints);
    await watchContext(context, baseUrl, sightings);
    return { context, scripts, page: context.pages()[0] ?? (await context.newPage()) };
  };
  let session = await start();

  const open = async (path = '') => {
    await session.page.goto(new URL(path, baseUrl).href);
  };
  return {
    ...complaints,
    get page() {
      return session.page;
    },
    get context() {
      return session.context;
    },
    async scriptBytes() {
      const bodies = await Promise.all(session.scripts.map((script) => script.body()));
      return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    },
    open,
    async restart() {
      await session.context.close();
      session = await start();
      await open();
    },
    async leave() {
      await session.context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
