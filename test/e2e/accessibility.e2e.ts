import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inView, newPerson, ready, soon } from './screens';
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
