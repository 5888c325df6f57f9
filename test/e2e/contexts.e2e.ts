import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  events,
  findFilm,
  goTo,
  inView,
  judge,
  listOf,
  newPerson,
  opinions,
  ranked,
  ready,
  settle,
  soon,
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
beforeEach(() => newPerson(page));
afterAll(() => visitor.leave());

const dialog = () => page.getByRole('dialog');
const filing = () => page.getByLabel('File under');
const mood = (name: string) =>
  page.getByRole('group', { name: 'Draw the list from' }).getByRole('button', { name, exact: true });

async function addMoods(...names: string[]): Promise<void> {
  await goTo(page, 'For you');
  await page.getByRole('button', { name: /^Add a mood|^Edit moods/ }).click();
  for (const name of names) {
    await dialog().getByLabel(/mood$/).last().fill(name);
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().getByLabel(`Name of the mood ${name}`).waitFor();
  }
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

async function like(title: string): Promise<void> {
  await findFilm(page, title, title);
  await judge(page, 'Like');
}

test('moods: draw the list from one, from both or from everything when clicks are filed under them', async () => {
  await like('Alien');
  const first = await ranked(page);
  await addMoods('with the kids', 'alone');
  await goTo(page, 'Rate');
  await filing().selectOption('with the kids');
  await like('Toy Story');
  await filing().selectOption('alone');
  await like('Fargo');
  await filing().selectOption('no mood');
  await settle(page);
  expect((await events(page)).map((event) => 'mood' in event)).toEqual([false, true, true]);

  await goTo(page, 'For you');
  const everything = await listOf(page, 'whole');
  await mood('with the kids').click();
  const kids = await listOf(page, 'whole');
  expect(kids).not.toEqual(everything);
  expect(kids).not.toContain('Alien');
  expect(await filing().evaluate((select: HTMLSelectElement) => select.selectedOptions[0].text)).toBe(
    'with the kids',
  );
  await mood('alone').click();
  const both = await listOf(page, 'whole');
  expect(both).not.toEqual(kids);
  await mood('with the kids').click();
  await mood('alone').click();
  expect(await listOf(page, 'whole')).toEqual(everything);

  // A click in a mood moves that mood's list; undone, it is as before.
  await mood('with the kids').click();
  await inView(page);
  await page
    .getByRole('button', { name: /^Like / })
    .first()
    .click();
  expect(await listOf(page, 'whole')).not.toEqual(kids);
  expect((await events(page)).at(-1)).toMatchObject({ kind: 'like', mood: expect.stringMatching(/./) });
  await page.keyboard.press('u');
  expect(await listOf(page, 'whole')).toEqual(kids);
  await mood('Everything').click();

  // The same films without moods give the same list as before them.
  await goTo(page, 'My ratings');
  for (const title of ['Toy Story (1995)', 'Fargo (1996)']) {
    await inView(page);
    await page.getByRole('button', { name: `Remove ${title}` }).click();
  }
  await soon(() => ranked(page)).toEqual(first);
  expect(visitor.errors).toEqual([]);
});

test('moods: keep what is filed under them when a click is moved, a mood renamed and the page loaded anew, until one is removed', async () => {
  await like('Fargo');
  await like('Alien');
  await addMoods('kids');
  await filing().selectOption('no mood');
  await goTo(page, 'My ratings');
  await page.getByRole('button', { name: 'More about Alien (1979)' }).click();
  await dialog().getByLabel('Filed under').selectOption('kids');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.getByText('filed under kids').waitFor();
  expect(await events(page)).toMatchObject([
    { kind: 'like' },
    { kind: 'like' },
    { kind: 'file', of: expect.any(String) },
  ]);
  await settle(page);
  await page.reload();
  await ready(page);
  await page.getByText('filed under kids').waitFor();

  await goTo(page, 'For you');
  await mood('kids').click();
  const list = await listOf(page, 'whole');
  await page.getByRole('button', { name: 'Edit moods' }).click();
  await dialog().getByLabel('Name of the mood kids').fill('with the kids');
  await dialog().getByRole('button', { name: 'Rename' }).click();
  await dialog().getByLabel('Name of the mood with the kids').waitFor();
  expect(await listOf(page, 'whole')).toEqual(list);
  await dialog().getByRole('button', { name: 'Remove the mood with the kids' }).click();
  await dialog().getByText('1 rating filed under it can stay').waitFor();
  await dialog().getByRole('button', { name: 'Erase 1 rating too' }).click();
  await dialog().getByText('Name of your first mood').waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await soon(() => opinions(page)).toEqual(['like Fargo']);
  expect(await events(page)).toHaveLength(1);
  expect(visitor.errors).toEqual([]);
});

test('moods: are chosen and edited with keys alone', async () => {
  await like('Alien');
  await addMoods('with the kids', 'alone');
  await mood('alone').focus();
  await page.keyboard.press('Space');
  await soon(() => mood('alone').getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: 'Edit moods' }).focus();
  await page.keyboard.press('Enter');
  await dialog().getByLabel('Another mood').waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await goTo(page, 'Rate');
  await filing().waitFor();
});
