import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { events, newPerson, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

const fixture = (name: string) => readFileSync(join(ROOT, 'test/fixtures/imports', name));
const LETTERBOXD = {
  name: 'letterboxd-ann.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync({
      'ratings.csv': fixture('letterboxd/ratings.csv'),
      'watched.csv': fixture('letterboxd/watched.csv'),
      'diary.csv': fixture('letterboxd/diary.csv'),
      'profile.csv': new TextEncoder().encode('Username\nann\n'),
    }),
  ),
};
const IMDB = { name: 'ratings.csv', mimeType: 'text/csv', buffer: fixture('imdb/ratings-2024.csv') };

let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await newVisitor({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
beforeEach(() => newPerson(page));
afterAll(() => visitor.leave());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 2, name });
const goToImport = async () => {
  await page.evaluate(() => {
    window.location.hash = '#/your-data/import';
  });
  await page.getByRole('heading', { level: 1, name: 'Bring your ratings' }).waitFor();
};

/** Goes on with Tab until a control of that name has the focus, and presses Enter on it. */
async function pressByKeys(name: RegExp, key = 'Enter'): Promise<void> {
  for (let tabs = 0; tabs < 150; tabs++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return page.keyboard.press(key);
  }
  throw new Error(`Nothing called ${name} can be reached with the Tab key.`);
}

/** Picks files by keys, as the device's own choice does. */
async function pick(file: typeof IMDB): Promise<void> {
  const [choosing] = await Promise.all([page.waitForEvent('filechooser'), pressByKeys(/^Choose files$/)]);
  await choosing.setFiles(file);
  await heading('What was found').waitFor();
}

/** Whether the model is, byte for byte, what the log stored so far makes. */
async function isFoldOfLog(): Promise<boolean | undefined> {
  await settle(page);
  return page.evaluate(async () => (await window.weightless.model.getState().check())?.identical);
}
const bytes = () => page.evaluate(() => [...window.weightless.model.getState().stateBytes()]);
const width = () => page.evaluate(() => document.documentElement.scrollWidth);

test('import: brings a zip of Letterboxd by keys alone, takes it back, brings it again and keeps it', async () => {
  const empty = await bytes();
  await goToImport();
  await pick(LETTERBOXD);
  expect(await width()).toBeLessThanOrEqual(390);
  // The heading of the new step has the focus: Tab goes on from there.
  await pressByKeys(/^Add \d+ films?$/);
  await heading(/^Added \d+ films?$/).waitFor();
  const added = await bytes();
  expect(added).not.toEqual(empty);
  expect(await isFoldOfLog()).toBe(true);
  const log = await events(page);
  expect(log.length).toBeGreaterThan(20);
  expect(new Set(log.map(({ batch }) => batch)).size).toBe(1);
  expect(log.every(({ place, origin }) => place === 'import' && origin === 'letterboxd')).toBe(true);

  await pressByKeys(/^Undo$/);
  await heading('What was found').waitFor();
  expect(await bytes()).toEqual(empty);
  expect(await isFoldOfLog()).toBe(true);
  await pressByKeys(/^Add \d+ films? again$/);
  await heading(/^Added/).waitFor();
  expect(await bytes()).toEqual(added);

  await settle(page);
  await page.reload();
  await ready(page);
  expect(await bytes()).toEqual(added);
  expect(await isFoldOfLog()).toBe(true);
  await goToImport();
  await pick(LETTERBOXD);
  await page.getByText('Nothing new: all of it stands here already.').waitFor();
  await pressByKeys(/^Choose other files$/);
  expect(visitor.errors).toEqual([]);
});

test('import: brings ratings of IMDb by keys alone, with thresholds moved by the arrow keys', async () => {
  await goToImport();
  await pick(IMDB);
  const before = await page.getByText(/^To add: /).textContent();
  await pressByKeys(/^Like from$/, 'ArrowRight');
  await soon(() => page.getByText(/^To add: /).textContent()).not.toBe(before);
  await pressByKeys(/^Add \d+ films?$/);
  await heading(/^Added/).waitFor();
  const log = await events(page);
  expect(log.length).toBeGreaterThan(0);
  expect(log.every(({ origin }) => origin === 'imdb')).toBe(true);
  expect(await isFoldOfLog()).toBe(true);
  expect(visitor.errors).toEqual([]);
});
