import type { Catalogue } from '../data/catalogue';
import { addCounts, countRating, noCounts, type PublicCounts } from '../data/public-counts';
import type { Caller } from '../data/read/caller';
import { CsvError } from '../data/read/csv-table';
import type { Choice } from '../data/read/folder/choose-files';
import { type FolderFile, folderOf, nameOf } from '../data/read/folder/folder-file';
import { type ChosenData, chooseData, readOptional } from '../data/read/folder/read-folder';
import { readMoviesDataset } from '../data/read/movies-dataset';
import { readPlainText } from '../data/read/plain-text';
import type { Rows } from '../data/read/ratings/rating-lines';
import { streamRatings } from '../data/read/ratings/stream-ratings';
import { readGenome } from '../data/read/read-genome';
import { readMovieLensFilms } from '../data/read/read-movielens';
import { hashIntegers } from '../lib/hash';
import { createRandom, deriveSeed } from '../lib/random';
import type { PackSource } from './learn-pack';
import { groupSample, PeopleSample, type SampleColumns } from './people-sample';
import { type Terms, termsOf } from './terms';

/** The films of a folder, and where its ratings are. */
export interface SourceFilms extends Terms {
  name: string;
  catalogue: Catalogue;
  itemOf: ReadonlyMap<number, number>;
  chosen: ChosenData;
  /** What was left out or read otherwise than it stands, for a person. */
  notices: readonly string[];
}

/** What is read of a folder, and how. */
interface ReadSourceOptions {
  caller: Caller;
  /** Facts of films that are known besides; asked for once the files have been read. */
  known(): Promise<Catalogue>;
  signal?: AbortSignal;
}

/** The files of "The Movies Dataset" (data/read/movies-dataset), in one folder. */
interface MoviesDataset {
  ratings: FolderFile;
  metadata: FolderFile;
  links: FolderFile;
  keywords?: FolderFile;
}

/** Finds "The Movies Dataset" among files: a folder with its ratings and metadata, and without MovieLens' own list of films. */
export function moviesDatasetIn(files: readonly FolderFile[]): MoviesDataset | null {
  const metadata = files.find(({ path }) => nameOf(path) === 'movies_metadata.csv');
  if (!metadata) return null;
  const beside = (name: string) =>
    files.find(({ path }) => nameOf(path) === name && folderOf(path) === folderOf(metadata.path));
  const [ratings, links] = [beside('ratings.csv'), beside('links.csv')];
  if (!ratings || !links || beside('movies.csv')) return null;
  return { ratings, metadata, links, keywords: beside('keywords.csv') };
}

/** Longest file of facts about films that is read, in bytes. */
const LONGEST_FACTS = 200_000_000;

async function readMoviesDatasetFilms(
  found: MoviesDataset,
  files: readonly FolderFile[],
): Promise<SourceFilms> {
  const { ratings, metadata, links, keywords } = found;
  const text = async (file: FolderFile) => {
    const name = nameOf(file.path);
    if (file.size > LONGEST_FACTS) throw new CsvError(name, 1, `it has ${Math.round(file.size / 1e6)} MB`);
    return readPlainText(await file.read(), name);
  };
  const catalogue = readMoviesDataset({
    metadata: await text(metadata),
    links: await text(links),
    ...(keywords && { keywords: await text(keywords) }),
  });
  const itemOf = new Map(Array.from(catalogue.movieId, (id, item) => [id, item]));
  const choice = { style: 'csv' as const, ratings, movies: metadata, links, notices: [] };
  return {
    ...{ name: 'The Movies Dataset', catalogue, itemOf, chosen: { name: '', choice, files }, notices: [] },
    ...termsOf(undefined),
  };
}

/**
 * Reads the films of a MovieLens folder or zip file, or of "The Movies Dataset".
 * @throws RefusalError or CsvError as `readFolder`
 */
export async function readSourceFilms(
  files: readonly FolderFile[],
  { caller, known, signal }: ReadSourceOptions,
): Promise<SourceFilms> {
  const other = moviesDatasetIn(files);
  if (other) return readMoviesDatasetFilms(other, files);
  const chosen = await chooseData(files, { caller, signal });
  const { name, choice } = chosen;
  const contents = {
    style: choice.style,
    movies: await choice.movies.read(),
    links: await readOptional(choice, 'links', caller),
    tags: await readOptional(choice, 'tags', caller),
    genome: await readGenomeOf(choice, caller),
  };
  const facts = await known();
  signal?.throwIfAborted();
  const { catalogue, itemOf, notices } = readMovieLensFilms(contents, { known: facts, caller });
  const terms = termsOf(await readReadme(chosen));
  return { name, catalogue, itemOf, chosen, notices: [...choice.notices, ...notices], ...terms };
}

