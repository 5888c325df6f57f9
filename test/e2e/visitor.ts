import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright';
import { inject } from 'vitest';
import { CHROMIUM_ARGS, findTestBrowser, MISSING_BROWSER } from '../../scripts/find-browser.mjs';
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

/** One person with one browser profile. */
export interface Visitor extends Complaints {
  readonly page: Page;
  /** For more pages. */
  readonly context: BrowserContext;
  /** Gzipped bytes of JavaScript asked for before a moment, in milliseconds since the navigation, while nothing has replaced the page. */
  scriptBytes(before: number): Promise<number>;
  /** Opens a path below the app's address, "" for the app itself, and waits for the load event. */
  open(path?: string): Promise<void>;
  /** Closes all pages and deletes the profile. */
  leave(): Promise<void>;
}

/** A visitor whose profile is on disk, who can close the browser and come back. Page and context are others after that. */
export interface ReturningVisitor extends Visitor {
  /** Ends the browser program, starts it again on the same profile and opens the app. */
  restart(): Promise<void>;
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

/** @throws if the machine has no Chromium */
function program(): { executablePath: string; args: string[] } {
  const executablePath = findTestBrowser();
  if (!executablePath) throw new Error(MISSING_BROWSER);
  return { executablePath, args: CHROMIUM_ARGS };
}

const usual = (options: BrowserContextOptions): BrowserContextOptions => ({
  viewport: { width: 1280, height: 800 },
  serviceWorkers: 'block',
  ...options,
});

/** The browser of all visitors of this test file, but for those who return; none while there is none that runs. */
let browser: Promise<Browser> | undefined;

/** Starts it. One that breaks down takes no later test with it. */
async function startBrowser(): Promise<Browser> {
  const started = await chromium.launch(program());
  started.once('disconnected', () => {
    browser = undefined;
  });
  return started;
}

/** Ends it; run after everything in a test file (after-each-file.ts). */
export async function endBrowser(): Promise<void> {
  await (await browser)?.close();
}

/** A context that is watched, with its first page. */
async function opened(context: BrowserContext, baseUrl: string, complaints: Complaints, sightings: string[]) {
  // A machine with other work may need long for a page of several megabytes; that says nothing about the app.
  context.setDefaultTimeout(60_000);
  context.setDefaultNavigationTimeout(90_000);
  const scripts = watch(context, baseUrl, complaints);
  await watchContext(context, baseUrl, sightings);
  return { context, scripts, page: context.pages()[0] ?? (await context.newPage()) };
}

/**
 * Makes a visitor of an open context.
 * @param session what is open now
 * @param closed run once it is closed for good
 */
function visitorOf(
  session: () => Awaited<ReturnType<typeof opened>>,
  baseUrl: string,
  complaints: Complaints,
  closed: () => Promise<void>,
): Visitor {
  return {
    ...complaints,
    get page() {
      return session().page;
    },
    get context() {
      return session().context;
    },
    async scriptBytes(before) {
      const asked = await session().page.evaluate(
        (end) =>
          performance
            .getEntriesByType('resource')
            .flatMap(({ name, startTime }) => (startTime < end ? [name] : [])),
        before,
      );
      const scripts = session().scripts.filter((script) => asked.includes(script.url()));
      // Asked for anew: the browser lets go of what a worker that has ended received.
      const bodies = await Promise.all(
        scripts.map(async (script) => (await fetch(script.url())).arrayBuffer()),
      );
      return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    },
    async open(path = '') {
      await session().page.goto(new URL(path, baseUrl).href);
    },
    async leave() {
      await session().context.close();
      await closed();
    },
  };
}

const noComplaints = (): Complaints => ({ errors: [], foreignRequests: [], failedRequests: [] });

/**
 * A new visitor, with nothing from before. Call `leave` at the end of the test.
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
  const baseUrl = options.baseURL ?? inject('baseUrl');
  const complaints = noComplaints();
  browser ??= startBrowser();
  const context = await (await browser).newContext(usual(options));
  const session = await opened(context, baseUrl, complaints, sightings);
  return visitorOf(
    () => session,
    baseUrl,
    complaints,
    async () => {},
  );
}

/**
 * A new visitor who can come back, in a browser program of their own. As `newVisitor` otherwise.
 * @throws if the machine has no Chromium
 */
export async function newReturningVisitor(options: BrowserContextOptions = {}): Promise<ReturningVisitor> {
  const baseUrl = options.baseURL ?? inject('baseUrl');
  const complaints = noComplaints();
  const profile = await mkdtemp(join(tmpdir(), 'weightless-profile-'));
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...program(), ...usual(options) });
    return opened(context, baseUrl, complaints, SIGHTINGS);
  };
  let session = await start();
  const visitor = visitorOf(
    () => session,
    baseUrl,
    complaints,
    () => rm(profile, { recursive: true, force: true, maxRetries: 5 }),
  );
  const restart = async () => {
    await session.context.close();
    session = await start();
    await visitor.open();
  };
  return Object.assign(visitor, { restart });
}
