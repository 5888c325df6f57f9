import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { StorageError } from '../../../src/storage/storage-error';
import { smallPack, smallPackBytes } from '../../fixtures/small-pack';
import {
  AT_RATE,
  FILMS,
  newBrowser,
  settle,
  startTab,
  type TestBrowser,
  type TestTab,
} from '../app/test-tab';

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'ml-newer.wlpk') => new File([bytes], name);
const libraryOf = ({ app }: TestTab) => {
  const { status } = app.session.getState();
  if (status.phase !== 'ready') throw new Error('not ready');
  return status.library;
};
const model = ({ app }: TestTab) => app.model.getState();
const opinionsOf = (tab: TestTab) => {
  const { catalogue } = libraryOf(tab);
  return new Map([...model(tab).opinions].map(([item, answer]) => [catalogue.movieId[item], answer]));
};
const listOf = (tab: TestTab) => model(tab).recommendations.map(({ item, score }) => [item, score]);
async function rateSome(tab: TestTab): Promise<void> {
  const kinds = ['like', 'dislike', 'so-so', 'unseen'] as const;
  for (let n = 0; n < 24; n++) model(tab).rate((7 * n) % FILMS, kinds[n % 4], AT_RATE);
  model(tab).undo(AT_RATE);
  model(tab).want(5, true, AT_RATE);
  await settle(tab);
}
async function snapshotOf(tab: TestTab): Promise<Uint8Array | undefined> {
  await settle(tab);
  tab.runTimers();
  await settle(tab);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return tab.storage.snapshots.load(model(tab).profileId as string);
}
async function withPack(browser: TestBrowser = newBrowser()) {
  const tab = await startTab(browser);
  await rateSome(tab);
  const catalogues = await tab.app.catalogues();
  return { browser, tab, catalogues };
}

test('switching: brings a person to another catalogue and back with identical opinions and bytes', async () => {
  const { tab, catalogues } = await withPack();
  const before = [opinionsOf(tab), model(tab).stateBytes(), await snapshotOf(tab), listOf(tab)];
  expect(await catalogues.addFile(fileOf(smallPackBytes()))).toBeNull();
  expect(libraryOf(tab)).toMatchObject({ source: { kind: 'pack', about: { name: 'ml-newer' } } });
  expect(model(tab)).toMatchObject({ phase: 'ready', relearned: null, waiting: 0 });
  expect(opinionsOf(tab)).toEqual(before[0]);
  expect(model(tab).stateBytes()).not.toEqual(before[1]);
  expect(await snapshotOf(tab)).not.toEqual(before[2]);

  expect(await catalogues.use(null)).toBeNull();
  expect(libraryOf(tab).source.kind).toBe('bundled');
  expect(model(tab).relearned).toBeNull();
  expect([opinionsOf(tab), model(tab).stateBytes(), await snapshotOf(tab), listOf(tab)]).toEqual(before);
  tab.app.dispose();
});

test('switching: makes films wait that the catalogue lacks, and takes them up where it has them', async () => {
  const { tab, catalogues } = await withPack();
  await catalogues.addFile(fileOf(smallPackBytes()));
  model(tab).rate(70, 'like', AT_RATE);
  const bytes = model(tab).stateBytes();
  await settle(tab);
  await catalogues.use(null);
  expect(model(tab).waiting).toBe(1);
  expect(model(tab).canUndo).toBe(true);
  await catalogues.use((catalogues.store.getState().kept ?? [])[0].id);
  expect(model(tab).waiting).toBe(0);
  expect(model(tab).opinions.get(70)).toBe('like');
  expect(model(tab).stateBytes()).toEqual(bytes);
  tab.app.dispose();
});

test('switching: keeps clicks that are on their way, and the plan of films to judge is of the other catalogue', async () => {
  const { tab, catalogues } = await withPack();
  await catalogues.add(smallPackBytes({ films: 12 }));
  const [{ id }] = catalogues.store.getState().kept ?? [];
  const said = model(tab).events.length;
  model(tab).rate(59, 'like', AT_RATE);
  await catalogues.use(id);
  await settle(tab);
  expect(model(tab).events).toHaveLength(said + 1);
  const { current, upcoming } = tab.app.rate.getState();
  tab.runTimers();
  for (const item of [current, ...upcoming, ...tab.app.rate.getState().upcoming]) {
    expect(item === null || item < 12).toBe(true);
  }
  expect(model(tab).recommendations.every(({ item }) => item < 12)).toBe(true);
  tab.app.dispose();
});

