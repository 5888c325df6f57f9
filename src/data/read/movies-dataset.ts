import { type Catalogue, GENRES, NO_VOTE_AVERAGE, type PublishedFacts } from '../catalogue';
import { compareText } from '../search/sorted-text';
import { byFrequency } from './by-frequency';
import { csvRecords } from './csv-records';
import { CsvError, readCsvTable } from './csv-table';
import { describeColumns } from './describe-columns';
import { MAX_ID } from './wrong-line';

/*
 * "The Movies Dataset" (Banik 2017), which the paper used: the ratings of a full MovieLens edition, `links.csv`, and TMDB's facts in
 * `movies_metadata.csv` and `keywords.csv`. A Python script wrote these two, so lists inside cells are Python literals. A few
 * rows of the metadata are broken (a line break shifted their columns); they are passed over, as are repeated films.
 */

/** The texts of the files. */
export interface MoviesDatasetCsv {
  metadata: string;
  /** `movieId,imdbId,tmdbId` */
  links: string;
  keywords?: string;
}

/** One film as TMDB describes it. */
interface TmdbFilm {
  title: string;
  originalTitle: string;
  year: number;
  language: string;
  runtime: number;
  genres: string[];
  collection: string;
  /** In tenths. */
  voteAverage: number;
  voteCount: number;
}

const METADATA_COLUMNS = [
  ...['id', 'title', 'original_title', 'release_date', 'original_language', 'runtime', 'genres'],
  ...['belongs_to_collection', 'vote_average', 'vote_count'],
] as const;

/** TMDB's genres that are called otherwise by MovieLens; those of one name are the same, the others it does not have. */
const MOVIELENS_GENRE: Readonly<Record<string, string>> = {
  Family: 'Children',
  Music: 'Musical',
  'Science Fiction': 'Sci-Fi',
};

/**
 * Reads the films that the links name, with TMDB's facts: by the links' TMDB ids, and, as the paper's own code does it, by
 * taking MovieLens ids for TMDB ids (`Catalogue.published`). Films without facts have a title made of their id.
 * @throws CsvError naming file and line
 */
export function readMoviesDataset({ metadata, links, keywords }: MoviesDatasetCsv): Catalogue {
  const films = readMetadata(metadata);
  const linked = readLinks(links);
  const joined = linked.map(({ tmdbId }) => films.get(tmdbId));
  const published = linked.map(({ movieId }) => films.get(movieId));
  const described = [...joined, ...published].filter((film) => film !== undefined);
  const languages = [
    '',
    ...byFrequency(described.map(({ language }) => language).filter(Boolean), 1).slice(0, 255),
  ];
  const tmdbGenreNames = [...new Set(described.flatMap(({ genres }) => genres))]
    .sort(compareText)
    .slice(0, 32);
  const collections = ['', ...byFrequency(joined.map((film) => film?.collection ?? '').filter(Boolean), 2)];
  const bits = (names: readonly string[], own: readonly string[]) =>
    own.reduce((sum, name) => (names.includes(name) ? sum | (1 << names.indexOf(name)) : sum), 0) >>> 0;
  const movieLens = (genre: string) => MOVIELENS_GENRE[genre] ?? genre;
  const languageOf = (film: TmdbFilm | undefined) => Math.max(0, languages.indexOf(film?.language ?? ''));
  return {
    count: linked.length,
    movieId: Uint32Array.from(linked, ({ movieId }) => movieId),
    title: linked.map(({ movieId }, i) => joined[i]?.title || `Film ${movieId}`),
    alternateTitles: joined.map((film) =>
      film && film.originalTitle !== film.title && film.originalTitle ? [film.originalTitle] : [],
    ),
    year: Uint16Array.from(joined, (film) => film?.year ?? 0),
    genres: Uint32Array.from(joined, (film) => bits(GENRES, (film?.genres ?? []).map(movieLens))),
    tmdbId: Uint32Array.from(linked, ({ tmdbId }, i) => (joined[i] ? tmdbId : 0)),
    imdbId: Uint32Array.from(linked, ({ imdbId }) => imdbId),
    language: Uint8Array.from(joined, languageOf),
    languages,
    runtime: Uint16Array.from(joined, (film) => film?.runtime ?? 0),
    voteAverage: Uint8Array.from(joined, (film) =>
      film && film.voteCount > 0 ? film.voteAverage : NO_VOTE_AVERAGE,
    ),
    voteCount: Uint32Array.from(joined, (film) => film?.voteCount ?? 0),
    ...keywordsOf(linked, keywords),
    tmdbGenres: Uint32Array.from(joined, (film) => bits(tmdbGenreNames, film?.genres ?? [])),
    tmdbGenreNames,
    collections,
    collection: Uint16Array.from(joined, (film) => Math.max(0, collections.indexOf(film?.collection ?? ''))),
    published: publishedFacts(published, (film) => bits(tmdbGenreNames, film.genres), languageOf),
  };
}

