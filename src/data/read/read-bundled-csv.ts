import { type Catalogue, GENRES, NO_VOTE_AVERAGE, type PublishedFacts } from '../catalogue';
import type { Dataset } from '../dataset';
import type { Ratings } from '../ratings';
import { compareText } from '../search/sorted-text';
import { byFrequency } from './by-frequency';
import { type CsvRow, readCsvTable } from './csv-table';
import { readMovieLensTitle } from './movielens-title';

/** The texts of the three files in `datasets/`. */
export interface BundledCsv {
  /** `userId,movieId,rating,timestamp` */
  ratings: string;
  /** One row a film, by ascending movieId. */
  movies: string;
  /** Rows of the paper's own join, for the films it finds; null leaves `Catalogue.published` out. */
  published: string | null;
}

const RATING_COLUMNS = ['userId', 'movieId', 'rating', 'timestamp'];
const MOVIE_COLUMNS = [
  ...['movieId', 'title', 'year', 'genres', 'tmdbId', 'imdbId', 'language', 'runtime'],
  ...['voteAverage', 'voteCount', 'keywords', 'tmdbGenres', 'collection'],
];
const PUBLISHED_COLUMNS = ['movieId', 'genres', 'language', 'voteAverage', 'voteCount'];

const MAX_UINT32 = 0xffffffff;

/**
 * Reads the bundled CSV files into typed arrays.
 *
 * Keywords and series that only one film has are dropped: they cannot relate two films. Names become indices in an order
 * that depends on the data alone: languages, keywords and series from frequent to rare, TMDB's genres by name.
 * @throws CsvError naming file and line where a header, a cell or a reference between files is wrong.
 */
export function readBundledCsv(csv: BundledCsv): Dataset {
  const movieRows = [...readCsvTable(csv.movies, 'movies.csv', MOVIE_COLUMNS)];
  const publishedRows =
    csv.published === null ? null : [...readCsvTable(csv.published, 'published.csv', PUBLISHED_COLUMNS)];
  const codes = [...movieRows, ...(publishedRows ?? [])].map(readLanguage);
  const languages = [
    '',
    ...byFrequency(
      codes.filter((code) => code !== ''),
      1,
    ),
  ];
  const tmdbGenreNames = [
    ...new Set([
      ...movieRows.flatMap((row) => row.list('tmdbGenres')),
      ...(publishedRows ?? []).flatMap((row) => row.list('genres')),
    ]),
  ].sort(compareText);

  const catalogue = readMovies(movieRows, languages, tmdbGenreNames);
  const itemOf = new Map(Array.from(catalogue.movieId, (id, item) => [id, item]));
  if (publishedRows) catalogue.published = readPublished(publishedRows, catalogue, itemOf);
  return { catalogue, ratings: readRatings(csv.ratings, itemOf) };
}

function readLanguage(row: CsvRow): string {
  const code = row.text('language');
  if (code !== '' && !/^[a-z]{2}$/.test(code)) {
    throw row.error(`language should be two small letters, found "${code}"`);
  }
  return code;
}

function genreBits(row: CsvRow, column: string, names: readonly string[]): number {
  let bits = 0;
  for (const name of row.list(column)) {
    const g = names.indexOf(name);
    if (g < 0) throw row.error(`unknown genre "${name}" in ${column}`);
    bits |= 1 << g;
  }
  return bits >>> 0;
}

