import { describe, expect, test } from 'vitest';
import { COMMAND_LINE, SCREEN } from '../../../../src/data/read/caller';
import { everyWay, type Files, fixture, type Outcome, onDisk, outcomeOf } from '../../../fixtures/brought';

const PLAIN = fixture('00-plain');
const ALL = { users: 12, ratings: 272, films: 235, halfStars: 2100, seconds: 314_604_248_465 };

/** A fixture's files, and what it has in common with the plain one. */
const files = (name: string, shared: string[] = []): Files => ({
  ...Object.fromEntries(shared.map((file) => [file, PLAIN[file]])),
  ...fixture(name),
});
const renamed = (names: Record<string, string>): Files =>
  Object.fromEntries(Object.entries(names).map(([to, from]) => [to, PLAIN[from]]));
const bytes = (text: string) => new TextEncoder().encode(text);
const PAIR = renamed({ 'ratings.csv': 'ratings.csv', 'movies.csv': 'movies.csv' });
const [RATINGS, MOVIES] = [['ratings.csv'], ['movies.csv']];

/** The outcome, whichever way the files come. @param notice that has to be said; none may be if it is not given. */
async function expectAll(
  given: Files,
  right: Partial<Outcome>,
  notice?: string,
  skip = false,
): Promise<void> {
  for (const [way, outcome] of Object.entries(await everyWay(given, skip))) {
    expect({ way, ...outcome }).toMatchObject({ way, ...right });
    if (notice === undefined) expect({ way, notices: outcome.notices }).toEqual({ way, notices: [] });
    else expect(outcome.notices.join('\n')).toContain(notice);
  }
}

async function expectRefusal(given: Files, ...words: string[]): Promise<void> {
  for (const [way, { refusal = 'accepted' }] of Object.entries(await everyWay(given))) {
    for (const part of words) expect(`${way}: ${refusal}`).toContain(part);
    expect(refusal).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]*$/u);
  }
}

describe('folders are taken whole when there is', () => {
  test.each<[string, Files, Partial<Outcome>?]>([
    ['nothing odd in them', PLAIN],
    ['the older style', files('01-plain-dat')],
    ['a byte order mark', files('02-bom')],
    ['a byte order mark in the older style', files('03-bom-dat')],
    ['a line end of Windows', files('04-crlf')],
    ['a line end of old Macs', files('05-cr-only')],
    ['UTF-16', files('06-utf16le')],
    ['Latin-1', files('07-latin1-movies', RATINGS)],
    ['quotation marks around every cell', files('11-all-quoted')],
    ['a fraction of a second', files('16-timestamp-float', MOVIES)],
    ['no time but 0', files('19-timestamp-zero', MOVIES), { seconds: 0 }],
    ['a second decimal', files('20-rating-two-decimals', MOVIES)],
    ['a user 0', files('24-users-from-zero', MOVIES)],
    ['one user more', files('26-own-user-appended', MOVIES), { users: 13, ratings: 293 }],
    ['a blank line', files('31-blank-line-inside', MOVIES)],
    ['more than one blank line at the end', files('32-three-blank-lines-at-end', MOVIES)],
    ['ids with a decimal', files('36-links-floats', ['ratings.csv', 'movies.csv'])],
    ['a line break in a title', files('38-title-with-line-break', RATINGS)],
    ['a capital in the names', renamed({ 'Ratings.csv': 'ratings.csv', 'MOVIES.CSV': 'movies.csv' })],
    ['a quotation mark in the older style', files('51-dat-half-stars-quotes'), { ratings: 273, films: 236 }],
    ['twin films', files('55-twin-films'), { ratings: 278, films: 241 }],
    [
      'what Windows leaves behind',
      {
        ...PAIR,
        '~$ratings.csv': bytes('x'),
        'Thumbs.db': bytes('x'),
        '.DS_Store': bytes('x'),
        '._ratings.csv': bytes('x'),
        'ratings.csv_Zone.Identifier': bytes(''),
      },
    ],
    [
      'a folder of pictures before the tables',
      {
        ...Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`posters/${i}.jpg`, bytes('')])),
        ...PAIR,
      },
    ],
    [
      'any mixture of line ends',
      {
        ...PAIR,
        'movies.csv': bytes(
          new TextDecoder()
            .decode(PLAIN['movies.csv'])
            .replace(/\n/g, (_, at) => ['\n', '\r\n', '\r'][at % 3]),
        ),
      },
    ],
  ])('%s', async (_what, given, right = {}) => {
    const changed = right.ratings === undefined ? ALL : { users: 12 };
    await expectAll(given, { ...changed, ...right });
  });
});

