import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { bundledDataset } from '../fixtures/bundled';
import { newPerson, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

const { catalogue } = bundledDataset();
const ROWS = 2000;
const items = Array.from({ length: ROWS }, (_, n) => (n * 4) % catalogue.count);
const day = (n: number) => `2022-01-${String(1 + (n % 28)).padStart(2, '0')}`;
const imdbId = (item: number) => `tt${String(catalogue.imdbId[item]).padStart(7, '0')}`;

const SHAPES = {
  letterboxd: items.map((item, n) => ({
    ...{ Date: day(n), Name: catalogue.title[item], Year: catalogue.year[item] },
    ...{ 'Letterboxd URI': `https://boxd.it/${n}`, Rating: (1 + (n % 10)) / 2 },
  })),
  imdb: items.map((item, n) => ({
    ...{ Const: imdbId(item), 'Your Rating': 1 + (n % 10), 'Date Rated': day(n) },
    ...{ Title: catalogue.title[item], 'Title Type': 'Movie', Year: catalogue.year[item] },
  })),
};

/** A row as a person labelled it (data/match/labelled.test.ts). */
interface Labelled {
  source: string;
  title: string;
  year: string;
  imdbId: string;
  movieId: string;
  ambiguous: string;
}

let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await newVisitor({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
beforeEach(async () => {
  await newPerson(page);
  await page.evaluate(async () => {
    // What the last person did not add is theirs.
    (await window.weightless.imports()).getState().actions.cancel();
    window.location.hash = '#/your-data/import';
  });
});
afterAll(() => visitor.leave());

/** Picks a file and waits for the review. @returns milliseconds that it took */
async function pick(rows: object[]): Promise<number> {
  const field = page.locator('input[aria-label="Files of an export"]');
  const buffer = Buffer.from(Papa.unparse(rows));
  await field.waitFor({ state: 'attached' });
  const begun = performance.now();
  await field.setInputFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name: 'What was found' }).waitFor();
  return performance.now() - begun;
}

/** What became of each row: the MovieLens id where it was found for sure, else how it stands, with the candidates. */
const outcomes = () =>
  page.evaluate(async () => {
    const { at } = (await window.weightless.imports()).getState();
    const { status } = window.weightless.session.getState();
    if (at.step !== 'review' || status.phase !== 'ready') throw new Error(`The import is ${at.step}.`);
    const { movieId } = status.library.catalogue;
    const found: { sure?: number; offered: number[] }[] = [];
    for (const { rows, outcome } of at.found[0].matches) {
      const offered = outcome.kind === 'doubtful' ? outcome.candidates.map((item) => movieId[item]) : [];
      for (const row of rows)
        found[row] = { offered, ...(outcome.kind === 'sure' && { sure: movieId[outcome.item] }) };
    }
    return found;
  });

/** Presses Add. @returns milliseconds for which the page stood still, and until the next frame was drawn */
const add = () =>
  page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
      /^Add [\d,]+ films?$/.test(textContent ?? ''),
    );
    const begun = performance.now();
    button?.click();
    const still = performance.now() - begun;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return { still, drawn: performance.now() - begun };
  });

test.each(['letterboxd', 'imdb'] as const)(
  'two thousand rows of %s: are found within 5 seconds, none wrong, and added within one without the list lagging behind',
  async (source) => {
    const read = await pick(SHAPES[source]);
    const found = await outcomes();
    const wrong = found.filter(
      ({ sure }, row) => sure !== undefined && sure !== catalogue.movieId[items[row]],
    );
    const sure = found.filter((outcome) => outcome.sure !== undefined).length;
    const { still, drawn } = await add();
    const { opinions, list } = await page.evaluate(() => {
      const { opinions, recommendations } = window.weightless.model.getState();
      return { opinions: opinions.size, list: recommendations.length };
    });
    const begun = performance.now();
    await settle(page);
    const saved = performance.now() - begun;
    const [readMs, stillMs, drawnMs, savedMs] = [read, still, drawn, saved].map(Math.round);
    process.stdout.write(
      `${source}: ${ROWS} rows read and matched in ${readMs} ms, ${sure} found, ${wrong.length} wrong; ` +
        `added with the list in ${stillMs} ms, drawn after ${drawnMs} ms, saved ${savedMs} ms later\n`,
    );
    expect(wrong).toEqual([]);
    expect(sure / ROWS).toBeGreaterThanOrEqual(0.97);
    expect(read).toBeLessThan(5000);
    expect([opinions, list]).toEqual([sure, 60]);
    expect(still).toBeLessThan(1000);
    expect(
      await page.evaluate(async () => (await window.weightless.model.getState().check())?.identical),
    ).toBe(true);
    expect(visitor.errors).toEqual([]);
  },
);

test.each(['letterboxd', 'imdb'])(
  'labelled rows of %s: 97 in a hundred are found and none is wrong',
  async (name) => {
    const text = readFileSync(join(ROOT, 'test/fixtures/imports/labelled.csv'), 'utf8');
    const all = Papa.parse<Labelled>(text, { header: true, skipEmptyLines: true }).data;
    const rows = all.filter(({ source }) => source === name);
    const asImdb = rows.map((row) => ({
      ...{ Const: row.imdbId, 'Your Rating': 8, 'Date Rated': '2022-01-01' },
      ...{ Title: row.title, 'Title Type': 'Movie', Year: row.year },
    }));
    const asLetterboxd = rows.map((row, n) => ({
      ...{ Date: '2022-01-01', Name: row.title, Year: row.year },
      ...{ 'Letterboxd URI': `https://boxd.it/${n}`, Rating: 4 },
    }));
    await pick(name === 'imdb' ? asImdb : asLetterboxd);
    const found = await outcomes();
    const wrong = rows.filter(
      ({ movieId }, n) => found[n].sure !== undefined && String(found[n].sure) !== movieId,
    );
    const here = rows.flatMap(({ movieId, ambiguous }, n) =>
      movieId !== '' && !ambiguous ? [found[n]] : [],
    );
    const sure = here.filter((outcome) => outcome.sure !== undefined).length;
    process.stdout.write(`${name}: ${sure} of ${here.length} labelled films found, ${wrong.length} wrong\n`);
    expect(wrong).toEqual([]);
    expect(sure / here.length).toBeGreaterThanOrEqual(0.97);
  },
);