/** As the paper's code reads them: a vote average of 0 from no votes stays 0. */
function publishedFacts(
  films: readonly (TmdbFilm | undefined)[],
  genresOf: (film: TmdbFilm) => number,
  languageOf: (film: TmdbFilm) => number,
): PublishedFacts {
  return {
    found: Uint8Array.from(films, (film) => (film ? 1 : 0)),
    genres: Uint32Array.from(films, (film) => (film ? genresOf(film) : 0)),
    language: Uint8Array.from(films, (film) => (film ? languageOf(film) : 0)),
    voteAverage: Uint8Array.from(films, (film) => (film ? film.voteAverage : NO_VOTE_AVERAGE)),
    voteCount: Uint32Array.from(films, (film) => film?.voteCount ?? 0),
  };
}

/** TMDB's films by id, the first row of each. */
function readMetadata(text: string): Map<number, TmdbFilm> {
  const films = new Map<number, TmdbFilm>();
  for (const cells of recordsOf(text, 'movies_metadata.csv', METADATA_COLUMNS)) {
    const { id, title, original_title, release_date, original_language, runtime } = cells;
    if (!isId(id) || films.has(Number(id))) continue;
    films.set(Number(id), {
      title: plain(title),
      originalTitle: plain(original_title),
      year: yearOf(release_date),
      language: /^[a-z]{2}$/.test(original_language) ? original_language : '',
      runtime: Math.min(0xffff, Math.max(0, Math.round(Number(runtime)) || 0)),
      genres: pythonNames(cells.genres),
      collection: pythonNames(cells.belongs_to_collection)[0] ?? '',
      voteAverage: Math.min(100, Math.max(0, Math.round(10 * Number(cells.vote_average)) || 0)),
      voteCount: Math.max(0, Math.round(Number(cells.vote_count)) || 0),
    });
  }
  return films;
}

function yearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return year >= 1870 && year <= 2100 ? year : 0;
}

interface Link {
  movieId: number;
  imdbId: number;
  tmdbId: number;
}

function readLinks(text: string): Link[] {
  const links = Array.from(readCsvTable(text, 'links.csv', ['movieId', 'imdbId', 'tmdbId']), (row) => ({
    movieId: row.integer('movieId', 1, MAX_ID),
    imdbId: row.integer('imdbId', 0, MAX_ID, 0),
    tmdbId: row.integer('tmdbId', 0, MAX_ID, 0),
  }));
  links.sort((a, b) => a.movieId - b.movieId);
  return links.filter(({ movieId }, i) => i === 0 || movieId !== links[i - 1].movieId);
}

function keywordsOf(
  linked: readonly Link[],
  text: string | undefined,
): Pick<Catalogue, 'keywords' | 'keywordIds' | 'keywordOffsets'> {
  const byId = new Map<number, string[]>();
  if (text !== undefined) {
    for (const { id, keywords } of recordsOf(text, 'keywords.csv', ['id', 'keywords'] as const))
      if (isId(id) && !byId.has(Number(id))) byId.set(Number(id), pythonNames(keywords));
  }
  const lists = linked.map(({ tmdbId }) => byId.get(tmdbId) ?? []);
  const keywords = byFrequency(lists.flat(), 2).slice(0, 0xffff);
  const place = new Map(keywords.map((keyword, k) => [keyword, k]));
  const ids = lists.map((list) => list.flatMap((keyword) => place.get(keyword) ?? []).sort((a, b) => a - b));
  const keywordOffsets = new Uint32Array(linked.length + 1);
  ids.forEach((own, i) => {
    keywordOffsets[i + 1] = keywordOffsets[i] + own.length;
  });
  return { keywords, keywordIds: Uint16Array.from(ids.flat()), keywordOffsets };
}

/** The rows of a table by column, in any order of columns; rows of another length are passed over. */
function* recordsOf<Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): Generator<Record<Column, string>> {
  const records = csvRecords(text);
  const first = records.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim());
  const places = columns.map((column) => header.indexOf(column));
  if (places.includes(-1)) throw new CsvError(file, 1, describeColumns(columns, header));
  for (const { cells, line, broken } of records) {
    if (broken) throw new CsvError(file, line, 'a quotation mark is not closed');
    if (cells.length !== header.length) continue;
    yield Object.fromEntries(columns.map((column, c) => [column, cells[places[c]]])) as Record<
      Column,
      string
    >;
  }
}

function isId(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

/** In one line, without what the table of titles has between names. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The values of `'name'` in a Python literal, in its order, without repeats. */
function pythonNames(literal: string): string[] {
  const names = new Set<string>();
  for (const found of literal.matchAll(/'name': (?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)) {
    const text = (found[1] ?? found[2] ?? '').replace(
      /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gi,
      (_, code: string) =>
        code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
    );
    const name = plain(text);
    if (name) names.add(name);
  }
  return [...names];
}
