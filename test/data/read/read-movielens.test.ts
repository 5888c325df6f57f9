import { describe, expect, test } from 'vitest';
import { type Catalogue, genresOf, NO_VOTE_AVERAGE } from '../../../src/data/catalogue';
import { type MovieLensFiles, readMovieLens } from '../../../src/data/read/read-movielens';
import { findFault } from '../../../src/data/validate-dataset';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const CSV: MovieLensFiles = {
  style: 'csv',
  movies: bytes(
    'movieId,title,genres\n' +
      '1,Toy Story (1995),Adventure|Animation|Children\n' +
      '7,"Matrix, The (1999)",Action|Sci-Fi\n' +
      '4,Anthology,(no genres listed)\n',
  ),
  ratings: bytes('userId,movieId,rating,timestamp\n5,7,4.5,200\n5,1,0.5,100\n2,4,3,50\n2,1,5.0,50\n'),
};

const DAT: MovieLensFiles = {
  style: 'dat',
  movies: latin1("1::Toy Story (1995)::Animation|Children's\n9::Mis\u00e9rables, Les (1998)::Drama\n"),
  ratings: bytes('1::9::5::978300760\n1::1::3::978302109\n'),
};

const withRatings = (text: string) => () => readMovieLens({ ...CSV, ratings: bytes(text) });
const HEADER = 'userId,movieId,rating,timestamp\n';

describe('a folder in csv style', () => {
  const { catalogue, ratings } = readMovieLens(CSV);

  test('gives films by ascending id, with year, names and genres', () => {
    expect([...catalogue.movieId]).toEqual([1, 4, 7]);
    expect(catalogue.title).toEqual(['Toy Story', 'Anthology', 'The Matrix']);
    expect([...catalogue.year]).toEqual([1995, 0, 1999]);
    expect(genresOf(catalogue, 0)).toEqual(['Adventure', 'Animation', 'Children']);
    expect(genresOf(catalogue, 1)).toEqual([]);
  });

  test('gives ratings by user and time, then film', () => {
    expect([...ratings.userId]).toEqual([2, 5]);
    expect([...ratings.offsets]).toEqual([0, 2, 4]);
    expect([...ratings.item]).toEqual([0, 1, 0, 2]);
    expect([...ratings.halfStars]).toEqual([10, 6, 1, 9]);
    expect([...ratings.timestamp]).toEqual([50, 50, 100, 200]);
  });

  test('lacks the features that the folder lacks, and keeps every rule of the types', () => {
    expect([...catalogue.voteAverage]).toEqual([NO_VOTE_AVERAGE, NO_VOTE_AVERAGE, NO_VOTE_AVERAGE]);
    expect([...catalogue.tmdbId]).toEqual([0, 0, 0]);
    expect(findFault({ catalogue, ratings })).toBeNull();
  });

  test('may end its lines as Windows does, and lack the last line end', () => {
    const text = new TextDecoder().decode(CSV.ratings).replaceAll('\n', '\r\n').trimEnd();
    expect(readMovieLens({ ...CSV, ratings: bytes(text) }).ratings).toEqual(ratings);
  });

  test('takes ids from links, and tags that two people gave as keywords', () => {
    const tags =
      'userId,movieId,tag,timestamp\n1,1,Pixar,1\n2,1,pixar,2\n1,7,pixar,3\n2,7,pixar,4\n1,7,only me,5\n2,99,pixar,6\n';
    const dataset = readMovieLens({
      ...CSV,
      links: bytes('movieId,imdbId,tmdbId\n1,0114709,862\n7,0133093,\n99,1,2\n'),
      tags: bytes(tags),
    });
    expect([...dataset.catalogue.tmdbId]).toEqual([862, 0, 0]);
    expect([...dataset.catalogue.imdbId]).toEqual([114709, 0, 133093]);
    expect(dataset.catalogue.keywords).toEqual(['pixar']);
    expect([...dataset.catalogue.keywordOffsets]).toEqual([0, 1, 1, 2]);
    expect(findFault(dataset)).toBeNull();
  });
});

