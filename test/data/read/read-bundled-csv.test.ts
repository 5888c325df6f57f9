import { describe, expect, test } from 'vitest';
import { GENRES, genresOf, NO_VOTE_AVERAGE } from '../../../src/data/catalogue';
import { CsvError } from '../../../src/data/read/csv-table';
import { readBundledCsv } from '../../../src/data/read/read-bundled-csv';
import { findFault } from '../../../src/data/validate-dataset';
import { TINY_CSV } from '../../fixtures/tiny-csv';

const { catalogue, ratings } = readBundledCsv(TINY_CSV);

/** The tiny files with one text replaced. */
function withChange(file: keyof typeof TINY_CSV, from: string, to: string) {
  expect(TINY_CSV[file]).toContain(from);
  return () => readBundledCsv({ ...TINY_CSV, [file]: TINY_CSV[file].replace(from, to) });
}

describe('films', () => {
  test('are valid by the rules of their types', () => {
    expect(findFault({ catalogue, ratings })).toBeNull();
  });

  test('have their titles in natural order, other names apart', () => {
    expect(catalogue.title).toEqual(['Toy Story', 'Seven', 'The Matrix', 'Amelie']);
    expect(catalogue.alternateTitles).toEqual([[], ['Se7en'], [], ["Le Fabuleux destin d'Amélie Poulain"]]);
  });

  test('keep every number of their row', () => {
    expect([...catalogue.movieId]).toEqual([1, 47, 2571, 4973]);
    expect([...catalogue.year]).toEqual([1995, 1995, 1999, 0]);
    expect([...catalogue.tmdbId]).toEqual([862, 807, 603, 0]);
    expect([...catalogue.imdbId]).toEqual([114709, 114369, 133093, 0]);
    expect([...catalogue.runtime]).toEqual([81, 127, 136, 0]);
    expect([...catalogue.voteCount]).toEqual([5415, 5915, 0, 0]);
  });

  test('have no vote average where nobody voted', () => {
    expect([...catalogue.voteAverage]).toEqual([77, 81, NO_VOTE_AVERAGE, NO_VOTE_AVERAGE]);
  });

  test('have genres as bits in the order of GENRES', () => {
    expect(catalogue.genres[0]).toBe(2 ** GENRES.indexOf('Adventure') + 2 ** GENRES.indexOf('Animation'));
    expect(genresOf(catalogue, 2)).toEqual(['Action', 'Sci-Fi']);
    expect(catalogue.tmdbGenreNames).toEqual(['Animation', 'Comedy', 'Crime', 'Drama']);
    expect([...catalogue.tmdbGenres]).toEqual([0b0011, 0b0100, 0, 0]);
  });

  test('share keywords from frequent to rare, without those of one film alone', () => {
    expect(catalogue.keywords).toEqual(['friendship', 'killer', 'toy']);
    expect([...catalogue.keywordOffsets]).toEqual([0, 2, 4, 7, 7]);
    expect([...catalogue.keywordIds]).toEqual([0, 2, 0, 1, 0, 1, 2]);
  });

  test('share series of two films and more, behind none', () => {
    expect(catalogue.collections).toEqual(['', 'Pairs']);
    expect([...catalogue.collection]).toEqual([0, 1, 1, 0]);
  });

  test('share languages from frequent to rare behind the unknown one', () => {
    expect(catalogue.languages).toEqual(['', 'en', 'fi', 'fr']);
    expect([...catalogue.language]).toEqual([1, 1, 1, 0]);
  });
});

describe("the paper's join", () => {
  test('stands beside the facts of each film, as it was found', () => {
    expect(catalogue.published).toEqual({
      found: Uint8Array.of(0, 1, 1, 0),
      genres: Uint32Array.of(0, 0b1010, 0, 0),
      language: Uint8Array.of(0, 2, 3, 0),
      voteAverage: Uint8Array.of(NO_VOTE_AVERAGE, 0, 64, NO_VOTE_AVERAGE),
      voteCount: Uint32Array.of(0, 0, 79, 0),
    });
  });

  test('may be left out', () => {
    expect(readBundledCsv({ ...TINY_CSV, published: null }).catalogue.published).toBeNull();
  });
});

test('ratings are grouped by user and ordered by time, then film', () => {
  expect(ratings).toEqual({
    userCount: 3,
    count: 5,
    userId: Uint32Array.of(2, 7, 9),
    offsets: Uint32Array.of(0, 1, 4, 5),
    item: Uint32Array.of(2, 1, 2, 0, 3),
    halfStars: Uint8Array.of(7, 10, 1, 8, 9),
    timestamp: Uint32Array.of(1260759144, 100, 100, 200, 4294967295),
  });
});

describe('a fault is named with its file and line', () => {
  test.each([
    ['ratings', 'userId,', 'user,', 'ratings.csv, line 1: expected the columns userId,movieId,rating'],
    ['ratings', '7,1,4.0', '7,3,4.0', 'ratings.csv, line 2: movieId 3 is not in movies.csv'],
    [
      'ratings',
      '7,2571,0.5',
      '7,2571,0.0',
      'ratings.csv, line 3: rating should be a multiple of 0.5 from 0.5 to 5',
    ],
    ['ratings', '7,2571,0.5', '7,2571,3.7', 'ratings.csv, line 3: rating should be'],
    [
      'ratings',
      '7,47,5.0,100',
      '7,1,5.0,100',
      'ratings.csv, line 4: this user has rated this movieId already',
    ],
    ['ratings', '7,47,5.0,100', '7,47,5.0', 'ratings.csv, line 4: expected 4 cells, found 3'],
    ['ratings', '1260759144', '1e9', 'ratings.csv, line 5: timestamp should be a whole number'],
    ['ratings', '4294967295', '4294967296', 'ratings.csv, line 6: timestamp should be'],
    ['movies', '47,Seven', '1,Seven', 'movies.csv, line 3: rows should stand in ascending order of movieId'],
    ['movies', 'Toy Story', '', 'movies.csv, line 2: the title is missing'],
    ['movies', '1999', '1066', 'movies.csv, line 4: year should be a whole number from 1870 to 2100'],
    ['movies', 'Sci-Fi', 'Space', 'movies.csv, line 4: unknown genre "Space" in genres'],
    [
      'movies',
      'tt0133093',
      '133093',
      'movies.csv, line 4: imdbId should look like tt0133093, found "133093"',
    ],
    ['movies', ',en,81', ',English,81', 'movies.csv, line 2: language should be two small letters'],
    ['movies', ',7.7,', ',7.75,', 'movies.csv, line 2: voteAverage should be a multiple of 0.1 from 0 to 10'],
    ['movies', ',81,', ',-81,', 'movies.csv, line 2: runtime should be'],
    ['movies', 'Toy Story', '"Toy\nStory"', 'movies.csv, line 2: a cell holds a line break or a tab'],
    ['published', '2571,', '47,', 'published.csv, line 3: this movieId has a row already'],
    ['published', '2571,', '5,', 'published.csv, line 3: movieId 5 is not in movies.csv'],
  ] as const)('%s: "%s" as "%s"', (file, from, to, message) => {
    const read = withChange(file, from, to);
    expect(read).toThrow(CsvError);
    expect(read).toThrow(message);
  });

  test('an empty file', () => {
    expect(() => readBundledCsv({ ...TINY_CSV, movies: '' })).toThrow(
      'movies.csv, line 1: expected the columns',
    );
  });
});
