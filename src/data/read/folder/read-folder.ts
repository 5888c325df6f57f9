import { printable } from '../../../lib/text/printable';
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
  const { name, choice } = await chooseData(all, options);
  const { style, movies, ratings, notices, people } = choice;
  const contents = {
    style,
    movies: await movies.read(),
    ratings: await ratings.read(),
    links: await readOptional(choice, 'links', caller),
    tags: await readOptional(choice, 'tags', caller),
  };
  const who = await readOptional(choice, 'people', caller);
  const known = await options.known();
  signal?.throwIfAborted();
  const dataset = readMovieLens(contents, { skipSingleRatings, known, caller });
  dataset.notices.unshift(...notices);
  if (people && who) dataset.people = readPeople(readPlainText(who, nameOf(people.path)));
  return { name, dataset };
}

/** The files of a data set, not read yet, and the name of what they are in. */
export interface ChosenData {
  /** See `FolderData.name`. */
  name: string;
  choice: Choice<FolderFile>;
  /** Everything that was looked through: the folder's files, or those of the zip file. */
  files: readonly FolderFile[];
}

/** Finds the data set among files; see `readFolder`. @throws RefusalError as `readFolder` */
export async function chooseData(
  all: readonly FolderFile[],
  options: Pick<ReadFolderOptions, 'caller' | keyof InflateOptions>,
): Promise<ChosenData> {
  const { largest, forMore } = options.caller;
  const files = all.filter(({ path }) => !isLeftover(path));
  const { choice, zip, inside } = await findChoice(files, options);
  refuseLarge(choice.ratings, largest.ratings, forMore);
  refuseLarge(choice.movies, largest.movies, `At most ${inMegabytes(largest.movies)} of films are read.`);
  return { name: printable(zip ?? rootOf(files) ?? 'your files'), choice, files: inside };
}

/** Reads an optional file of a data set; one that is too large is left out with a notice. */
export async function readOptional(
  { notices, ...choice }: Choice<FolderFile>,
  which: 'links' | 'tags' | 'people',
  { largest }: Caller,
): Promise<Uint8Array | undefined> {
  const file = choice[which];
  if (!file || file.size <= largest.optional) return file?.read();
  notices.push(
    `${nameOf(file.path)} was left out: it has ${inMegabytes(file.size)}, and at most ${inMegabytes(largest.optional)} are read.`,
  );
  return undefined;
}

/** The chosen files, and the name of the zip file by itself that they are in. */
async function findChoice(
  files: readonly FolderFile[],
  options: Pick<ReadFolderOptions, 'caller' | keyof InflateOptions>,
): Promise<{ choice: Choice<FolderFile>; zip: string | null; inside: readonly FolderFile[] }> {
  const isZip = ({ path }: FolderFile) => /\.zip$/i.test(path);
  const plain = files.filter((file) => !isZip(file));
  const choice = chooseFiles(plain);
  if (choice) return { choice, zip: null, inside: plain };
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
  return { choice: packed, zip: zip.path.includes('/') ? null : zip.path, inside };
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