test('films added by hand: stand behind whichever catalogue is in use, here and in other tabs, with what was said of them', async () => {
  const { browser, tab, catalogues } = await withPack();
  const other = await startTab(browser);
  const own = await tab.app.ownFilms();
  const facts = { title: 'Anora', year: 2024, genres: ['Comedy', 'Drama'], tmdbId: 0, imdbId: 0 };
  const added = (await own.add(facts)) as number;
  model(tab).rate(added, 'like', AT_RATE);
  await settle(tab, other);
  const before = [opinionsOf(tab), model(tab).stateBytes(), listOf(tab)];
  const isLast = (which: TestTab) => {
    const { catalogue, itemOf, own } = libraryOf(which);
    const last = catalogue.count - 1;
    expect(own?.films.map(({ movieId }) => itemOf.get(movieId))).toEqual([last]);
    expect(catalogue.title[last]).toBe('Anora');
    expect(model(which).opinions.get(last)).toBe('like');
  };

  expect(await catalogues.addFile(fileOf(smallPackBytes()))).toBeNull();
  await waitFor(() => libraryOf(other).source.kind === 'pack' && model(other).phase === 'ready');
  for (const which of [tab, other]) {
    expect(libraryOf(which).source.kind).toBe('pack');
    isLast(which);
  }
  expect(opinionsOf(tab)).toEqual(before[0]);
  const movieId = libraryOf(tab).catalogue.movieId[libraryOf(tab).catalogue.count - 1];
  expect(await own.remove(movieId)).toBeNull();
  expect(libraryOf(tab).source.kind).toBe('pack');
  expect(libraryOf(tab).own).toBeUndefined();
  expect(model(tab).waiting).toBe(1);
  await own.add(facts);
  isLast(tab);

  expect(await catalogues.use(null)).toBeNull();
  isLast(tab);
  expect([opinionsOf(tab), model(tab).stateBytes(), listOf(tab)]).toEqual(before);
  for (const { app } of [tab, other]) app.dispose();
});

test('start: opens with the catalogue chosen before, from its saved model, and without it from the bundled one', async () => {
  const { browser, tab, catalogues } = await withPack();
  await catalogues.addFile(fileOf(smallPackBytes()));
  const bytes = model(tab).stateBytes();
  await snapshotOf(tab);
  tab.app.dispose();

  const again = await startTab(browser);
  expect(libraryOf(again).source).toMatchObject({ kind: 'pack', about: smallPack().manifest });
  expect(model(again).stateBytes()).toEqual(bytes);
  expect(model(again).relearned).toBeNull();
  expect(again.warnings).toEqual([]);
  again.app.dispose();
});

const faults: [string, (browser: TestBrowser) => Promise<void>, string][] = [
  [
    'gone',
    async ({ databaseName }) => {
      await Dexie.delete(`${databaseName}-catalogues`);
    },
    'not in this browser any more',
  ],
  [
    'damaged',
    (browser) => rewrite(browser, (bytes) => bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1)),
    'damaged',
  ],
  ['cut short', (browser) => rewrite(browser, (bytes) => bytes.slice(0, 900)), 'damaged'],
  ['newer', (browser) => rewrite(browser, (bytes) => bytes.with(4, 2)), 'newer version'],
];
async function rewrite({ databaseName }: TestBrowser, change: (bytes: Uint8Array) => Uint8Array) {
  const db = await new Dexie(`${databaseName}-catalogues`).open();
  const [row] = await db.table('packs').toArray();
  await db.table('packs').put({ ...row, bytes: change(row.bytes) });
  db.close();
}

