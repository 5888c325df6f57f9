import { browserLocks, watchLife } from './life';

/** A worker that runs, and what becomes of it. */
export interface LivingWorker {
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
  /** Calls back where it broke down by itself. */
  onCrash(callback: (reason: string) => void): void;
}

/**
 * Follows a worker from the page.
 * @param name that it was given, by which it holds a lock as long as it lives
 * @param held whether it holds it (life.ts)
 */
export function followWorker(worker: Worker, name: string, held: () => Promise<boolean>): LivingWorker {
  let stopWatching = () => {};
  return {
    terminate() {
      stopWatching();
      worker.terminate();
    },
    onCrash(callback) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        callback(event.message || 'the browser did not say why');
      });
      worker.addEventListener('messageerror', () => callback('a message could not be read'));
      stopWatching = watchLife(browserLocks(), name, held(), () =>
        callback('the browser ended it without a word, perhaps for want of memory'),
      );
    },
  };
}
