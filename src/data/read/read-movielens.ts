import { type Catalogue, NO_VOTE_AVERAGE } from '../catalogue';
import type { Dataset } from '../dataset';
import { type Caller, COMMAND_LINE } from './caller';
import { CsvError, readCsvTable } from './csv-table';
import { enrichCatalogue } from './enrich-catalogue';
import { countLines, readPlainText } from './plain-text';
import { parseRatings } from './ratings/parse-ratings';
import type { Genome } from './read-genome';
import { type Movie, readMovies } from './read-movies';
import { addGenome, addTags } from './read-tags';
import { MAX_ID, type RatingsStyle } from './wrong-line';

/** The files of a MovieLens folder, as bytes. */
export interface MovieLensFiles {
  style: RatingsStyle;
  ratings: Uint8Array;
  movies: Uint8Array;
  /** `movieId,imdbId,tmdbId`; csv style only. */
  links?: Uint8Array;
  /** `userId,movieId,tag,timestamp`; csv style only. */
  tags?: Uint8Array;
  /** Where the edition has it and it was read. */
  genome?: Genome;
}

/** What is left out, what is known besides, and who reads. */
export interface ReadMovieLensOptions {
  skipSingleRatings?: boolean;
  /** Facts for films that it also has; features that neither has are absent. */
  known?: Catalogue;
  /** The command line, unless said. */
  caller?: Caller;
}

/** A data set, and what of its files was left out or read otherwise than it stands. */
export interface MovieLensDataset extends Dataset {
  /** Sentences for a person; none where all is as it should be. */
  notices: string[];
}

/**
 * Reads a MovieLens folder of either style: `ratings.csv` and `movies.csv`, or `ratings.dat` and `movies.dat` as in
 * ML-1M and ML-10M. An optional file that is not as it should be is left out with a notice.
 * @throws CsvError naming file and line.
 */
export function readMovieLens(
  files: MovieLensFiles,
  { skipSingleRatings, known, caller = COMMAND_LINE }: ReadMovieLensOptions = {},
): MovieLensDataset {
  const { style } = files;
  const { catalogue, itemOf, notices } = readMovieLensFilms(files, { known, caller });
  const ratings = parseRatings(files.ratings, `ratings.${style}`, itemOf, {
    ...{ style, skipSingleRatings, caller },
    onNotice: (notice) => notices.push(notice),
  });
  return { catalogue, ratings, notices };
}

/** The films of a MovieLens folder, and what was left out or read otherwise than it stands. */
export interface MovieLensFilms {
  catalogue: Catalogue;
  /** Index of each MovieLens id in the catalogue. */
  itemOf: ReadonlyMap<number, number>;
  /** Sentences for a person. */
  notices: string[];
}

/** Reads the films of a MovieLens folder; see `readMovieLens`. @throws CsvError naming file and line. */
export function readMovieLensFilms(
  files: Omit<MovieLensFiles, 'ratings'>,
  { known, caller }: { known?: Catalogue; caller: Caller },
): MovieLensFilms {
  const { style } = files;
  const notices: string[] = [];
  const onNotice = (notice: string) => {
    notices.push(notice);
  };
  refuseTooMany(files.movies, `movies.${style}`, 'films', caller.most.films);
  const movies = readMovies(files.movies, style, onNotice);
  const itemOf = new Map(movies.map(({ movieId }, item) => [movieId, item]));
  const catalogue = createCatalogue(movies);
  const optional = (bytes: Uint8Array | undefined, file: string, read: (text: string) => void) => {
    if (!bytes) return;
    try {
      refuseTooMany(bytes, file, 'lines', caller.most.optionalLines);
      read(readPlainText(bytes, file));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      onNotice(`${file} was left out. ${error.message}.`);
    }
  };
  optional(files.links, 'links.csv', (text) => readLinks(text, catalogue, itemOf));
  if (known) enrichCatalogue(catalogue, known);
  if (files.genome) addGenome(files.genome, catalogue, itemOf);
  optional(files.tags, 'tags.csv', (text) => addTags(text, catalogue, itemOf));
  return { catalogue, itemOf, notices };
}

/** Looks before any text is made: three million short lines are a small file and a large table. */
function refuseTooMany(bytes: Uint8Array, file: string, what: string, most: number): void {
  // One line more for the header, and one for what follows the last line end.
  const lines = countLines(bytes) - 2;
  if (lines <= most) return;
  const [found, taken] = [lines, most].map((count) => count.toLocaleString('en'));
  throw new CsvError(file, most + 2, `there are about ${found} ${what}, and at most ${taken} are read`);
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

/** @param catalogue gets its ids once all of the text has been read. */
function readLinks(text: string, catalogue: Catalogue, itemOf: ReadonlyMap<number, number>): void {
  const imdbId = catalogue.imdbId.slice();
  const tmdbId = catalogue.tmdbId.slice();
  for (const row of readCsvTable(text, 'links.csv', ['movieId', 'imdbId', 'tmdbId'])) {
    const item = itemOf.get(row.integer('movieId', 0, MAX_ID));
    const imdb = row.integer('imdbId', 0, MAX_ID, 0);
    const tmdb = row.integer('tmdbId', 0, MAX_ID, 0);
    if (item === undefined) continue;
    imdbId[item] = imdb;
    tmdbId[item] = tmdb;
  }
  catalogue.imdbId = imdbId;
  catalogue.tmdbId = tmdbId;
}
