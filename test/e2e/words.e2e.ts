import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, newPerson, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

/** Text that would be something else than text, if anything took it for more. */
const WORDS = [
  '<img src=x onerror="window.let_in = 1">',
  '<script>window.let_in = 1</script>',
  '__proto__',
  'constructor',
];

let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
afterAll(() => visitor.leave());

/** What got in, in any of the ways there are. */
const letIn = () =>
  page.evaluate(() => ({
    ran: 'let_in' in window,
    elements: document.querySelectorAll('[onerror], #root script').length,
    prototype: Object.keys(Object.prototype),
  }));
const NOTHING = { ran: false, elements: 0, prototype: [] };

test.each(WORDS)('words: %s is a name of a person like any other', async (word) => {
  await page.evaluate((name) => window.weightless.profiles.getState().create(name), word);
  await ready(page);
  const menu = page.getByRole('button', { name: /^Profile: / });
  await soon(() => menu.textContent()).toBe(word);
  await judge(page, 'Like');
  await settle(page);
  await page.reload();
  await ready(page);
  expect(await menu.textContent()).toBe(word);
  expect(await letIn()).toEqual(NOTHING);
});

test.each(WORDS)(
  'words: %s in the search and in an address finds nothing and breaks nothing',
  async (word) => {
    await newPerson(page);
    const box = page.getByRole('searchbox', { name: 'Find a film by title' });
    await box.fill(word);
    await box.press('Escape');
    await page.goto('about:blank');
    await visitor.open(`#/compare?models=${encodeURIComponent(word)}&protocol=${encodeURIComponent(word)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await letIn()).toEqual(NOTHING);
    await visitor.open('#/rate');
    await ready(page);
    expect(visitor.errors).toEqual([]);
  },
);
