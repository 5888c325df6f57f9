import { afterEach, expect, test } from 'vitest';
import { worksInMemory } from './refusals';
import { events, goTo, judge, opinions, rawStorage, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

declare global {
  interface Window {
    /** Set: the browser lets the page store after all. */
    storageAllowed?: boolean;
  }
}

let visitor: Visitor;
afterEach(() => visitor.leave());

test('without storage the app works in memory, promises nothing else, and keeps all once it may', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (this: IDBFactory, ...name) {
      if (!window.storageAllowed && !sessionStorage.getItem('allowed')) {
        throw new DOMException('The user denied permission to access the database.', 'SecurityError');
      }
      return open.apply(this, name);
    };
  });
  const { page } = visitor;
  await visitor.open();
  await worksInMemory(page);
  await page.getByText('is gone when you close it').waitFor();

  await goTo(page, 'My model');
  await page.getByText('It cannot be changed here').waitFor();
  expect(await page.getByRole('radio', { name: 'Facts alone' }).count()).toBe(0);
  expect(await page.getByText('saved on this device').count()).toBe(0);
  await page.getByRole('link', { name: 'About' }).click();
  await page.getByText('nothing is kept when you close it').waitFor();

  const badge = page.getByRole('button', { name: 'Not kept' });
  const retry = page.getByRole('button', { name: 'Retry' });
  await badge.click();
  await retry.click();
  await page.getByText('Leave private browsing or allow site data, then press Retry.').waitFor();
  const said = await opinions(page);
  expect(said).toHaveLength(2);

  await page.evaluate(() => {
    window.storageAllowed = true;
    sessionStorage.setItem('allowed', 'yes');
  });
  await retry.click();
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  await ready(page);
  expect((await opinions(page)).sort()).toEqual(said.sort());
  await goTo(page, 'Rate');
  await judge(page, 'Like');
  await settle(page);
  const ids = (await events(page)).map(({ id }) => id);
  const stored = await rawStorage(page);
  expect(stored.events.map((row) => (row as { id: string }).id)).toEqual(ids);
  expect(stored.profiles).toHaveLength(1);
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toHaveLength(3);
  expect(visitor.errors).toEqual([]);
});

test('leaving asks first where what was done would be lost', async () => {
  visitor = await newVisitor();
  await visitor.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  const { page } = visitor;
  await visitor.open();
  await ready(page);
  await judge(page, 'Like');
  const asked = page.waitForEvent('dialog');
  const reloading = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  // A browser may never close what it is about to load anew.
  await reloading;
});

test('features that throw when they are named are done without', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    const refuse = (holder: object, name: string) =>
      Object.defineProperty(holder, name, {
        get() {
          throw new DOMException(`${name} is refused.`, 'SecurityError');
        },
        configurable: true,
      });
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches', 'BroadcastChannel']) {
      refuse(window, name);
    }
    for (const name of ['serviceWorker', 'storage', 'locks', 'clipboard']) refuse(navigator, name);
  });
  const { page } = visitor;
  await visitor.open();
  await worksInMemory(page);
  await page.goto(`${page.url().split('#')[0]}#/compare`);
  await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor();
  expect(visitor.errors).toEqual([]);
});
