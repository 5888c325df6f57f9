import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { packDataset } from '../../../src/data/pack';
import { NOTICES } from '../../../src/state/app/session-store';
import { createStorage } from '../../../src/storage/storage';
import { StorageError } from '../../../src/storage/storage-error';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { newBrowser, newTab } from './test-tab';

const dataset = makeDataset(1, 60);
const sound = packDataset(dataset);
const network = smallNetwork(dataset);
const FILES: Record<string, Uint8Array<ArrayBuffer>> = { 'data.bin': sound, 'network.bin': network };
const status = (tab: ReturnType<typeof newTab>) => tab.app.session.getState().status;

test.each([
  ['data.bin', 'The film data', sound],
  ['network.bin', 'The learned network', network],
])(
  'app start: ends in a message when %s cannot be had, and works when tried again',
  async (file, what, sound) => {
    const damaged = sound.slice();
    damaged[damaged.length - 1] ^= 1;
    const brokenBody = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut')) });
    const answers: [() => Promise<Response>, string][] = [
      [() => Promise.reject(new TypeError('offline')), 'Check the connection'],
      [async () => new Response('gone', { status: 404 }), 'the server answered 404'],
      [async () => new Response(brokenBody), 'cut short'],
      [async () => new Response(damaged), `${what} is damaged`],
      [async () => new Response(sound.slice(0, 500)), `${what} is incomplete`],
      [async () => new Response('<!doctype html><title>Not it</title>'), 'not in the expected format'],
    ];
    const script = [...answers];
    const tab = newTab(newBrowser(), {
      fetch: async (url) => (url === file && (await script.shift()?.[0]())) || new Response(FILES[url]),
    });
    expect(status(tab).phase).toBe('loading');
    await tab.app.start();
    for (const [, message] of answers) {
      expect(status(tab)).toMatchObject({ phase: 'failed', message: expect.stringContaining(message) });
      expect(tab.app.model.getState().phase).toBe('closed');
      await tab.app.session.getState().retry();
    }
    expect(status(tab).phase).toBe('ready');
    expect(tab.app.model.getState().phase).toBe('ready');
  },
);

test('app start: says so when the browser has no storage', async () => {
  const tab = newTab(newBrowser());
  const { open } = tab.storage;
  tab.storage.open = () => Promise.reject(new StorageError('unavailable'));
  await tab.app.start();
  expect(status(tab)).toMatchObject({
    phase: 'failed',
    message: expect.stringContaining('private browsing'),
  });
  tab.storage.open = open;
  await tab.app.start();
  expect(status(tab).phase).toBe('ready');
});

test('app start: does not fetch the film data again when only the storage failed', async () => {
  let fetched = 0;
  const tab = newTab(newBrowser(), {
    fetch: async (url) => {
      fetched++;
      return new Response(FILES[url]);
    },
  });
  const { list } = tab.storage.profiles;
  tab.storage.profiles.list = () => Promise.reject(new StorageError('closed'));
  await tab.app.start();
  expect(status(tab)).toMatchObject({ phase: 'failed', message: expect.stringContaining('was closed') });
  tab.storage.profiles.list = list;
  await tab.app.start();
  expect(status(tab).phase).toBe('ready');
  expect(fetched).toBe(2);
});

test('app start: writes nothing when the log cannot be read, and reads it when tried again', async () => {
  const browser = newBrowser();
  const tab = newTab(browser);
  const { readAll } = tab.storage.log;
  let appended = 0;
  tab.storage.log.append = async () => {
    appended++;
    return [];
  };
  tab.storage.log.readAll = () => Promise.reject(new DOMException('cannot', 'DataError'));
  await tab.app.start();
  expect(status(tab).phase).toBe('failed');
  tab.app.model.getState().rate(1, 'like', { place: 'rate', predictionVisible: false });
  await tab.app.settled();
  expect(appended).toBe(0);
  tab.storage.log.readAll = readAll;
  await tab.app.session.getState().retry();
  expect(tab.app.model.getState()).toMatchObject({ phase: 'ready', events: [] });
});

test('app start: says so when it waits for a tab with an older version', async () => {
  const browser = newBrowser();
  const older = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(browser.databaseName, 1);
    opening.onsuccess = () => resolve(opening.result);
  });
  const tab = newTab(browser);
  const starting = tab.app.start();
  await expect.poll(() => tab.app.session.getState().notice).toBe(NOTICES.blocked);
  expect(status(tab).phase).toBe('loading');
  older.close();
  await starting;
  expect(status(tab).phase).toBe('ready');
  expect(tab.app.session.getState().notice).toBeNull();
});

test('tab: says so and keeps clicks unsaved when a newer version has overtaken it', async () => {
  const browser = newBrowser();
  const tab = newTab(browser);
  await tab.app.start();
  const newer = new Dexie(browser.databaseName);
  newer.version(1000).stores({});
  await newer.open();
  expect(tab.app.session.getState().notice).toBe(NOTICES.outdated);
  tab.app.model.getState().rate(1, 'like', { place: 'rate', predictionVisible: false });
  await tab.app.settled();
  expect(tab.app.saving.getState()).toMatchObject({ unsaved: 1, error: { failure: 'closed' } });
  newer.close();
});

test('storage: is open once when it is opened twice', async () => {
  const sources = { now: () => 0, uuid: () => 'x' };
  const storage = createStorage(
    sources,
    { onBlocked: () => {}, onOutdated: () => {} },
    newBrowser().databaseName,
  );
  await Promise.all([storage.open(), storage.open()]);
  await storage.open();
  expect(await storage.profiles.list()).toHaveLength(1);
});
