import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  events,
  findFilm,
  goTo,
  judge,
  newPerson,
  opinions,
  ranked,
  rawStorage,
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
  // Clicks on other days, without waiting for them.
  await visitor.context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + Number(sessionStorage.getItem('days') ?? 0) * 86_400_000;
  });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
beforeEach(() => newPerson(page));
afterAll(() => visitor.leave());

const onDay = (days: number) => page.evaluate((n) => sessionStorage.setItem('days', String(n)), days);
const dialog = () => page.getByRole('dialog');
const press = (name: string | RegExp) => dialog().getByRole('button', { name }).click();
const closed = () => dialog().waitFor({ state: 'detached' });

async function like(...titles: string[]): Promise<void> {
  for (const title of titles) {
    await findFilm(page, title, title);
    await judge(page, 'Like');
  }
}

const movieIdOf = (title: string) =>
  page.evaluate((wanted) => {
    const { status } = window.weightless.session.getState();
    if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
    const { catalogue } = status.library;
    return catalogue.movieId[catalogue.title.indexOf(wanted)];
  }, title);

test('forget: leaves nothing of a film on screen, in the list, in storage and in the undo steps when it is erased for good', async () => {
  await like('Alien', 'Fargo');
  const without = { list: await ranked(page), hash: (await stateHash(page)).state };
  await like('Blade Runner');
  await page.keyboard.press('u');
  await like('Blade Runner');
  const movieId = await movieIdOf('Blade Runner');
  await settle(page);
  expect(JSON.stringify(await rawStorage(page))).toContain(`"movieId":${movieId},`);

  await goTo(page, 'My ratings');
  await page.getByRole('button', { name: 'More about Blade Runner (1982)' }).click();
  await press('Erase for good…');
  await dialog().getByText('3 clicks, undone ones included').waitFor();
  await press('Erase for good');
  await dialog().getByText('Nothing of it is left in this browser').waitFor();
  await press(/^Check that/);
  await dialog().getByText('Identical.').waitFor();
  const [mine, fresh] = await dialog()
    .getByText(/^[0-9a-f]{64}$/)
    .allTextContents();
  expect(mine).toMatch(/^[0-9a-f]{64}$/);
  expect(fresh).toBe(mine);
  await press('Done');
  await closed();

  const gone = async () => {
    expect((await opinions(page)).sort()).toEqual(['like Alien', 'like Fargo']);
    expect((await stateHash(page)).state).toBe(without.hash);
    const tables = await rawStorage(page);
    expect(JSON.stringify(tables.events)).not.toContain(`"movieId":${movieId},`);
    // The database's own id is random, and may hold any digits.
    const settings = tables.settings.filter((row) => (row as { key: string }).key !== 'database');
    expect(JSON.stringify(settings)).not.toContain(String(movieId));
  };
  await gone();
  // Saved soon after; the bytes are those of someone who never rated the film.
  await soon(async () => (await rawStorage(page)).snapshots.length).toBeGreaterThan(0);
  await gone();
  await page.reload();
  await ready(page);
  await gone();
  await goTo(page, 'Rate');
  expect(await ranked(page)).toEqual(without.list);
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await soon(() => opinions(page)).toEqual([]);
  expect(visitor.errors).toEqual([]);
});

test('forget: takes back all from a day, brings it back and erases it for good when asked, and another tab follows', async () => {
  await onDay(-3);
  await like('Alien', 'Fargo');
  await onDay(0);
  const before = { list: await ranked(page), hash: (await stateHash(page)).state };
  await like('Heat', 'Jaws');
  await settle(page);
  const after = await stateHash(page);
  const other = await visitor.context.newPage();
  await other.goto(`${page.url().split('#')[0]}#/my-ratings`);
  await ready(other);
  expect(await opinions(other)).toHaveLength(4);

  await goTo(page, 'My ratings');
  await page
    .getByRole('button', { name: /^Forget \d/ })
    .first()
    .click();
  await dialog().getByText('2 ratings from').waitFor();
  await press('Remove 2 ratings');
  await closed();
  await soon(() => opinions(page)).toEqual(['like Alien', 'like Fargo']);
  expect((await stateHash(page)).state).toBe(before.hash);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await soon(async () => (await opinions(page)).sort()).toEqual([
    'like Alien',
    'like Fargo',
    'like Heat',
    'like Jaws',
  ]);
  expect(await stateHash(page)).toEqual(after);

  await page.getByRole('button', { name: 'Forget…' }).click();
  await press('Erase for good…');
  await dialog().getByText('This cannot be undone.').waitFor();
  await press('Keep');
  await press('Erase for good…');
  await press('Erase for good');
  await dialog().getByText('Nothing of it is left').waitFor();
  await press('Done');
  await closed();
  expect((await events(page)).length).toBe(2);
  await soon(() => opinions(other)).toEqual(['like Alien', 'like Fargo']);
  await soon(async () => (await stateHash(other)).state).toBe(before.hash);
  await other.close();
  expect(await ranked(page)).toEqual(before.list);

  await page.getByRole('button', { name: 'Forget…' }).click();
  await dialog().getByRole('radio', { name: 'Everything', exact: true }).check();
  await press('Erase for good…');
  await press('Erase for good');
  await press('Done');
  await closed();
  await page.getByText('Nothing rated yet').waitFor();
  const { state, empty } = await stateHash(page);
  expect(state).toBe(empty);
  expect(visitor.errors).toEqual([]);
});

test('forget: works when only keys are used', async () => {
  await like('Alien', 'Fargo');
  await goTo(page, 'My ratings');
  const more = page.getByRole('button', { name: 'More about Alien (1979)' });
  await more.focus();
  await page.keyboard.press('Enter');
  await dialog().getByText('liked').waitFor();
  await page.keyboard.press('Escape');
  await closed();
  await page.getByRole('button', { name: 'Forget…' }).focus();
  await page.keyboard.press('Enter');
  await dialog().getByText('2 ratings from').waitFor();
  await press(/^Check that/);
  await dialog().getByText('Identical.').waitFor();
  await dialog().getByRole('button', { name: 'Erase for good…' }).focus();
  await page.keyboard.press('Enter');
  await dialog().getByText('This cannot be undone.').waitFor();
  await dialog().getByRole('button', { name: 'Erase for good' }).focus();
  await page.keyboard.press('Enter');
  await dialog().getByText('Nothing of it is left').waitFor();
  await dialog().getByRole('button', { name: 'Done' }).focus();
  await page.keyboard.press('Enter');
  await closed();
  await page.getByText('Nothing rated yet').waitFor();
});
