import { expect, test } from 'vitest';
import type { Versions } from '../../../src/state/platform/dependencies';
import { createUpdates } from '../../../src/state/platform/update-store';

type Callbacks = Parameters<Versions['watch']>[0];

/** A page whose saving and whose versions are in the test's hands. */
function newPage() {
  const done: string[] = [];
  const page = { saves: true, done, callbacks: undefined as unknown as Callbacks };
  const versions: Versions = {
    watch(callbacks) {
      page.callbacks = callbacks;
      return () => done.push('stop');
    },
    takeOver: () => done.push('take over'),
    reload: () => done.push('reload'),
  };
  const listeners = new Set<() => void>();
  const updates = createUpdates(versions, {
    async saveAll() {
      done.push('save');
      return page.saves;
    },
    whenAllSaved(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  });
  updates.watch();
  const onSaved = () => {
    for (const listener of [...listeners]) listener();
  };
  return { ...updates, page, onSaved, listeners, phase: () => updates.store.getState().phase };
}

/** Lets everything run that only waits for promises. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a waiting version is offered, and nothing is done without a yes', async () => {
  const { page, phase, store } = newPage();
  expect(phase()).toBe('none');
  page.callbacks.onWaiting();
  expect(phase()).toBe('waiting');
  store.getState().later();
  await turn();
  expect(phase()).toBe('none');
  expect(page.done).toEqual([]);
});

test('a yes saves first, then lets the version take over; the page loads anew only when it has', async () => {
  const { page, store } = newPage();
  page.callbacks.onWaiting();
  await store.getState().accept();
  expect(page.done).toEqual(['save', 'take over']);
  page.callbacks.onReplaced();
  await turn();
  expect(page.done).toEqual(['save', 'take over', 'save', 'reload']);
});

test('after a yes, clicks that cannot be saved hold the version back until they are', async () => {
  const { page, phase, store, onSaved } = newPage();
  page.callbacks.onWaiting();
  page.saves = false;
  await store.getState().accept();
  expect(phase()).toBe('held');
  page.callbacks.onWaiting();
  expect(phase()).toBe('held');
  expect(page.done).not.toContain('take over');

  page.saves = true;
  onSaved();
  await turn();
  expect(page.done.at(-1)).toBe('take over');
  onSaved();
  await turn();
  expect(page.done.filter((what) => what === 'take over')).toHaveLength(1);
});

test('a version that took over in another tab does not cost this page its unsaved clicks', async () => {
  const { page, phase, onSaved } = newPage();
  page.saves = false;
  page.callbacks.onReplaced();
  await turn();
  onSaved();
  await turn();
  expect(phase()).toBe('held');
  expect(page.done).not.toContain('reload');

  page.saves = true;
  onSaved();
  await turn();
  expect(page.done.at(-1)).toBe('reload');
});

test('a missing part of the version is answered by loading the page anew, once all is saved', async () => {
  const { page } = newPage();
  page.callbacks.onMissing();
  await turn();
  expect(page.done).toEqual(['save', 'reload']);
});

test('saving as such loads nothing anew', async () => {
  const { page, onSaved, listeners } = newPage();
  page.callbacks.onWaiting();
  onSaved();
  await turn();
  expect(page.done).toEqual([]);
  expect(listeners.size).toBe(0);
});

test('without versions nothing is ever offered, and a yes does nothing', async () => {
  const updates = createUpdates(undefined, { saveAll: async () => true, whenAllSaved: () => () => {} });
  updates.watch();
  await updates.store.getState().accept();
  updates.stop();
  expect(updates.store.getState().phase).toBe('none');
});
