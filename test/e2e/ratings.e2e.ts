import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  events,
  findFilm,
  forgetSoSo,
  goTo,
  inView,
  judge,
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
afterAll(() => visitor.leave());

const ratings = () => page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents();

test('my ratings: takes rated films out of the list, counts a changed rating anew, and gives a film back when it is removed', async () => {
  await goTo(page, 'For you');
  const [best, second, third] = await listOf(page, 'whole');
  await page.locator(`[aria-label^="Like ${best} "]`).click();
  await inView(page);
  await page.locator(`[aria-label^="Dislike ${second} "]`).click();
  const list = await listOf(page, 'whole');
  expect(list).not.toContain(best);
  expect(list).not.toContain(second);

  await goTo(page, 'My ratings');
  expect(await ratings()).toEqual([second, best]);
  const answer = page.getByRole('radiogroup', { name: `Your answer to ${best}` });
  await answer.getByText('Dislike', { exact: true }).click();
  await soon(() => opinions(page)).toEqual([`dislike ${second}`, `dislike ${best}`]);
  await inView(page);
  await answer.getByText('Not seen', { exact: true }).click();
  await soon(() => opinions(page)).toEqual([`dislike ${second}`]);
  for (const title of [best, second]) {
    await inView(page);
    await page.getByRole('button', { name: `Remove ${title}` }).click();
    await soon(ratings).not.toContain(title);
  }
  await page.getByText('Nothing rated yet').waitFor();

  await goTo(page, 'For you');
  expect((await listOf(page, 'whole')).slice(0, 3)).toEqual([best, second, third]);
  expect(visitor.errors).toEqual([]);
});

test('why: names clicks whose parts add up to what is shown when several films are rated', async () => {
  for (const title of ['Alien', 'Fargo', 'Blade Runner', 'Jaws', 'The Shining', 'Heat']) {
    await findFilm(page, title, title);
    await judge(page, title === 'Jaws' || title === 'Heat' ? 'Dislike' : 'Like');
  }
  await goTo(page, 'For you');
  for (const place of [0, 1, 7]) {
    await page.getByRole('button', { name: /^Why / }).nth(place).click();
    const panel = page.getByRole('region', { name: /^Why / });
    await panel.waitFor();
    const figures = (await panel.getByTestId('amount').allTextContents()).map((text) =>
      text.startsWith('under') ? 0 : Number.parseInt(text.replace('−', '-'), 10),
    );
    const total = figures.pop();
    expect(figures.length).toBeGreaterThan(1);
    expect(figures.reduce((sum, part) => sum + part)).toBeCloseTo(total ?? Number.NaN, 6);
    await page.getByRole('button', { name: /^Why / }).nth(place).click();
    await panel.waitFor({ state: 'detached' });
  }

  const gaps = await page.evaluate(() => {
    const { explain, recommendations } = window.weightless.model.getState();
    return recommendations.map(({ item, score }) => {
      const why = explain(item);
      const sum = (why?.contributions ?? []).reduce((total, { amount }) => total + amount, why?.start ?? 0);
      return Math.max(Math.abs(sum - score), Math.abs((why?.score ?? 0) - score));
    });
  });
  expect(gaps).toHaveLength(60);
  expect(Math.max(...gaps)).toBeLessThan(1e-9);
});

