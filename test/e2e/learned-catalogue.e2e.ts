import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallFolder } from '../worker/learn-in-process';
import { violationsEverywhere } from './axe';
import { newcomers } from './newcomers';
import { findFilm, opinions, ready, settle, shots, soon } from './screens';
import { newReturningVisitor } from './visitor';

/** A film that the bundled catalogue lacks. */
const NEWER = { id: 900_001, title: 'Zhqx Rising', year: 2031 };

/** A made-up MovieLens folder whose people all liked a film of the future. */
function folderOf(people: number): Record<string, string> {
  const { 'movies.csv': movies, 'ratings.csv': ratings } = smallFolder(people);
  const users = new Set(
    ratings
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[0]),
  );
  const own = [...users].map((user, n) => `${user},${NEWER.id},${n % 4 ? 4.5 : 2},1500000000`);
  return {
    'movies.csv': `${movies}${NEWER.id},${NEWER.title} (${NEWER.year}),Comedy|Sci-Fi\n`,
    'ratings.csv': `${ratings}${own.join('\n')}\n`,
  };
}

let folders: string;
beforeAll(async () => {
  folders = await mkdtemp(join(tmpdir(), 'weightless-folders-'));
});
afterAll(() => rm(folders, { recursive: true, force: true }));
/** Writes a folder to the disk, to be picked. */
async function onDisk(name: string, contents: Record<string, string>): Promise<string> {
  const folder = join(folders, name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(contents)) await writeFile(join(folder, file), text);
  return folder;
}

const newcomer = newcomers(newReturningVisitor);
const goTo = (page: Page, route: string) =>
  page.evaluate((to) => {
    window.location.hash = `#${to}`;
  }, route);
const films = (page: Page) => page.getByRole('region', { name: 'The films' });
const yourData = async (page: Page) => {
  await goTo(page, '/your-data');
  await films(page).getByRole('button', { name: 'Choose a folder' }).waitFor();
};
const learned = (page: Page) => films(page).getByRole('region', { name: 'The learned catalogue' });
const pick = (page: Page, folder: string) =>
  page.getByLabel('MovieLens folder', { exact: true }).setInputFiles(folder);
const drop = async (page: Page, contents: Record<string, string>) => {
  const inner = Object.entries(contents).map(([name, text]) => [`ml/${name}`, strToU8(text)] as const);
  const bytes = Buffer.from(zipSync(Object.fromEntries(inner))).toString('base64');
  const transfer = await page.evaluateHandle((base64) => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'ml-dropped.zip'));
    return held;
  }, bytes);
  await films(page)
    .getByRole('region', { name: 'A MovieLens folder or zip file' })
    .dispatchEvent('drop', { dataTransfer: transfer });
};
const stateBytes = (page: Page) =>
  page.evaluate(() => [...window.weightless.model.getState().stateBytes()].join(' '));
const rateSome = (page: Page) =>
  page.evaluate(async () => {
    const { model, settled } = window.weightless;
    const site = { place: 'rate', predictionVisible: false } as const;
    for (let n = 0; n < 20; n++) model.getState().rate(3 * n, n % 3 ? 'like' : 'dislike', site);
    await settled();
  });
