import { afterEach, expect, test } from 'vitest';
import {
  filmStrip,
  filmToJudge,
  findFilm,
  goTo,
  judge,
  lengthOf,
  listOf,
  ranked,
  ready,
  SHOWN,
  sameFilmsEveryTime,
  settle,
  soon,
  stateHash,
  titleShown,
} from './screens';
import { newReturningVisitor, newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

test('rate: moves the list with each of ten clicks, keeps them when the browser is closed, and undoes them all', async () => {
  const returning = await newReturningVisitor({ serviceWorkers: 'allow' });
  visitor = returning;
  await sameFilmsEveryTime(visitor.context);
  await visitor.open();
  const first = { beside: await listOf(visitor.page, 'beside'), order: await ranked(visitor.page) };

  let order = first.order;
  for (let click = 0; click < 10; click++) {
    const answer = click % 3 === 2 ? 'Dislike' : 'Like';
    await judge(visitor.page, answer);
    const shown = await listOf(visitor.page, 'beside');
    const beside = await lengthOf(visitor.page, 'beside');
    expect(shown).toHaveLength(beside);
    const now = await ranked(visitor.page);
    const rest = order.filter((item) => now.includes(item));
    if (answer === 'Like') expect(now.slice(0, beside)).not.toEqual(rest.slice(0, beside));
    order = now;
  }
  await settle(visitor.page);
  const { state, empty } = await stateHash(visitor.page);
  expect(state).not.toBe(empty);
  await goTo(visitor.page, 'For you');
  const list = await listOf(visitor.page, 'whole');
  expect(list).toHaveLength(SHOWN.whole);

  await visitor.page.reload();
  expect(await listOf(visitor.page, 'whole')).toEqual(list);
  await returning.restart();
  await goTo(visitor.page, 'For you');
  expect(await listOf(visitor.page, 'whole')).toEqual(list);
  expect((await stateHash(visitor.page)).state).toBe(state);

  await goTo(visitor.page, 'Rate');
  const undo = filmToJudge(visitor.page).getByRole('button', { name: 'Undo' });
  for (let click = 0; click < 10; click++) await undo.click();
  await soon(() => undo.isDisabled()).toBe(true);
  expect((await stateHash(visitor.page)).state).toBe(empty);
  expect(await ranked(visitor.page)).toEqual(first.order);
  expect(await listOf(visitor.page, 'beside')).toEqual(first.beside);
  await settle(visitor.page);

  expect(visitor.errors).toEqual([]);
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.failedRequests).toEqual([]);
});

test('rate: keeps the top films in view beside the answers on a phone, and changes them when a film is liked', async () => {
  visitor = await newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await visitor.open();
  let strip = await listOf(visitor.page, 'strip');
  expect(strip).toHaveLength(SHOWN.strip);

  for (const title of ['Alien', 'Fargo', 'Spirited Away']) {
    await findFilm(visitor.page, title, title);
    const like = filmToJudge(visitor.page).getByRole('button', { name: 'Like', exact: true });
    await like.tap();
    const now = await listOf(visitor.page, 'strip');
    expect(now).not.toEqual(strip);
    strip = now;

    await like.scrollIntoViewIfNeeded();
    const height = visitor.page.viewportSize()?.height ?? 0;
    for (const part of [filmStrip(visitor.page), like]) {
      const box = await part.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
  }
  expect(visitor.errors).toEqual([]);
});

test('rate: brings back one tile, not two, when a click is undone at once', async () => {
  visitor = await newVisitor();
  await visitor.open();
  await ready(visitor.page);
  const shown = await titleShown(visitor.page);
  await visitor.page.keyboard.press('l');
  await visitor.page.keyboard.press('u');
  await soon(() => titleShown(visitor.page)).toBe(shown);
  await soon(() => visitor.page.getByTestId('tile').locator('svg').count()).toBe(1);
});

test('rate: keeps the answers where they are when titles and messages of any length come and go', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  await ready(visitor.page);
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ]) {
    await visitor.page.setViewportSize({ width, height });
    const like = filmToJudge(visitor.page).getByRole('button', { name: 'Like', exact: true });
    const places: unknown[] = [];
    for (const title of ['Heat', 'Titanic', 'Eternal Sunshine of the Spotless Mind']) {
      await findFilm(visitor.page, title, title);
      places.push(await like.boundingBox());
      await judge(visitor.page, 'Like');
      places.push(await like.boundingBox());
    }
    for (const place of places) expect(place).toEqual(places[0]);
    for (let click = 0; click < 3; click++) await visitor.page.keyboard.press('u');
  }
});
