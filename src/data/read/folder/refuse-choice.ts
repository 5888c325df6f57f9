import { compareText } from '../../search/sorted-text';
import type { Caller } from '../caller';
import { siteOfExport } from '../personal-export';
import { foreignKind } from '../plain-text';
import { listOf, quote, RefusalError } from '../refusal';
import { type FolderFile, folderOf, MOST_FILES, nameOf } from './folder-file';

/** Files whose beginning is looked at to tell what was brought. */
const MOST_HEADS = 12;
/** What is said first of what was found. */
const TABLES = /\.(?:csv|dat|tsv|txt|json|ndjson|xlsx?|ods|zip|gz|rar|7z|sqlite|db|user|item|data)$/i;
const WANTED = ['ratings.csv', 'movies.csv', 'ratings.dat', 'movies.dat'];
const EXPECTED = 'A MovieLens folder has ratings.csv and movies.csv (or ratings.dat and movies.dat)';

/**
 * Why there is no data set among these files: what they are instead, or what was found and what is wanted.
 * @param all files of a folder or zip file, none of them chosen.
 */
export async function refuseChoice(all: readonly FolderFile[], caller: Caller): Promise<RefusalError> {
  const files = sorted(all);
  const foreign = await findForeign(files, caller);
  if (foreign !== null) return new RefusalError(foreign);
  const there = WANTED.map((name) => files.filter(({ path }) => nameOf(path).toLowerCase() === name));
  const found = there.flat();
  if (found.length === 0) {
    const others = files.map(({ path }) => quote(nameOf(path)));
    if (others.length === 0) {
      return new RefusalError(`${EXPECTED}; here are no files: ratings.csv is missing, and movies.csv.`);
    }
    return new RefusalError(
      `${EXPECTED}; here is none of them, only ${listOf(others)}.${renaming(files)}${cut(files)}`,
    );
  }
  const isPair = there.some((list, w) => list.length > 0 && there[w ^ 1].length > 0);
  if (isPair) {
    const places = found.map(({ path }) => `${nameOf(path)} in ${folderOf(path) || 'the top folder'}`);
    return new RefusalError(`A data set is read from one folder; here is ${listOf(places)}.`);
  }
  const missing = WANTED.filter((_, w) => there[w].length === 0 && there[w ^ 1].length > 0);
  const names = found.map(({ path }) => nameOf(path));
  const are = missing.length > 1 ? 'are' : 'is';
  return new RefusalError(
    `${EXPECTED}; here is ${listOf(names)}, but ${missing.join(' and ')} ${are} missing.${renaming(files)}${cut(files)}`,
  );
}

/** A sentence about files that are known not to be data of this kind: exports of one's own ratings, pages of the web. */
async function findForeign(files: readonly FolderFile[], caller: Caller): Promise<string | null> {
  const tables = files.filter(({ path }) => /\.(?:csv|dat|json)$/i.test(path));
  for (const file of tables.slice(0, MOST_HEADS)) {
    const head = await file.head();
    const name = nameOf(file.path);
    const site = siteOfExport(new TextDecoder().decode(head));
    if (site !== null) {
      return (
        `${name} is an export of ${site}, with the ratings of one person. ${caller.importOwn}; ` +
        'models are measured on a MovieLens folder, with ratings.csv and movies.csv of many people.'
      );
    }
    if (head.length > 0 && foreignKind(head) === 'a web page') {
      return `${name} is a web page, not the file: save the file itself, not the page that shows it.`;
    }
  }
  return null;
}

/** Tables before all else, then those that lie higher, then by name. */
function sorted(files: readonly FolderFile[]): FolderFile[] {
  const rank = ({ path }: FolderFile) => (TABLES.test(path) ? 0 : 1000) + path.split('/').length;
  return [...files].sort((a, b) => rank(a) - rank(b) || compareText(a.path, b.path));
}

/** Names that a browser, a copy or another edition has changed, and what they should be. */
function renaming(files: readonly FolderFile[]): string {
  const pairs = files.flatMap(({ path }) => {
    const name = nameOf(path);
    const match =
      /^(?:copy of )?(rating|movie)s?[ _-]*(?:\(\d{1,3}\)|copy(?: ?\(?\d{1,3}\)?)?)?\.(csv|dat)$/i.exec(name);
    const wanted = match && `${match[1].toLowerCase()}s.${match[2].toLowerCase()}`;
    return wanted && wanted !== name.toLowerCase() ? [`${quote(name)} ${wanted}`] : [];
  });
  return pairs.length === 0 ? '' : ` Call ${listOf(pairs)}.`;
}

function cut(files: readonly FolderFile[]): string {
  if (files.length < MOST_FILES) return '';
  return ` Only the first ${MOST_FILES.toLocaleString('en')} files were looked at.`;
}
