import { attempt } from './attempt';
import type { Versions } from './dependencies';

/** A tab left open learns of a newer version when it is shown again, at most this often (milliseconds). */
const CHECK_INTERVAL = 60 * 60_000;

/** A part that is missing again this soon after a reload is missing for good (milliseconds). */
const RELOAD_INTERVAL = 30_000;
const RELOADED_AT = 'weightless-reloaded-at';

/**
 * Keeps the app in the browser by a service worker (Workbox, prompt mode). A newer worker downloads beside the one that
 * serves the open tabs, and waits: until then every tab, a reloaded one too, gets the files of its own version.
 * @param url the worker's script; it serves everything below its folder
 * @param now a clock, milliseconds
 */
export function serviceWorkerVersions(
  container: ServiceWorkerContainer,
  url: string,
  now: () => number,
  logger: { warn(message: string, ...details: unknown[]): void },
): Versions {
  let registration: ServiceWorkerRegistration | null = null;

  return {
    watch({ onWaiting, onReplaced, onMissing }) {
      const ending = new AbortController();
      const { signal } = ending;
      // A page loaded past its worker (Shift-Reload) has no controller, yet it is of the registered version.
      let serving = container.controller;
      let checkedAt = now();

      const follow = (worker: ServiceWorker | null) => {
        worker?.addEventListener(
          'statechange',
          () => {
            if (worker.state === 'installed' && serving) onWaiting();
          },
          { signal },
        );
      };
      const register = async () => {
        registration = await container.register(url, { updateViaCache: 'none' });
        if (signal.aborted) return;
        serving ??= registration.active;
        if (registration.waiting && serving) onWaiting();
        follow(registration.installing);
        registration.addEventListener('updatefound', () => follow(registration?.installing ?? null), {
          signal,
        });
      };

      container.addEventListener(
        'controllerchange',
        () => {
          const replaced = serving !== null && serving !== container.controller;
          serving = container.controller;
          if (replaced) onReplaced();
        },
        { signal },
      );
      window.addEventListener(
        'vite:preloadError',
        (event) => {
          logger.warn('A part of this version could not be loaded.', event);
          const remembered = attempt(() => {
            if (now() - Number(sessionStorage.getItem(RELOADED_AT)) < RELOAD_INTERVAL) return false;
            sessionStorage.setItem(RELOADED_AT, String(now()));
            return true;
          });
          // Where it cannot be remembered, the page would reload for ever.
          if (remembered) onMissing();
        },
        { signal },
      );
      document.addEventListener(
        'visibilitychange',
        () => {
          if (document.visibilityState !== 'visible' || now() - checkedAt < CHECK_INTERVAL) return;
          checkedAt = now();
          registration?.update().catch((error) => logger.warn('Could not look for a newer version.', error));
        },
        { signal },
      );
      register().catch((error) => logger.warn('The app will not open without a network.', error));
      return () => ending.abort();
    },
    takeOver() {
      const waiting = registration?.waiting;
      if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' });
      else location.reload();
    },
    reload: () => location.reload(),
  };
}
