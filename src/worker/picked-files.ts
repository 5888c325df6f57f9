import { type FolderFile, MOST_FILES } from '../data/read/folder/folder-file';
import { HEAD_BYTES } from '../data/read/plain-text';
import { printableName, RefusalError } from '../data/read/refusal';

/** How much of a file is read at a time, where it is read piece by piece. */
const PIECE_BYTES = 4_000_000;

/** Files that a person chose or dropped; nothing is uploaded. */
export interface PickedFiles {
  files: File[];
  /** The path of each file, the chosen folder first; without, the file's own (`webkitRelativePath` or its name). */
  paths?: string[];
}

/** The files as they are read; `MOST_FILES` at most. What reads one throws a RefusalError where it is gone or has changed. */
export function folderFiles({ files, paths }: PickedFiles): FolderFile[] {
  return files.slice(0, MOST_FILES).map((file, index) => ({
    path: (paths?.[index] ?? (file.webkitRelativePath || file.name)).replace(/^\/+/, ''),
    size: file.size,
    read: () => bytesOf(file, file),
    head: () => bytesOf(file, file.slice(0, HEAD_BYTES)),
    stream: () => piecesOf(file),
  }));
}

/** @throws RefusalError where the file is gone, has changed or may not be read. */
async function bytesOf({ name }: File, part: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    throw unreadable(name);
  }
}

/** By slices rather than by `Blob.stream`, whose pieces are small and which not every browser can go through. */
async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    yield await bytesOf(file, file.slice(at, at + PIECE_BYTES));
  }
}

function unreadable(name: string): RefusalError {
  return new RefusalError(
    `${printableName(name)} cannot be read: it has gone or changed since it was chosen. Choose the files again.`,
  );
}

/** Lets messages come in between: a stage shows, and Cancel is heard. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
