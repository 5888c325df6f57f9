import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { NOTICES } from '../../../src/state/app/session-store';
import { createStorage } from '../../../src/storage/storage';
import { StorageError } from '../../../src/storage/storage-error';
import { bundledFiles } from '../../fixtures/bundled-files';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { AT_RATE, newBrowser, newTab } from './test-tab';

const dataset = makeDataset(1, 60);
const FILES: Record<string, Uint8Array<ArrayBuffer>> = {
  ...bundledFiles(dataset),
  'network.bin': smallNetwork(dataset),
};
const status = (tab: ReturnType<typeof newTab>) => tab.app.session.getState().status;

test.each([
  ['films.bin', 'The film data'],
  ['ratings.bin', 'The rating data'],
  ['network.bin', 'The learned network'],
])('app start: ends in a message when %s cannot be had, and works when tried again', async (file, what) => {
  const sound = FILES[file];
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
});

test('app start: goes on in memory when the browser refuses storage, and keeps all when it may', async () => {
  const browser = newBrowser();
  const tab = newTab(browser);
  const { open } = tab.storage;
  tab.storage.open = () => Promise.reject(new StorageError('unavailable'));
  await tab.app.start();
  expect(status(tab).phase).toBe('ready');
  expect(tab.app.session.getState().keeping).toBe('refused');
  tab.app.model.getState().rate(3, 'like', AT_RATE);
  await tab.app.settled();
  expect(tab.app.saving.getState()).toMatchObject({ unsaved: 0, error: null });
  expect(await tab.app.keeping.tryAgain()).toContain('private browsing');
  expect(tab.app.model.getState().opinions.size).toBe(1);

  tab.storage.open = open;
  expect(await tab.app.keeping.tryAgain()).toBeNull();
  expect(tab.app.session.getState().keeping).toBe('kept');
  tab.app.model.getState().rate(4, 'dislike', AT_RATE);
  await tab.app.settled();
  const again = newTab(browser);
  await again.app.start();
  expect([...again.app.model.getState().opinions]).toEqual([
    [3, 'like'],
    [4, 'dislike'],
  ]);
  expect(again.app.profiles.getState().list).toHaveLength(1);
});

test('app start: mixes nobody’s clicks when what was done in memory is kept beside others', async () => {
  const browser = newBrowser();
  const first = newTab(browser);
  await first.app.start();
  first.app.model.getState().rate(1, 'like', AT_RATE);
  await first.app.settled();
  const tab = newTab(browser);
  const { open } = tab.storage;
  tab.storage.open = () => Promise.reject(new StorageError('unavailable'));
  await tab.app.start();
  tab.app.model.getState().rate(2, 'like', AT_RATE);
  await tab.app.settled();
  tab.storage.open = open;
  expect(await tab.app.keeping.tryAgain()).toBeNull();
  const { list, activeId } = tab.app.profiles.getState();
  expect(list.map(({ name }) => name)).toEqual(['You', 'You 2']);
  expect(activeId).toBe(list[1].id);
  expect([...tab.app.model.getState().opinions]).toEqual([[2, 'like']]);
  await tab.app.profiles.getState().switchTo(list[0].id);
  expect([...tab.app.model.getState().opinions]).toEqual([[1, 'like']]);
});

test.each(['storage', 'ratings'] as const)(
  'app start: tells of %s that never come, and goes on without',
  async (awaited) => {
    const tab = newTab(newBrowser());
    const never = () => new Promise<never>(() => {});
    if (awaited === 'storage') tab.storage.open = never;
    else tab.storage.log.readAll = never;
    const started = tab.app.start();
    const overdue = () => {
      tab.runTimers();
      return tab.app.session.getState().overdue;
    };
    await expect.poll(overdue).toBe(awaited);
    expect(status(tab).phase).toBe('loading');
    await tab.app.keeping.goWithout();
    await started;
    expect(status(tab).phase).toBe('ready');
    expect(tab.app.session.getState()).toMatchObject({ overdue: null, keeping: 'forgone' });
    tab.app.model.getState().rate(3, 'like', AT_RATE);
    expect(tab.app.model.getState().opinions.size).toBe(1);
  },
);

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
  expect(fetched).toBe(Object.keys(FILES).length);
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
  expect(tab.app.saving.getState()).toMatchObject({ unsaved: 1, error: { failure: 'newer' } });
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
