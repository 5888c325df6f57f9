/*
 * How the page notices that a worker has gone without a word, as one does that the browser has ended for want of memory. The
 * worker holds a lock as long as it lives (Web Locks API, W3C: locks of an agent that ends are released), busy or not, and the
 * page stands in line for the same lock. A long fit answers nothing for a minute, so that asking now and then would not do.
 */

/** The part of the browser's LockManager that is used. */
export type Locks = Pick<LockManager, 'request'>;

/** A name for the locks and the worker that no other page uses. */
export function lifeName(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return `weightless-worker-${[...words].map((word) => word.toString(36)).join('-')}`;
}

/** The browser's locks; undefined where it has none or refuses them. */
export function browserLocks(): Locks | undefined {
  try {
    return navigator.locks;
  } catch {
    return undefined;
  }
}

/**
 * Called by the worker: holds its lock to the end.
 * @returns whether it is held; false where the browser has no locks or refuses them
 */
export function holdLife(locks: Locks | undefined, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!locks) return resolve(false);
    locks
      .request(name, () => {
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}

/**
 * Called by the page: tells when a worker has ended.
 * @param held whether the worker holds the lock; what never answers is never told of here
 * @returns how to stop
 */
export function watchLife(
  locks: Locks | undefined,
  name: string,
  held: Promise<boolean>,
  onEnd: () => void,
): () => void {
  const stopping = new AbortController();
  held
    .then(async (alive) => {
      if (!alive || !locks || stopping.signal.aborted) return;
      await locks.request(name, { signal: stopping.signal }, () => {
        if (!stopping.signal.aborted) onEnd();
      });
    })
    // Called off, or refused: then there is nothing to go by.
    .catch(() => {});
  return () => stopping.abort();
}
