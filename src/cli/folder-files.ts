import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FolderFile, MOST_FILES } from '../data/read/folder/folder-file';
import { HEAD_BYTES } from '../data/read/plain-text';
import { EvaluationError } from '../evaluation/types';
import { readBytes, reasonOf } from './files';

/**
 * The files below a folder, as paths from there, those that lie higher first, MOST_FILES at most; or one file by itself.
 * Links to files are followed, links to folders are not: they may lead round in circles.
 * @throws EvaluationError where there is nothing of that name.
 */
export function filesBelow(folder: string): FolderFile[] {
  if (!isFolder(folder)) return [fileOf(folder, basename(folder))];
  const files: FolderFile[] = [];
  const folders = [''];
  // A list is walked to its end, additions included.
  for (const inner of folders) {
    for (const entry of entriesOf(join(folder, inner), inner === '')) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (isFileBehind(join(folder, path))) files.push(fileOf(join(folder, path), path));
      if (Math.max(files.length, folders.length) >= MOST_FILES) return files;
    }
  }
  return files;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new EvaluationError(
      reasonOf(error) === 'there is no such file.'
        ? `${path}: there is no such folder.`
        : `${path} cannot be read: ${reasonOf(error)}`,
    );
  }
}

/** @param isTop whether it is the folder that was named: of others, those that may not be read are passed over. */
function entriesOf(folder: string, isTop: boolean) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isTop) return [];
    throw new EvaluationError(`${folder} cannot be read: ${reasonOf(error)}`);
  }
}

/** Neither a folder nor a pipe, nor a link to nothing. */
function isFileBehind(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function fileOf(place: string, path: string): FolderFile {
  return {
    path,
    size: statSync(place).size,
    read: async () => readBytes(place),
    head: async () => headOf(place),
  };
}

function headOf(place: string): Uint8Array {
  try {
    const file = openSync(place, 'r');
    try {
      const bytes = new Uint8Array(HEAD_BYTES);
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new EvaluationError(`${place} cannot be read: ${reasonOf(error)}`);
  }
}
