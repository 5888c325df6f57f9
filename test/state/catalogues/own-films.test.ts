import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { ratingsCsv } from '../../../src/state/backup/ratings-csv';
import type { OwnFilmFacts } from '../../../src/state/catalogues/own-films';
import { bundledDataset, bundledLibrary, bundledModel } from '../../fixtures/bundled';
import {
  AT_RATE,
  FILMS,
  newBrowser,
  settle,
  startTab,
  type TestBrowser,
  type TestTab,
} from '../app/test-tab';

const tabs: TestTab[] = [];
const open = async (browser: TestBrowser = newBrowser()) => {
  const tab = await startTab(browser);
  tabs.push(tab);
  const library = () => {
    const { status } = tab.app.session.getState();
    if (status.phase !== 'ready') throw new Error('There is no library.');
    return status.library;
  };
  return { ...tab, browser, library, own: await tab.app.ownFilms(), model: () => tab.app.model.getState() };
};
afterEach(() => {
  for (const { app } of tabs.splice(0)) app.dispose();
});

const ANORA: OwnFilmFacts = {
  ...{ title: 'Anora', year: 2024, genres: ['Comedy', 'Drama'], tmdbId: 0, imdbId: 28_607_951 },
};
const FLOW: OwnFilmFacts = { title: 'Flow', year: 0, genres: ['Animation'], tmdbId: 0, imdbId: 0 };

test('own film: can be rated, explained, listed and exported once it is added, and again after a reload', async () => {
  const tab = await open();
  const before = tab.library();
  tab.model().rate(3, 'like', AT_RATE);
  const bytes = tab.model().stateBytes();
  const item = await tab.own.add(ANORA);
  expect(item).toBe(FILMS);
  expect(tab.model()).toMatchObject({ phase: 'ready' });
  expect(tab.model().opinions.get(3)).toBe('like');
  expect(tab.model().stateBytes()).toEqual(bytes);
  expect(tab.library().catalogue.title[FILMS]).toBe('Anora');
  expect(before.catalogue.count).toBe(FILMS);

  tab.app.rate.getState().show(FILMS);
  expect(tab.app.rate.getState().current).toBe(FILMS);
  tab.model().rate(FILMS, 'like', AT_RATE);
  expect(tab.model().stateBytes()).not.toEqual(bytes);
  const why = tab.model().explain(0);
  expect(why?.contributions.some((part) => part.item === FILMS)).toBe(true);
  const sum = why?.contributions.reduce((total, { amount }) => total + amount, why.start);
  expect(sum).toBe(why?.score);
  expect(ratingsCsv('letterboxd', tab.model().events, tab.library())).toContain('tt28607951,Anora,2024');
  await tab.app.settled();

  const again = await open(tab.browser);
  expect(again.library().own?.films).toMatchObject([{ title: 'Anora' }]);
  expect(again.model().opinions.get(FILMS)).toBe('like');
  expect(again.model().stateBytes()).toEqual(tab.model().stateBytes());
});

test('own films: are in the other tabs as soon as they are added, with what is said of them', async () => {
  const tab = await open();
  const other = await open(tab.browser);
  const item = (await tab.own.add(FLOW)) as number;
  tab.model().rate(item, 'dislike', AT_RATE);
  await tab.app.settled();
  await settle();
  await other.app.settled();
  expect(other.library().catalogue.title[item]).toBe('Flow');
  expect(other.model().opinions.get(item)).toBe('dislike');
  expect(other.model().stateBytes()).toEqual(tab.model().stateBytes());
});

test('own film: leaves the bytes of before when it is removed; what was said waits, and is back when it is added again', async () => {
  const tab = await open();
  await tab.own.add(FLOW);
  tab.model().rate(2, 'like', AT_RATE);
  await tab.app.settled();
  const bytes = tab.model().stateBytes();
  const item = (await tab.own.add(ANORA)) as number;
  const { movieId } = tab.library().catalogue;
  const id = movieId[item];
  tab.model().rate(item, 'like', AT_RATE);
  await tab.app.settled();
  const withIt = tab.model().stateBytes();
  expect(await tab.own.remove(id)).toBeNull();
  expect(tab.model().stateBytes()).toEqual(bytes);
  expect(tab.model().judgements).toHaveLength(1);
  expect(await tab.own.add({ ...ANORA, title: ' anora'.trim() })).toBe(item);
  expect(tab.model().opinions.get(item)).toBe('like');
  expect(tab.model().stateBytes()).toEqual(withIt);
});