describe('a folder in the older style', () => {
  test('is read without header, in Latin-1, with its own name of a genre', () => {
    const dataset = readMovieLens(DAT);
    expect(dataset.catalogue.title).toEqual(['Toy Story', 'Les Mis\u00e9rables']);
    expect(genresOf(dataset.catalogue, 0)).toEqual(['Animation', 'Children']);
    expect([...dataset.ratings.item]).toEqual([1, 0]);
    expect([...dataset.ratings.halfStars]).toEqual([10, 6]);
    expect(findFault(dataset)).toBeNull();
  });

  test('names the line that has no four cells', () => {
    const ratings = bytes('1::9::5::978300760\n1::1::3\n');
    expect(() => readMovieLens({ ...DAT, ratings })).toThrow(
      'ratings.dat, line 2: expected 4 cells, found 3',
    );
    const movies = bytes('1::Toy Story (1995)\n');
    expect(() => readMovieLens({ ...DAT, movies })).toThrow('movies.dat, line 1: expected 3 cells');
  });
});

describe('ratings are refused with file and line for', () => {
  test.each([
    ['', 'ratings.csv, line 1: expected the columns userId,movieId,rating,timestamp, found nothing'],
    ['user,movie,stars,time\n', 'ratings.csv, line 1: expected the columns'],
    [HEADER, 'ratings.csv, line 1: there are no ratings'],
    [`${HEADER}1,1,7,5\n`, 'line 2: rating should be a multiple of 0.5 from 0.5 to 5, found "7"'],
    [`${HEADER}1,1,0,5\n`, 'found "0"'],
    [`${HEADER}1,1,5.5,5\n`, 'found "5.5"'],
    [`${HEADER}1,1,3.7,5\n`, 'found "3.7"'],
    [`${HEADER}1,1,,5\n`, 'rating should be'],
    [`${HEADER}1,1,4,5\n1,7,4\n`, 'line 3: expected 4 cells, found 3'],
    [`${HEADER}1,1,4,5,6\n`, 'expected 4 cells, found 5'],
    [`${HEADER}x,1,4,5\n`, 'userId should be a whole number'],
    [`${HEADER}-1,1,4,5\n`, 'userId should be a whole number from 0 to 4294967295, found "-1"'],
    [`${HEADER}1,1,4,4294967296\n`, 'timestamp should be a whole number of seconds since 1970'],
    [`${HEADER}1,1,4,1.54E+09\n`, 'found "1.54E+09" (a spreadsheet has rounded it)'],
    [`${HEADER}1,1,4,2018-08-28 15:34:11\n`, 'seconds since 1970, from 0 to 4294967295, found "2018-08-28'],
    [`${HEADER}1,1,"4,5",5\n`, 'found "4,5" (with a decimal comma: expected a point, as in 4.5)'],
    [`${HEADER}1,1,4,5,5\n`, 'expected 4 cells, found 5 (is "4,5" a rating with a decimal comma?'],
    [`${HEADER}1;1;4;5\n`, 'expected 4 cells, found 1: expected them between commas, found ";" in "1;1;4;5"'],
    ['userId;movieId;rating;timestamp\n', 'between commas, found them between semicolons'],
    [`${HEADER}1\u0000\u202e,1,4,5\n`, 'found "1\\u{0}\\u{202e}"'],
    ['<!doctype html>\n<title>404</title>', 'line 1: this is a web page, not lines of text'],
    [`${HEADER}1,1,4,\n`, 'timestamp should be'],
    [`${HEADER}1,1,4,5\n\n1,7,4\n`, 'line 4: expected 4 cells, found 3'],
    [`${HEADER}1,3,4,5\n`, 'line 2: movieId 3 is not among the movies'],
    [`${HEADER}1,1,4,5\n1,7,4,5\n1,1,3,9\n`, 'line 4: user 1 has rated this movie already'],
    [`${HEADER}1,1,4,5\n1,7,4,5\n8,1,3,9\n`, 'line 4: this is the only rating of user 8'],
  ])('%j', (text, message) => expect(withRatings(text)).toThrow(message));

  test('but users with a single rating may be left out', () => {
    const ratings = bytes(`${HEADER}1,1,4,5\n8,1,3,9\n1,7,4,5\n`);
    const read = readMovieLens({ ...CSV, ratings }, { skipSingleRatings: true });
    expect([...read.ratings.userId]).toEqual([1]);
    const alone = bytes(`${HEADER}8,1,3,9\n`);
    expect(() => readMovieLens({ ...CSV, ratings: alone }, { skipSingleRatings: true })).toThrow(
      'more than one',
    );
  });
});

