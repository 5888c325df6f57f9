import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { STANDALONE } from '../../scripts/build.mjs';
import { ROOT, run } from '../../scripts/child.mjs';
import { NOT_KEPT } from './refusals';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
beforeAll(async () => {
  expect(await run(process.execPath, [join(ROOT, 'scripts/build-standalone.mjs')])).toBe(0);
  visitor = await newVisitor({ reducedMotion: 'reduce' });
}, 240_000);
afterAll(() => visitor.leave());

const titleIn = (frame: Frame) =>
  frame.getByRole('region', { name: 'The film to judge' }).getByRole('heading').textContent();

test('the single file works in a frame that is shut off from everything, and says that nothing is kept', async () => {
  const { page } = visitor;
  const body = await readFile(join(STANDALONE.folder, STANDALONE.page));
  await page.route('**/shut-off/film.html', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.route('**/shut-off/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><iframe sandbox="allow-scripts" src="film.html" width="1200" height="760"></iframe>',
    }),
  );
  await page.goto(new URL('shut-off/', inject('baseUrl')).href);
  const frame = page.frames()[1];
  await frame.getByRole('heading', { level: 1, name: 'Rate films' }).waitFor();
  expect(await frame.evaluate(() => window.origin)).toBe('null');
  await frame.waitForFunction(() => document.querySelector('[data-settling]') === null);
  const first = await titleIn(frame);
  await frame.getByRole('button', { name: 'Like', exact: true }).first().click();
  await expect.poll(() => titleIn(frame), { timeout: 30_000 }).not.toBe(first);
  await frame.getByRole('button', { name: 'Not kept' }).click();
  await frame.getByText(NOT_KEPT).waitFor();
  for (const screen of ['For you', 'My ratings', 'My model', 'Compare']) {
    await frame.getByRole('link', { name: screen, exact: true }).first().click();
    await frame.getByRole('heading', { level: 1 }).first().waitFor();
  }
  expect(visitor.errors).toEqual([]);
});
