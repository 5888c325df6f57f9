import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsOn } from './axe';
import { goTo, inView, judge, newPerson, ready, soon } from './screens';
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
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await newPerson(page);
});
afterAll(() => visitor.leave());

/** Every screen with something on it, each brought up as a visitor would. */
const SCREENS: Record<string, () => Promise<void>> = {
  rate: () => goTo(page, 'Rate'),
  'for you, with reasons': async () => {
    await goTo(page, 'For you');
    await page.getByRole('button', { name: /^Why / }).first().click();
    await page.getByText('Starting point').waitFor();
  },
  'my ratings': () => goTo(page, 'My ratings'),
  'my model, opened up': async () => {
    await goTo(page, 'My model');
    await page.getByText('How this is read out of the memory').click();
    await page.getByRole('button', { name: 'The same as a table' }).click();
    await page.getByRole('rowheader', { name: 'starting point' }).waitFor();
  },
  about: async () => {
    await page.getByRole('link', { name: 'About', exact: true }).click();
    await page.getByRole('heading', { name: 'About Weightless' }).waitFor();
  },
};

test('screens: give axe nothing to find when seen in daylight and in the dark, on a phone and on a desktop', async () => {
  for (const answer of ['Like', 'Dislike', 'Haven’t seen'] as const) await judge(page, answer);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ]) {
      await page.setViewportSize({ width, height });
      for (const [name, show] of Object.entries(SCREENS)) {
        await show();
        for (const line of await violationsOn(page)) found.push(`${name}, ${colorScheme}, ${width}: ${line}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('menus, dialogs and search results: give axe nothing to find when they are open', async () => {
  const found: string[] = [];
  const check = async (name: string) => {
    for (const line of await violationsOn(page)) found.push(`${name}: ${line}`);
  };
  await page.getByRole('searchbox').fill('star wars');
  await page.getByRole('option').first().waitFor();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await check(`search results, ${colorScheme}`);
  }
  await page.getByRole('searchbox').fill('no such film');
  await page.getByText('No film called').waitFor();
  await check('no search results');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByText('Your ratings are kept in this browser').waitFor();
  await check('where ratings are kept');
  await page.keyboard.press('Escape');

  for (const entry of [/^Add a person/, /^Rename/, /^Delete/]) {
    await page.getByRole('button', { name: 'Profile: ' }).click();
    await page.getByRole('menuitem', { name: entry }).waitFor();
    if (entry.test('Delete')) await check('profile menu');
    await page.getByRole('menuitem', { name: entry }).click();
    await page.getByRole('dialog').waitFor();
    await check(String(entry));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
});

test('screens: are no wider than the page when it is 320 pixels wide', async () => {
  await judge(page, 'Like');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [name, show] of Object.entries(SCREENS)) {
    await show();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([name, width]).toEqual([name, 320]);
  }
});

/** Likes the film that is up, on a page that is still. @returns the most that moved at once in the frames after */
async function movedBy(): Promise<number> {
  await ready(page);
  await inView(page);
  await soon(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  return page.evaluate(async () => {
    const running = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Like')?.click();
    let most = 0;
    for (let frame = 0; frame < 4; frame++) {
      await new Promise(requestAnimationFrame);
      most = Math.max(most, running());
    }
    return most;
  });
}

test('motion: follows a click, but not when the device asks for stillness', async () => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.reload();
  expect(await movedBy()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  expect(await movedBy()).toBe(0);
});