/** The tag genome, where the folder has it; one that is not as it should be is left out with a notice. */
async function readGenomeOf({ genomeScores, genomeTags, notices }: Choice<FolderFile>, caller: Caller) {
  if (!genomeScores || !genomeTags || genomeTags.size > caller.largest.optional) return undefined;
  try {
    const files = { scores: piecesOf(genomeScores), tags: await genomeTags.read() };
    return await readGenome(files, caller.most.films);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    notices.push(`The tag genome was left out. ${error.message}.`);
    return undefined;
  }
}

/** The README beside the ratings, or above them. */
async function readReadme({ files }: ChosenData): Promise<string | undefined> {
  const readme = files.find(({ path, size }) => /^readme(?:\.txt|\.md)?$/i.test(nameOf(path)) && size < 1e6);
  try {
    return readme && readPlainText(await readme.read(), nameOf(readme.path));
  } catch (error) {
    // What is no text states no terms.
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** What one part of the people says: parts add up to the whole. */
export interface PeoplePart {
  counts: PublicCounts;
  people: number;
  sample: SampleColumns;
}

/** How the people are read. */
export interface PeopleOptions {
  /** People drawn at most, and what decides who. */
  most: number;
  seed: number;
  /** Part i of n of the people, 1-based; all where left out. */
  shard?: { index: number; count: number };
  signal?: AbortSignal;
  /** How much of the ratings has been read, 0..1. */
  tell(share: number): void;
}

/**
 * Reads the ratings piece by piece: counts what people gave each film, and draws a sample of people.
 * @throws CsvError naming file and line; the signal's reason where it was aborted.
 */
export async function readPeople(
  films: SourceFilms,
  { most, seed, shard, signal, tell }: PeopleOptions,
): Promise<PeoplePart> {
  const { catalogue } = films;
  const counts = noCounts(catalogue.count);
  const people = new Set<number>();
  const sample = new PeopleSample(most, sampleSeed(seed));
  const takes = (user: number) => !shard || hashIntegers(user, 0) % shard.count === shard.index - 1;
  const take = (rows: Rows) => {
    for (let r = 0; r < rows.count; r++) {
      if (!takes(rows.user[r])) continue;
      people.add(rows.user[r]);
      countRating(counts, rows.item[r], rows.halfStars[r]);
    }
    sample.addRows(rows, takes);
  };
  await readRatings(films, take, { signal, tell });
  if (!shard && people.size === 0) {
    throw new CsvError(nameOf(films.chosen.choice.ratings.path), 1, 'there are no ratings');
  }
  return { counts, people: people.size, sample: sample.drawn };
}

/**
 * Reads the ratings piece by piece, as they stand in the file.
 * @throws CsvError naming file and line; the signal's reason where it was aborted.
 */
export async function readRatings(
  { itemOf, chosen }: SourceFilms,
  take: (rows: Rows) => void,
  { signal, tell }: Pick<PeopleOptions, 'signal' | 'tell'>,
): Promise<void> {
  const { ratings, style } = chosen.choice;
  const stream = streamRatings(nameOf(ratings.path), itemOf, style, take);
  let read = 0;
  for await (const piece of piecesOf(ratings)) {
    signal?.throwIfAborted();
    stream.push(piece);
    read += piece.length;
    tell(Math.min(1, read / ratings.size));
  }
  stream.end();
}

async function* piecesOf(file: FolderFile): AsyncIterable<Uint8Array> {
  if (file.stream) yield* file.stream();
  else yield await file.read();
}

/** What decides who is drawn. */
export function sampleSeed(seed: number): number {
  return createRandom(deriveSeed(seed, 'people of a pack')).integer(2 ** 31);
}

/** What a pack is made from, out of the parts of the people. @param most people drawn at most, as in the parts */
export function joinSource(
  { name, licence, isPrivate, catalogue }: SourceFilms,
  parts: readonly PeoplePart[],
  { most, seed }: Pick<PeopleOptions, 'most' | 'seed'>,
): PackSource {
  const counts = noCounts(catalogue.count);
  const drawn = new PeopleSample(most, sampleSeed(seed));
  let people = 0;
  for (const part of parts) {
    people += part.people;
    addCounts(counts, part.counts);
    const { user, item, halfStars, timestamp } = part.sample;
    for (let r = 0; r < user.length; r++) drawn.add(user[r], item[r], halfStars[r], timestamp[r]);
  }
  return { name, licence, isPrivate, catalogue, counts, people, sample: groupSample(drawn.drawn) };
}
