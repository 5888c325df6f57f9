import { fetchPart } from '../../lib/parts/fetch-part';
import { createStorage } from '../../storage/storage';
import { attempt } from './attempt';
import type { AppDependencies, Channel } from './dependencies';
import firstFilms from './first-films.json';
import { renewDiskLog, storesByLevelDb } from './renew-disk-log';
import { serviceWorkerVersions } from './service-worker';

const CHANNEL_NAME = 'weightless';

/** `crypto.randomUUID` is missing on pages served over plain HTTP; the same version 4 UUID by hand (RFC 9562, 5.4). */
function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const NO_CHANNEL: Channel = { post: () => {}, close: () => {} };

/** Where the browser has no channels or refuses them, there is no other tab to talk to. */
const openChannel: AppDependencies['openChannel'] = (onMessage) => {
  const channel = attempt(() => new BroadcastChannel(CHANNEL_NAME));
  if (!channel) return NO_CHANNEL;
  channel.onmessage = (message) => onMessage(message.data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
};

/** Clicks wait so long at most for the browser's log to be renewed, in milliseconds. */
const RENEWAL_MS = 3000;

/** What can wait for a moment without work waits so long for one at most, in milliseconds. */
const IDLE_MS = 500;

/** Calls back once when the page has nothing better to do; where a browser cannot tell, after half of IDLE_MS. @returns what calls it off */
function onIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idling = requestIdleCallback(() => callback(), { timeout: IDLE_MS });
    return () => cancelIdleCallback(idling);
  }
  const timer = setTimeout(callback, IDLE_MS / 2);
  return () => clearTimeout(timer);
}

/** Once for the app's own database: those of tests are many, and short-lived. */
const beforeClicks = (databaseName?: string) =>
  databaseName === undefined && storesByLevelDb(navigator.userAgent)
    ? () =>
        Promise.race([
          new Promise<void>(onIdle).then(renewDiskLog),
          new Promise<void>((end) => setTimeout(end, RENEWAL_MS)),
        ])
    : undefined;

/** A page that nobody sees draws no frames. */
const UNSEEN_MS = 300;

/** The second frame begins when the first is on the screen. A page that is left or covered draws no more. */
const painted = () =>
  new Promise<void>((resolve) => {
    const end = () => {
      window.removeEventListener('pagehide', end);
      document.removeEventListener('visibilitychange', end);
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener('pagehide', end);
    document.addEventListener('visibilitychange', end);
    const timer = setTimeout(end, document.hidden ? 0 : UNSEEN_MS);
    requestAnimationFrame(() => requestAnimationFrame(end));
  });

/** A task of its own. Timers would do as well, but wait longer the more of them follow each other (HTML, 8.6). */
const pause = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const watchPage: AppDependencies['watchPage'] = ({ onHide, onShow, wouldLose }) => {
  const onVisibility = () => (document.visibilityState === 'hidden' ? onHide() : onShow());
  const onLeaving = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault();
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('beforeunload', onLeaving);
  window.addEventListener('pagehide', onHide);
  window.addEventListener('pageshow', onShow);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('beforeunload', onLeaving);
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('pageshow', onShow);
  };
};

/**
 * The real browser.
 * @param urls where the packed data set and the learned networks are
 * @param serviceWorkerUrl script of the service worker; null for none
 * @param databaseName another database than the app's own, for tests
 */
export function browserDependencies(
  { datasetUrls, networkUrls }: Pick<AppDependencies, 'datasetUrls' | 'networkUrls'>,
  serviceWorkerUrl: string | null = null,
  databaseName?: string,
): AppDependencies {
  const now = () => Date.now();
  // Browsers offer none on pages that came over plain HTTP, and refuse it in frames of an unknown origin.
  const container = attempt((): ServiceWorkerContainer | undefined => navigator.serviceWorker);
  return {
    createStorage: (callbacks) =>
      createStorage({ now, uuid, beforeClicks: beforeClicks(databaseName) }, callbacks, databaseName),
    fetch: fetchPart,
    prepareData: async (bytes) => (await import('../../worker/films/client')).prepareInWorker(bytes),
    datasetUrls,
    firstFilms,
    networkUrls,
    path: location.pathname.replace(/[^/]*$/, ''),
    now,
    uuid,
    openChannel,
    watchPage,
    schedule(callback, milliseconds) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    whenIdle(callback, milliseconds) {
      let callOff = () => clearTimeout(timer);
      const timer = setTimeout(() => {
        callOff = onIdle(callback);
      }, milliseconds);
      return () => callOff();
    },
    pause,
    painted,
    storageManager: attempt(() => navigator.storage),
    versions:
      serviceWorkerUrl && container
        ? serviceWorkerVersions(container, serviceWorkerUrl, now, console)
        : undefined,
    logger: console,
  };
}
