import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../../src/data/import/read-history';
import { wantedFiles } from '../../../src/data/import/wanted-files';
import { createFilmIndex } from '../../../src/data/match/film-index';
import { matchFilms } from '../../../src/data/match/match-films';
import { makeDataset } from '../../fixtures/small-world';

const HEADERS = [
  'Date,Name,Year,Letterboxd URI,Rating',
  'Const,Your Rating,Date Rated,Title,URL,Title Type,Year',
  'TMDb ID,IMDb ID,Type,Name,Release Date,Your Rating,Date Rated',
  'movie_id,imdb_id,tmdb_id,rating,average_rating,title',
  'userId,movieId,rating,timestamp',
  'title,rating,year',
];
const file = (text: string, name = 'ratings.csv') => ({ name, bytes: new TextEncoder().encode(text) });
const index = createFilmIndex(makeDataset(3, 30).catalogue);

/** Reads and matches, as an import does. */
function take(text: string, name?: string): void {
  const columns = new Map([
    ['ratings.csv', { places: { title: 0, rating: 1, year: 2 }, scale: 5, hasHeader: true }],
  ]);
  for (const choices of [{}, { columns }]) {
    const { histories, refusals, offers } = readImport([file(text, name)], choices);
    for (const { rows, refused } of histories) {
      matchFilms(index, rows);
      for (const row of rows) {
        if (row.stars !== undefined)
          expect([row.stars * 2, row.stars]).toEqual([
            Math.round(row.stars * 2),
            Math.min(5, Math.max(0.5, row.stars)),
          ]);
        if (row.date !== undefined) expect(Number.isFinite(row.date)).toBe(true);
      }
      for (const { reason } of refused) expect(reason.length).toBeLessThan(200);
    }
    for (const sentence of refusals) expect(sentence).toMatch(/^[^\p{C}]{10,300}\.$/u);
    expect(histories.length + refusals.length + offers.length).toBeGreaterThan(0);
  }
}

test('files of any bytes: are read or refused with a sentence, never an error', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\r\n',
      '::',
      '\0',
      '\u202e',
      '__proto__',
      'constructor',
      '2020-01-01',
    ),
    fc.constantFrom(
      'The Matrix',
      '1999',
      '3.5',
      'tt0133093',
      '{',
      '}',
      '[',
      ']',
      '{"movie":',
      '"rating":',
      '1,1,5,978300760',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const header = fc.constantFrom('', ...HEADERS.map((line) => `${line}\n`));
  fc.assert(
    fc.property(header, text, (first, rest) => take(first + rest)),
    { numRuns: 500 },
  );
});

test('JSON of any shape: is read or refused with a sentence, never an error', () => {
  const name = fc.constantFrom(
    'movie',
    'show',
    'rating',
    'ratings',
    'ids',
    'imdb',
    'tmdb',
    'title',
    'year',
    '__proto__',
    'watched_at',
    'constructor',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, true, 7, 1e300, -1, 'tt0133093', '2020-01-01T00:00:00Z', 'Heat'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(name, tie('tree')), { maxLength: 4 }).map((fields) => Object.fromEntries(fields)),
    ),
  }));
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (value) =>
      take(JSON.stringify(value), 'ratings.json'),
    ),
    { numRuns: 500 },
  );
});

test('ordinary words: stay words when objects have fields of these names', () => {
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
  const text = `title,rating,year\n${words.map((word) => `${word},4,1999`).join('\n')}\n`;
  take(text);
  take(`${words.join(',')}\n${words.join(',')}\n`);
  take(
    '[{"__proto__": {"rating": 5}, "movie": {"title": "X", "__proto__": {"year": 1999}}, "rating": 3}]',
    'a.json',
  );
  expect(({} as Record<string, unknown>).rating).toBeUndefined();
});

test.each([
  ' ',
  '(',
  ')',
  '"',
  '""',
  ',',
  'a,',
  '\t',
  '0',
  '1.',
  '★',
  '-',
  'x ',
  ', The',
  '\u0301',
  '[',
  '{"a":',
  '::',
  '/tt1',
  ' or ',
])('a cell, a line or a file of 200 kB of %j: takes a moment', (piece) => {
  const long = piece.repeat(200_000 / piece.length);
  const start = performance.now();
  for (const header of HEADERS) {
    const width = header.split(',').length;
    take(`${header}\n${Array(width).fill(long).join(',')}\n`);
    take(`${header}\n${long}`);
    take(`${header}\n"${long}",${long}\n`);
  }
  take(long);
  take(`[{"rating": 5, "movie": {"title": ${JSON.stringify(long)}}}]`, 'a.json');
  take(long, 'a.json');
  expect(performance.now() - start).toBeLessThan(8000);
});

test('wanted files: are those of the export when deleted ones and lists are in the zip', () => {
  const paths = [
    ...[
      'profile.csv',
      'ratings.csv',
      'watched.csv',
      'diary.csv',
      'watchlist.csv',
      'reviews.csv',
      'comments.csv',
    ],
    ...['likes/films.csv', 'likes/reviews.csv', 'deleted/diary.csv', 'orphaned/diary.csv', 'lists/best.csv'],
  ];
  const wanted = ['ratings.csv', 'watched.csv', 'diary.csv', 'watchlist.csv', 'likes/films.csv'];
  expect(wantedFiles(paths)).toEqual(wanted);
  expect(wantedFiles(paths.map((path) => `letterboxd-me\\${path.replace('/', '\\')}`))).toHaveLength(5);
  expect(
    wantedFiles(['ml/ratings.csv', 'ml/movies.csv', '__MACOSX/ml/._ratings.csv', 'ml/photo.png']),
  ).toEqual(['ml/ratings.csv', 'ml/movies.csv']);
  expect(wantedFiles(['watched-movies.json', 'ratings-movies.json', 'README.md'])).toHaveLength(2);
});
