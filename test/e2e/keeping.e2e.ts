import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { judge, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

/** Likes so many films without the screen. @param from the first one's place in the catalogue */
const likeMany = (page: Page, from: number, many: number) =>
  page.evaluate(
    async ([from, many]) => {
      const { model, settled } = window.weightless;
      for (let n = 0; n < many; n++)
        model.getState().rate(from + n, 'like', { place: 'rate', predictionVisible: false });
      await settled();
    },
    [from, many],
  );

declare global {
  interface Window {
    /** How often the browser was asked to keep what is stored. */
    askedToKeep: number;
  }
}

const asked = (page: Page) => page.evaluate(() => window.askedToKeep);

test('keeping: the browser is asked once, after the first dozen clicks', async () => {
  visitor = await newVisitor();
  await visitor.context.addInitScript(() => {
    window.askedToKeep = 0;
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => {
      window.askedToKeep++;
      return false;
    };
  });
  const { page } = visitor;
  await visitor.open();
  await ready(page);
  await likeMany(page, 100, 11);
  expect(await asked(page)).toBe(0);
  await judge(page, 'Like');
  await soon(() => asked(page)).toBe(1);
  await settle(page);
  await page.reload();
  await ready(page);
  await judge(page, 'Like');
  await settle(page);
  expect(await asked(page)).toBe(0);
});

test('keeping: a person is reminded of a backup after a hundred clicks, not on and on, and not once there is one', async () => {
  visitor = await newVisitor();
  const { page } = visitor;
  const reminder = page.getByText(/clicks are saved in this browser alone/);
  await visitor.open();
  await ready(page);
  await likeMany(page, 100, 99);
  expect(await reminder.count()).toBe(0);
  await likeMany(page, 300, 1);
  await page.getByText(/^100 clicks are saved in this browser alone/).waitFor();
  await page.getByRole('button', { name: 'Later' }).click();
  await reminder.waitFor({ state: 'detached' });
  await page.reload();
  await ready(page);
  await likeMany(page, 400, 99);
  expect(await reminder.count()).toBe(0);
  await likeMany(page, 600, 1);
  await page.getByText(/^200 clicks are saved in this browser alone/).waitFor();
  await page.getByRole('link', { name: 'Save a copy' }).click();
  await page.getByText('Last backup: never.').waitFor();
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  await page.getByText(/^Last backup: today, with 200 clicks\.$/).waitFor();
  await page.getByRole('link', { name: 'My ratings' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'My ratings' }).waitFor();
  await settle(page);
  expect(await reminder.count()).toBe(0);
});
