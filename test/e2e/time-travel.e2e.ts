import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { events, goTo, judge, newPerson, opinions, ranked, ready, settle, soon, stateHash } from './screens';
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

const shownThen = () => page.getByTestId('past-title').allTextContents();
const saidThen = () => page.getByRole('region', { name: 'What you had said' }).getByRole('listitem').count();
const slider = () => page.getByRole('slider', { name: 'Moment' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Titles with years of the model's best films, as the history shows them. */
const listNow = () =>
  page.evaluate(() => {
    const { model, session } = window.weightless;
    const { status } = session.getState();
    if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
    const { title, year } = status.library.catalogue;
    return model
      .getState()
      .recommendations.slice(0, 12)
      .map(({ item }) => (year[item] > 0 ? `${title[item]} (${year[item]})` : title[item]));
  });

async function openHistory(): Promise<void> {
  await goTo(page, 'My ratings');
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
}

test('history: shows the past as it was when one goes ten clicks back, makes it the present for good, and undoes that', async () => {
  const past: { list: string[]; said: number; hash: string; ranked: number[] }[] = [];
  for (let click = 0; click < 14; click++) {
    past.push({
      list: await listNow(),
      said: (await opinions(page)).length,
      hash: (await stateHash(page)).state,
      ranked: await ranked(page),
    });
    await judge(page, click % 3 === 1 ? 'Dislike' : 'Like');
  }
  const present = {
    list: await listNow(),
    hash: (await stateHash(page)).state,
    opinions: await opinions(page),
  };
  await openHistory();
  expect(await shownThen()).toEqual(present.list);
  await page.getByText('This is now.').waitFor();

  await button('Ten back').click();
  await page.getByText('After your 4th click').waitFor();
  expect(await shownThen()).toEqual(past[4].list);
  expect(await saidThen()).toBe(past[4].said);
  await button('One back').click();
  expect(await shownThen()).toEqual(past[3].list);
  await button('One forward').click();
  await button('Ten forward').click();
  expect(await shownThen()).toEqual(present.list);
  expect((await stateHash(page)).state).toBe(present.hash);
  expect(await events(page)).toHaveLength(14);

  await button('Ten back').click();
  await button('Go back to here').click();
  await page.getByText('You went back.').waitFor();
  expect(await shownThen()).toEqual(past[4].list);
  expect((await stateHash(page)).state).toBe(past[4].hash);
  expect(await ranked(page)).toEqual(past[4].ranked);
  const after = await events(page);
  expect(after).toHaveLength(24);
  expect(new Set(after.slice(14).map(({ batch }) => batch)).size).toBe(1);
  await settle(page);
  await page.reload();
  await ready(page);
  expect((await stateHash(page)).state).toBe(past[4].hash);

  await goTo(page, 'My ratings');
  await button('Undo').click();
  await soon(async () => (await opinions(page)).sort()).toEqual([...present.opinions].sort());
  expect((await stateHash(page)).state).toBe(present.hash);
  expect(await listNow()).toEqual(present.list);
  expect(visitor.errors).toEqual([]);
});

test('history: says where it is when its slider goes by keys', async () => {
  for (let click = 0; click < 12; click++) await judge(page, 'Like');
  await openHistory();
  await slider().focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('After your 11th click').waitFor();
  await page.keyboard.press('PageDown');
  await page.getByText('After your 1st click').waitFor();
  expect(await slider().getAttribute('aria-valuetext')).toContain('After your 1st click');
  await page.keyboard.press('Home');
  await page.getByText('Before your first click').waitFor();
  expect(await saidThen()).toBe(0);
  await slider().focus();
  await page.keyboard.press('PageUp');
  await page.getByText('After your 10th click').waitFor();
  await page.keyboard.press('End');
  await page.getByText('This is now.').waitFor();
  expect(visitor.errors).toEqual([]);
});
