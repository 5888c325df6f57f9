import { listOf, quote, RefusalError } from '../refusal';
import type { RatingsStyle } from '../wrong-line';
import { folderOf, nameOf } from './folder-file';

/** The files of one data set. */
export interface Choice<File> {
  style: RatingsStyle;
  ratings: File;
  movies: File;
  links?: File;
  tags?: File;
  /** The tag genome. */
  genomeScores?: File;
  genomeTags?: File;
  /** Who the people are: `users.dat` or `u.user`. */
  people?: File;
  /** What was passed over, for a person. */
  notices: string[];
}

/** Names that are looked for, in small letters. */
const WANTED = new Set([
  ...['ratings.csv', 'movies.csv', 'links.csv', 'tags.csv', 'genome-scores.csv', 'genome-tags.csv'],
  ...['ratings.dat', 'movies.dat', 'users.dat', 'u.user'],
]);
const STYLES = ['csv', 'dat'] as const;

/** The wanted files of one folder by name in small letters. */
type Folder<File> = Map<string, File[]>;

/**
 * Chooses the data set among files: the folder that has `ratings.csv` and `movies.csv` (or `.dat`), in capitals or not.
 * Where several folders have them, the one that all others lie in.
 * @param advice what to do where several folders have them.
 * @returns null where no folder has them.
 * @throws RefusalError where several have them and none holds the others, or a name is there twice.
 */
export function chooseFiles<File extends { path: string }>(
  files: readonly File[],
  advice = 'choose the folder of one',
): Choice<File> | null {
  const folders = new Map<string, Folder<File>>();
  for (const file of files) {
    const name = nameOf(file.path).toLowerCase();
    if (!WANTED.has(name)) continue;
    const folder: Folder<File> = folders.get(folderOf(file.path)) ?? new Map();
    folders.set(folderOf(file.path), folder);
    const same = folder.get(name) ?? [];
    same.push(file);
    folder.set(name, same);
  }
  const whole = [...folders.keys()].sort().filter((path) => stylesOf(folders.get(path)).length > 0);
  if (whole.length === 0) return null;
  const top = whole.find((path) => whole.every((other) => other === path || isInside(other, path)));
  if (top === undefined) {
    const places = listOf(whole.map((path) => path || 'the top folder'));
    throw new RefusalError(
      `There are ${whole.length} data sets here, in ${places}, and which of them is meant cannot be told: ${advice}.`,
    );
  }
  return choiceOf(folders.get(top) as Folder<File>, top, whole);
}

function stylesOf<File>(folder: Folder<File> | undefined): RatingsStyle[] {
  return STYLES.filter((style) => folder?.has(`ratings.${style}`) && folder.has(`movies.${style}`));
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function choiceOf<File extends { path: string }>(
  folder: Folder<File>,
  path: string,
  whole: readonly string[],
): Choice<File> {
  const [style, other] = stylesOf(folder);
  const notices: string[] = [];
  const inside = whole.filter((found) => found !== path);
  if (inside.length > 0) {
    notices.push(`There are also ratings and movies in ${listOf(inside)}; what lies above was read.`);
  }
  if (other)
    notices.push(`ratings.${other} and movies.${other} are also there; the .${style} files were read.`);
  const only = (name: string): File | undefined => {
    const found = folder.get(name) ?? [];
    if (found.length > 1) {
      const names = found.map((file) => quote(nameOf(file.path))).sort();
      throw new RefusalError(
        `${path || 'The folder'} has ${names.join(' and ')}, and which of them is meant cannot be told: leave one.`,
      );
    }
    return found[0];
  };
  const optional = (name: string) => (style === 'csv' ? only(name) : undefined);
  return {
    ...{ style, notices },
    ratings: only(`ratings.${style}`) as File,
    movies: only(`movies.${style}`) as File,
    links: optional('links.csv'),
    tags: optional('tags.csv'),
    genomeScores: optional('genome-scores.csv'),
    genomeTags: optional('genome-tags.csv'),
    people: only('users.dat') ?? only('u.user'),
  };
}
