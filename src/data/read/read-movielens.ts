import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from '../catalogue';
import type { Dataset } from '../dataset';
import { CsvError, readCsvTable } from './csv-table';
import { enrichCatalogue } from './enrich-catalogue';
import { readMovieLensTitle } from './movielens-title';
import { type ParseRatingsOptions, parseRatings } from './parse-ratings';

/** The files of a MovieLens folder, as bytes. */
export interface MovieLensFiles {
  style: ParseRatingsOptions['style'];
  ratings: Uint8Array;
  movies: Uint8Array;
  /** `movieId,imdbId,tmdbId`; csv style only. */
  links?: Uint8Array;
  /** `userId,movieId,tag,timestamp`; csv style only. */
  tags?: Uint8Array;
}

/** What is left out, and what is known besides. */
export interface ReadMovieLensOptions {
  skipSingleRatings?: boolean;
  /** Facts for films that it also has; features that neither has are absent. */
  known?: Catalogue;
}

/** A tag becomes a keyword of a film once this many people have given it. */
const TAG_USERS = 2;
const MAX_UINT32 = 0xffffffff;
/** Names that other editions use. */
const GENRE_NAMES: Record<string, string> = { "Children's": 'Children', '(no genres listed)': '' };

/**
 * Reads a MovieLens folder of either style: `ratings.csv` and `movies.csv`, or `ratings.dat` and `movies.dat` as in
 * ML-1M and ML-10M. The year is parsed from the title.
 * @throws CsvError naming file and line.
 */
export function readMovieLens(files: MovieLensFiles, options: ReadMovieLensOptions = {}): Dataset {
  const movies = readMovies(files);
  const itemOf = new Map(movies.map(({ movieId }, item) => [movieId, item]));
  const catalogue = createCatalogue(movies);
  if (files.links) readLinks(files.links, catalogue, itemOf);
  if (options.known) enrichCatalogue(catalogue, options.known);
  if (files.tags) addTags(files.tags, catalogue, itemOf);
  const { style } = files;
  const ratings = parseRatings(files.ratings, `ratings.${style}`, itemOf, {
    style,
    skipSingleRatings: options.skipSingleRatings,
  });
  return { catalogue, ratings };
}

/** One line of the movies file. */
interface Movie {
  movieId: number;
  title: string;
  alternates: string[];
  year: number;
  genres: number;
}

/** UTF-8, or the older editions' Latin-1. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function readMovies({ style, movies }: MovieLensFiles): Movie[] {
  const file = `movies.${style}`;
  const text = decode(movies);
  const rows = style === 'csv' ? csvMovies(text, file) : datMovies(text, file);
  const found: Movie[] = [];
  const seen = new Set<number>();
  for (const { line, id, title, genres } of rows) {
    const movieId = /^\d{1,10}$/.test(id) ? Number(id) : 0;
    if (movieId < 1 || movieId > MAX_UINT32) {
      throw new CsvError(file, line, `movieId should be a whole number from 1, found "${id.slice(0, 40)}"`);
    }
    if (seen.has(movieId)) throw new CsvError(file, line, `movieId ${movieId} has a row already`);
    seen.add(movieId);
    found.push({ movieId, ...readTitle(title, file, line), genres: genreBits(genres, file, line) });
  }
  if (found.length === 0) throw new CsvError(file, 1, 'there are no movies');
  return found.sort((a, b) => a.movieId - b.movieId);
}

interface MovieRow {
  line: number;
  id: string;
  title: string;
  genres: string;
}

function* csvMovies(text: string, file: string): Generator<MovieRow> {
  for (const row of readCsvTable(text, file, ['movieId', 'title', 'genres'])) {
    yield { line: row.line, id: row.text('movieId'), title: row.text('title'), genres: row.text('genres') };
  }
}

function* datMovies(text: string, file: string): Generator<MovieRow> {
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line === '' && index === lines.length - 1) return;
    const cells = line.split('::');
    if (cells.length !== 3) {
      throw new CsvError(file, index + 1, `expected 3 cells between "::", found ${cells.length}`);
    }
    yield { line: index + 1, id: cells[0], title: cells[1], genres: cells[2] };
  }
}

/** "Toy Story (1995)"; a year range ("2009–2012") counts from its start; the year may be missing. */
function readTitle(raw: string, file: string, line: number): Pick<Movie, 'title' | 'alternates' | 'year'> {
  const match = /^(.*?)\s*\((\d{4})(?:[-–]\s*(?:\d{4})?)?\)\s*$/u.exec(raw);
  const { title, alternates } = readMovieLensTitle(match ? match[1] : raw);
  if (title === '') throw new CsvError(file, line, 'the title is missing');
  const year = Number(match?.[2] ?? 0);
  return { title, alternates, year: year >= 1870 && year <= 2100 ? year : 0 };
}

