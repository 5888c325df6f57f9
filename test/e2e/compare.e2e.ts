import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { commandFile, ROOT } from '../../scripts/child.mjs';
import { judge, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

/** Two copies of Playwright's types, one class. */
let visitor: Visitor;
afterEach(() => visitor.leave());

const MODELS = 'constant,user-constant,popularity,bias,wnn,user-knn';
const QUERY = `protocol=paper&users=60&ratings=30&readout=window&seed=5&models=${MODELS}`;
/** What people click, taught to the model that the app builds from it. */
const CLICKS = `protocol=new-user&feedback=clicks&readout=window&fit=quick&folds=2&seed=5&models=${MODELS}`;

/** Goes on for longer than any test looks at it. */
const LONG = 'protocol=paper&users=200&ratings=0';

const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });

async function openCompare(query = QUERY): Promise<Page> {
  visitor = await newVisitor({ acceptDownloads: true });
  await visitor.open(`#/compare?${query}`);
  await run(visitor.page).waitFor();
  return visitor.page;
}

/** Waits until something of the run has been measured. */
const measured = (page: Page) =>
  page.getByTestId('figures').locator('td[data-column="within1Star"]', { hasText: /\d/ }).first().waitFor();

async function runToEnd(page: Page): Promise<void> {
  await run(page).click();
  await page.getByText(/· took \d/).waitFor({ timeout: 90_000 });
}

/** The printed figures by model and column, timings left out. */
async function figuresOf(table: Locator): Promise<Record<string, Record<string, string>>> {
  const rows = await table.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      model: row.getAttribute('data-model') ?? '',
      cells: [...row.querySelectorAll('td[data-column]')].map((cell) => [
        cell.getAttribute('data-column') ?? '',
        cell.textContent ?? '',
      ]),
    })),
  );
  return Object.fromEntries(
    rows.map(({ model, cells }) => [
      model,
      Object.fromEntries(cells.filter(([name]) => !name.endsWith('Ms'))),
    ]),
  );
}

/** The same out of the command line's table. */
function figuresIn(output: string): Record<string, Record<string, string>> {
  const blocks = output
    .split('\n\n')
    .map((block) => block.split('\n').map((line) => line.trim().split(/\s{2,}/)));
  const [head, ...rows] = blocks.find(([first]) => first[0] === 'model') ?? [[]];
  return Object.fromEntries(
    rows.map(([model, ...cells]) => [
      model,
      Object.fromEntries(
        cells.map((cell, c) => [head[c + 1], cell]).filter(([name]) => !name.endsWith('Ms')),
      ),
    ]),
  );
}

test.each([
  ['of the fair race', QUERY],
  ['from clicks', CLICKS],
])(
  'compare: shows the figures of the command line %s, to the last printed digit, when the copied command is run',
  async (_, query) => {
    const page = await openCompare(query);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await runToEnd(page);
    await page.getByRole('button', { name: 'Copy the command that reproduces it' }).click();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    expect(command).toMatch(/^npm run evaluate -- /);

    const args = command.split(' ').slice(4);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [commandFile('tsx'), join(ROOT, 'src/cli/evaluate.ts'), ...args, '--no-cache'],
      { cwd: ROOT },
    );
    const shown = await figuresOf(page.getByTestId('figures'));
    expect(Object.keys(shown)).toEqual(MODELS.split(','));
    expect(shown).toEqual(figuresIn(stdout));
    expect(visitor.errors).toEqual([]);
    expect(visitor.foreignRequests).toEqual([]);
  },
);