/** Notes all that is said of the learning from now on. */
const noteProgress = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('[aria-label="Learning a catalogue"] p')?.textContent;
      if (text) seen.add(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
const noted = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen].join('\n'));
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test('a folder: is learned, kept and used; what was said of a film that only it has waits, and comes back', async () => {
  const { page } = await newcomer();
  await rateSome(page);
  const [before, said] = [await stateBytes(page), await opinions(page)];
  await yourData(page);
  await shots(page, 'films-bundled');
  expect(await violationsEverywhere(page, 'Your data')).toEqual([]);
  await noteProgress(page);
  await pick(page, await onDisk('ml-made-up', folderOf(300)));
  await films(page).getByRole('progressbar', { name: 'Learning a catalogue' }).waitFor({ state: 'attached' });
  await shots(page, 'films-learning');
  await learned(page)
    .getByText(/ml-made-up is learned: 61 films, from 300 people/)
    .waitFor();
  expect(await noted(page)).toMatch(/\d\s%/);
  expect(await noted(page)).toMatch(/about \d+ (seconds|minutes) left/);
  await learned(page).getByText('It is kept in this browser.').waitFor();
  await shots(page, 'films-learned');
  expect(await violationsEverywhere(page, 'a learned catalogue')).toEqual([]);
  expect(await stateBytes(page)).toBe(before);

  await learned(page).getByRole('button', { name: 'Use it' }).click();
  await films(page).getByText('You now use ml-made-up.').waitFor();
  await learned(page).waitFor({ state: 'detached' });
  await soon(() => focusedText(page)).toBe('You now use ml-made-up.');
  await shots(page, 'films-in-use');
  expect(await violationsEverywhere(page, 'a catalogue in use')).toEqual([]);

  await goTo(page, '/rate');
  await findFilm(page, 'zhqx', NEWER.title);
  await page.keyboard.press('l');
  await settle(page);
  const after = await stateBytes(page);
  const saidThen = await opinions(page);
  await page.getByRole('searchbox').fill('no such film');
  await page.getByText('The films here end in 2031.').waitFor();
  await shots(page, 'search-empty');
  await page.keyboard.press('Escape');
  await goTo(page, '/for-you');
  await page.getByRole('button', { name: 'Tune' }).click();
  await page.getByText('Running times are not known of these films.').waitFor();
  await shots(page, 'tune');
  expect(await violationsEverywhere(page, 'Tune without facts')).toEqual([]);

  await yourData(page);
  await films(page).getByRole('button', { name: 'Use MovieLens latest-small (2016)' }).click();
  await films(page).getByText('You now use the films that come with Weightless.').waitFor();
  expect(await stateBytes(page)).toBe(before);
  expect(await opinions(page)).toEqual(said);
  await goTo(page, '/my-ratings');
  await page.getByText(/One film that you judged is not among the films in use/).waitFor();
  await shots(page, 'waiting');

  await yourData(page);
  await films(page).getByRole('button', { name: 'Use ml-made-up' }).click();
  await films(page).getByText('You now use ml-made-up.').waitFor();
  expect(await stateBytes(page)).toBe(after);
  expect(await opinions(page)).toEqual(saidThen);

  await films(page).getByRole('button', { name: 'Remove ml-made-up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove ml-made-up?' });
  await dialog.getByText('What you said of films stays').waitFor();
  await shots(page, 'remove');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await dialog.waitFor({ state: 'detached' });
  await soon(() => focusedText(page)).toBe('Remove');
  await films(page).getByRole('button', { name: 'Remove ml-made-up' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await films(page).getByText('The films are removed.').waitFor();
  await soon(() => focusedText(page)).toContain('The films are removed.');
  expect(await films(page).getByRole('list', { name: 'Films to choose from' }).count()).toBe(0);
  expect(await stateBytes(page)).toBe(before);
});

test('a dropped zip file: is refused with a sentence when it is none, and waits where there is no room for it', async () => {
  const { page } = await newcomer();
  await rateSome(page);
  const before = await stateBytes(page);
  await yourData(page);
  const alert = films(page).getByRole('alert');
  await drop(page, { 'notes.txt': 'nothing' });
  await alert.getByText('The catalogue in use stays in use.').waitFor();
  await shots(page, 'films-refused');
  expect(await violationsEverywhere(page, 'a refused folder')).toEqual([]);
  await drop(page, folderOf(5));
  await alert.getByText(/Only 5 people have two ratings or more here/).waitFor();

  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    Object.assign(window, { full: true });
    IDBObjectStore.prototype.add = function refuse(...args) {
      const { full } = window as unknown as { full: boolean };
      if (full && this.name === 'catalogues') throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, args);
    };
  });
  await drop(page, folderOf(40));
  await alert
    .getByText(/has no room for these films.*The catalogue in use stays in use\./)
    .first()
    .waitFor();
  expect(
    await films(page)
      .getByText(/has no room/)
      .count(),
  ).toBe(1);
  await shots(page, 'films-full');
  await page.evaluate(() => Object.assign(window, { full: false }));
  await alert.getByRole('button', { name: 'Try again' }).click();
  await learned(page).getByText('It is kept in this browser.').waitFor();
  expect(await stateBytes(page)).toBe(before);
});

test('learning: asks before the page is left, ends with the tab, and with everything that is erased', async () => {
  const visitor = await newcomer();
  const folder = await onDisk('ml-large', folderOf(3000));
  const bar = () =>
    films(visitor.page)
      .getByRole('progressbar', { name: 'Learning a catalogue' })
      .waitFor({ state: 'attached' });
  await yourData(visitor.page);
  await pick(visitor.page, folder);
  await bar();
  const asked = new Promise<string>((resolve) =>
    visitor.page.once('dialog', (dialog) => {
      resolve(dialog.type());
      dialog.dismiss();
    }),
  );
  await films(visitor.page).getByText('Nothing is uploaded').count();
  await visitor.page.getByRole('heading', { level: 1 }).click();
  await visitor.page.close({ runBeforeUnload: true });
  expect(await asked).toBe('beforeunload');

  await visitor.restart();
  await ready(visitor.page);
  await yourData(visitor.page);
  const list = () => films(visitor.page).getByRole('list', { name: 'Films to choose from' }).count();
  expect(await list()).toBe(0);
  await pick(visitor.page, folder);
  await bar();
  await visitor.page.getByRole('button', { name: 'Erase everything…' }).click();
  const loaded = visitor.page.waitForEvent('load');
  await visitor.page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await loaded;
  await ready(visitor.page);
  await yourData(visitor.page);
  expect(await list()).toBe(0);
});
