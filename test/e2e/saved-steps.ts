import type { Page } from 'playwright';
import { expect } from 'vitest';
import { events, filmToJudge, inView, ready, soon, titleShown } from './screens';

/** What stands where the page says how far saving has come. */
export const badge = (page: Page, word: 'Saved' | 'Not saved' | 'Nothing to save' | 'Saving takes long') =>
  page.getByRole('button', { name: word, exact: true });

export const notice = (page: Page) => page.getByRole('alert');

/** Presses a button of the notice. */
export const answer = (page: Page, name: 'Retry' | 'Write my ratings again' | 'Reload') =>
  notice(page).getByRole('button', { name, exact: true }).click();

/** Judges the film that is up, without waiting for anything to be saved. */
export async function click(page: Page, kind: 'Like' | 'Dislike'): Promise<void> {
  await inView(page);
  const title = await titleShown(page);
  await filmToJudge(page).getByRole('button', { name: kind, exact: true }).click();
  await soon(() => titleShown(page)).not.toBe(title);
}

/** Ids of the events on the page, in order. */
export const ids = async (page: Page) => (await events(page)).map(({ id }) => id);

/** Ids of the active person's events in the database, in order of rows. */
export const storedIds = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('weightless');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('events')) return resolve([]);
          const { profileId } = window.weightless.model.getState();
          const reading = db.transaction('events').objectStore('events').getAll();
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result.filter((row) => row.profileId === profileId).map((row) => String(row.id)));
          };
        };
      }),
  );

/** What the person said is on the page, in the database once each, and there after a reload. */
export async function isKept(page: Page, wanted: readonly string[]): Promise<void> {
  await badge(page, 'Saved').waitFor();
  expect(await notice(page).count()).toBe(0);
  expect(await ids(page)).toEqual(wanted);
  expect(await storedIds(page)).toEqual(wanted);
  await page.reload();
  await ready(page);
  expect(await ids(page)).toEqual(wanted);
  await badge(page, 'Saved').waitFor();
}

/** What the browser does when somebody clears the data of this site. */
export async function clearSiteData(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  });
  await session.detach();
}
