import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, badge, clearSiteData, click, ids, isKept, notice, storedIds } from './saved-steps';
import { goTo, ready, settle, soon, stateHash } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeEach(async () => {
  visitor = await newVisitor({ serviceWorkers: 'allow', reducedMotion: 'reduce' });
  page = visitor.page;
  await visitor.open();
  await ready(page);
});
afterEach(() => visitor.leave());

/** Rates three films, saved. */
async function rateThree(): Promise<void> {
  for (const kind of ['Like', 'Dislike', 'Like'] as const) await click(page, kind);
  await settle(page);
  await badge(page, 'Saved').waitFor();
}

async function anotherTab(): Promise<Page> {
  const other = await visitor.context.newPage();
  await other.goto(page.url());
  await ready(other);
  return other;
}

const deleteDatabase = (where: Page) =>
  where.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase('weightless');
        request.onsuccess = () => resolve('deleted');
        request.onblocked = () => resolve('blocked');
        request.onerror = () => resolve('failed');
      }),
  );

/** Takes rows away behind the page: the database stays, with the page's connection to it. */
const emptyTables = (where: Page, tables: readonly string[]) =>
  where.evaluate(
    (names) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('weightless');
        opening.onsuccess = () => {
          const work = opening.result.transaction([...names], 'readwrite');
          for (const name of names) work.objectStore(name).clear();
          work.onabort = () => reject(work.error);
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    tables,
  );

test('site data cleared while the page is open: says so, keeps the clicks, and writes the whole log again', async () => {
  await page.evaluate(() => window.weightless.moods.getState().create('Rainy day'));
  await rateThree();
  await page.evaluate(() => window.weightless.tuning.getState().setAdventure(2));
  await settle(page);
  const before = await stateHash(page);
  await clearSiteData(page);
  await notice(page).getByText('Your saved ratings are gone').waitFor();
  await badge(page, 'Not saved').waitFor();

  await goTo(page, 'Rate');
  await click(page, 'Dislike');
  await badge(page, 'Not saved').waitFor();
  await page.evaluate(() =>
    window.weightless.model.getState().undo({ place: 'rate', predictionVisible: false }),
  );
  expect(await ids(page)).toHaveLength(5);
  expect(await storedIds(page)).toEqual([]);
  const wanted = await ids(page);
  await answer(page, 'Write my ratings again');
  await isKept(page, wanted);
  expect(await stateHash(page)).toEqual(before);
  const { moods, adventure } = await page.evaluate(() => ({
    moods: window.weightless.moods.getState().list.map(({ name }) => name),
    adventure: window.weightless.tuning.getState().tuning.adventure,
  }));
  expect({ moods, adventure }).toEqual({ moods: ['Rainy day'], adventure: 2 });
});

test('site data cleared before anything was said: nothing is gone, so nothing is said, and the next click is saved', async () => {
  await badge(page, 'Nothing to save').waitFor();
  await clearSiteData(page);
  await click(page, 'Like');
  await badge(page, 'Saved').waitFor();
  await isKept(page, await ids(page));
});

test('database deleted from another tab: true words, and a way out that works', async () => {
  await rateThree();
  const wanted = await ids(page);
  const other = await visitor.context.newPage();
  await other.goto(new URL('icon.svg', page.url()).href);
  expect(await deleteDatabase(other)).toBe('deleted');
  await notice(page).getByText('Your saved ratings are gone').waitFor();
  expect(await page.getByText('was updated in another tab').count()).toBe(0);
  await click(page, 'Like');
  await badge(page, 'Not saved').waitFor();
  wanted.push((await ids(page))[3]);
  await answer(page, 'Write my ratings again');
  await isKept(page, wanted);
});

test('two tabs whose database was deleted: one writes the log again, the other goes on with it', async () => {
  await rateThree();
  const other = await anotherTab();
  const wanted = await ids(page);
  const third = await visitor.context.newPage();
  await third.goto(new URL('icon.svg', page.url()).href);
  expect(await deleteDatabase(third)).toBe('deleted');
  for (const tab of [page, other]) await notice(tab).getByText('Your saved ratings are gone').waitFor();
  await answer(page, 'Write my ratings again');
  await badge(page, 'Saved').waitFor();
  await notice(other).waitFor({ state: 'detached' });
  await click(other, 'Like');
  await badge(other, 'Saved').waitFor();
  await soon(() => ids(page)).toHaveLength(4);
  await isKept(other, [...wanted, (await ids(page))[3]]);
});

test('all rows taken away behind the page: noticed at the next click, which is kept with the rest', async () => {
  await rateThree();
  await emptyTables(page, ['profiles', 'events', 'snapshots', 'settings']);
  await click(page, 'Like');
  await notice(page).getByText('Your saved ratings are gone').waitFor();
  await badge(page, 'Not saved').waitFor();
  const wanted = await ids(page);
  expect(wanted).toHaveLength(4);
  await answer(page, 'Write my ratings again');
  await isKept(page, wanted);
});

test('all rows taken away behind the page: noticed when the page is shown again', async () => {
  await rateThree();
  await emptyTables(page, ['profiles', 'events', 'snapshots', 'settings']);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await notice(page).getByText('Your saved ratings are gone').waitFor();
  expect((await ids(page)).length).toBe(3);
});

test('everything gone: another person cannot be opened over the log that only the page holds', async () => {
  await rateThree();
  const first = await page.evaluate(async () => {
    const { profiles } = window.weightless;
    const id = profiles.getState().activeId as string;
    await profiles.getState().create('Ada');
    await profiles.getState().switchTo(id);
    return id;
  });
  await ready(page);
  const wanted = await ids(page);
  await clearSiteData(page);
  await notice(page).getByText('Ratings of the other people here are not on this page.').waitFor();
  const refusal = await page.evaluate(async (own) => {
    const { list, switchTo } = window.weightless.profiles.getState();
    return switchTo(list.find(({ id }) => id !== own)?.id as string);
  }, first);
  expect(refusal).toContain('was deleted');
  expect(await ids(page)).toEqual(wanted);
  await answer(page, 'Write my ratings again');
  await isKept(page, wanted);
});

test('the only person and all that was said taken away, and nothing else: the next click says so and is kept', async () => {
  await rateThree();
  await emptyTables(page, ['profiles', 'events']);
  await click(page, 'Like');
  await notice(page).getByText('Your saved ratings are gone').waitFor();
  const wanted = await ids(page);
  await answer(page, 'Write my ratings again');
  await isKept(page, wanted);
});
