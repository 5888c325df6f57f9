import { printable } from '../../../lib/printable';
import type { InflateOptions } from '../../../lib/zip';
import type { Catalogue } from '../../catalogue';
import type { Caller } from '../caller';
import { readPlainText } from '../plain-text';
import { type MovieLensDataset, readMovieLens } from '../read-movielens';
import { readPeople } from '../read-people';
import { listOf, printableName, RefusalError } from '../refusal';
import { type Choice, chooseFiles } from './choose-files';
import { type FolderFile, isLeftover, nameOf } from './folder-file';
import { openZip } from './open-zip';
import { refuseChoice } from './refuse-choice';

/** What a folder is read for and with. */
interface ReadFolderOptions extends InflateOptions {
  caller: Caller;
  skipSingleRatings: boolean;
  /** Facts of films that are known besides; asked for once the files have been read. */
  known(): Promise<Catalogue>;
}

/** A data set, and the name of what it was read from. */
export interface FolderData {
  /** The folder's or the zip file's name; "your files" for files by themselves. */
  name: string;
  dataset: MovieLensDataset;
}

/**
 * Reads the data set that is among files: the one way for a chosen folder, a dropped one, a zip file and the command
 * line. Plain files beat archives; of several data sets the one that all others lie below; optional files that are too
 * large or not as they should be are left out with a notice.
 * @throws RefusalError (CsvError names file and line), in the terms of the caller; the signal's reason where it was aborted.
 */
export async function readFolder(
  all: readonly FolderFile[],
  options: ReadFolderOptions,
): Promise<FolderData> {
  const { caller, skipSingleRatings, signal } = options;
  const files = all.filter(({ path }) => !isLeftover(path));
  const { choice, zip } = await findChoice(files, options);
  const { style, ratings, movies, links, tags, people, notices } = choice;
  const { largest } = caller;
  refuseLarge(ratings, largest.ratings, caller.forMore);
  refuseLarge(movies, largest.movies, `At most ${inMegabytes(largest.movies)} of films are read.`);
  const optional = async (file: FolderFile | undefined): Promise<Uint8Array | undefined> => {
    if (!file || file.size <= largest.optional) return file?.read();
    notices.push(
      `${nameOf(file.path)} was left out: it has ${inMegabytes(file.size)}, and at most ${inMegabytes(largest.optional)} are read.`,
    );
    return undefined;
  };
  const contents = {
    style,
    movies: await movies.read(),
    ratings: await ratings.read(),
    links: await optional(links),
    tags: await optional(tags),
  };
  const who = await optional(people);
  const known = await options.known();
  signal?.throwIfAborted();
  const dataset = readMovieLens(contents, { skipSingleRatings, known, caller });
  dataset.notices.unshift(...notices);
  if (people && who) dataset.people = readPeople(readPlainText(who, nameOf(people.path)));
  return { name: printable(zip ?? rootOf(files) ?? 'your files'), dataset };
}

/** The chosen files, and the name of the zip file by itself that they are in. */
async function findChoice(
  files: readonly FolderFile[],
  options: ReadFolderOptions,
): Promise<{ choice: Choice<FolderFile>; zip: string | null }> {
  const isZip = ({ path }: FolderFile) => /\.zip$/i.test(path);
  const plain = files.filter((file) => !isZip(file));
  const choice = chooseFiles(plain);
  if (choice) return { choice, zip: null };
  const zips = files.filter(isZip);
  const isHalf = plain.some(({ path }) => /^(?:ratings|movies)\.(?:csv|dat)$/i.test(nameOf(path)));
  if (zips.length === 0 || isHalf) throw await refuseChoice(files, options.caller);
  if (zips.length > 1) {
    const names = zips.map(({ path }) => nameOf(path));
    throw new RefusalError(
      `There are ${zips.length} zip files here, ${listOf(names)}, and no ratings and movies beside them: choose one.`,
    );
  }
  const [zip] = zips;
  const inside = await openZip(zip, options.caller, options);
  const packed = chooseFiles(inside, `unpack ${printableName(zip.path)} and choose the folder of one`);
  if (!packed) throw await refuseChoice(inside, options.caller);
  return { choice: packed, zip: zip.path.includes('/') ? null : zip.path };
}

/** The folder that all files lie in; null if there is none. */
function rootOf(files: readonly FolderFile[]): string | null {
  const roots = new Set(
    files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')),
  );
  const [root] = roots;
  return roots.size === 1 && root ? root : null;
}

function refuseLarge({ path, size }: FolderFile, largest: number, advice: string): void {
  if (size <= largest) return;
  throw new RefusalError(`${printableName(nameOf(path))} has ${inMegabytes(size)}. ${advice}`);
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}
