import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { chooseCatalogue } from '../../../src/state/platform/catalogue-choice';
import { earlyFilmOf, readPlan, writePlan } from '../../../src/state/platform/early-film';
import { KEPT } from '../../../src/wnn/personal/asking/rate-queue';
import { prepareAside } from '../../fixtures/prepare-aside';
import { makeDataset } from '../../fixtures/small-world';
import { AT_RATE, newBrowser, newTab, settle, startTab, type TestTab } from '../app/test-tab';

const { catalogue } = makeDataset(1, 60);
const firstFilms = [7, 3, 12, 20, 31, 40].map((item) => earlyFilmOf(catalogue, item));
const idOf = (item: number) => catalogue.movieId[item];
const early = ({ app }: TestTab) => app.early.getState();
const current = (tab: TestTab) => early(tab).films[0]?.item;

/** A tab whose public data come when they are let. */
function slowTab(browser: Parameters<typeof newTab>[0]) {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const tab = newTab(browser, {
    firstFilms,
    async prepareData(bytes) {
      await arrived;
      return prepareAside(bytes);
    },
  });
  const started = tab.app.start();
  return {
    tab,
    async arrive() {
      arrive();
      await started;
      await tab.app.settled();
    },
  };
}

test('early films: are answered and saved before the public data come, and learned when they have', async () => {
  const browser = newBrowser();
  const { tab, arrive } = slowTab(browser);
  await expect.poll(() => early(tab).films.length).toBe(firstFilms.length);
  expect(tab.app.session.getState().status.phase).toBe('loading');
  early(tab).judge('like');
  early(tab).judge('unseen');
  expect(current(tab)).toBe(12);
  await tab.app.settled();
  expect(tab.app.saving.getState()).toMatchObject({ unsaved: 0, error: null });

  await arrive();
  const { opinions, unseen, events } = tab.app.model.getState();
  expect([opinions, unseen]).toEqual([new Map([[7, 'like']]), new Set([3])]);
  expect(events.map(({ kind, place }) => [kind, place])).toEqual([
    ['like', 'rate'],
    ['unseen', 'rate'],
  ]);
  // What is up stays up.
  const { current: up, upcoming } = tab.app.rate.getState();
  expect([up, ...upcoming].slice(0, KEPT)).toEqual([12, 20, 31, 40]);
});

test('early films: lose no answer where the page ends before the public data come', async () => {
  const browser = newBrowser();
  const { tab } = slowTab(browser);
  await expect.poll(() => current(tab)).toBe(7);
  early(tab).judge('dislike');
  await tab.app.settled();
  tab.app.dispose();
  const next = await startTab(browser);
  expect(next.app.model.getState().opinions).toEqual(new Map([[7, 'dislike']]));
});

test('early films: are counted once where an answer is saved while the profile is being opened', async () => {
  const browser = newBrowser();
  const { tab, arrive } = slowTab(browser);
  await expect.poll(() => current(tab)).toBe(7);
  const { append } = tab.storage.log;
  let finish = () => {};
  tab.storage.log.append = async (...what) => {
    const appended = await append(...what);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return appended;
  };
  early(tab).judge('like');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const opened = arrive();
  await expect.poll(() => tab.app.model.getState().phase).toBe('ready');
  finish();
  await opened;
  await settle(tab);
  expect(tab.app.model.getState().events.map(({ movieId }) => movieId)).toEqual([idOf(7)]);
  expect(tab.app.model.getState().opinions).toEqual(new Map([[7, 'like']]));
});

test('early films: are those that were to be asked next when somebody comes back', async () => {
  const browser = newBrowser();
  const before = await startTab(browser, { firstFilms });
  for (const item of [1, 2]) before.app.model.getState().rate(item, 'like', AT_RATE);
  before.runTimers();
  before.hide();
  await settle(before);
  const { current: asked, upcoming } = before.app.rate.getState();
  const planned = [asked, ...upcoming].slice(0, KEPT);
  await expect
    .poll(async () => {
      const stored = await before.storage.plans.load(before.app.model.getState().profileId as string);
      return readPlan(stored).map(({ item }) => item);
    })
    .toEqual(planned);

  // Another tab answers the first of them, and has no time to plan anew.
  before.app.model.getState().rate(planned[0] as number, 'dislike', AT_RATE);
  await settle(before);
  before.app.dispose();
  const { tab, arrive } = slowTab(browser);
  await expect.poll(() => early(tab).films.map(({ item }) => item)).toEqual(planned.slice(1));
  await arrive();
  expect(tab.app.rate.getState().current).toBe(planned[1]);
});

test('early films: are handed over once, so that nobody else is asked for what stood there before', async () => {
  const browser = newBrowser();
  const { tab, arrive } = slowTab(browser);
  await expect.poll(() => current(tab)).toBe(7);
  await arrive();
  const { activeId } = tab.app.profiles.getState();
  for (const item of [7, 3, 12, 20, 31, 40]) tab.app.model.getState().rate(item, 'unseen', AT_RATE);
  await tab.app.profiles.getState().create('Ada');
  await tab.app.profiles.getState().switchTo(activeId as string);
  await settle(tab);
  tab.runTimers();
  expect(firstFilms.map(({ item }) => item)).not.toContain(tab.app.rate.getState().current);
});

test('early films: are not those of the app where other films are in use', async () => {
  const browser = newBrowser();
  const before = await startTab(browser);
  await chooseCatalogue(before.storage.settings, 'some-id');
  before.app.dispose();
  const { tab, arrive } = slowTab(browser);
  await arrive();
  // They would have stayed.
  expect(early(tab).films).toEqual([]);
});

test('plan: comes back as it was written, and counts for nothing where it is damaged or of another kind', () => {
  const films = firstFilms.slice(0, KEPT);
  const written = writePlan(films);
  expect(readPlan(written)).toEqual(films);
  const damaged = written.slice();
  damaged[damaged.length - 1] ^= 1;
  for (const other of [damaged, written.slice(0, 20), undefined, 'films', {}, new Uint8Array(3)])
    expect(readPlan(other)).toEqual([]);
});
