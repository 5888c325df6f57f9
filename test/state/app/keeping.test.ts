import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { refusedErasure } from '../../../src/state/log/refused-erasure';
import { StorageError } from '../../../src/storage/storage-error';
import { AT_RATE, newBrowser, settle, startTab } from './test-tab';

const never = () => new Promise<never>(() => {});

test('going without storage: clicks that were not saved go along, and come back to the same person, each once', async () => {
  const tab = await startTab(newBrowser());
  const { app, storage } = tab;
  await app.profiles.getState().create('Ada');
  app.model.getState().rate(1, 'like', AT_RATE);
  await app.settled();
  const { list, activeId } = app.profiles.getState();
  const { append } = storage.log;
  const { look } = storage.rescue;
  storage.log.append = never;
  storage.rescue.look = never;
  app.model.getState().rate(2, 'dislike', AT_RATE);

  // A switch to somebody else is told of when it does not come, like a start.
  const switching = app.profiles.getState().switchTo(list[0].id);
  const overdue = () => {
    tab.runTimers();
    return app.session.getState().overdue;
  };
  await expect.poll(overdue).toBe('ratings');
  expect(app.saving.getState()).toMatchObject({ unsaved: 1, error: { failure: 'slow' } });
  await app.keeping.goWithout();
  expect(await switching).not.toBeNull();
  await app.settled();
  expect(app.session.getState()).toMatchObject({ overdue: null, keeping: 'forgone' });
  expect(app.saving.getState()).toMatchObject({ unsaved: 0, error: null });
  expect(app.profiles.getState().activeId).toBe(activeId);
  expect([...app.model.getState().opinions]).toEqual([[2, 'dislike']]);

  Object.assign(storage.log, { append });
  Object.assign(storage.rescue, { look });
  app.model.getState().rate(3, 'like', AT_RATE);
  expect(await app.keeping.tryAgain()).toBeNull();
  await app.settled();
  expect(app.profiles.getState()).toMatchObject({ list, activeId });
  expect([...app.model.getState().opinions]).toEqual([
    [1, 'like'],
    [2, 'dislike'],
    [3, 'like'],
  ]);
  expect(app.saving.getState()).toMatchObject({ unsaved: 0, error: null });
  app.dispose();
});

test('everything deleted while it is asked who is rating: what is known of the person who is gone is written again', async () => {
  const browser = newBrowser();
  const here = await startTab(browser);
  await here.app.profiles.getState().create('Ada');
  const ada = here.app.profiles.getState().activeId as string;
  for (const film of [1, 2]) here.app.model.getState().rate(film, 'like', AT_RATE);
  await here.app.settled();
  const there = await startTab(browser);
  await there.app.profiles.getState().remove(ada);
  await settle(here, there);
  await expect.poll(() => here.app.profiles.getState().gone?.name).toBe('Ada');

  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(browser.databaseName);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
  await expect.poll(() => here.app.saving.getState().error?.failure).toBe('lost');
  expect(await here.app.saving.getState().rewrite()).toBeNull();
  await settle(here, there);
  expect(here.app.profiles.getState()).toMatchObject({ activeId: ada, gone: null });
  expect([...here.app.model.getState().opinions.keys()]).toEqual([1, 2]);
  expect(here.app.saving.getState()).toMatchObject({ unsaved: 0, error: null });
  for (const { app } of [here, there]) app.dispose();
});

test('everything deleted under an open page: nobody is let go before it is known, and nothing is said to be saved', async () => {
  const browser = newBrowser();
  const { app } = await startTab(browser);
  await app.profiles.getState().create('Ada');
  app.model.getState().rate(1, 'like', AT_RATE);
  await app.settled();
  const { list, activeId, switchTo, remove } = app.profiles.getState();
  await new Promise<void>((resolve) => {
    indexedDB.deleteDatabase(browser.databaseName).onsuccess = () => resolve();
  });
  expect(await switchTo(list[0].id)).not.toBeNull();
  expect(await remove(activeId as string)).not.toBeNull();
  expect(app.profiles.getState().activeId).toBe(activeId);
  expect([...app.model.getState().opinions]).toEqual([[1, 'like']]);
  expect(app.saving.getState().error?.failure).toBe('lost');
  app.dispose();
});

test('everything deleted: writing it again says so after some seconds when the database never opens, and goes on once it does', async () => {
  const browser = newBrowser();
  const tab = await startTab(browser);
  const { app } = tab;
  app.model.getState().rate(1, 'like', AT_RATE);
  await app.settled();
  await new Promise<void>((resolve) => {
    indexedDB.deleteDatabase(browser.databaseName).onsuccess = () => resolve();
  });
  await expect.poll(() => app.saving.getState().error?.failure).toBe('lost');
  const { restore } = tab.storage;
  let opens = () => {};
  const opened = new Promise<void>((resolve) => {
    opens = resolve;
  });
  let asked = 0;
  tab.storage.restore = async (held) => {
    asked++;
    await opened;
    return restore(held);
  };
  for (let presses = 0; presses < 2; presses++) {
    const answer = app.saving.getState().rewrite();
    await new Promise((resolve) => setTimeout(resolve, 50));
    tab.runTimers();
    expect(await answer).toMatch(/^The browser has not opened its storage yet\./);
  }
  expect(asked).toBe(1);
  expect(app.saving.getState().error?.failure).toBe('lost');
  opens();
  await expect.poll(() => app.saving.getState().error).toBeNull();
  expect([...app.model.getState().opinions]).toEqual([[1, 'like']]);
  await app.settled();
  app.dispose();
});

test('erasing for good: says what is true when everything was deleted, or the entry of the person is gone', async () => {
  const browser = newBrowser();
  const tab = await startTab(browser);
  const { app } = tab;
  app.model.getState().rate(1, 'like', AT_RATE);
  await app.settled();
  const { erase: eraseRows } = tab.storage.log;
  const refusals: [ConstructorParameters<typeof StorageError>[0], RegExp][] = [
    ['lost', /^What was saved in this browser is gone already\. What is still on this page goes/],
    ['profile-gone', /^Nothing was erased: the entry of this person is not in this browser any more\.$/],
    ['newer', /^Nothing was erased: a newer version/],
    ['unknown', /^Nothing was erased, because your browser could not reach its storage\. Try again\.$/],
  ];
  for (const [failure, words] of refusals) {
    tab.storage.log.erase = () => Promise.reject(new StorageError(failure));
    const refused = await app.model.getState().erase({ what: 'everything' });
    expect(refused).toBe(failure);
    expect(refusedErasure(refused as typeof failure)).toMatch(words);
    expect(app.model.getState().opinions.size).toBe(1);
  }
  tab.storage.log.erase = eraseRows;
  expect(await app.model.getState().erase({ what: 'everything' })).toBeNull();
  app.dispose();
});