describe('folders are taken, and something is said, when there is', () => {
  test.each<[string, Files, string, Partial<Outcome>?]>([
    [
      'a time in milliseconds',
      files('15-timestamp-ms', MOVIES),
      'ratings.csv: 272 times are in milliseconds',
    ],
    [
      'an odd cell in the links',
      files('35-links-tt', ['ratings.csv', 'movies.csv']),
      'links.csv was left out. links.csv, line 2: imdbId should be a whole number',
    ],
    [
      'a line break in a tag',
      files('37-tag-with-line-break', ['ratings.csv', 'movies.csv']),
      'tags.csv was left out. tags.csv, line ',
    ],
    [
      'a genre of another set',
      files('39-genre-of-tmdb', RATINGS),
      'left out: "Science Fiction" of 45 films, first in line 6',
    ],
    ['a comma between genres', files('40-genres-comma-list', RATINGS), 'genres stand between commas'],
    ['a genre called unknown', files('41-genre-unknown-ml100k', RATINGS), '"unknown" of 8 films'],
    [
      'an older copy inside',
      { ...PAIR, 'zz-old/ratings.csv': bytes('x'), 'zz-old/movies.csv': bytes('x') },
      'zz-old; what lies above was read',
    ],
    ['both styles', { ...PAIR, ...files('01-plain-dat') }, 'the .csv files were read'],
  ])('%s', async (_what, given, notice, right = {}) => {
    await expectAll(given, { ...ALL, ...right }, notice);
  });
});

