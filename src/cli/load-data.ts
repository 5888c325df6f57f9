import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unpackBundled, unpackFilms } from '../data/bundled/unpack-bundled';
import type { Catalogue } from '../data/catalogue';
import type { Dataset } from '../data/dataset';
import { COMMAND_LINE } from '../data/read/caller';
import { readFolder } from '../data/read/folder/read-folder';
import { readBundledCsv } from '../data/read/read-bundled-csv';
import type { MovieLensDataset } from '../data/read/read-movielens';
import { EvaluationError, type EvaluationOptions } from '../evaluation/types';
import { decodePack } from '../packs/pack-format';
import { readPaperPeople } from '../packs/paper-people';
import { joinSource, moviesDatasetIn, readPeople, readSourceFilms } from '../packs/read-source';
import { BUNDLED_FILES, ROOT, readBundledFiles, readBytes } from './files';
import { filesBelow } from './folder-files';

/** How the name of a catalogue pack ends. */
const PACK = '.wlpk';

/** The bundled data: the files the app loads, or, before they have been packed, those they are packed from. */
export function loadBundledData(): Dataset {
  if (Object.values(BUNDLED_FILES).every((file) => existsSync(file)))
    return unpackBundled(readBundledFiles());
  const text = (name: string) => new TextDecoder().decode(readBytes(join(ROOT, 'datasets', name)));
  return readBundledCsv({
    ratings: text('ratings.csv'),
    movies: text('movies.csv'),
    published: text('published.csv'),
  });
}

/** The films of the bundled data. */
function loadBundledFilms(): Catalogue {
  const { films } = BUNDLED_FILES;
  return existsSync(films) ? unpackFilms(readBytes(films)).catalogue : loadBundledData().catalogue;
}

/**
 * A MovieLens folder or zip file: `ratings.csv` and `movies.csv` with optional `links.csv` and `tags.csv`, or `ratings.dat`
 * and `movies.dat`; in either, who the people are in `users.dat` or `u.user`. Chosen and read as the app does it. Films that
 * the bundled data know get their facts from there. Or a catalogue pack with ratings.
 * @throws EvaluationError, RefusalError or DamagedBytesError where a file is missing or not as it should be.
 */
export async function loadMovieLensFolder(
  folder: string,
  { skipSingleRatings }: { skipSingleRatings: boolean },
): Promise<MovieLensDataset> {
  if (folder.endsWith(PACK)) return readPack(folder);
  const { dataset } = await readFolder(filesBelow(folder), {
    ...{ caller: COMMAND_LINE, skipSingleRatings },
    known: async () => loadBundledFilms(),
  });
  return dataset;
}

/** People drawn of "The Movies Dataset" where nobody says how many: of its 26 million ratings no protocol needs all. */
const USUAL_PEOPLE = 5000;

/**
 * A part of the people of a folder, drawn by the seed, whose ratings are read as a stream, however large the file is: so many, or,
 * of "The Movies Dataset" and where nobody says how many, those whom the protocol needs.
 * @returns null where nobody says how many and all are to be read.
 * @throws EvaluationError or RefusalError as `loadMovieLensFolder`
 */
export async function loadSample(
  folder: string,
  people: number | undefined,
  options: EvaluationOptions,
): Promise<MovieLensDataset | null> {
  if (folder.endsWith(PACK)) {
    if (people === undefined) return null;
    throw new EvaluationError('--people belongs to folders: a pack is measured on the people in it');
  }
  if (people === undefined && !moviesDatasetIn(filesBelow(folder))) return null;
  const films = await readSourceFilms(filesBelow(folder), {
    caller: COMMAND_LINE,
    known: async () => loadBundledFilms(),
  });
  const { catalogue, notices } = films;
  if (people === undefined && options.protocol === 'paper') {
    return { catalogue, ratings: await readPaperPeople(films, options), notices: [...notices] };
  }
  const drawing = { most: people ?? USUAL_PEOPLE, seed: options.seed };
  const { sample } = joinSource(films, [await readPeople(films, { ...drawing, tell() {} })], drawing);
  return { catalogue, ratings: sample, notices: [...notices] };
}

/** @throws EvaluationError or DamagedBytesError */
function readPack(file: string): MovieLensDataset {
  const { catalogue, ratings } = decodePack(readBytes(file)).dataset;
  if (ratings.count === 0) throw new EvaluationError(`${file} holds no ratings to measure on`);
  return { catalogue, ratings, notices: [] };
}
