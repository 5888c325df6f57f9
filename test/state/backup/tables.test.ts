import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../../src/data/catalogue';
import { readImport } from '../../../src/data/import/read-history';
import { createFilmIndex } from '../../../src/data/match/film-index';
import { matchFilms } from '../../../src/data/match/match-films';
import type { UnsavedEvent } from '../../../src/events/rating-event';
import { csvText, defuse } from '../../../src/lib/text/csv-cell';
import { listCsv, listText } from '../../../src/state/backup/lists';
import { ratingsCsv } from '../../../src/state/backup/ratings-csv';
import type { ModelFacts } from '../../../src/state/profile/model-state';
import { bundledDataset } from '../../fixtures/bundled';
import { bundledIndex } from '../../fixtures/imports/films';

const { catalogue } = bundledDataset();
const itemOf = new Map([...catalogue.movieId].map((id, item) => [id, item]));
const library = { catalogue, itemOf };
const DAY = Date.UTC(2020, 1, 29, 12);

let made = 0;
const event = (movieId: number, kind: string, more = {}) =>
  ({
    ...{
      id: `e${made++}`,
      profileId: 'p',
      time: 1000 * made,
      movieId,
      place: 'rate',
      predictionVisible: false,
    },
    ...{ kind, choices: 3, ...more },
  }) as UnsavedEvent;
const read = (text: string, name = 'ratings.csv') => {
  const files = [{ name, bytes: new TextEncoder().encode(text) }];
  const first = readImport(files);
  const columns = new Map(
    first.offers.flatMap(({ path, proposal }) => (proposal ? [[path, proposal] as const] : [])),
  );
  const { histories, refusals } = readImport(files, { columns });
  expect(refusals).toEqual([]);
  expect(histories.flatMap(({ refused }) => refused)).toEqual([]);
  return histories.flatMap(({ rows }) => rows);
};

test('ratings: give stars as given elsewhere, else the middle of the answer, of what stands alone', () => {
  const [a, b, c, d, e] = catalogue.movieId;
  const undone = event(e, 'like');
  const log = [
    ...[event(a, 'like'), event(b, 'so-so'), event(c, 'dislike'), event(d, 'unseen'), undone],
    event(e, 'undo', { of: undone.id, choices: undefined }),
    event(a, 'dislike', { stars: 1.5, origin: 'letterboxd', about: DAY }),
    event(c, 'like', { stars: 5 }),
  ];
  const lines = ratingsCsv('movielens', log, library).trim().split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
    'userId,movieId,rating',
    ...[`1,${b},3.0`, `1,${c},5.0`, `1,${a},1.5`],
  ]);
  expect(lines[3]).toMatch(new RegExp(`,${DAY / 1000}$`));
  const { data } = Papa.parse<Record<string, string>>(ratingsCsv('letterboxd', log, library).trim(), {
    header: true,
  });
  expect(data).toMatchObject([
    { Rating: '3', WatchedDate: '' },
    { Rating: '5', WatchedDate: '' },
    { Title: catalogue.title[0], Year: String(catalogue.year[0]), Rating: '1.5', WatchedDate: '2020-02-29' },
  ]);
  expect(data[2].imdbID).toMatch(/^tt\d{7,}$/);
});

test('ratings: are read back by the import as the very films and stars, in both forms', () => {
  const log = [...catalogue.movieId].map((movieId, item) =>
    event(movieId, 'like', { stars: ((item % 10) + 1) / 2 }),
  );
  for (const form of ['movielens', 'letterboxd'] as const) {
    const rows = read(ratingsCsv(form, log, library));
    expect(rows).toHaveLength(catalogue.count);
    const wrong = matchFilms(bundledIndex(), rows).filter(({ outcome, rows: [row] }) => {
      const stars = ((row % 10) + 1) / 2;
      const item = outcome.kind === 'sure' ? outcome.item : -1;
      return rows[row].stars !== stars || item !== row;
    });
    expect(wrong.length).toBe(0);
  }
});

test('cells: are defused where a spreadsheet would compute them, and the titles are still found by name', () => {
  const titles = ['=1+1', '+1 day', '-30-', '@home', '\tTab', '\rReturn', 'Plain', "'quoted"];
  expect(titles.map(defuse)).toEqual([
    ...["'=1+1", "'+1 day", "'-30-", "'@home", "'\tTab", "'\rReturn", 'Plain'],
    "'quoted",
  ]);
  const world = {
    ...catalogue,
    title: [...catalogue.title],
    tmdbId: catalogue.tmdbId.slice(),
    imdbId: catalogue.imdbId.slice(),
  };
  const named = ['+1 day', '-30-', '@home'];
  for (const [item, title] of named.entries()) {
    world.title[item] = title;
    world.tmdbId[item] = 0;
    world.imdbId[item] = 0;
  }
  const log = named.map((_, item) => event(world.movieId[item], 'like'));
  const text = ratingsCsv('letterboxd', log, { catalogue: world as Catalogue, itemOf });
  expect(text).toContain("'-30-");
  const matches = matchFilms(createFilmIndex(world as Catalogue), read(text));
  expect(matches.map(({ outcome }) => outcome.kind === 'sure' && outcome.item)).toEqual([0, 1, 2]);
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })), (rows) => {
      const { data } = Papa.parse<string[]>(csvText(rows), { newline: '\r\n', skipEmptyLines: false });
      expect(data.slice(0, rows.length)).toEqual(rows.map((row) => row.map(defuse)));
      for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('lists: are as they are shown, as a table and as text', () => {
  const facts = {
    recommendations: [3, 1].map((item) => ({ item, match: 0.876 })),
    wanted: new Set([2, 0]),
  } as unknown as ModelFacts;
  const { title, year } = catalogue;
  expect(listText('for-you', facts, catalogue)).toBe(
    `1. ${title[3]} (${year[3]})\n2. ${title[1]} (${year[1]})\n`,
  );
  const { data } = Papa.parse<Record<string, string>>(listCsv('for-you', facts, catalogue).trim(), {
    header: true,
  });
  expect(data).toMatchObject([
    { Place: '1', Title: title[3], Match: '88' },
    { Place: '2', Title: title[1], Match: '88' },
  ]);
  const wished = listText('want-to-see', facts, catalogue).trim().split('\n');
  expect(wished.map((line) => line.replace(/^\d\. /, '')).sort()).toEqual(
    [0, 2].map((item) => `${title[item]} (${year[item]})`).sort(),
  );
});
