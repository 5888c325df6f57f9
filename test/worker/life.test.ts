import { expect, test } from 'vitest';
import { holdLife, type Locks, watchLife } from '../../src/worker/life';

/** Locks by name in a list, as browsers keep them; `release` is what happens when a holder dies. */
function handLocks() {
  const lines = new Map<string, (() => void)[]>();
  const request = (name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as () => unknown;
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { signal?: AbortSignal };
    const line = lines.get(name) ?? [];
    lines.set(name, line);
    return new Promise((resolve, reject) => {
      const turn = () => resolve(callback());
      line.push(turn);
      signal?.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')));
      if (line.length === 1) turn();
    });
  };
  return {
    locks: { request } as unknown as Locks,
    release(name: string) {
      const line = lines.get(name) ?? [];
      line.shift();
      line[0]?.();
    },
  };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

test('watchLife: tells of the end of a worker that held its lock, once, and not before', async () => {
  const { locks, release } = handLocks();
  let ends = 0;
  watchLife(locks, 'w', holdLife(locks, 'w'), () => ends++);
  await soon();
  expect(ends).toBe(0);
  release('w');
  await soon();
  expect(ends).toBe(1);
});

test('watchLife: tells nothing when it was stopped, or when there are no locks, or they are refused', async () => {
  const { locks, release } = handLocks();
  let ends = 0;
  const stop = watchLife(locks, 'w', holdLife(locks, 'w'), () => ends++);
  await soon();
  stop();
  release('w');
  const refused = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as Locks;
  for (const none of [undefined, refused]) {
    expect(await holdLife(none, 'v')).toBe(false);
    watchLife(none, 'v', holdLife(none, 'v'), () => ends++);
  }
  watchLife(refused, 'v', Promise.resolve(true), () => ends++);
  await soon();
  expect(ends).toBe(0);
});
