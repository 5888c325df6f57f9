import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Versions } from '../../../src/state/platform/dependencies';
import { newBrowser, newTab } from './test-tab';

test('app: holds a newer version back when clicks cannot be saved, until they are', async () => {
  const done: string[] = [];
  let callbacks: Parameters<Versions['watch']>[0] | undefined;
  const versions: Versions = {
    watch(given) {
      callbacks = given;
      return () => done.push('stop');
    },
    takeOver: () => done.push('take over'),
    reload: () => done.push('reload'),
  };
  const browser = newBrowser();
  const tab = newTab(browser, { versions });
  await tab.app.start();
  callbacks?.onWaiting();
  expect(tab.app.updates.getState().phase).toBe('waiting');

  const { append } = tab.storage.log;
  tab.storage.log.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  tab.app.model.getState().rate(3, 'like', { place: 'rate', predictionVisible: false });
  await tab.app.updates.getState().accept();
  expect(tab.app.updates.getState().phase).toBe('held');
  expect(done).toEqual([]);

  tab.storage.log.append = append;
  await tab.app.saving.getState().retry();
  await expect.poll(() => done).toEqual(['take over']);

  const later = newTab(browser);
  await later.app.start();
  expect(later.app.model.getState().opinions.get(3)).toBe('like');
  tab.app.dispose();
  later.app.dispose();
  expect(done).toEqual(['take over', 'stop']);
});