function readMovies(rows: CsvRow[], languages: string[], tmdbGenreNames: string[]): Catalogue {
  const count = rows.length;
  const keywordLists = rows.map((row) => [...new Set(row.list('keywords'))]);
  const keywords = byFrequency(keywordLists.flat(), 2);
  const keywordId = new Map(keywords.map((keyword, id) => [keyword, id]));
  const idLists = keywordLists.map((list) =>
    list.flatMap((keyword) => keywordId.get(keyword) ?? []).sort((a, b) => a - b),
  );
  const collections = ['', ...byFrequency(rows.map((row) => row.text('collection')).filter(Boolean), 2)];
  const keywordOffsets = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) keywordOffsets[i + 1] = keywordOffsets[i] + idLists[i].length;
  const catalogue: Catalogue = {
    count,
    movieId: new Uint32Array(count),
    title: [],
    alternateTitles: [],
    year: new Uint16Array(count),
    genres: new Uint32Array(count),
    tmdbId: new Uint32Array(count),
    imdbId: new Uint32Array(count),
    language: new Uint8Array(count),
    languages,
    runtime: new Uint16Array(count),
    voteAverage: new Uint8Array(count),
    voteCount: new Uint32Array(count),
    keywordOffsets,
    keywordIds: Uint16Array.from(idLists.flat()),
    keywords,
    tmdbGenres: new Uint32Array(count),
    tmdbGenreNames,
    collections,
    collection: Uint16Array.from(rows, (row) => Math.max(0, collections.indexOf(row.text('collection')))),
    published: null,
  };
  rows.forEach((row, i) => {
    catalogue.movieId[i] = row.integer('movieId', 1, MAX_UINT32);
    if (i > 0 && catalogue.movieId[i] <= catalogue.movieId[i - 1]) {
      throw row.error('rows should stand in ascending order of movieId, each once');
    }
    const { title, alternates } = readMovieLensTitle(row.text('title'));
    if (title === '') throw row.error('the title is missing');
    catalogue.title.push(title);
    catalogue.alternateTitles.push(alternates);
    catalogue.year[i] = row.integer('year', 1870, 2100, 0);
    catalogue.genres[i] = genreBits(row, 'genres', GENRES);
    catalogue.tmdbId[i] = row.integer('tmdbId', 1, MAX_UINT32, 0);
    catalogue.imdbId[i] = readImdbId(row);
    catalogue.language[i] = languages.indexOf(row.text('language'));
    catalogue.runtime[i] = row.integer('runtime', 0, 0xffff, 0);
    catalogue.voteCount[i] = row.integer('voteCount', 0, MAX_UINT32, 0);
    const voteAverage = row.steps('voteAverage', 0, 10, 10, NO_VOTE_AVERAGE);
    catalogue.voteAverage[i] = catalogue.voteCount[i] > 0 ? voteAverage : NO_VOTE_AVERAGE;
    catalogue.tmdbGenres[i] = genreBits(row, 'tmdbGenres', tmdbGenreNames);
  });
  return catalogue;
}

function readImdbId(row: CsvRow): number {
  const cell = row.text('imdbId');
  if (cell === '') return 0;
  if (!/^tt\d{7,9}$/.test(cell)) throw row.error(`imdbId should look like tt0133093, found "${cell}"`);
  return Number(cell.slice(2));
}

/** Reads the rows as they are: a vote average of 0 from no votes stays 0, because the paper's encoder reads it so. */
function readPublished(rows: CsvRow[], catalogue: Catalogue, itemOf: Map<number, number>): PublishedFacts {
  const facts: PublishedFacts = {
    found: new Uint8Array(catalogue.count),
    genres: new Uint32Array(catalogue.count),
    language: new Uint8Array(catalogue.count),
    voteAverage: new Uint8Array(catalogue.count).fill(NO_VOTE_AVERAGE),
    voteCount: new Uint32Array(catalogue.count),
  };
  for (const row of rows) {
    const item = readItem(row, itemOf);
    if (facts.found[item]) throw row.error('this movieId has a row already');
    facts.found[item] = 1;
    facts.genres[item] = genreBits(row, 'genres', catalogue.tmdbGenreNames);
    facts.language[item] = catalogue.languages.indexOf(row.text('language'));
    facts.voteAverage[item] = row.steps('voteAverage', 0, 10, 10, NO_VOTE_AVERAGE);
    facts.voteCount[item] = row.integer('voteCount', 0, MAX_UINT32, 0);
  }
  return facts;
}

function readItem(row: CsvRow, itemOf: Map<number, number>): number {
  const movieId = row.integer('movieId', 1, MAX_UINT32);
  const item = itemOf.get(movieId);
  if (item === undefined) throw row.error(`movieId ${movieId} is not in movies.csv`);
  return item;
}

function readRatings(text: string, itemOf: Map<number, number>): Ratings {
  const rows: { user: number; item: number; halfStars: number; timestamp: number }[] = [];
  const seen = new Set<string>();
  for (const row of readCsvTable(text, 'ratings.csv', RATING_COLUMNS)) {
    const user = row.integer('userId', 1, MAX_UINT32);
    const item = readItem(row, itemOf);
    if (seen.has(`${user} ${item}`)) throw row.error('this user has rated this movieId already');
    seen.add(`${user} ${item}`);
    const halfStars = row.steps('rating', 0.5, 5, 2);
    rows.push({ user, item, halfStars, timestamp: row.integer('timestamp', 0, MAX_UINT32) });
  }
  rows.sort((a, b) => a.user - b.user || a.timestamp - b.timestamp || a.item - b.item);
  const userId = Uint32Array.from(new Set(rows.map((row) => row.user)));
  const offsets = new Uint32Array(userId.length + 1);
  for (let u = 0, r = 0; u < userId.length; u++) {
    while (r < rows.length && rows[r].user === userId[u]) r++;
    offsets[u + 1] = r;
  }
  return {
    userCount: userId.length,
    count: rows.length,
    userId,
    offsets,
    item: Uint32Array.from(rows, (row) => row.item),
    halfStars: Uint8Array.from(rows, (row) => row.halfStars),
    timestamp: Uint32Array.from(rows, (row) => row.timestamp),
  };
}
