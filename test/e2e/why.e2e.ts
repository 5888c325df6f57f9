import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  events,
  filmList,
  findFilm,
  goTo,
  listOf,
  newPerson,
  opinions,
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
beforeEach(() => newPerson(page));
afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.leave();
});

/** Likes or dislikes films by their titles, as a person would. */
async function say(key: 'l' | 'd', ...titles: string[]): Promise<void> {
  for (const title of titles) {
    const before = (await opinions(page)).length;
    await findFilm(page, title, title);
    await page.keyboard.press(key);
    await soon(async () => (await opinions(page)).length).toBe(before + 1);
  }
}

const row = (title: string) =>
  filmList(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });

/** The reasons that are open, of one film or of all. */
const reasonsIn = (place: Page | Locator) => place.getByRole('region', { name: /^Why / });

/** Opens the reasons of a film of the list. */
async function reasonsOf(title: string): Promise<Locator> {
  await row(title).getByRole('button', { name: /^Why / }).click();
  const panel = reasonsIn(row(title));
  await panel.getByText('Starting point').waitFor();
  return panel;
}

test('why: leaves the list exactly as it was before a like when that like is removed inside the explanation', async () => {
  await say('l', 'Fargo', 'Heat');
  await say('d', 'Titanic');
  await goTo(page, 'For you');
  const before = { list: await listOf(page, 'whole'), hash: await stateHash(page) };
  await goTo(page, 'Rate');
  await say('l', 'Alien');
  await goTo(page, 'For you');
  const liked = { list: await listOf(page, 'whole'), hash: await stateHash(page) };
  expect(liked.list).not.toEqual(before.list);

  const title = 'Aliens';
  const panel = await reasonsOf(title);
  await panel.getByRole('button', { name: 'What if I had not liked Alien (1979)?' }).click();
  const preview = panel.getByRole('region', { name: 'Without your like of Alien' });
  await preview.getByText(/^Without it, Aliens would st/).waitFor();
  // Looking changes nothing.
  expect({ list: await listOf(page, 'whole'), hash: await stateHash(page) }).toEqual(liked);
  // With their years: a title drawn on a tile may end with a colon too.
  const begins = preview.getByRole('list', { name: 'The list would begin' }).getByText(/\(\d+\):$/);
  const told = (await begins.allTextContents()).map((text) => text.replace(/( \(\d+\))?:$/, ''));
  expect(told).toHaveLength(8);

  await preview.getByRole('button', { name: 'Remove it' }).click();
  expect({ list: await listOf(page, 'whole'), hash: await stateHash(page) }).toEqual(before);
  expect(before.list.slice(0, told.length)).toEqual(told);
  await settle(page);
  expect((await events(page)).at(-1)).toMatchObject({ kind: 'clear', place: 'why' });

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect({ list: await listOf(page, 'whole'), hash: await stateHash(page) }).toEqual(liked);
});

test('why: follows when a click is changed inside the explanation', async () => {
  await say('l', 'Alien', 'Blade Runner');
  await say('d', 'Titanic');
  await goTo(page, 'For you');
  const panel = await reasonsOf('Aliens');
  await panel.getByRole('button', { name: 'What if I had not liked Blade Runner (1982)?' }).click();
  await panel.getByRole('button', { name: 'Change to dislike' }).click();
  expect((await opinions(page)).sort()).toEqual(['dislike Blade Runner', 'dislike Titanic', 'like Alien']);
  await panel.getByRole('button', { name: 'What if I had not disliked Blade Runner (1982)?' }).waitFor();
  await settle(page);
  expect((await events(page)).at(-1)).toMatchObject({ kind: 'dislike', place: 'why' });
  await page.keyboard.press('u');
  await soon(async () => (await opinions(page)).sort()).toEqual([
    'dislike Titanic',
    'like Alien',
    'like Blade Runner',
  ]);
});
