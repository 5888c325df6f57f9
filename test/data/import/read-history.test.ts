import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MAX_IMPORT_BYTES } from '../../../src/data/import/history';
import { type ReadChoices, type ReadImport, readImport } from '../../../src/data/import/read-history';

const sample = (path: string) => ({
  name: path,
  bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/imports/${path}`, import.meta.url))),
});
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** Reads one file that holds a history. */
function historyOf(name: string, text?: string, choices?: ReadChoices) {
  const found = readImport([text === undefined ? sample(name) : file(name, text)], choices);
  expect(found.refusals).toEqual([]);
  expect(found.histories).toHaveLength(1);
  return found.histories[0];
}

const day = (date: string) => Date.parse(`${date}T12:00:00Z`);

describe('each site', () => {
  test.each<[string, string, number, object]>([
    [
      'letterboxd/ratings.csv',
      'letterboxd',
      40,
      { title: 'Whiplash', year: 2014, stars: 3.5, kind: 'rated', date: day('2022-01-01'), line: 2 },
    ],
    ['letterboxd/watched.csv', 'letterboxd', 12, { title: 'Whiplash', year: 2014, kind: 'watched' }],
    [
      'letterboxd/diary.csv',
      'letterboxd',
      4,
      { title: 'Parasite', stars: 5, kind: 'rated', date: day('2020-01-15') },
    ],
    [
      'imdb/ratings-before-2017.csv',
      'imdb',
      3,
      { title: 'Focus', imdbId: 2381941, stars: 3, kind: 'rated', date: day('2015-03-01') },
    ],
    ['imdb/ratings-2017-2023.csv', 'imdb', 2, { imdbId: 111161, stars: 4.5, date: day('2021-04-03') }],
    ['imdb/ratings-2024.csv', 'imdb', 5, { title: 'The Office', isSeries: true, stars: 4.5 }],
    ['tmdb/ratings.csv', 'tmdb', 4, { tmdbId: 453395, imdbId: 9419884, stars: 3.5, date: day('2022-09-20') }],
    [
      'movielens-org/movielens-ratings.csv',
      'movielens',
      22,
      {
        title: 'The Shawshank Redemption',
        year: 1994,
        movieId: 318,
        imdbId: 111161,
        tmdbId: 278,
        stars: 3.5,
      },
    ],
    ['kaggle/rating.csv', 'movielens', 7, { movieId: 2, stars: 3.5, date: Date.UTC(2005, 3, 2, 23, 53, 47) }],
    [
      'trakt/trakt-export.json',
      'trakt',
      4,
      { title: 'The Matrix', imdbId: 133093, tmdbId: 603, kind: 'watched', date: Date.UTC(2022, 10, 20, 21) },
    ],
  ])('%s: is read as of %s', (path, source, count, first) => {
    const history = historyOf(path);
    expect(history.source).toBe(source);
    expect(history.rows).toHaveLength(count);
    expect(history.rows[0]).toMatchObject(first);
    expect(history.refused).toEqual([]);
  });

  test('trakt: tells ratings, films watched, wishes and series apart', () => {
    const kinds = historyOf('trakt/trakt-export.json').rows.map(({ kind, isSeries }) => [
      kind,
      isSeries ?? false,
    ]);
    expect(kinds).toEqual([
      ['watched', false],
      ['rated', false],
      ['rated', true],
      ['wish', false],
    ]);
  });

  test('letterboxd: reads a watchlist and likes by their names when the columns are those of films watched', () => {
    const header = 'Date,Name,Year,Letterboxd URI\n2022-01-01,Heat,1995,https://boxd.it/2bg8\n';
    expect(historyOf('watchlist (1).csv', header).rows[0].kind).toBe('wish');
    expect(historyOf('export/likes/films.csv', header).rows[0]).toMatchObject({
      kind: 'watched',
      liked: true,
    });
    expect(historyOf('mine.csv', header).notices[0]).toContain('read as films watched');
  });

  test('letterboxd: marks twins when one list has two films of a name and year', () => {
    const text = [
      'Date,Name,Year,Letterboxd URI,Rating',
      '2022-01-01,Heat,1995,a,3',
      '2022-01-01,Heat,1995,b,4',
    ];
    expect(historyOf('ratings.csv', text.join('\n')).rows.map(({ twin }) => twin)).toEqual(['a', 'b']);
  });

  test('imdb: takes a film of a list as a wish when it has no rating', () => {
    const text =
      'Position,Const,Created,Title,Title Type,Year,Your Rating\n1,tt0113277,2020-01-02,Heat,movie,1995,\n';
    expect(historyOf('WATCHLIST.csv', text).rows[0]).toMatchObject({ kind: 'wish', date: day('2020-01-02') });
  });

  test('data sets: ask whose ratings when there are several people', () => {
    const asked = readImport([sample('excel-mangled/ratings_small.csv')]);
    expect(asked.people.map(({ userId, ratings }) => [userId, ratings])).toContainEqual([1, 10]);
    expect(asked.histories[0].rows).toEqual([]);
    const own = historyOf('excel-mangled/ratings_small.csv', undefined, { userId: 2 });
    expect(own.rows).toEqual([
      expect.objectContaining({ movieId: 1, stars: 5, line: 11, date: 859046895000 }),
      expect.objectContaining({ movieId: 3, stars: 2, line: 12 }),
    ]);
  });

  test('data sets: take titles from the movies file when it is there', () => {
    const found = readImport([
      file('ratings.dat', '1::1196::5::978300760\n1::260::4::978300760\n'),
      file('movies.dat', '1196::Star Wars: Episode V (1980)::Action\n'),
    ]);
    expect(found.histories[0].rows.map(({ title, year }) => [title, year])).toEqual([
      ['Star Wars: Episode V', 1980],
      ['', undefined],
    ]);
  });

  test('files of one source: are one history', () => {
    const found = readImport([
      sample('letterboxd/ratings.csv'),
      sample('letterboxd/diary.csv'),
      sample('tmdb/ratings.csv'),
    ]);
    expect(found.histories.map(({ source, rows }) => [source, rows.length])).toEqual([
      ['letterboxd', 44],
      ['tmdb', 4],
    ]);
  });
});

describe('a row that cannot be read', () => {
  test('is refused with what was expected and found', () => {
    const { rows, refused } = historyOf('letterboxd/malformed-ratings.csv');
    expect(rows).toHaveLength(1);
    expect(refused).toEqual([
      { file: 'malformed-ratings.csv', line: 3, reason: 'Rating should be a number up to 5, found "great"' },
      { file: 'malformed-ratings.csv', line: 4, reason: 'expected 5 cells, found 3' },
    ]);
  });

  test('is read all the same when the link says the missing id', () => {
    const { rows, refused } = historyOf('imdb/malformed-ratings.csv');
    expect(rows).toEqual([expect.objectContaining({ imdbId: 1285016, stars: 4 })]);
    expect(refused).toHaveLength(1);
  });

  test('takes no other row with it when a quotation mark is not closed', () => {
    const text = 'Date,Name,Year,Letterboxd URI,Rating\n2022-01-01,"Heat,1995,a,3\n2022-01-02,Up,2009,b,4\n';
    const { rows, refused } = historyOf('ratings.csv', text);
    expect(rows).toEqual([expect.objectContaining({ title: 'Up', line: 3 })]);
    expect(refused[0]).toMatchObject({ line: 2, reason: expect.stringContaining('quotation mark') });
  });

  test('says when a spreadsheet has made a date of a rating', () => {
    const text = 'Date,Name,Year,Letterboxd URI,Rating\n2022-01-01,Heat,1995,a,03. Mai\n';
    expect(historyOf('ratings.csv', text).refused[0].reason).toContain('spreadsheet');
  });

  test('shows nothing that turns text around', () => {
    const text = 'Date,Name,Year,Letterboxd URI,Rating\n2022-01-01,Heat,1995,a,\u202egood\u0007\u001b[31m\n';
    expect(historyOf('ratings.csv', text).refused[0].reason).not.toMatch(/\p{C}/u);
  });
});

describe('a spreadsheet in between', () => {
  const plain = 'Date,Name,Year,Letterboxd URI,Rating\n2022-01-31,Amélie,2001,a,"3.5"\n';
  const expected = { title: 'Amélie', year: 2001, stars: 3.5, date: day('2022-01-31') };

  test.each<[string, string]>([
    ['a byte order mark', `\ufeff${plain}`],
    ['semicolons and commas in numbers', plain.replaceAll(',', ';').replace('"3.5"', '3,5')],
    ['a line that names the separator', `sep=;\n${plain.replaceAll(',', ';')}`],
    ['tabs', plain.replaceAll(',', '\t')],
    ['line ends of several kinds', plain.replace('\n', '\r\n').replace(/\n$/, '\r')],
    ['dates of a country', plain.replace('2022-01-31', '31/01/2022')],
    ['dates of another country', plain.replace('2022-01-31', '1/31/2022')],
    ['empty cells at the end', plain.replace('\n', ',,\n').replace(/\n$/, ',,\n')],
  ])('is forgiven %s', (_, text) => {
    const { rows, refused } = historyOf('ratings.csv', text);
    expect(refused).toEqual([]);
    expect(rows).toEqual([expect.objectContaining(expected)]);
  });

  test('is forgiven other encodings', () => {
    const utf16 = new Uint8Array(2 + plain.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let at = 0; at < plain.length; at++) utf16.set([plain.charCodeAt(at), 0], 2 + 2 * at);
    const old = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
    for (const bytes of [utf16, old]) {
      const { histories } = readImport([{ name: 'ratings.csv', bytes }]);
      expect(histories[0].rows).toEqual([expect.objectContaining(expected)]);
    }
  });

  test('leaves dates out and says so when they may be of two days each', () => {
    const { rows, notices } = historyOf('ratings.csv', plain.replace('2022-01-31', '03/04/2022'));
    expect(rows[0].date).toBeUndefined();
    expect(notices[0]).toContain('month');
  });
});

describe('a file that is no history', () => {
  const refusalOf = (found: ReadImport) => {
    expect(found.histories.flatMap(({ rows }) => rows)).toEqual([]);
    expect(found.refusals).toHaveLength(1);
    return found.refusals[0];
  };

  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'page.csv',
      '<!DOCTYPE html>\n<html><head><title>Sign in</title>',
      /page\.csv is a web page called "Sign in"/,
    ],
    ['none.csv', '', /none\.csv is empty/],
    ['blank.csv', ' \n\n', /blank\.csv is empty/],
    ['book.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4), /Excel/],
    ['picture.png', Uint8Array.of(0x89, 0x50, 0, 0xff, 0, 1), /not a text file/],
    ['half.json', '{"ratings": [', /not whole JSON/],
    ['other.json', '{"a": 1}', /no list of films/],
    ['combined_data_1.txt', '1:\n1488844,3,2005-09-06\n', /Netflix/],
    ['list.csv', 'Letterboxd list export v7\nDate,Name\n', /list of Letterboxd/],
    ['u.data', '196\t242\t3\t881250949\n', /MovieLens 100K/],
    ['movies.csv', 'movieId,title,genres\n1,Toy Story (1995),Comedy\n', /no ratings/],
    ['words.csv', 'just some words\nand more\n', /no table/],
  ])('%s: is refused with a sentence', (name, content, expected) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    expect(refusalOf(readImport([{ name, bytes }]))).toMatch(expected);
  });

  test('is refused when it is too large, or has too many rows', () => {
    const large = { name: 'a.csv', bytes: new Uint8Array(MAX_IMPORT_BYTES + 1) };
    expect(refusalOf(readImport([large]))).toContain('33 MB');
    expect(refusalOf(readImport([file('a.csv', 'title,rating\n'.repeat(200_002))]))).toContain(
      'more than 200,000',
    );
  });

  test('says that nothing was exported when there is a header alone', () => {
    for (const path of ['movielens-org/movielens-ratings-empty.csv']) {
      expect(historyOf(path).notices).toEqual([expect.stringContaining('nothing was exported')]);
    }
    expect(historyOf('ratings.json', '{"ratings": {"movies": []}}').notices).toHaveLength(1);
  });

  test('does not keep others from being read', () => {
    const found = readImport([
      sample('movielens-org/movielens-ratings-login-page.csv'),
      sample('tmdb/ratings.csv'),
    ]);
    expect([found.refusals.length, found.histories.length]).toEqual([1, 1]);
  });
});