function genreBits(list: string, file: string, line: number): number {
  let bits = 0;
  for (const raw of list.split('|')) {
    const name = GENRE_NAMES[raw] ?? raw;
    if (name === '') continue;
    const g = (GENRES as readonly string[]).indexOf(name);
    if (g < 0) throw new CsvError(file, line, `unknown genre "${raw.slice(0, 40)}"`);
    bits |= 1 << g;
  }
  return bits >>> 0;
}

function createCatalogue(movies: Movie[]): Catalogue {
  const count = movies.length;
  return {
    count,
    movieId: Uint32Array.from(movies, ({ movieId }) => movieId),
    title: movies.map(({ title }) => title),
    alternateTitles: movies.map(({ alternates }) => alternates),
    year: Uint16Array.from(movies, ({ year }) => year),
    genres: Uint32Array.from(movies, ({ genres }) => genres),
    tmdbId: new Uint32Array(count),
    imdbId: new Uint32Array(count),
    language: new Uint8Array(count),
    languages: [''],
    runtime: new Uint16Array(count),
    voteAverage: new Uint8Array(count).fill(NO_VOTE_AVERAGE),
    voteCount: new Uint32Array(count),
    keywordOffsets: new Uint32Array(count + 1),
    keywordIds: new Uint16Array(0),
    keywords: [],
    tmdbGenres: new Uint32Array(count),
    tmdbGenreNames: [],
    collections: [''],
    collection: new Uint16Array(count),
    published: null,
  };
}

function readLinks(bytes: Uint8Array, catalogue: Catalogue, itemOf: ReadonlyMap<number, number>): void {
  for (const row of readCsvTable(decode(bytes), 'links.csv', ['movieId', 'imdbId', 'tmdbId'])) {
    const item = itemOf.get(row.integer('movieId', 1, MAX_UINT32));
    if (item === undefined) continue;
    catalogue.imdbId[item] = row.integer('imdbId', 0, MAX_UINT32, 0);
    catalogue.tmdbId[item] = row.integer('tmdbId', 0, MAX_UINT32, 0);
  }
}

/** Tags that several people gave become keywords of films that have none. */
function addTags(bytes: Uint8Array, catalogue: Catalogue, itemOf: ReadonlyMap<number, number>): void {
  const users = new Map<string, Set<number>>();
  for (const row of readCsvTable(decode(bytes), 'tags.csv', ['userId', 'movieId', 'tag', 'timestamp'])) {
    const item = itemOf.get(row.integer('movieId', 1, MAX_UINT32));
    const tag = row.text('tag').trim().toLowerCase();
    if (item === undefined || tag === '') continue;
    if (catalogue.keywordOffsets[item + 1] > catalogue.keywordOffsets[item]) continue;
    const key = `${item}\t${tag}`;
    const given = users.get(key) ?? new Set();
    users.set(key, given.add(row.integer('userId', 1, MAX_UINT32)));
  }
  const lists = keywordLists(catalogue);
  for (const [key, given] of users) {
    if (given.size < TAG_USERS) continue;
    const [item, tag] = key.split('\t');
    lists[Number(item)].push(tag);
  }
  setKeywords(catalogue, lists);
}

function keywordLists({ count, keywordOffsets, keywordIds, keywords }: Catalogue): string[][] {
  return Array.from({ length: count }, (_, i) =>
    Array.from(keywordIds.subarray(keywordOffsets[i], keywordOffsets[i + 1]), (id) => keywords[id]),
  );
}

/** Keywords of at least two films, the most frequent first, as many as ids allow. */
function setKeywords(catalogue: Catalogue, lists: string[][]): void {
  const films = new Map<string, number>();
  for (const list of lists) for (const keyword of list) films.set(keyword, (films.get(keyword) ?? 0) + 1);
  catalogue.keywords = [...films]
    .filter(([, n]) => n >= 2)
    .sort(([a, nOfA], [b, nOfB]) => nOfB - nOfA || (a < b ? -1 : 1))
    .slice(0, 0xffff)
    .map(([keyword]) => keyword);
  const idOf = new Map(catalogue.keywords.map((keyword, id) => [keyword, id]));
  const ids = lists.map((list) => list.flatMap((keyword) => idOf.get(keyword) ?? []).sort((a, b) => a - b));
  catalogue.keywordIds = Uint16Array.from(ids.flat());
  ids.forEach((list, i) => {
    catalogue.keywordOffsets[i + 1] = catalogue.keywordOffsets[i] + list.length;
  });
}
