import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { events, inView, listOf, newPerson, opinions, ready, soon, titleShown } from './screens';
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

test('search: finds a film when its title is typed without accents, and it is judged without a mouse', async () => {
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

test('Tab: passes the skip link first, shows where it is and reaches the reasons when it is pressed again and again', async () => {
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

const focusedText = () => page.evaluate(() => document.activeElement?.textContent);

test('focus: is on the film when it was found by its title, and Tab goes on to its answers', async () => {
  const box = page.getByRole('searchbox', { name: 'Find a film by title' });
  for (const typed of ['amelie', 'fargo', 'fargo']) {
    await box.fill(typed);
    await page.getByRole('option').first().waitFor();
    await box.press('Enter');
    await soon(async () => (await focusedText()) === (await titleShown(page))).toBe(true);
  }
  await page.keyboard.press('Tab');
  // The title is the way to the film's page.
  expect(await focused()).toMatchObject({ name: await titleShown(page), marked: true });
  await page.keyboard.press('Tab');
  expect(await focused()).toMatchObject({ name: 'Like', marked: true });
});

test('focus: is on the menu of people when somebody was added, renamed or kept', async () => {
  const menu = page.getByRole('button', { name: 'Profile: ' });
  const choose = async (entry: RegExp) => {
    // A dialog that is still leaving gives the focus back once more, and with it closes the menu.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await menu.press('Enter');
    // … and the menu takes the focus only when it is there: what is pressed before may go to its first entry.
    await page.getByRole('menu').locator(':focus').waitFor();
    await page.getByRole('menuitem', { name: entry }).press('Enter');
    await page.getByRole('dialog').waitFor();
  };
  await choose(/^Add a person/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.keyboard.press('Enter');
  await soon(async () => (await focused())?.name).toBe('Profile: Ada');
  await choose(/^Rename/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada L');
  await page.keyboard.press('Enter');
  await soon(async () => (await focused())?.name).toBe('Profile: Ada L');
  await choose(/^Delete/);
  await page.keyboard.press('Escape');
  await soon(async () => (await focused())?.name).toBe('Profile: Ada L');
});
