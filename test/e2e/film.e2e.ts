import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsEverywhere } from './axe';
import { events, filmList, findFilm, goTo, listOf, newPerson, ready, shots, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
beforeEach(async () => {
  await newPerson(page);
  for (const title of ['Blade Runner', 'Jaws']) {
    await findFilm(page, title, title);
    await page.keyboard.press('l');
  }
});
afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  expect(visitor.foreignRequests).toEqual([]);
  await visitor.leave();
});

const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const near = () => page.getByRole('region', { name: 'More like this' });
const wants = () => page.getByRole('button', { name: 'Want to see', exact: true });
const palette = () => page.getByRole('combobox', { name: 'Film, screen or action' });

/** Goes to a film's page from anywhere, by the keyboard alone. */
async function callFilm(typed: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await palette().fill(typed);
  await page.getByRole('group', { name: 'Films' }).getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await title(name).waitFor();
  await near().waitFor();
}

test('film: is found by the palette, read up on, wanted, and left for one like it', async () => {
  await callFilm('amelie', 'Amelie');
  expect(await page.title()).toBe('Amelie (2001) · Weightless');
  await page
    .getByText('Le Fabuleux destin d’Amélie Poulain')
    .or(page.getByText(/destin d'Amélie/))
    .waitFor();
  await page.getByRole('button', { name: 'Why?' }).click();
  await page.getByText('Starting point').waitFor();
  await wants().click();
  await soon(async () => (await events(page)).at(-1)).toMatchObject({ kind: 'watch', place: 'film' });
  await shots(page, 'film');

  const next = near().getByRole('link').first();
  const name = ((await next.locator('span').textContent()) ?? '').trim();
  await next.click();
  await title(name).waitFor();
  await page.goBack();
  await title('Amelie').waitFor();
  // Going back ends where one left.
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toContain(name);
});

test('want to see: holds the film, and For you can be drawn from it alone', async () => {
  await callFilm('amelie', 'Amelie');
  await wants().click();
  await goTo(page, 'For you');
  await page.getByRole('link', { name: 'Want to see · 1' }).click();
  await title('Want to see').waitFor();
  await page
    .getByRole('list', { name: 'Films you want to see' })
    .getByRole('link', { name: 'Amelie' })
    .waitFor();
  await shots(page, 'want-to-see');
  await page.getByLabel('In For you, show').selectOption('only films I want to see');
  await page.reload();
  await ready(page);
  await goTo(page, 'For you');
  expect(await listOf(page, 'whole')).toEqual(['Amelie']);
  await page.keyboard.press('Control+k');
  await palette().fill('reset tuning');
  await page.keyboard.press('Enter');
  await soon(() => filmList(page).getByRole('heading', { level: 3 }).count()).toBe(50);
});

test('share: copies what is shown', async () => {
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await goTo(page, 'For you');
  const [best] = await listOf(page, 'whole');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Print' }).waitFor();
  await page.getByRole('menuitem', { name: 'Copy as text' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`1. ${best}`);
});

test('palette: shows films, and says so when nothing has the name', async () => {
  await page.keyboard.press('Control+k');
  await palette().waitFor();
  await palette().fill('star');
  await page.getByRole('group', { name: 'Films' }).waitFor();
  await shots(page, 'palette');
  await palette().fill('no such thing whatever');
  await page.getByText('Nothing of that name.').waitFor();
  expect(await violationsEverywhere(page, 'empty palette')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('no such film: says so at an address that leads nowhere', async () => {
  await visitor.open('#/film/999999');
  await title('No such film here').waitFor();
  expect(await page.title()).toBe('No such film · Weightless');
});
