import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { events, findFilm, inView, listOf, newPerson, opinions, ready, soon, titleShown } from './screens';
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

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    const { top, bottom, width } = element.getBoundingClientRect();
    return {
      name: element.getAttribute('aria-label') ?? element.textContent ?? '',
      marked: ring || boxShadow !== 'none',
      inView: width > 0 && bottom > 0 && top < window.innerHeight,
    };
  });

test('films are judged with letters and with arrows, and U takes back', async () => {
  const keys = {
    l: 'like',
    d: 'dislike',
    n: 'unseen',
    ArrowRight: 'like',
    ArrowLeft: 'dislike',
    ArrowDown: 'unseen',
  };
  const judged: string[] = [];
  for (const [key, kind] of Object.entries(keys)) {
    await inView(page);
    const shown = await titleShown(page);
    await page.keyboard.press(key);
    await soon(() => titleShown(page)).not.toBe(shown);
    if (kind !== 'unseen') judged.push(`${kind} ${shown}`);
  }
  expect(await opinions(page)).toEqual(judged);
  expect((await events(page)).map(({ kind }) => kind)).toEqual(Object.values(keys));

  for (const _ of Object.keys(keys)) await page.keyboard.press('u');
  expect(await opinions(page)).toEqual([]);
  await page.keyboard.press('u');
  expect(await events(page)).toHaveLength(2 * Object.keys(keys).length);
});

test('a film is found by typing, without accents, and judged without a mouse', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('amelie');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await soon(() => titleShown(page)).toMatch(/^Amelie|^Amélie/);
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await inView(page);
  const title = await titleShown(page);
  await page.keyboard.press('l');
  await soon(() => opinions(page)).toEqual([`like ${title}`]);
  expect(await events(page)).toMatchObject([{ kind: 'like', place: 'search', predictionVisible: false }]);
});

test('the letters judge nothing while a title is being typed', async () => {
  const shown = await titleShown(page);
  await page.keyboard.press('/');
  await page.keyboard.type('ldnu/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('searchbox').inputValue()).toBe('ldnu/');
  await page.keyboard.press('Escape');
  expect(await titleShown(page)).toBe(shown);
  expect(await events(page)).toEqual([]);
});

test('a film judged before can be found, says so, and is judged anew', async () => {
  await findFilm(page, 'alien', 'Alien');
  await page.keyboard.press('l');
  await soon(() => titleShown(page)).not.toBe('Alien');
  await findFilm(page, 'alien', 'Alien');
  await page.getByText('You said: like').waitFor();

  await page.keyboard.press('l');
  await soon(() => titleShown(page)).not.toBe('Alien');
  expect(await opinions(page)).toEqual(['like Alien']);
  await findFilm(page, 'alien', 'Alien');
  await page.keyboard.press('d');
  await soon(() => opinions(page)).toEqual(['dislike Alien']);
});

test('Tab passes the skip link first, shows where it is, and reaches the reasons', async () => {
  await visitor.open();
  await ready(page);
  await page.keyboard.press('Tab');
  expect(await focused()).toMatchObject({ name: 'Skip to content', marked: true });
  await soon(async () => (await focused())?.inView).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');

  const [best] = await listOf(page, 'beside');
  const passed: string[] = [];
  for (let stop = 0; stop < 30 && !passed.at(-1)?.startsWith('Why '); stop++) {
    await page.keyboard.press('Tab');
    const stopped = await focused();
    expect(stopped).toMatchObject({ marked: true, inView: true });
    passed.push(stopped?.name ?? '');
  }
  expect(passed.at(-1)).toContain(`Why ${best}`);
  await page.keyboard.press('Enter');
  await page.getByText('Starting point').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Starting point').waitFor({ state: 'detached' });
});
