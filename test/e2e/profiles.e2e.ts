import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judge, listOf, opinions, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeEach(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
afterEach(() => visitor.leave());

const menu = () => page.getByRole('button', { name: /^Profile: / });
const entryOf = (entry: string) => page.getByRole('menuitem', { name: entry, exact: true });
/** Opens the menu. One that is still closing, or a dialog that still covers it, is waited for first. */
const openMenu = async () => {
  await dialog().waitFor({ state: 'detached' });
  await entryOf('Add a person').waitFor({ state: 'detached' });
  await menu().click();
  await entryOf('Add a person').waitFor();
};
const choose = async (entry: string) => {
  await openMenu();
  await entryOf(entry).click();
};
const dialog = () => page.getByRole('dialog');
const whoRates = () => menu().textContent();
/** The films of the list, best first. */
const ranked = () =>
  page.evaluate(() => window.weightless.model.getState().recommendations.map(({ item }) => item));

async function answerName(name: string, action: 'Add' | 'Rename'): Promise<void> {
  await dialog().getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog().getByRole('button', { name: action }).click();
}

test('profiles: keep lists of their own when people share a browser, rename and start anew', async () => {
  const nobodys = await listOf(page, 'beside');
  await judge(page, 'Like');
  await judge(page, 'Like');
  const yours = {
    list: await listOf(page, 'beside'),
    ranked: await ranked(),
    opinions: await opinions(page),
  };

  await choose('Add a person');
  await answerName('Ada', 'Add');
  await soon(whoRates).toBe('Ada');
  await ready(page);
  expect(await opinions(page)).toEqual([]);
  await judge(page, 'Dislike');
  const adas = { list: await listOf(page, 'beside'), opinions: await opinions(page) };
  expect(adas.list).not.toEqual(yours.list);
  expect(nobodys).not.toEqual(yours.list);

  await choose('Rename Ada');
  await answerName('Ada Lovelace', 'Rename');
  await soon(whoRates).toBe('Ada Lovelace');
  await choose('You');
  await soon(whoRates).toBe('You');
  await soon(() => opinions(page)).toEqual(yours.opinions);
  // The list beside leaves out the films that are up to be judged, and these are chosen anew: what is ranked is compared.
  expect(await ranked()).toEqual(yours.ranked);

  await choose('Ada Lovelace');
  await soon(() => opinions(page)).toEqual(adas.opinions);
  await settle(page);
  await page.reload();
  await ready(page);
  expect(await whoRates()).toBe('Ada Lovelace');
  expect(await opinions(page)).toEqual(adas.opinions);
  expect(visitor.errors).toEqual([]);
});