describe('movies are refused with file and line for', () => {
  test.each([
    ['movieId,title\n1,Alien (1979)\n', 'movies.csv, line 1: expected the columns movieId,title,genres'],
    ['movieId,title,genres\n', 'there are no movies'],
    ['movieId,title,genres\nx,Alien (1979),Horror\n', 'line 2: movieId should be'],
    ['movieId,title,genres\n1,"Alien (1979),Horror\n', 'line 2: a quotation mark is not closed'],
    [
      'movieId,title,genres\n1,"Alien" (1979),Horror\n',
      'line 2: a quotation mark is not closed, or stands inside',
    ],
    [
      'movieId,title,genres\n1,Alien (1979),Horror\n1,Aliens (1986),Action\n',
      'line 3: movieId 1 has a row already',
    ],
    ['movieId,title,genres\n1,(1979),Horror\n', 'line 2: the title is missing'],
  ])('%j', (text, message) => {
    expect(() => readMovieLens({ ...CSV, movies: bytes(text) })).toThrow(message);
  });
});

describe('films that another catalogue knows', () => {
  const known: Catalogue = {
    ...readMovieLens({
      ...CSV,
      movies: bytes('movieId,title,genres\n50,Toy Story (1995),Comedy\n60,"Matrix, The (2000)",Action\n'),
      ratings: bytes(`${HEADER}1,50,4,5\n1,60,4,5\n`),
    }).catalogue,
    tmdbId: Uint32Array.of(862, 603),
    runtime: Uint16Array.of(81, 136),
    voteCount: Uint32Array.of(5415, 9079),
    voteAverage: Uint8Array.of(77, 79),
    language: Uint8Array.of(1, 1),
    languages: ['', 'en'],
    keywords: ['toy', 'chase'],
    keywordOffsets: Uint32Array.of(0, 1, 3),
    keywordIds: Uint16Array.of(0, 0, 1),
  };

  test('get its facts by title, and a year that is one off', () => {
    const { catalogue, ratings } = readMovieLens(CSV, { known });
    expect([...catalogue.tmdbId]).toEqual([862, 0, 603]);
    expect([...catalogue.runtime]).toEqual([81, 0, 136]);
    expect([...catalogue.voteAverage]).toEqual([77, NO_VOTE_AVERAGE, 79]);
    expect([...catalogue.keywordOffsets]).toEqual([0, 1, 1, 3]);
    expect(findFault({ catalogue, ratings })).toBeNull();
  });

  test('get them by TMDB id where there are links, whatever the title says', () => {
    const links = bytes('movieId,imdbId,tmdbId\n1,1,603\n7,2,1\n4,3,\n');
    const { catalogue } = readMovieLens({ ...CSV, links }, { known });
    expect([...catalogue.runtime]).toEqual([136, 0, 0]);
  });

  test('get the facts of one film each when several are of one name, the exact year before a neighbour', () => {
    const row = (id: number, year: number) => `${id},Toy Story (${year}),Comedy\n`;
    const movies = bytes(
      `movieId,title,genres\n${row(1, 1996)}${row(2, 1995)}${row(3, 1995)}${row(4, 1994)}`,
    );
    const ratings = bytes(`${HEADER}1,1,4,5\n1,2,4,5\n`);
    const { catalogue } = readMovieLens({ ...CSV, movies, ratings }, { known });
    expect([...catalogue.tmdbId]).toEqual([0, 862, 0, 0]);
  });

  test('get the facts of the film that has their number when two known ones are of one name and year', () => {
    const twins = { ...known, title: ['Toy Story', 'Toy Story'], year: Uint16Array.of(1995, 1995) };
    const movies = bytes('movieId,title,genres\n2,Toy Story (1995),Comedy\n60,Toy Story (1995),Comedy\n');
    const ratings = bytes(`${HEADER}1,2,4,5\n1,60,4,5\n`);
    const { catalogue } = readMovieLens({ ...CSV, movies, ratings }, { known: twins });
    expect([...catalogue.tmdbId]).toEqual([862, 603]);
  });
});
