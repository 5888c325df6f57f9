import type { Page } from 'playwright';
import { afterEach, expect, inject, test } from 'vitest';
import { judge, opinions, ready } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

const FILM_DATA = '**/data/films.bin';
const late = (page: Page) => page.getByRole('alert').filter({ hasText: 'This takes longer than usual' });
const saving = (page: Page) => page.getByRole('button', { name: 'Nothing to save', exact: true });
const goWithout = (page: Page) => page.getByRole('button', { name: 'Go on without saved ratings' });

/** A page of the origin without the app, for looking after its database. */
async function beside(): Promise<Page> {
  const page = await visitor.context.newPage();
  await page.goto(new URL('icon.svg', inject('baseUrl')).href);
  return page;
}

test('a database that never opens is told of, and the app goes on without it', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    // A request that nobody ever answers.
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  const { page } = visitor;
  await visitor.open();
  await late(page).getByText('has not opened its storage yet').waitFor();
  await goWithout(page).click();
  await ready(page);
  await judge(page, 'Like');
  expect(await opinions(page)).toHaveLength(1);
  const badge = page.getByRole('button', { name: 'Not kept' });
  await badge.click();
  await page.getByText('this page goes on without what is saved').waitFor();
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByText('could not reach its storage').waitFor();
  await ready(page);
  expect(await opinions(page)).toHaveLength(1);
});

test('ratings that are never read are told of, and the app goes on without them', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    const { getAll } = IDBIndex.prototype;
    const { openCursor } = IDBIndex.prototype;
    const stuck = (index: IDBIndex) => index.objectStore.name === 'events';
    IDBIndex.prototype.getAll = function (this: IDBIndex, ...query) {
      return stuck(this) ? (new EventTarget() as IDBRequest) : getAll.apply(this, query);
    };
    IDBIndex.prototype.openCursor = function (this: IDBIndex, ...query) {
      return stuck(this) ? (new EventTarget() as IDBRequest) : openCursor.apply(this, query);
    };
  });
  const { page } = visitor;
  await visitor.open();
  await late(page).getByText('Your ratings have not been read yet').waitFor();
  await goWithout(page).click();
  await ready(page);
  await judge(page, 'Like');
  await page.getByRole('button', { name: 'Not kept' }).waitFor();
});

test('films that never arrive are told of, and trying again helps', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  const { page } = visitor;
  let asked = 0;
  await page.route(FILM_DATA, (route) => (asked++ === 0 ? undefined : route.continue()));
  await visitor.open();
  await late(page).getByText('The films have not arrived yet').waitFor();
  expect(await goWithout(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
  await saving(page).waitFor();
});

test('a database of a newer version is left as it is, and the app says so and goes on without it', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  const other = await beside();
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('weightless', 40);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('profiles', { keyPath: 'id' }).add({ id: 'p', title: 'Ada' });
          opening.result.createObjectStore('verdicts', { autoIncrement: true }).add({ film: 1 });
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  const { page } = visitor;
  await visitor.open();
  await page.getByText('Your ratings were saved by a newer version of Weightless').waitFor();
  await goWithout(page).click();
  await ready(page);
  await judge(page, 'Like');
  await page.getByRole('button', { name: 'Not kept' }).click();
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByText('saved by a newer version').waitFor();
  await page.close({ runBeforeUnload: false });
  const found = await other.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('weightless');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const { version, objectStoreNames } = opening.result;
          const reading = opening.result.transaction('profiles').objectStore('profiles').getAll();
          reading.onsuccess = () => resolve({ version, names: [...objectStoreNames], rows: reading.result });
        };
      }),
  );
  expect(found).toEqual({ version: 40, names: ['profiles', 'verdicts'], rows: [{ id: 'p', title: 'Ada' }] });
});

test('an older tab that holds the database is named, and closing it is enough', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  const older = await beside();
  await older.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('weightless', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => resolve();
      }),
  );
  const { page } = visitor;
  await visitor.open();
  await page.getByText('Close that tab to go on').waitFor();
  await late(page).waitFor();
  await older.close();
  await ready(page);
  await saving(page).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
