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

test('updates: offer a waiting version and do nothing when there is no yes', async () => {
  const { page, phase, store } = newPage();
  expect(phase()).toBe('none');
  page.callbacks.onWaiting();
  expect(phase()).toBe('waiting');
  store.getState().later();
  await turn();
  expect(phase()).toBe('none');
  expect(page.done).toEqual([]);
});

test('updates: save first and load anew only after the version took over when there is a yes', async () => {
  const { page, store } = newPage();
  page.callbacks.onWaiting();
  await store.getState().accept();
  expect(page.done).toEqual(['save', 'take over']);
  page.callbacks.onReplaced();
  await turn();
  expect(page.done).toEqual(['save', 'take over', 'save', 'reload']);
});

test('updates: hold the version back when clicks cannot be saved after a yes, until they are', async () => {
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

test('updates: do not load anew when clicks are unsaved and the version took over in another tab', async () => {
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

test('updates: load the page anew, once all is saved, when a part of the version is missing', async () => {
  const { page } = newPage();
  page.callbacks.onMissing();
  await turn();
  expect(page.done).toEqual(['save', 'reload']);
});

test('updates: load nothing anew when clicks are saved and nothing was held back', async () => {
  const { page, onSaved, listeners } = newPage();
  page.callbacks.onWaiting();
  onSaved();
  await turn();
  expect(page.done).toEqual([]);
  expect(listeners.size).toBe(0);
});

test('updates: offer nothing and ignore a yes when the app cannot be replaced', async () => {
  const updates = createUpdates(undefined, { saveAll: async () => true, whenAllSaved: () => () => {} });
  updates.watch();
  await updates.store.getState().accept();
  updates.stop();
  expect(updates.store.getState().phase).toBe('none');
});
