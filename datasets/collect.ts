/**
 * Rebuilds the data files of this folder from their two source packages: `npx tsx datasets/collect.ts`.
 *
 * Reads the ratings and the TMDB facts from one package, the MovieLens titles and genres from the other, matches them
 * (collect/match.ts explains how), writes the CSV files with their checksums, and prints the match figures.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundledCsv } from '../src/data/read/read-bundled-csv.ts';
import { type Match, matchMovies } from './collect/match.ts';
import {
  type MovieLensMovie,
  type RatingRow,
  readMovieLensMovies,
  readRatings,
} from './collect/movielens.ts';
import { collectNames } from './collect/names.ts';
import { publishedJoin } from './collect/published.ts';
import { fetchSources } from './collect/sources.ts';
import { parseCsv, readKeywords, readTmdbMovies, type TmdbMovie } from './collect/tmdb.ts';
import { writeChecksums, writeCsv } from './collect/write.ts';

const folder = dirname(fileURLToPath(import.meta.url));

/**
 * The alias table, kept by hand: films whose names differ too much or that are listed out of order, and, with an empty
 * tmdbId, movies whose only match by name and order is another film.
 */
function readAliases(path: string): Map<number, number | null> {
  const rows = parseCsv(readFileSync(path, 'utf8'));
  return new Map(rows.map((row) => [Number(row.movieId), row.tmdbId ? Number(row.tmdbId) : null]));
}

/** Both packages hold the same ratings; if the counts per movie differ, one of them is another edition. */
function checkSameEdition(ratings: RatingRow[], movies: MovieLensMovie[]): void {
  const counts = new Map<number, number>();
  for (const { movieId } of ratings) counts.set(Number(movieId), (counts.get(Number(movieId)) ?? 0) + 1);
  const differs =
    movies.length !== counts.size || movies.some((movie) => counts.get(movie.movieId) !== movie.ratings);
  if (differs) throw new Error('The two packages hold different editions of the ratings.');
}

function writeMovies(
  movies: MovieLensMovie[],
  matches: Map<number, Match>,
  keywords: Map<number, string[]>,
): void {
  const header =
    'movieId,title,year,genres,tmdbId,imdbId,language,runtime,voteAverage,voteCount,keywords,tmdbGenres,collection'.split(
      ',',
    );
  const rows = movies.map(({ movieId, title, year, genres }) => {
    const tmdb = matches.get(movieId)?.tmdb;
    const facts = tmdb
      ? [tmdb.tmdbId, tmdb.imdbId, tmdb.language, tmdb.runtime, tmdb.voteAverage, tmdb.voteCount]
      : [null, null, null, null, null, null];
    const names = tmdb ? (keywords.get(tmdb.tmdbId) ?? []) : [];
    return [movieId, title, year, genres, ...facts, names, tmdb?.genres ?? [], tmdb?.collection || null];
  });
  writeCsv(join(folder, 'movies.csv'), header, rows);
}

/** Writes the names that other sites use, by the files that are written already. */
function writeNames(films: readonly TmdbMovie[]): void {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const { catalogue } = readBundledCsv({
    ratings: text('ratings.csv'),
    movies: text('movies.csv'),
    published: null,
  });
  const rows = collectNames(catalogue, films);
  writeCsv(
    join(folder, 'names.csv'),
    ['movieId', 'year', 'name'],
    rows.map(({ movieId, year, name }) => [movieId || null, year || null, name]),
  );
}

function printFigures(movies: MovieLensMovie[], matches: Map<number, Match>, published: Set<number>): void {
  const total = movies.reduce((sum, movie) => sum + movie.ratings, 0);
  const share = (test: (movie: MovieLensMovie) => boolean) => {
    const hits = movies.filter(test);
    const ratings = hits.reduce((sum, movie) => sum + movie.ratings, 0);
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
    return `${hits.length} movies (${percent(hits.length, movies.length)}), ${ratings} ratings (${percent(ratings, total)})`;
  };
  console.log(`all: ${movies.length} movies, ${total} ratings`);
  console.log(`corrected join: ${share((movie) => matches.has(movie.movieId))}`);
  for (const kind of ['title', 'gap', 'alias'] as const) {
    console.log(`  by ${kind}: ${share((movie) => matches.get(movie.movieId)?.kind === kind)}`);
  }
  console.log(`published join: ${share((movie) => published.has(movie.movieId))}`);
}

function collect(): void {
  const sources = fetchSources(join(folder, '.cache'));
  const movies = readMovieLensMovies(sources.rData);
  const ratings = readRatings(sources.ratings);
  checkSameEdition(ratings, movies);
  const films = readTmdbMovies(sources.metadata);
  const matches = matchMovies(movies, films, readAliases(join(folder, 'aliases.csv')));
  const published = publishedJoin(movies, films);

  const ratingColumns = ['userId', 'movieId', 'rating', 'timestamp'] as const;
  const ratingRows = ratings.map((row) => ratingColumns.map((name) => row[name]));
  writeCsv(join(folder, 'ratings.csv'), [...ratingColumns], ratingRows);
  writeMovies(movies, matches, readKeywords(sources.keywords));
  writeCsv(
    join(folder, 'published.csv'),
    ['movieId', 'genres', 'language', 'voteAverage', 'voteCount'],
    published.map(({ movieId, tmdb }) => [
      movieId,
      tmdb.genres,
      tmdb.language,
      tmdb.voteAverage,
      tmdb.voteCount,
    ]),
  );
  writeNames(films);
  const files = ['aliases.csv', 'movies.csv', 'names.csv', 'published.csv', 'ratings.csv'];
  writeChecksums(folder, files, 'checksums.sha256');
  printFigures(movies, matches, new Set(published.map((row) => row.movieId)));
}

try {
  collect();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