test('own film: keeps what was said of it when its title and year are corrected', async () => {
  const tab = await open();
  const item = (await tab.own.add({ ...ANORA, title: 'Anoar', year: 2023 })) as number;
  tab.model().rate(item, 'so-so', AT_RATE);
  const id = tab.library().catalogue.movieId[item];
  expect(await tab.own.correct(id, ANORA)).toBeNull();
  expect(tab.library().catalogue.title[item]).toBe('Anora');
  expect(tab.library().catalogue.movieId[item]).toBe(id);
  expect(tab.model().opinions.get(item)).toBe('so-so');
});

test('own films: the film that is here already is found by its name, whatever its case, in that year', async () => {
  const tab = await open();
  const item = (await tab.own.add(ANORA)) as number;
  expect(tab.own.sameFilm({ title: 'ANORA!', year: 2024 })).toBe(item);
  expect(tab.own.sameFilm({ title: 'Anora', year: 0 })).toBe(item);
  expect(tab.own.sameFilm({ title: 'Anora', year: 2023 })).toBeNull();
  const { title, year } = tab.library().catalogue;
  expect(tab.own.sameFilm({ title: title[4], year: year[4] })).not.toBeNull();
  expect(tab.own.sameFilm({ title: '…', year: 0 })).toBeNull();
});

test('own films: say why they were not changed when the browser refuses, and stay as they were', async () => {
  const tab = await open();
  await tab.storage.settings.set('ownFilms', { version: 2 });
  expect(await tab.own.add(ANORA)).toMatch(/newer Weightless/);
  expect(await tab.storage.settings.get('ownFilms')).toEqual({ version: 2 });
  expect(tab.library().catalogue.count).toBe(FILMS);
});

test('backup: takes films added by hand along to another browser, of one person those that were rated', async () => {
  const tab = await open();
  await tab.own.add(FLOW);
  const anora = (await tab.own.add(ANORA)) as number;
  const placed = tab.library().catalogue.title.indexOf('Anora');
  expect(placed).toBe(anora);
  tab.model().rate(anora, 'like', AT_RATE);
  const backup = await tab.app.backup();
  const everything = await backup.exportBackup('everything');
  const one = await backup.exportBackup(tab.model().profileId as string);

  for (const [file, titles] of [
    [everything, ['Anora', 'Flow']],
    [one, ['Anora']],
  ] as const) {
    const other = await open();
    const restoring = await other.app.backup();
    const preview = await restoring.preview(Object.assign(new Blob([file.text]), { name: 'a.json' }));
    await restoring.restore(
      preview,
      preview.people.map(({ suggested }) => suggested),
    );
    expect(other.library().catalogue.title.slice(FILMS).sort()).toEqual(titles);
    const item = other.library().catalogue.title.indexOf('Anora');
    expect(other.model().opinions.get(item)).toBe('like');
  }
  expect(await backup.eraseEverything()).toBeNull();
  expect(tab.library().catalogue.count).toBe(FILMS);
  expect(tab.model()).toMatchObject({ phase: 'ready', events: [] });
});

test('the bundled network: keeps its checksum, and every cell beside a film added by hand', async () => {
  const { withOwnFilms } = await import('../../../src/state/platform/own-library');
  const base = bundledLibrary();
  expect(base.network.checksum).toBe(bundledModel().checksum);
  expect(withOwnFilms(base, undefined)).toBe(base);
  const stored = { version: 1, films: [{ movieId: 3_000_000_001, ...ANORA }] };
  const started = performance.now();
  const grown = withOwnFilms(base, stored);
  const took = performance.now() - started;
  const { count } = bundledDataset().catalogue;
  const { bank } = grown.network;
  let inCells = 0;
  for (let t = 0; t < bank.nodeCount; t++) {
    const row = bank.cell.subarray(t * (count + 1), t * (count + 1) + count);
    expect(row).toEqual(base.network.bank.cell.subarray(t * count, (t + 1) * count));
    if (bank.cell[t * (count + 1) + count] > 0) inCells++;
  }
  expect(inCells).toBeGreaterThan(20);
  expect(took).toBeLessThan(1500);
});
