import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { still } from '../states/state';
import { events, judge, ready, settle, soon, stateHash } from './screens';
import { playToTheEnd, scene } from './talk-steps';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeEach(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce', colorScheme: 'light' });
  page = visitor.page;
});
afterEach(async () => {
  expect(visitor.errors).toEqual([]);
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.failedRequests).toEqual([]);
  await visitor.leave();
});

async function openStage(): Promise<void> {
  await visitor.open('#/talk');
  await ready(page);
  await scene(page, 'Somebody new');
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const list = () => page.getByTestId('stage-title').allInnerTexts();
const clicks = () => page.getByText(/^\d+ of \d+ clicks$/).textContent();

test('talk: plays to its end, and leaves the presenter’s own profile as it was, when played at twenty times the speed', async () => {
  await visitor.open();
  await ready(page);
  for (const answer of ['Like', 'Dislike'] as const) await judge(page, answer);
  await settle(page);
  const before = { events: await events(page), hash: await stateHash(page) };
  await page.evaluate(() => {
    window.location.hash = '#/talk';
  });
  const { seconds, raceSeconds } = await playToTheEnd(page);
  // The script takes 29 seconds at this speed; the race takes what the machine takes.
  expect(seconds).toBeGreaterThan(20);
  expect(seconds - raceSeconds).toBeLessThan(45);
  await press('x');
  await scene(page, 'Somebody new');
  await page.getByText('0 clicks').waitFor();
  expect({ events: await events(page), hash: await stateHash(page) }).toEqual(before);
  await page.reload();
  await scene(page, 'Somebody new');
  await settle(page);
  expect(await stateHash(page)).toEqual(before.hash);
  expect((await events(page)).length).toBe(before.events.length);
});

test('talk: goes on, back and black when a clicker says so, and steps, replays, jumps and pauses by keys', async () => {
  await openStage();
  await press('PageDown');
  await scene(page, 'Every click moves the list');
  await press('p');
  await page.getByRole('button', { name: 'Play the whole talk' }).waitFor();
  expect(await clicks()).toBe('0 of 30 clicks');
  const favourites = await list();
  await press('s', 's', 's');
  await soon(clicks).toBe('3 of 30 clicks');
  await soon(list).not.toEqual(favourites);
  const third = await list();
  await press('s');
  await soon(list).not.toEqual(third);
  await press('r', '.');
  await soon(clicks).toBe('0 of 30 clicks');
  await soon(list).toEqual(favourites);
  await press('s', 's', 's');
  await soon(list).toEqual(third);

  await press('PageUp');
  await scene(page, 'Somebody new');
  await press(' ');
  await scene(page, 'Every click moves the list');
  await press('5');
  await scene(page, 'Forgetting, exactly');
  await press('Home');
  await scene(page, 'Somebody new');

  const black = page.getByRole('img', { name: /^Black screen/ });
  await press('b');
  await black.waitFor();
  await press('ArrowRight');
  await black.waitFor({ state: 'detached' });
  await press('?');
  await page.getByRole('heading', { name: 'Keys and clicker' }).waitFor();
  await press('Escape');
  await page.getByRole('heading', { name: 'Keys and clicker' }).waitFor({ state: 'detached' });
  await press('f');
  await soon(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await press('f');
  await soon(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
});

test('notes: follow the stage and drive it when they are open in a window of their own', async () => {
  await openStage();
  await press('n');
  const notes = page.getByRole('complementary', { name: 'Speaker’s notes' });
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    notes.getByRole('link', { name: 'Notes in a window of their own' }).click(),
  ]);
  await other.getByRole('heading', { level: 1, name: 'Speaker’s notes' }).waitFor();
  const now = other.getByRole('region', { name: 'The stage, now' });
  await now.getByText('1. Somebody new').waitFor();
  const elapsed = now.locator('dd').first();
  expect(await elapsed.textContent()).toBe('0:00');
  await page.bringToFront();
  await press('4', 'p');
  await now.getByText('4. The race, live').waitFor();
  await now.getByText('Holding.').waitFor();
  await other.bringToFront();
  await other.keyboard.press('PageDown');
  await scene(page, 'Forgetting, exactly');
  await now.getByText('5. Forgetting, exactly').waitFor();
  await soon(() => elapsed.textContent()).not.toBe('0:00');
});

test.each([
  [1280, 720],
  [390, 844],
])('talk: cuts nothing off on any scene when the screen is %i pixels wide', async (width, height) => {
  await page.setViewportSize({ width, height });
  await openStage();
  const found: string[] = [];
  const check = async (name: string) => {
    await still(page);
    const tooLarge = await page.evaluate(() => {
      const upright = window.innerWidth < 768;
      const body = 'section[aria-label="The scene"]';
      return ['html', '[data-stage]', body, '[data-testid="over"]'].flatMap((selector) => {
        const element = document.querySelector(selector);
        if (!element) return [];
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        // In the hand the scene is scrolled; a wall shows all of it.
        const cut = selector === body && !upright && scrollHeight > clientHeight;
        return scrollWidth > clientWidth || cut
          ? [`${selector} ${scrollWidth}x${scrollHeight} in ${clientWidth}x${clientHeight}`]
          : [];
      });
    });
    for (const line of tooLarge) found.push(`${name}: ${line}`);
  };
  const at = (name: string) => check(`${name}, ${width}`);
  await press('x');
  await at('newcomer');
  await press('2', 'p', 's', 's');
  await at('clicks');
  await press('3', 'p', 's');
  await at('why');
  await press('4', 'p');
  await at('race');
  await press('5', 'p', 's', 's');
  await at('forget');
  await press('s', 's');
  await at('end');
  await press('n');
  await at('notes');
  await press('?');
  await at('help');
  await press('/');
  await page.keyboard.type('alien');
  await page.getByRole('option').first().waitFor();
  await at('search');
  await press('Enter');
  await page.getByText('A question from the room').waitFor();
  await at('question');
  await visitor.open('#/talk/notes');
  await page.getByRole('heading', { level: 1, name: 'Speaker’s notes' }).waitFor();
  await check('notes page');
  expect(found).toEqual([]);
});
