import { tooLarge } from '../../data/import/decode-text';
import { type ImportFile, ImportRefusal, MAX_IMPORT_BYTES } from '../../data/import/history';
import { wantedFiles } from '../../data/import/wanted-files';
import { type FolderFile, isLeftover } from '../../data/read/folder/folder-file';
import { openZip } from '../../data/read/folder/open-zip';
import { listOf, printableName, RefusalError } from '../../data/read/refusal';
import { folderFiles, type PickedFiles, pause } from '../picked-files';

/** An export has up to a dozen files; those of a lifetime have a few megabytes. */
const MOST_WANTED = 40;
const MOST_BYTES = 2 * MAX_IMPORT_BYTES;
const TEXTS = /\.(?:csv|tsv|txt|dat|json)$/i;
const ZIPS = {
  largest: { zip: MAX_IMPORT_BYTES },
  forMore: 'An export of up to 33 MB can be imported; unpack it, and choose the files with your ratings.',
};

/** The files of an import, read, and a sentence for each that could not be. */
interface OpenedFiles {
  files: ImportFile[];
  refusals: string[];
}

/**
 * Opens zip files and reads what is worth reading of what a person chose: of a folder or a zip file what an export holds, of
 * files chosen one by one all.
 * @throws RefusalError where there is nothing to read, or too much
 */
export async function openFiles(picked: PickedFiles): Promise<OpenedFiles> {
  const found: OpenedFiles = { files: [], refusals: [] };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RefusalError || error instanceof ImportRefusal)) throw error;
      found.refusals.push(error.message);
    }
  };
  const all = folderFiles(picked).filter(({ path }) => !isLeftover(path));
  const wanted = wantedOfPicked(all.filter((file) => !isZip(file)));
  for (const zip of all.filter(isZip)) {
    await attempt(async () => {
      const inside = await openZip(zip, ZIPS, { pause });
      const files = wantedOf(inside);
      if (files.length === 0) throw nothingIn(printableName(zip.path), inside);
      // Two zip files may hold files of one name.
      for (const file of files) wanted.push({ ...file, path: `${zip.path}/${file.path}` });
    });
  }
  if (wanted.length === 0 && found.refusals.length === 0) throw nothingIn('What you chose', all);
  refuseMany(wanted);
  for (const { path, size, read } of wanted) {
    await attempt(async () => {
      if (size > MAX_IMPORT_BYTES) throw tooLarge(path, size);
      found.files.push({ name: path, bytes: await read() });
    });
  }
  return found;
}

function isZip({ path }: FolderFile): boolean {
  return /\.zip$/i.test(path);
}

/** The files worth reading of a folder or a zip file. */
function wantedOf(files: readonly FolderFile[]): FolderFile[] {
  const wanted = new Set(wantedFiles(files.map(({ path }) => path)));
  return files.filter(({ path }) => wanted.has(path));
}

/** The files worth reading of those that were picked. One that was picked by itself is tried whatever it is called. */
function wantedOfPicked(files: readonly FolderFile[]): FolderFile[] {
  const wanted = new Set(wantedFiles(files.map(({ path }) => path)));
  const chosen = files.filter(({ path }) => wanted.has(path) || !(path.includes('/') || TEXTS.test(path)));
  const isAlone = chosen.length === 0 && files.every(({ path }) => !path.includes('/'));
  return isAlone && files.length <= MOST_WANTED ? [...files] : chosen;
}

function nothingIn(where: string, files: readonly FolderFile[]): RefusalError {
  const found = files.length === 0 ? 'no files' : listOf(files.map(({ path }) => printableName(path)));
  return new RefusalError(`${where} holds no history: a CSV or JSON file is expected, found ${found}.`);
}

function refuseMany(files: readonly FolderFile[]): void {
  if (files.length > MOST_WANTED) {
    throw new RefusalError(
      `There are ${files.length.toLocaleString('en')} files here that may hold ratings, and at most ${MOST_WANTED} are read at once: choose the ones with your ratings.`,
    );
  }
  const bytes = files.reduce((sum, { size }) => sum + Math.min(size, MAX_IMPORT_BYTES), 0);
  if (bytes <= MOST_BYTES) return;
  const [size, most] = [bytes, MOST_BYTES].map((n) => Math.round(n / 1e6));
  throw new RefusalError(
    `These files have ${size} MB together, and at most ${most} MB are read at once: choose the ones with your ratings.`,
  );
}
