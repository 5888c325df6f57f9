import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { soon } from './screens';
import { newVisitor, type Visitor } from './visitor';
import { SIGHTINGS } from './watch';

/* That the watch over all end-to-end tests sees what it is there for. Here it is done on purpose, and told to another list. */

/** Nobody listens there; whoever asks has already done what must not be done. */
const ELSEWHERE = 'http://127.0.0.1:9/taste';
const ASKING = `fetch('${ELSEWHERE}').catch(() => {});`;
const STRICT = "default-src 'none'; connect-src 'self'";

/** A site without the app's policy, but for one worker. */
const SITE: Record<string, { type: string; body: string; policy?: string }> = {
  '/': { type: 'text/html', body: '<!doctype html><title>Another site</title>' },
  '/worker.js': { type: 'text/javascript', body: ASKING },
  '/strict-worker.js': { type: 'text/javascript', body: `onmessage = () => ${ASKING}`, policy: STRICT },
  '/strict-sw.js': { type: 'text/javascript', body: `onmessage = () => ${ASKING}`, policy: STRICT },
  '/sw.js': { type: 'text/javascript', body: `addEventListener('install', () => ${ASKING.slice(0, -1)});` },
};
const site = createServer(({ url = '' }, response) => {
  const { type, body, policy } = SITE[url] ?? { type: 'text/plain', body: '' };
  if (policy) response.setHeader('content-security-policy', policy);
  response.setHeader('content-type', type).end(body);
});

let sightings: string[];
let visitor: Visitor;
let siteUrl: string;
beforeEach(async () => {
  sightings = [];
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://localhost:${(site.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  await visitor.leave();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  // What is done here on purpose is nobody else's fault.
  expect(SIGHTINGS).toEqual([]);
});

const openSite = async () => {
  visitor = await newVisitor({ serviceWorkers: 'allow', baseURL: siteUrl }, sightings);
  await visitor.open();
  expect(sightings).toEqual([]);
};
const openApp = async () => {
  visitor = await newVisitor({ serviceWorkers: 'allow', baseURL: inject('baseUrl') }, sightings);
  await visitor.open();
  expect(sightings).toEqual([]);
};

const askForPicture = (page: Page) =>
  page.evaluate((url) => {
    new Image().src = url;
  }, ELSEWHERE);

const asking: [string, (page: Page) => Promise<unknown>][] = [
  ['page', (page) => page.evaluate((url) => void fetch(url).catch(() => {}), ELSEWHERE)],
  ['picture', askForPicture],
  ['socket', (page) => page.evaluate((url) => void new WebSocket(url), ELSEWHERE.replace('http', 'ws'))],
  ['worker', (page) => page.evaluate(() => void new Worker('worker.js'))],
  ['service worker', (page) => page.evaluate(() => navigator.serviceWorker.register('sw.js').then(() => {}))],
];
test.each(asking)(
  'watch: sees a %s that asks another server where no policy forbids it',
  async (_who, ask) => {
    await openSite();
    await ask(visitor.page);
    await soon(() => sightings.join('\n')).toContain(`127.0.0.1:9/taste`);
  },
);

test('watch: sees what a policy of its own forbids a worker', async () => {
  await openSite();
  const worker = await visitor.page.evaluateHandle(() => new Worker('strict-worker.js'));
  // The watch begins soon after the worker does, not before.
  await soon(async () => {
    await worker.evaluate((sent) => sent.postMessage('ask'));
    return sightings.join('\n');
  }).toMatch(/Content Security Policy: connect-src/);
});

test('watch: sees what a policy of its own forbids a service worker', async () => {
  await openSite();
  await visitor.page.evaluate(() => navigator.serviceWorker.register('strict-sw.js').then(() => {}));
  await soon(async () => {
    await visitor.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.postMessage('ask'));
    return sightings.join('\n');
  }).toMatch(/Content Security Policy: connect-src/);
});

const forbidden: [string, string, (page: Page) => Promise<unknown>][] = [
  [
    'asking elsewhere',
    'connect-src',
    (page) => page.evaluate((url) => void fetch(url).catch(() => {}), ELSEWHERE),
  ],
  ['a picture from elsewhere', 'img-src', askForPicture],
  [
    'a frame',
    'frame-src',
    (page) =>
      page.evaluate((url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      }, ELSEWHERE),
  ],
  [
    'a script that the page made',
    'script-src',
    (page) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        script.src = URL.createObjectURL(new Blob(['window.let_in = true']));
        document.body.append(script);
      }),
  ],
  [
    'a script written into an attribute',
    'require-trusted-types-for',
    (page) =>
      page.evaluate(() => {
        const made = document.implementation.createHTMLDocument().createElement('a');
        made.setAttribute('onclick', 'window.let_in = true');
        document.body.append(made);
        made.click();
      }),
  ],
  [
    'text as markup',
    'require-trusted-types-for',
    (page) =>
      page.evaluate(() => {
        try {
          document.body.innerHTML = '<img src=x onerror="window.let_in = true">';
        } catch {}
      }),
  ],
  [
    'text as a script',
    'require-trusted-types-for',
    (page) =>
      page.evaluate(() => {
        setTimeout('window.let_in = true');
      }),
  ],
  [
    "somebody else's worker",
    'require-trusted-types-for',
    (page) =>
      page.evaluate((url) => {
        try {
          new Worker(url);
        } catch {}
      }, ELSEWHERE),
  ],
  [
    'another policy for text',
    'trusted-types',
    (page) =>
      page.evaluate(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(...made: unknown[]): void };
        };
        try {
          trustedTypes.createPolicy('lenient', { createHTML: (text: string) => text });
        } catch {}
      }),
  ],
];
test.each(forbidden)('policy: forbids %s, and the watch sees it (%s)', async (_what, directive, attempt) => {
  await openApp();
  await attempt(visitor.page).catch(() => {});
  await soon(() => sightings.join('\n')).toContain(directive);
  expect(await visitor.page.evaluate(() => 'let_in' in window)).toBe(false);
});
