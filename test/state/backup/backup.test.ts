import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { BackupActions } from '../../../src/state/backup/backup';
import type { RestoreChoice } from '../../../src/state/backup/preview';
import { readRows } from '../../fuzz/world';
import { AT_RATE, newBrowser, settle, startTab, type TestBrowser, type TestTab } from '../app/test-tab';

const tabs: TestTab[] = [];
const open = async (browser: TestBrowser = newBrowser()) => {
  const tab = await startTab(browser, { path: '/films/' });
  tabs.push(tab);
  return { ...tab, browser, backup: await tab.app.backup(), model: () => tab.app.model.getState() };
};
type Open = Awaited<ReturnType<typeof open>>;
afterEach(() => {
  for (const { app } of tabs.splice(0)) app.dispose();
});

const asFile = (text: string, name = 'backup.json') => Object.assign(new Blob([text]), { name });
const snapshotOf = async (tab: Open) => {
  await tab.app.settled();
  tab.runTimers();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const { profileId } = tab.model();
  return [...((await tab.storage.snapshots.load(profileId as string)) ?? [])];
};
const restoreAll = async (backup: BackupActions, text: string, choice?: RestoreChoice) => {
  const preview = await backup.preview(asFile(text));
  return backup.restore(
    preview,
    preview.people.map(({ suggested }) => choice ?? suggested),
  );
};

/** Clicks with undos, moods, a tuning and erased films. */
async function live({ app, model, storage }: Open, from = 0): Promise<void> {
  await app.moods.getState().create('kids');
  for (let n = from; n < from + 14; n++) {
    model().rate(n % 11, (['like', 'dislike', 'so-so', 'unseen'] as const)[n % 4], AT_RATE);
    if (n % 5 === 3) model().undo(AT_RATE);
    if (n % 6 === 4) model().want(30 + n, true, AT_RATE);
  }
  app.moods.getState().fileUnder(null);
  model().rate(20, 'like', AT_RATE);
  await app.settled();
  await model().erase({ what: 'films', movieIds: [model().events[2].movieId] });
  await app.settled();
  const { profileId } = model();
  await storage.settings.set(`oldDislikes:${profileId}`, { version: 1, dismissed: true });
}

test('backup: gives the same state and the same bytes of the saved model after export, erasing everything and restoring', async () => {
  const tab = await open();
  await live(tab);
  await tab.app.profiles.getState().create('Ada');
  await live(tab, 3);
  await tab.storage.results.put({ id: 'run', name: 'run', createdAt: 1, status: 'done', content: { n: 1 } });
  const before = await snapshotOf(tab);
  const state = tab.model().stateBytes();
  const rows = await readRows(tab.browser.databaseName);
  expect(before.length).toBeGreaterThan(100);
  const file = await tab.backup.exportBackup('everything');
  expect(file).toMatchObject({ people: 2, events: rows.events.length - 2 });
  expect(await tab.backup.eraseEverything()).toBeNull();
  const empty = await readRows(tab.browser.databaseName);
  expect(empty.profiles.map(({ name }) => name)).toEqual(['You']);
  expect(empty.events.map(({ seq }) => seq)).toEqual([-2, -1]);
  expect([empty.tombstones, empty.snapshots, empty.results]).toEqual([[], [], []]);
  expect(empty.settings.map(({ key }) => key).filter((key) => key !== 'activeProfile')).toEqual(['database']);
  expect(tab.model()).toMatchObject({ phase: 'ready', events: [] });

  expect(await restoreAll(tab.backup, file.text)).toMatchObject({
    people: [{ name: 'You' }, { name: 'Ada' }],
  });
  const [, ada] = tab.app.profiles.getState().list;
  await tab.app.profiles.getState().switchTo(ada.id);
  expect(tab.model().stateBytes()).toEqual(state);
  expect(await snapshotOf(tab)).toEqual(before);
  const after = await readRows(tab.browser.databaseName);
  const plain = (all: typeof after) => ({
    ...all,
    snapshots: [],
    profiles: all.profiles.map(({ erasures: _, ...profile }) => profile),
    settings: all.settings.filter(
      ({ key }) => !/^(?:addresses|activeProfile|backup:.*|plan:.*)$/.test(String(key)),
    ),
  });
  expect(plain(after)).toEqual(plain(rows));
});

test('backup: brings two devices to the same state, whichever way files go and however often', async () => {
  const [a, b] = [await open(), await open()];
  for (const tab of [a, b]) await live(tab, tab === a ? 0 : 4);
  const [fileA, fileB] = [
    await a.backup.exportBackup('everything'),
    await b.backup.exportBackup('everything'),
  ];
  const into = (tab: Open): RestoreChoice => ({ mode: 'merge', profileId: tab.model().profileId as string });
  expect(await restoreAll(a.backup, fileB.text, into(a))).toMatchObject({ people: [{ name: 'You' }] });
  await restoreAll(b.backup, fileA.text, into(b));
  await settle(a, b);
  const log = async (tab: Open) => {
    const { events, tombstones } = await tab.storage.log.readDeviceLog(tab.model().profileId as string);
    return {
      events: events.map(({ seq: _, profileId: __, ...event }) => event),
      erased: [...tombstones].sort(),
    };
  };
  expect(await log(a)).toEqual(await log(b));
  expect(a.model().stateBytes()).toEqual(b.model().stateBytes());
  expect(a.app.moods.getState().list.map(({ name }) => name)).toEqual(['kids', 'kids 2']);
  const rows = await readRows(a.browser.databaseName);
  expect(await restoreAll(a.backup, fileB.text, into(a))).toMatchObject({
    people: [{ added: 0, removed: 0 }],
  });
  expect(await readRows(a.browser.databaseName)).toEqual(rows);
});

