/** A file that a person brought, in a folder, in a zip file or by itself; not read yet. */
export interface FolderFile {
  /** With slashes; the folder that was chosen comes first, if one was. */
  path: string;
  /** In bytes. */
  size: number;
  read(): Promise<Uint8Array>;
  /** The first bytes, HEAD_BYTES at most. */
  head(): Promise<Uint8Array>;
}

/** Most files of a folder or zip file that are looked through: pictures may lie in it by the thousand. */
export const MOST_FILES = 10_000;

/** The folder part of a path, '' for none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file is what systems and programs leave beside one's own: hidden files, locks, thumbnails. */
export function isLeftover(path: string): boolean {
  return /(?:^|\/)(?:\.|~\$|__MACOSX\/)/.test(path) || /^(?:thumbs\.db|desktop\.ini)$/i.test(nameOf(path));
}