test.each(faults)('start: says so and uses the bundled films when the pack is %s', async (_, harm, says) => {
  const { browser, tab, catalogues } = await withPack();
  const bytes = model(tab).stateBytes();
  const events = model(tab).events;
  await catalogues.addFile(fileOf(smallPackBytes()));
  await settle(tab);
  tab.app.dispose();
  await harm(browser);

  const again = await startTab(browser);
  expect(libraryOf(again).source.kind).toBe('bundled');
  expect(again.app.session.getState().fellBack).toContain(says);
  expect(model(again)).toMatchObject({ phase: 'ready', relearned: null });
  expect(model(again).stateBytes()).toEqual(bytes);
  expect(model(again).events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  // Staying with these films settles it.
  expect(await (await again.app.catalogues()).use(null)).toBeNull();
  expect(again.app.session.getState().fellBack).toBeNull();
  again.app.dispose();
  const last = await startTab(browser);
  expect(last.app.session.getState().fellBack).toBeNull();
  last.app.dispose();
});

test('two tabs: the other one follows, keeps its clicks, and says so when it cannot', async () => {
  const { browser, tab, catalogues } = await withPack();
  const other = await startTab(browser);
  await catalogues.addFile(fileOf(smallPackBytes()));
  await waitFor(() => libraryOf(other).source.kind === 'pack' && model(other).phase === 'ready');
  expect(model(other).stateBytes()).toEqual(model(tab).stateBytes());
  const { store } = await other.app.catalogues();
  await waitFor(() => store.getState().said !== null);
  expect(store.getState().said).toContain('chosen in another tab');
  model(other).rate(75, 'like', AT_RATE);
  await settle(other, tab);
  expect(model(tab).opinions.get(75)).toBe('like');

  const stuck = await startTab(browser, { fetch: () => Promise.reject(new TypeError('offline')) });
  expect(libraryOf(stuck).source.kind).toBe('pack');
  await catalogues.use(null);
  await waitFor(() => libraryOf(other).source.kind === 'bundled');
  await waitFor(() => stuck.app.session.getState().fellBack !== null);
  expect(stuck.app.session.getState().fellBack).toContain('Check the connection');
  expect(libraryOf(stuck).source.kind).toBe('pack');
  for (const { app } of [tab, other, stuck]) app.dispose();
});

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 200 && !isSo(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}

test('a file: is refused with a sentence and nothing changed when it is no sound pack, or there is no room', async () => {
  const { tab, catalogues } = await withPack();
  const sound = smallPackBytes();
  const cases: [Uint8Array<ArrayBuffer>, string][] = [
    [new TextEncoder().encode('userId,movieId,rating,timestamp\n'), 'is no catalogue of Weightless'],
    [sound.slice(0, 700), 'incomplete'],
    [sound.with(900, sound[900] ^ 4) as Uint8Array<ArrayBuffer>, 'damaged'],
    [sound.with(4, 9) as Uint8Array<ArrayBuffer>, 'another version'],
  ];
  const bytes = model(tab).stateBytes();
  for (const [file, says] of cases) {
    expect(await catalogues.addFile(fileOf(file))).toContain(says);
    expect(catalogues.store.getState()).toMatchObject({ kept: [], said: null, doing: null });
  }
  const own = await tab.storage.catalogues();
  tab.storage.catalogues = async () => ({ ...own, add: () => Promise.reject(new StorageError('full')) });
  expect(await catalogues.addFile(fileOf(sound))).toContain('no room');
  expect(catalogues.store.getState().kept).toEqual([]);
  expect(libraryOf(tab).source.kind).toBe('bundled');
  expect(model(tab).stateBytes()).toEqual(bytes);
  expect(await tab.storage.settings.get('catalogue')).toBeUndefined();
  tab.app.dispose();
});

test('removing: goes back to the bundled films where the catalogue was in use', async () => {
  const { tab, catalogues } = await withPack();
  const bytes = model(tab).stateBytes();
  await catalogues.addFile(fileOf(smallPackBytes({ networks: ['wnn'] })));
  const [{ id }] = catalogues.store.getState().kept ?? [];
  expect((await catalogues.file(id))?.name).toBe('ml-newer.wlpk');
  expect((await catalogues.file(id))?.bytes).toEqual(smallPackBytes({ networks: ['wnn'] }));
  expect(await catalogues.remove(id)).toBeNull();
  expect(libraryOf(tab).source.kind).toBe('bundled');
  expect(catalogues.store.getState().kept).toEqual([]);
  expect(model(tab).stateBytes()).toEqual(bytes);
  expect(await catalogues.use(id)).toContain('not in this browser any more');
  expect(libraryOf(tab).source.kind).toBe('bundled');
  tab.app.dispose();
});

test('erasing everything: goes back to the bundled films, in all tabs', async () => {
  const { browser, tab, catalogues } = await withPack();
  await catalogues.addFile(fileOf(smallPackBytes()));
  const other = await startTab(browser);
  expect(libraryOf(other).source.kind).toBe('pack');
  expect(await (await tab.app.backup()).eraseEverything()).toBeNull();
  expect(libraryOf(tab).source.kind).toBe('bundled');
  await waitFor(() => libraryOf(other).source.kind === 'bundled');
  expect(await (await tab.storage.catalogues()).list()).toEqual([]);
  expect(model(tab)).toMatchObject({ phase: 'ready', events: [] });
  for (const { app } of [tab, other]) app.dispose();
});
