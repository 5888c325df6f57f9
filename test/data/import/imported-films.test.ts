import { expect, test } from 'vitest';
import type { ImportRow } from '../../../src/data/import/history';
import { importedAnswer, importedFilms, USUAL_RULES } from '../../../src/data/import/imported-films';
import { createFilmIndex } from '../../../src/data/match/film-index';
import { matchFilms } from '../../../src/data/match/match-films';
import { answerOf } from '../../../src/data/opinion';
import { makeCatalogue } from '../../fixtures/small-world';

const catalogue = makeCatalogue(3, 30);
const index = createFilmIndex(catalogue);

function row(item: number, kind: ImportRow['kind'], more: Partial<ImportRow> = {}): ImportRow {
  return {
    title: catalogue.title[item],
    year: catalogue.year[item],
    kind,
    file: 'ratings.csv',
    line: 2,
    ...more,
  };
}

const filmsOf = (rows: ImportRow[], decided?: ReadonlyMap<number, number | null>) =>
  importedFilms(rows, matchFilms(index, rows), catalogue, decided);

test('rows of one film: say together what was seen, how it is rated now, and when', () => {
  const rows = [
    row(4, 'watched', { file: 'watched.csv', date: 50 }),
    row(4, 'rated', { file: 'diary.csv', stars: 2, date: 30 }),
    row(4, 'rated', { file: 'ratings.csv', stars: 4.5, date: 20 }),
    row(4, 'watched', { file: 'films.csv', liked: true, date: 10 }),
  ];
  const expected = [{ movieId: 22, seen: { stars: 4.5, liked: true, date: 30 }, wish: null }];
  expect(filmsOf(rows)).toEqual(expected);
  expect(filmsOf([...rows].reverse())).toEqual(expected);
});

test('a diary: says the last rating when there is no other', () => {
  const rows = [1, 3, 2].map((day) => row(4, 'rated', { file: 'diary.csv', stars: day, date: day }));
  expect(filmsOf(rows)[0].seen).toEqual({ stars: 3, liked: false, date: 3 });
});

test('a wish: stands beside what was seen', () => {
  expect(filmsOf([row(4, 'wish', { date: 5 }), row(7, 'wish'), row(4, 'watched')])).toEqual([
    { movieId: 22, seen: { liked: false }, wish: { date: 5 } },
    { movieId: 31, seen: null, wish: {} },
  ]);
});

test('decisions: take a film for a doubtful one, leave a sure one out, and put two names together', () => {
  const rows = [
    row(4, 'rated', { stars: 3 }),
    row(7, 'rated', { stars: 4, year: undefined }),
    row(9, 'rated', { stars: 5 }),
  ];
  expect(filmsOf(rows).map(({ movieId }) => movieId)).toEqual([22, 37]);
  const decided = new Map([
    [0, null],
    [1, 9],
  ]);
  expect(filmsOf(rows, decided)).toEqual([{ movieId: 37, seen: { stars: 5, liked: false }, wish: null }]);
});

test('answers: are as data sets are read when the rules are the usual ones', () => {
  for (let half = 1; half <= 10; half++) {
    expect(importedAnswer({ stars: half / 2, liked: false }, USUAL_RULES)).toBe(answerOf(half));
  }
});

test('answers: of films without stars are likes by a heart, else as the rules say', () => {
  expect(importedAnswer({ liked: true }, USUAL_RULES)).toBe('like');
  expect(importedAnswer({ liked: false }, USUAL_RULES)).toBeNull();
  expect(importedAnswer({ liked: false }, { ...USUAL_RULES, unrated: 'so-so' })).toBe('so-so');
  expect(importedAnswer({ stars: 2, liked: true }, USUAL_RULES)).toBe('dislike');
});
