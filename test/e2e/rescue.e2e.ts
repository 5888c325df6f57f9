import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { judge, opinions, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

/** Presses a button that saves a file. @returns what is in it */
async function saved(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await file.path(), 'utf8'));
}

const kindsIn = (events: { kind: string }[]) => events.map(({ kind }) => kind).sort();

async function rateTwo(page: Page): Promise<void> {
  await ready(page);
  await judge(page, 'Like');
  await judge(page, 'Dislike');
  await settle(page);
}

test('a page whose script never comes saves what is stored, and copies what went wrong', async () => {
  visitor = await newVisitor({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = visitor;
  await visitor.open();
  await rateTwo(page);
  await page.route('**/assets/first-*.js', (route) => route.fulfill({ status: 404 }));
  await page.reload();
  const file = await saved(page, 'Save my data');
  expect(file).toMatchObject({ format: 'weightless-tables', version: 1, unsaved: [] });
  expect(kindsIn(file.tables.events.filter(({ seq }: { seq: number }) => seq > 0))).toEqual([
    'dislike',
    'like',
  ]);
  expect(file.tables.profiles).toHaveLength(1);
  await page.getByRole('button', { name: 'Copy details' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const details = await page.evaluate(() => navigator.clipboard.readText());
  expect(details).toMatch(/^http:\S+\n[^\n]+\nNot loaded: http:\S+\/assets\/first-/);
});

test('an app that cannot start saves what is stored, which another browser takes', async () => {
  visitor = await newVisitor();
  const { page } = visitor;
  await visitor.open();
  await rateTwo(page);
  await page.route('**/data/films.bin*', (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await page.getByText('Weightless cannot start').waitFor();
  const file = await saved(page, 'Save my data');
  expect(kindsIn(file.tables.events.filter(({ seq }: { seq: number }) => seq > 0))).toEqual([
    'dislike',
    'like',
  ]);
  await visitor.leave();

  visitor = await newVisitor();
  await visitor.open('#/your-data');
  const input = visitor.page.getByRole('region', { name: 'A backup file' }).locator('input[type=file]');
  await input.setInputFiles({
    ...{ name: 'weightless-data.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const dialog = visitor.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await soon(() => opinions(visitor.page)).toHaveLength(2);
});

test('a screen that does not open saves also what only the page holds', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  const { page } = visitor;
  await page.route('**/assets/MyModelScreen-*.js', (route) => route.fulfill({ status: 404 }));
  await visitor.open();
  await rateTwo(page);
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'UnknownError');
    };
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no', 'UnknownError');
    };
  });
  await judge(page, 'So-so');
  await page.getByRole('navigation').getByRole('link', { name: 'My model', exact: true }).click();
  await page.getByText('This screen does not open').waitFor();
  const file = await saved(page, 'Save my data');
  expect(kindsIn(file.unsaved)).toEqual(['dislike', 'like', 'so-so']);
  expect(file.problem).toContain('no');
});
