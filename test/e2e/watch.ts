import type { BrowserContext, Page, Worker } from 'playwright';

/** What pages of this test file did that none may ever do, in a line each. Taken out only at its end. */
export const SIGHTINGS: string[] = [];

/** How Chromium words what a policy forbids, of pages and workers alike, and how the pages' own listener does. */
const OF_A_POLICY = /Content[- ]Security[- ]Policy|Permissions[- ]Policy|Trusted ?(Type|Script|HTML)/i;

/**
 * Whether an address leaves the app's own server.
 * @param own the app's address, of a server or of a file
 */
function isForeign(address: string, own: string): boolean {
  const { protocol, host } = new URL(address);
  if (/^(data|blob|about):$/.test(protocol)) return false;
  const home = new URL(own);
  // A socket to the own server is none to another.
  return protocol.replace(/^ws/, 'http') !== home.protocol || host !== home.host;
}

/**
 * Watches every page, frame, worker and service worker of a browser: none asks another server for anything, and none is
 * told by its policy that something is forbidden. Each test file fails where anything was seen (after-each-file.ts).
 * @param own the app's address
 * @param sightings where what was seen goes
 */
export async function watchContext(
  context: BrowserContext,
  own: string,
  sightings: string[] = SIGHTINGS,
): Promise<void> {
  const see = (address: string, what: string) => {
    if (isForeign(address, own)) sightings.push(`${what} ${address}`);
  };
  context.on('request', (request) => see(request.url(), 'asked for'));
  context.on('console', (message) => {
    if (OF_A_POLICY.test(message.text())) sightings.push(message.text());
  });
  context.on('weberror', (failure) => {
    if (OF_A_POLICY.test(failure.error().message)) sightings.push(failure.error().message);
  });
  context.on('serviceworker', tellOfPolicy);
  const watchPage = (page: Page) => {
    page.on('websocket', (socket) => see(socket.url(), 'opened'));
    page.on('worker', tellOfPolicy);
  };
  context.on('page', watchPage);
  context.pages().forEach(watchPage);
  await context.addInitScript(listen);
}

/** Lets a page or worker tell on its console what its policy forbids: browsers print that of workers nowhere. */
function listen(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    console.error(`Content Security Policy: ${effectiveDirective} forbade ${blockedURI} ${sample}`);
  });
}

/** From soon after it has started, which is before it is asked to do anything. */
function tellOfPolicy(worker: Worker): void {
  // One that is ended at once has nothing to tell.
  worker.evaluate(listen).catch(() => {});
}
