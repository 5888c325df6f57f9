import {
  type InflateOptions,
  readZipDirectory,
  readZipEntry,
  readZipHead,
  streamZipEntry,
  ZipError,
} from '../../../lib/zip';
import type { Caller } from '../caller';
import { foreignKind, HEAD_BYTES } from '../plain-text';
import { printableName, RefusalError } from '../refusal';
import { type FolderFile, isLeftover, MOST_FILES, nameOf } from './folder-file';

/**
 * The files in a zip file. Nothing is inflated before a file is read; then no more than it is said to have, and its size
 * and checksum have to be right.
 * @throws RefusalError, also from what reads a file, saying what the zip file is or what is wrong with it.
 */
export async function openZip(
  zip: FolderFile,
  caller: Pick<Caller, 'forMore'> & { largest: Pick<Caller['largest'], 'zip'> },
  options: InflateOptions,
): Promise<FolderFile[]> {
  const name = printableName(nameOf(zip.path));
  if (zip.size > caller.largest.zip) {
    throw new RefusalError(`${name} has ${Math.round(zip.size / 1e6)} MB. ${caller.forMore}`);
  }
  if (zip.size === 0) throw new RefusalError(`${name} cannot be unpacked: it is empty, it has no bytes.`);
  const bytes = await zip.read();
  const entries = told(name, () => {
    try {
      return readZipDirectory(bytes, MOST_FILES);
    } catch (error) {
      const kind = foreignKind(bytes);
      const isNoZip = kind !== null && kind !== 'a zip file or a spreadsheet';
      throw isNoZip ? new ZipError(`it is ${kind}, not a zip file`) : error;
    }
  });
  if (entries.length === 0) throw new RefusalError(`${name} is empty: it is a zip file without files in it.`);
  const files = entries
    .filter(({ path }) => !isLeftover(path))
    .map((entry) => ({
      path: entry.path,
      size: entry.size,
      read: async () => {
        try {
          return await readZipEntry(bytes, entry, options);
        } catch (error) {
          throw inWords(`${printableName(nameOf(entry.path))} in ${name}`, error);
        }
      },
      stream: async function* () {
        try {
          yield* streamZipEntry(bytes, entry, options);
        } catch (error) {
          throw inWords(`${printableName(nameOf(entry.path))} in ${name}`, error);
        }
      },
      head: async () => told(name, () => readZipHead(bytes, entry, HEAD_BYTES)),
    }));
  const inner = files.filter(({ path }) => /\.zip$/i.test(path));
  if (inner.length > 0 && inner.length === files.length) {
    throw new RefusalError(
      `${name} holds another zip file, ${printableName(inner[0].path)}: unpack the outer one and choose the inner one.`,
    );
  }
  return files;
}

function told<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inWords(name, error);
  }
}

function inWords(name: string, error: unknown): unknown {
  if (!(error instanceof ZipError)) return error;
  return new RefusalError(`${name} cannot be unpacked: ${error.message}.`);
}