test('backup: replaces somebody, adds somebody beside, and says before what each does', async () => {
  const tab = await open();
  await live(tab);
  const { profileId } = tab.model();
  const id = profileId as string;
  const file = await tab.backup.exportBackup(id);
  const before = tab.model().stateBytes();
  const { length } = tab.model().events;
  await tab.model().erase({ what: 'films', movieIds: [tab.model().events[0].movieId] });
  tab.model().rate(40, 'like', AT_RATE);
  await tab.app.settled();
  const preview = await tab.backup.preview(asFile(file.text, 'a\u202e.json'));
  expect(preview).toMatchObject({ file: 'a\\u{202e}.json', runs: 0, here: [{ id, name: 'You' }] });
  const [person] = preview.people;
  expect(person).toMatchObject({ name: 'You', clicks: length, suggested: { mode: 'merge', profileId: id } });
  const gone = length + 1 - tab.model().events.length;
  expect(preview.outcomeOf(0, person.suggested)).toEqual({
    ...{ added: 0, removed: 0, known: length - gone, erasedHere: gone },
  });
  const replace = { mode: 'replace', profileId: id } as const;
  expect(preview.outcomeOf(0, replace)).toMatchObject({ added: gone, removed: 1, erasedHere: gone });
  expect(await tab.backup.restore(preview, [replace])).toMatchObject({ people: [{ profileId: id }] });
  expect(tab.model().stateBytes()).toEqual(before);

  expect(await tab.backup.restore(preview, [{ mode: 'add' }])).toMatchObject({ people: [{ name: 'You 2' }] });
  const [, second] = tab.app.profiles.getState().list;
  await tab.app.profiles.getState().switchTo(second.id);
  expect(second.id).not.toBe(id);
  expect(tab.model().stateBytes()).toEqual(before);
  expect(tab.app.moods.getState().list.map(({ name }) => name)).toEqual(['kids']);
});

test('backup: leaves the database as it is where storing fails midway, and says so', async () => {
  const [tab, other] = [await open(), await open()];
  await live(tab);
  await live(other, 2);
  const { text } = await other.backup.exportBackup('everything');
  const preview = await tab.backup.preview(asFile(text));
  const rows = await readRows(tab.browser.databaseName);
  const { add } = IDBObjectStore.prototype;
  const profileId = tab.model().profileId as string;
  const modes: RestoreChoice[] = [
    { mode: 'add' },
    ...(['merge', 'replace'] as const).map((mode) => ({ mode, profileId })),
  ];
  for (const choice of modes) {
    let left = 7;
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (left-- === 0) throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, args);
    });
    expect(await tab.backup.restore(preview, [choice])).toMatch(/no room.*Nothing was changed/);
    full.mockRestore();
    expect(await readRows(tab.browser.databaseName)).toEqual(rows);
  }
  expect(tab.model().phase).toBe('ready');
});

test('backup: holds clicks that cannot be saved, and all that the page knows where the database is gone', async () => {
  const tab = await open();
  await live(tab);
  const failing = vi
    .spyOn(tab.storage.log, 'append')
    .mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  tab.model().rate(41, 'like', AT_RATE);
  const file = await tab.backup.exportBackup('everything');
  expect(file.events).toBe(tab.model().events.length);
  const state = tab.model().stateBytes();
  failing.mockRestore();
  const other = await open();
  await restoreAll(other.backup, file.text);
  expect(other.model().stateBytes()).toEqual(state);
  vi.spyOn(tab.storage, 'backups').mockRejectedValue(new Error('gone'));
  expect((await tab.backup.exportBackup(tab.model().profileId as string)).events).toBe(
    tab.model().events.length,
  );
});

test('backup: tells other tabs what was restored and erased', async () => {
  const tab = await open();
  const beside = await open(tab.browser);
  await live(tab);
  await settle(tab, beside);
  const file = await tab.backup.exportBackup('everything');
  await tab.model().erase({ what: 'everything' });
  const preview = await tab.backup.preview(asFile(file.text));
  await tab.backup.restore(preview, [{ mode: 'replace', profileId: tab.model().profileId as string }]);
  await settle(tab, beside, tab, beside);
  expect(beside.model().events.length).toBe(file.events);
  await tab.backup.eraseEverything();
  await settle(tab, beside);
  expect(beside.app.profiles.getState().gone).toMatchObject({ name: 'You', isLost: false });
});

test('backup: knows when a person was last saved, until the person is removed', async () => {
  const tab = await open();
  await live(tab);
  const id = tab.model().profileId as string;
  expect(await tab.backup.lastBackup(id)).toBeNull();
  const file = await tab.backup.exportBackup(id);
  await tab.backup.noteSaved(file);
  expect(await tab.backup.lastBackup(id)).toEqual({ time: file.time, events: file.events });
  expect(file.name).toMatch(/^weightless-backup-you-\d{4}-\d{2}-\d{2}\.json$/);
});
