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

test('a like removed from inside an explanation leaves the list exactly as it was before that like', async () => {
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
  const begins = preview.getByRole('list', { name: 'The list would begin' }).getByText(/:$/);
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

test('a click is changed from the explanation, and the explanation follows', async () => {
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

test('the figures of an explanation add up as they are shown, tuned or not', async () => {
  await say('l', 'Alien', 'Fargo', 'Heat', 'Jaws', 'Blade Runner', 'Spirited Away');
  await say('d', 'Titanic', 'Grease');
  await goTo(page, 'For you');
  const check = async () => {
    const panels = reasonsIn(page);
    expect(await panels.count()).toBe(2);
    for (const panel of await panels.all()) {
      const figures = (await panel.getByTestId('amount').allTextContents()).map((text) =>
        Math.round(100 * Number(text.replace('−', '-'))),
      );
      const total = figures.pop();
      expect(figures.length).toBeGreaterThan(4);
      expect(figures.reduce((sum, figure) => sum + figure)).toBe(total);
    }
  };
  for (const place of [0, 4]) await page.getByRole('button', { name: /^Why / }).nth(place).click();
  await soon(() => page.getByText('Starting point').count()).toBe(2);
  await check();
  await page.evaluate(() => {
    const { lean, setAdventure } = window.weightless.tuning.getState();
    for (const value of ['Crime', 'Drama', 'Thriller', 'Action']) lean({ kind: 'genre', value }, 'less');
    for (const value of ['1980', '1990', '2000']) lean({ kind: 'decade', value }, 'more');
    setAdventure(3);
  });
  const opened = await reasonsIn(page).count();
  for (let place = 0; place < 2 - opened; place++) {
    await page.getByRole('button', { name: /^Why /, expanded: false }).first().click();
  }
  await page.getByText('your adventure dial').first().waitFor();
  await soon(() => reasonsIn(page).count()).toBe(2);
  await check();
});

test('with the keyboard alone, the focus stays in the explanation after a click is taken back', async () => {
  await say('l', 'Alien', 'Blade Runner');
  await goTo(page, 'For you');
  const [first] = await listOf(page, 'whole');
  await row(first).getByRole('button', { name: /^Why / }).focus();
  await page.keyboard.press('Enter');
  const panel = reasonsIn(row(first));
  await panel.getByText('Starting point').waitFor();
  await panel.getByRole('button', { name: 'What if I had not liked Alien (1979)?' }).focus();
  await page.keyboard.press('Enter');
  const remove = panel.getByRole('button', { name: 'Remove it' });
  await remove.waitFor();
  await page.keyboard.press('Tab');
  expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await soon(() => opinions(page)).toEqual(['like Blade Runner']);
  await soon(() => panel.evaluate((element) => element === document.activeElement)).toBe(true);
  await soon(() =>
    panel.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    }),
  ).toBe(true);
});

test('a film judged in its row hands the focus to the row that takes its place', async () => {
  await goTo(page, 'For you');
  const [, second, third] = await listOf(page, 'whole');
  await row(second)
    .getByRole('button', { name: /^Dislike / })
    .focus();
  await page.keyboard.press('Enter');
  await soon(() => opinions(page)).toEqual([`dislike ${second}`]);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await soon(focused).toMatch(/^Why /);
  const list = await listOf(page, 'whole');
  expect(await focused()).toContain(list[1]);
  expect(list).toContain(third);
});
