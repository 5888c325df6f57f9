import { expect, test } from 'vitest';
import type { ChosenColumns } from '../../../src/data/import/chosen-columns';
import { readImport } from '../../../src/data/import/read-history';

const file = (text: string) => ({ name: 'mine/films.csv', bytes: new TextEncoder().encode(text) });
const read = (text: string, columns: ChosenColumns) =>
  readImport([file(text)], { columns: new Map([['mine/films.csv', columns]]) }).histories[0];

test('columns: are proposed by their names when no site is known by them', () => {
  const { offers, histories } = readImport([
    file('Film Title,Released,My Rating,Date Watched,imdbID\nHeat,1995,8,2020-01-02,tt0113277\n'),
  ]);
  expect(histories).toEqual([]);
  expect(offers).toEqual([
    {
      ...{ path: 'mine/films.csv', file: 'films.csv', rows: 2 },
      sample: [
        ['Film Title', 'Released', 'My Rating', 'Date Watched', 'imdbID'],
        ['Heat', '1995', '8', '2020-01-02', 'tt0113277'],
      ],
      proposal: {
        places: { title: 0, year: 1, rating: 2, date: 3, imdbId: 4 },
        ...{ scale: 10, hasHeader: true },
      },
    },
  ]);
});

test.each([
  ['3.5', 5],
  ['7', 10],
  ['85', 100],
  ['85 %', 100],
])('scale: is seen by the highest rating when that is %s', (rating, scale) => {
  const { offers } = readImport([file(`title,rating\nHeat,1\nUp,${rating}\n`)]);
  expect(offers[0].proposal?.scale).toBe(scale);
});

test('columns: are not proposed when nothing looks like a title', () => {
  expect(readImport([file('1,2003,Dinosaur Planet\n2,2004,Up\n')]).offers[0].proposal).toBeNull();
});

test('rows: are read by the columns that were chosen, with a header or without', () => {
  const text = 'Seven (a.k.a. Se7en) (1995),9\n"Matrix, The (1999)",\nUp,11\n';
  const places = { title: 0, rating: 1 };
  const { source, rows, refused } = read(text, { places, scale: 10, hasHeader: false });
  expect(source).toBe('csv');
  expect(rows).toEqual([
    {
      ...{ title: 'Seven', otherTitles: ['Se7en'], year: 1995, stars: 4.5, kind: 'rated' },
      ...{ file: 'films.csv', line: 1 },
    },
    { title: 'The Matrix', year: 1999, kind: 'watched', file: 'films.csv', line: 2 },
  ]);
  expect(refused).toEqual([
    { file: 'films.csv', line: 3, reason: 'the rating should be a number up to 10, found "11"' },
  ]);
  expect(read(text, { places, scale: 10, hasHeader: true }).rows.map(({ line }) => line)).toEqual([2]);
});

test.each([
  ['★★★½', 3.5],
  ['½', 0.5],
  ['4/5', 4],
  ['7/10', 3.5],
  ['80 %', 4],
  ['3,5', 3.5],
  ['0.1', 0.5],
])('stars: are read when a rating is written %s', (rating, stars) => {
  const rows = read(`title;rating\nHeat;${rating}\n`, {
    places: { title: 0, rating: 1 },
    ...{ scale: 5, hasHeader: true },
  }).rows;
  expect(rows).toEqual([expect.objectContaining({ stars })]);
});

test.each(['0', '-1', 'NaN', 'Infinity', '1e1', '5.5', '6/5', '★★★★★½★'])(
  'stars: are refused when a rating is written %s',
  (rating) => {
    const { rows, refused } = read(`title;rating\nHeat;${rating}\n`, {
      places: { title: 0, rating: 1 },
      ...{ scale: 5, hasHeader: true },
    });
    expect([rows.length, refused.length]).toEqual([0, 1]);
  },
);