describe('folders are refused in words when there is', () => {
  const EXPECTED = 'expected the columns userId,movieId,rating,timestamp';
  test.each<[string, Files, ...string[]]>([
    [
      'a semicolon between cells',
      files('08-semicolon'),
      'movies.csv, line 1: expected the columns movieId,title,genres between commas, found them between semicolons',
    ],
    ['a tab between cells', files('09-tab'), 'between commas, found them between tabs'],
    [
      'an index of pandas',
      files('10-pandas-index', MOVIES),
      `ratings.csv, line 1: ${EXPECTED}, found ,userId`,
    ],
    ['no header', files('12-no-header', MOVIES), `${EXPECTED}, found 25,231`],
    [
      'a scratch column',
      files('13-excel-scratch-columns', MOVIES),
      `${EXPECTED}, found 25,231,4,1535470451,,113`,
    ],
    ['no time', files('14-no-timestamp', MOVIES), `${EXPECTED}, found userId,movieId,rating`],
    [
      'a date',
      files('17-timestamp-iso', MOVIES),
      'line 2: timestamp should be a whole number of seconds since 1970',
      '"2018-08-28 15:34:11"',
    ],
    [
      'a time that a spreadsheet has rounded',
      files('18-timestamp-excel-sci', MOVIES),
      'seconds since 1970',
      'found "1.54E+09" (a spreadsheet has rounded it)',
    ],
    [
      'a rating of 0',
      files('21-rating-zero-once', MOVIES),
      'ratings.csv, line 7: rating should be a multiple of 0.5 from 0.5 to 5, found "0"',
    ],
    ['a rating out of ten', files('22-rating-out-of-ten', MOVIES), 'line 2: rating should be', 'found "8"'],
    [
      'a decimal comma',
      files('23-rating-decimal-comma-quoted', MOVIES),
      'found "4,0" (with a decimal comma: expected a point',
    ],
    [
      'a name for a user',
      files('25-user-names', MOVIES),
      'userId should be a whole number from 0 to 4294967295, found "user_25"',
    ],
    [
      'a film rated twice',
      files('27-double-rating', MOVIES),
      'line 274: user 25 has rated this movie already',
    ],
    [
      'a film that is not there',
      files('28-rating-of-unknown-film', MOVIES),
      'line 274: movieId 999999 is not among the movies',
    ],
    ['a cut last line', files('30-cut-last-line', MOVIES), 'line 273: expected 4 cells, found 3'],
    [
      'another header',
      files('33-header-renamed', MOVIES),
      `${EXPECTED}, found user_id,item_id,rating,timestamp`,
    ],
    ['a header in capitals', files('34-header-capitals'), 'found MovieID,Title,Genres'],
    [
      'a column more',
      files('42-movies-with-year-column', RATINGS),
      'expected the columns movieId,title,genres, found movieId,title,year,genres',
    ],
    ['a film twice', files('43-movie-twice', RATINGS), 'movieId 10 has a row already'],
    [
      'a name that a browser gave',
      renamed({ 'ratings (1).csv': 'ratings.csv', 'movies (1).csv': 'movies.csv' }),
      'here is none of them, only "movies (1).csv" and "ratings (1).csv"',
      'Call "movies (1).csv" movies.csv and "ratings (1).csv" ratings.csv',
    ],
    [
      'a name of another edition',
      renamed({ 'rating.csv': 'ratings.csv', 'movie.csv': 'movies.csv' }),
      'Call "movie.csv" movies.csv and "rating.csv" ratings.csv',
    ],
    ['a web page', files('49-html-saved-as-dat'), 'ratings.dat, line 1: this is a web page'],
    [
      'a semicolon in the older style',
      files('50-semicolon-dat'),
      'movies.dat, line 1: expected 3 cells between "::", found 1',
    ],
    [
      'an export of Letterboxd',
      files('53-letterboxd-folder'),
      'ratings.csv is an export of Letterboxd',
      'under "Your data"',
    ],
    [
      'an export of Letterboxd beside films',
      files('54-letterboxd-ratings-beside-movies', MOVIES),
      `${EXPECTED}, found Date,Name,Year,Letterboxd URI,Rating (an export of Letterboxd`,
    ],
    [
      'a data set in each of two folders',
      {
        'a/ratings.csv': PLAIN['ratings.csv'],
        'a/movies.csv': PLAIN['movies.csv'],
        'b/ratings.csv': PLAIN['ratings.csv'],
        'b/movies.csv': PLAIN['movies.csv'],
      },
      'There are 2 data sets here',
      'a and ',
      'b',
    ],
    [
      'one half in each of two folders',
      { 'a/ratings.csv': PLAIN['ratings.csv'], 'b/movies.csv': PLAIN['movies.csv'] },
      'A data set is read from one folder',
      'ratings.csv in ',
      'movies.csv in ',
    ],
    ['no films', { 'ratings.csv': PLAIN['ratings.csv'] }, 'here is ratings.csv, but movies.csv is missing'],
    [
      'nothing but pictures',
      { 'a/1.jpg': bytes('x'), '2.jpg': bytes('x') },
      'here is none of them, only "2.jpg" and "1.jpg"',
    ],
  ])('%s', async (_what, given, ...words) => {
    await expectRefusal(given, ...words);
  });

  test('a name twice, in capitals and not', async () => {
    const given = { ...PAIR, 'Ratings.csv': PLAIN['ratings.csv'] };
    await expectRefusal(given, '"Ratings.csv" and "ratings.csv"', 'leave one');
  });
});

test('folders with a user of one rating: are refused in the terms of the caller, and taken without that user', async () => {
  const given = files('29-single-rating-user', MOVIES);
  for (const [way, { refusal }] of Object.entries(await everyWay(given))) {
    const terms = way.includes('command line')
      ? '--skip-single-ratings'
      : 'tick "Leave out users with a single rating"';
    expect(refusal).toContain(`line 274: this is the only rating of user 9001`);
    expect(refusal).toContain(terms);
  }
  await expectAll(given, ALL, undefined, true);
});

test('folders: are refused with what is missing when they are empty', async () => {
  const outcomes = [await outcomeOf([], SCREEN), await outcomeOf(onDisk({}), COMMAND_LINE)];
  for (const { refusal } of outcomes) expect(refusal).toContain('here are no files: ratings.csv is missing');
});
