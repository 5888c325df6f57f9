import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { importedFilms, USUAL_RULES } from '../../../src/data/import/imported-films';
import { readImport } from '../../../src/data/import/read-history';
import { matchFilms } from '../../../src/data/match/match-films';
import { LogFold } from '../../../src/state/log/fold';
import { planImport } from '../../../src/state/log/importing';
import { bundledDataset } from '../../fixtures/bundled';
import { bundledIndex } from '../../fixtures/imports/films';

const { catalogue } = bundledDataset();
const ROWS = 2000;
const items = Array.from({ length: ROWS }, (_, n) => (n * 4) % catalogue.count);
const day = (n: number) => `2022-01-${String(1 + (n % 28)).padStart(2, '0')}`;

const SHAPES = {
  letterboxd: items.map((item, n) => ({
    ...{ Date: day(n), Name: catalogue.title[item], Year: catalogue.year[item] },
    ...{ 'Letterboxd URI': `https://boxd.it/${n}`, Rating: (1 + (n % 10)) / 2 },
  })),
  imdb: items.map((item, n) => ({
    ...{ Const: `tt${String(catalogue.imdbId[item]).padStart(7, '0')}`, 'Your Rating': 1 + (n % 10) },
    ...{
      'Date Rated': day(n),
      Title: catalogue.title[item],
      'Title Type': 'movie',
      Year: catalogue.year[item],
    },
  })),
};

test.each(['letterboxd', 'imdb'] as const)(
  'two thousand rows of %s: find 97 in a hundred, none wrong, within 5 seconds from the bytes to the step',
  (origin) => {
    const index = bundledIndex();
    const bytes = new TextEncoder().encode(Papa.unparse(SHAPES[origin] as object[]));
    const start = performance.now();
    const { histories, refusals } = readImport([{ name: 'ratings.csv', bytes }]);
    const [{ source, rows, refused }] = histories;
    const matches = matchFilms(index, rows);
    const films = importedFilms(rows, matches, catalogue);
    const { step } = planImport(new LogFold(), films, {
      origin: source,
      rules: USUAL_RULES,
      now: Date.UTC(2026, 0),
    });
    expect(performance.now() - start).toBeLessThan(5000);
    expect([source, rows.length, refused, refusals]).toEqual([origin, ROWS, [], []]);
    const sure = matches.flatMap(({ rows: [row], outcome }) =>
      outcome.kind === 'sure' ? [{ meant: items[row], found: outcome.item }] : [],
    );
    expect(sure.filter(({ meant, found }) => meant !== found)).toEqual([]);
    expect(sure.length / ROWS).toBeGreaterThanOrEqual(0.97);
    expect(step).toHaveLength(sure.length);
  },
);
