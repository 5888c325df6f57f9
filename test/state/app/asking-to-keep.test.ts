import { expect, test, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { askOnce } from '../../../src/state/app/asking-to-keep';
import { WORTH_KEEPING, whenWorthKeeping } from '../../../src/state/app/worth-keeping';
import type { ModelState } from '../../../src/state/profile/model-state';

function parts(persisted: boolean | undefined) {
  const stored = new Map<string, unknown>();
  const persist = vi.fn(async () => true);
  const settings = {
    get: async (key: string) => stored.get(key),
    async set(key: string, value: unknown) {
      stored.set(key, value);
    },
  };
  const storageManager = persisted === undefined ? undefined : { persist, persisted: async () => persisted };
  return { settings, storageManager, persist, now: () => 7 };
}

test('asking to keep: asks the browser once in its life', async () => {
  const { persist, ...asked } = parts(false);
  await askOnce(asked);
  await askOnce(asked);
  expect(persist).toHaveBeenCalledTimes(1);
  expect(await asked.settings.get('persistence')).toEqual({ version: 1, asked: 7 });
});

test('asking to keep: leaves a browser alone that has promised already, or cannot be asked', async () => {
  for (const persisted of [true, undefined]) {
    const { persist, ...asked } = parts(persisted);
    await askOnce(asked);
    expect(persist).not.toHaveBeenCalled();
    expect(await asked.settings.get('persistence')).toBeUndefined();
  }
});

test('asking to keep: rejects never when the storage cannot be read', async () => {
  const { persist, ...asked } = parts(false);
  const settings = { ...asked.settings, get: () => Promise.reject(new Error('no storage')) };
  await expect(askOnce({ ...asked, settings })).resolves.toBeUndefined();
  expect(persist).not.toHaveBeenCalled();
});

test('worth keeping: is told once, by the first click of this page that makes a dozen', () => {
  const model = createStore(() => ({ events: [] as unknown[], lastChange: null as unknown }));
  const told = vi.fn();
  whenWorthKeeping(model as never as StoreApi<ModelState>, told);
  const events = Array.from({ length: WORTH_KEEPING }, (_, n) => n);
  model.setState({ events: events.slice(1), lastChange: {} });
  // Read from the log, not clicked here.
  model.setState({ events, lastChange: null });
  expect(told).not.toHaveBeenCalled();
  model.setState({ events: [...events, 13], lastChange: {} });
  model.setState({ events: [...events, 13, 14], lastChange: {} });
  expect(told).toHaveBeenCalledTimes(1);
});