test('compare: ends a run at once when it is cancelled, and starts the next one without a reload', async () => {
  const page = await openCompare(`${LONG}&seed=1`);
  await run(page).click();
  await measured(page);
  const rows = page.getByTestId('figures').locator('tbody tr');
  expect(await rows.count()).toBe(
    await page.getByRole('list', { name: 'Systems in the charts' }).getByRole('listitem').count(),
  );
  const cancelled = page.getByText('Cancelled: what had been measured until then.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await cancelled.waitFor();
  await page.evaluate((query) => {
    window.location.hash = `#/compare?${query}`;
  }, QUERY);
  await runToEnd(page);
  expect(visitor.errors).toEqual([]);
});

test('compare: lists a run as interrupted, with its settings, when its tab was closed', async () => {
  const page = await openCompare(`${LONG}&seed=9`);
  await run(page).click();
  await measured(page);
  const next = await page.context().newPage();
  await page.close();
  await next.goto(new URL('#/compare', page.url()).href);
  const row = next.getByRole('region', { name: 'Kept runs' }).getByRole('listitem').first();
  await row.getByText(/interrupted/).waitFor();
  expect(await row.getByRole('link', { name: 'Settings' }).getAttribute('href')).toContain('seed=9');
});

test('compare: exports CSV, JSON, SVG and PNG that open when a run is done', async () => {
  const page = await openCompare();
  await runToEnd(page);
  const save = async (within: Locator, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      within.getByRole('button', { name, exact: true }).first().click(),
    ]);
    return readFile(await download.path());
  };
  const article = page.getByRole('article');
  const csv = Papa.parse<Record<string, string>>((await save(article, 'CSV')).toString(), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  expect(csv.data.map(({ model }) => model)).toEqual(MODELS.split(','));
  const json = JSON.parse((await save(article, 'JSON')).toString());
  expect(json).toMatchObject({ settings: { seed: 5 }, data: { checksum: csv.data[0].data_checksum } });

  // A page of nobody's: the app's own policy lets no text become a document.
  const judge = await page.context().newPage();
  for (const title of ['Where they stand', 'Accuracy so far']) {
    const card = page.getByRole('region', { name: title });
    await soon(() => card.locator('svg path').count()).toBeGreaterThan(1);
    const svg = (await save(card, 'SVG')).toString();
    const png = await save(card, 'PNG');
    const seen = await judge.evaluate(
      async ([text, bytes]) => {
        const parsed = new DOMParser().parseFromString(text as string, 'image/svg+xml');
        const bitmap = await createImageBitmap(
          new Blob([new Uint8Array(bytes as number[])], { type: 'image/png' }),
        );
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        const colors = new Set<number>();
        for (let p = 0; p < data.length; p += 4)
          colors.add((data[p] << 16) | (data[p + 1] << 8) | data[p + 2]);
        return {
          broken: parsed.querySelector('parsererror')?.textContent ?? null,
          drawn: parsed.querySelectorAll('path, rect, line, circle').length,
          unresolved: (text as string).includes('var('),
          colors: colors.size,
        };
      },
      [svg, [...png]],
    );
    expect(seen).toMatchObject({ broken: null, unresolved: false });
    expect(seen.drawn).toBeGreaterThan(10);
    expect(seen.colors).toBeGreaterThan(8);
  }
});

test('compare: runs one’s own MovieLens files without a request when they are read, and says why when they cannot be', async () => {
  const page = await openCompare();
  const zip = page.getByLabel('MovieLens zip file');
  await zip.setInputFiles({
    name: 'holiday.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('not a zip'),
  });
  await page.getByText(/holiday.zip cannot be unpacked/).waitFor();

  const movies = [
    'movieId,title,genres',
    ...Array.from({ length: 40 }, (_, m) => `${m + 1},Film ${m} (1999),Drama`),
  ];
  const ratings = ['userId,movieId,rating,timestamp'];
  for (let user = 1; user <= 30; user++) {
    for (let movie = 1; movie <= 25; movie++)
      ratings.push(`${user},${movie},${1 + ((user * movie) % 5)},${user * 100 + movie}`);
  }
  const buffer = Buffer.from(
    zipSync({
      'ml/movies.csv': strToU8(`${movies.join('\n')}\n`),
      'ml/ratings.csv': strToU8(`${ratings.join('\n')}\n`),
    }),
  );
  await zip.setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer });
  await page.getByText('mine.zip: 40 films, 750 ratings by 30 users.').waitFor();
  await page.evaluate(() => {
    window.location.hash = '#/compare?protocol=paper&users=20&ratings=20&seed=1&models=bias';
  });
  await runToEnd(page);
  expect(await page.getByTestId('figures').locator('tbody tr').count()).toBe(3);
  expect(visitor.foreignRequests).toEqual([]);
});

test('duel: plays the clicks given so far, and one more when a film is liked in another tab', async () => {
  visitor = await newVisitor();
  await visitor.open('#/rate');
  const { page } = visitor;
  await ready(page);
  for (let click = 0; click < 4; click++) await judge(page, 'Like');
  await settle(page);
  const second = await page.context().newPage();
  await second.goto(new URL('#/compare', page.url()).href);
  await second.getByRole('tab', { name: 'Your own duel' }).click();
  await second.getByText(/^4 clicks, 0 of them/).waitFor({ timeout: 60_000 });
  await judge(page, 'Like');
  await second.getByText(/^5 clicks, 0 of them/).waitFor({ timeout: 90_000 });
  await second
    .getByRole('row', { name: /constant 5 of 5/ })
    .first()
    .waitFor({ timeout: 90_000 });
});
