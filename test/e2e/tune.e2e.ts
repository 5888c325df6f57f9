import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { still } from '../states/state';
import { violationsOn } from './axe';
import {
  events,
  filmList,
  findFilm,
  goTo,
  listOf,
  newPerson,
  ready,
  settle,
  soon,
  stateHash,
} from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
beforeEach(async () => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await newPerson(page);
  for (const title of ['Alien', 'Jaws']) {
    await findFilm(page, title, title);
    await page.keyboard.press('l');
  }
  await goTo(page, 'For you');
});
afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.leave();
});

const panel = () => page.getByRole('region', { name: 'Tune this list' });
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
async function openTuning(): Promise<void> {
  await page.getByRole('button', { name: /^Tune/ }).click();
  await panel().getByRole('heading', { name: 'What fits tonight' }).waitFor();
}

/** Of the films listed, best first: genres, years, minutes and languages. */
const facts = () =>
  page.evaluate(() => {
    const { model, session } = window.weightless;
    const { status } = session.getState();
    if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
    const { genres, year, runtime, language, languages } = status.library.catalogue;
    return model.getState().recommendations.map(({ item }) => ({
      horror: ((genres[item] >>> 10) & 1) === 1,
      year: year[item],
      minutes: runtime[item],
      language: languages[language[item]],
    }));
  });

/** The list with its scores, and what was learned. */
const everything = async () => ({
  list: await listOf(page, 'whole'),
  scores: await page.evaluate(() =>
    window.weightless.model.getState().recommendations.map(({ item, score }) => [item, score]),
  ),
  hash: await stateHash(page),
});

test('dial: brings better known films and films more like one’s own, and words where figure and order differ', async () => {
  const dial = page.getByRole('slider');
  const fame = () =>
    page.evaluate(() => {
      const { model, session } = window.weightless;
      const { status } = session.getState();
      if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
      const { ratings } = status.library.effects;
      const films = model.getState().recommendations;
      return films.reduce((sum, { item }) => sum + ratings[item], 0) / films.length;
    });
  const before = await everything();
  const known = await fame();
  await dial.focus();
  await page.keyboard.press('Home');
  const better = await everything();
  expect(await fame()).toBeGreaterThan(known);
  expect(better.hash).toEqual(before.hash);
  await page.keyboard.press('End');
  await listOf(page, 'whole');
  expect(await fame()).toBeLessThan(known);

  const lifted = await page.evaluate(() =>
    window.weightless.model
      .getState()
      .recommendations.slice(0, 50)
      .map(({ liftedBy }) => liftedBy),
  );
  const rows = await filmList(page).locator(':scope > li').allInnerTexts();
  const words = rows.map(
    (row) => /well known|like yours|from a series you like|as you tuned/.exec(row)?.[0] ?? null,
  );
  const called = {
    known: 'well known',
    clicks: 'like yours',
    series: 'from a series you like',
    tuned: 'as you tuned',
  };
  expect(words).toEqual(lifted.map((name) => name && called[name]));
  expect(new Set(words).size).toBeGreaterThan(1);
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
  expect(await everything()).toEqual(before);
});

test('tune: takes a genre out at once and over a reload when it is never wanted, and gives the list back exactly when reset', async () => {
  const before = await everything();
  const clicks = (await events(page)).length;
  expect((await facts()).some(({ horror }) => horror)).toBe(true);
  await openTuning();
  await press('Less Horror');
  await press('Never Horror');
  await page.getByText(/^Tuned\. \d+ films? left the list, \d+ came in\.$/).waitFor();
  const muted = await everything();
  expect(muted.list).not.toEqual(before.list);
  expect((await facts()).some(({ horror }) => horror)).toBe(false);
  expect(muted.hash).toEqual(before.hash);

  await settle(page);
  await page.reload();
  await ready(page);
  expect(await everything()).toEqual(muted);
  await page.getByRole('button', { name: 'Tune · 1' }).waitFor();
  await openTuning();
  await panel().getByText('never', { exact: true }).waitFor();
  await press('Reset all');
  expect(await everything()).toEqual(before);
  await settle(page);
  await page.reload();
  await ready(page);
  expect(await everything()).toEqual(before);
  expect(await events(page)).toHaveLength(clicks);
});

test('tune: leaves only what fits when tonight has limits', async () => {
  await openTuning();
  const tonight = panel().getByRole('region', { name: 'What fits tonight' });
  await tonight.getByLabel('At most').selectOption('100 minutes');
  await tonight.getByLabel('From', { exact: true }).selectOption('1970');
  await tonight.getByLabel('To', { exact: true }).selectOption('1995');
  await tonight.getByLabel('In', { exact: true }).selectOption('French');
  await soon(async () => (await facts()).every(({ language }) => language === 'fr')).toBe(true);
  const listed = await facts();
  expect(listed.length).toBeGreaterThan(0);
  for (const { year, minutes } of listed) {
    expect(year).toBeGreaterThanOrEqual(1970);
    expect(year).toBeLessThanOrEqual(1995);
    expect(minutes).toBeLessThanOrEqual(100);
  }
  // Films behind others of their series fit as well.
  const fitting = await page.evaluate(() =>
    window.weightless.model
      .getState()
      .recommendations.reduce((sum, { folded }) => sum + 1 + folded.length, 0),
  );
  await page.getByText(new RegExp(`; ${fitting} films fit\\.$`)).waitFor();

  await tonight.getByLabel('In', { exact: true }).selectOption('Danish');
  await tonight.getByLabel('At most').selectOption('80 minutes');
  await page.getByRole('heading', { name: 'No film fits' }).waitFor();
  await tonight.getByRole('button', { name: 'Reset: What fits tonight' }).click();
  await soon(async () => (await facts()).length).toBe(60);
});

test('tune: belongs to one person, and leaves nothing behind when that person is removed', async () => {
  await openTuning();
  await press('Less Horror');
  await settle(page);
  const keys = () =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('weightless');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const all = db.transaction('settings').objectStore('settings').getAllKeys();
      const found = await new Promise<IDBValidKey[]>((done) => {
        all.onsuccess = () => done(all.result);
      });
      db.close();
      return found.map(String);
    });
  const id = await page.evaluate(() => window.weightless.profiles.getState().activeId);
  expect(await keys()).toContain(`tuning:${id}`);
  await newPerson(page);
  expect(await page.evaluate(() => window.weightless.tuning.getState().tuning.leanings)).toEqual([]);
  await page.evaluate((person) => window.weightless.profiles.getState().remove(person ?? ''), id);
  expect(await keys()).not.toContain(`tuning:${id}`);
});

test('tune: gives axe nothing to find when it is open beside a what-if, in daylight and in the dark, on a phone and on a desktop', async () => {
  await openTuning();
  await press('Less Horror');
  await press('More 1980s');
  await press('Less Drama');
  await press('Never Drama');
  await page.getByRole('button', { name: /^Why / }).first().click();
  await page
    .getByRole('button', { name: /^What if I had not/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Remove it' }).waitFor();
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ]) {
      await page.setViewportSize({ width, height });
      await still(page);
      for (const line of await violationsOn(page)) found.push(`${colorScheme}, ${width}: ${line}`);
    }
  }
  expect(found).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