test('log: records where a click was made, and whether a prediction was in view, when a film is judged on any screen', async () => {
  await judge(page, 'Like');
  await findFilm(page, 'fargo', 'Fargo');
  await judge(page, 'Dislike');
  await inView(page);
  await page
    .getByRole('button', { name: /^Like ./ })
    .first()
    .click();
  await goTo(page, 'For you');
  await page
    .getByRole('button', { name: /^Like ./ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await goTo(page, 'My ratings');
  await page.getByRole('button', { name: 'Remove Fargo' }).click();
  await settle(page);

  expect(await events(page)).toMatchObject([
    { kind: 'like', place: 'rate', predictionVisible: false },
    { kind: 'dislike', place: 'search', predictionVisible: false },
    { kind: 'like', place: 'rate', predictionVisible: true },
    { kind: 'like', place: 'for-you', predictionVisible: true },
    { kind: 'undo', place: 'for-you', of: expect.any(String) },
    { kind: 'clear', place: 'my-ratings', predictionVisible: false },
  ]);
});

test('so-so: leaves the list, stands under My ratings and is undone, when it is given on Rate, and after a reload', async () => {
  for (const title of ['Alien', 'Blade Runner']) {
    await findFilm(page, title, title);
    await judge(page, 'Like');
  }
  await goTo(page, 'For you');
  const before = await listOf(page, 'whole');
  const { state } = await stateHash(page);
  await goTo(page, 'Rate');
  await findFilm(page, before[2], before[2]);
  await page.keyboard.press('s');
  await page.getByText(`${before[2]} was so-so.`).waitFor();
  await goTo(page, 'For you');
  expect(await listOf(page, 'whole')).not.toContain(before[2]);
  await settle(page);
  expect((await events(page)).at(-1)).toMatchObject({ kind: 'so-so', choices: 3, place: 'search' });

  await page.reload();
  expect(await listOf(page, 'whole')).not.toContain(before[2]);
  await goTo(page, 'My ratings');
  await page.getByText('2 liked, 1 so-so, 0 disliked.').waitFor();
  await page.getByRole('button', { name: /^So-so/ }).click();
  expect(await ratings()).toEqual([before[2]]);
  await page.keyboard.press('u');
  await soon(ratings).toHaveLength(2);
  expect((await stateHash(page)).state).toBe(state);
  await goTo(page, 'For you');
  expect(await listOf(page, 'whole')).toEqual(before);
  expect(visitor.errors).toEqual([]);
});

test('old dislikes: are gone through on My ratings, kept or so-so, and the offer stays declined after a reload', async () => {
  const titles = ['Alien', 'Fargo', 'Blade Runner', 'Jaws', 'The Shining', 'Heat'];
  for (const title of titles) {
    await findFilm(page, title, title);
    await judge(page, 'Dislike');
  }
  await forgetSoSo(page);
  await goTo(page, 'My ratings');
  await page.getByText('6 dislikes were given without So-so to choose from.').waitFor();
  await page.getByRole('button', { name: 'Go through them' }).click();
  await inView(page);
  expect(await ratings()).toEqual([...titles].reverse());
  await page.getByRole('button', { name: 'Fargo (1996) was so-so' }).click();
  await soon(ratings).not.toContain('Fargo');
  await inView(page);
  // By keys: the focus goes on to the row that took the place.
  await page.getByRole('button', { name: 'Keep Heat (1995) as a dislike' }).focus();
  await page.keyboard.press('Enter');
  await soon(ratings).not.toContain('Heat');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'The Shining (1980) was so-so',
  );
  await settle(page);
  const last = (await events(page)).slice(-2);
  expect(last).toMatchObject([
    { kind: 'so-so', choices: 3, place: 'my-ratings' },
    { kind: 'dislike', choices: 3, place: 'my-ratings' },
  ]);
  await soon(() => opinions(page)).not.toContain('dislike Fargo');
  expect(await opinions(page)).toContain('dislike Heat');

  await page.getByRole('button', { name: 'Back to all ratings' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('5 dislikes were given without So-so').waitFor();
  await page.getByRole('button', { name: 'Don’t offer this again' }).click();
  await page.getByText('without So-so').waitFor({ state: 'detached' });
  await settle(page);
  await page.reload();
  await ready(page);
  await goTo(page, 'My ratings');
  await soon(ratings).toHaveLength(6);
  expect(await page.getByText('without So-so').count()).toBe(0);
  expect(visitor.errors).toEqual([]);
});
