import { MOST_FILES } from '../../data/read/folder/folder-file';

/** Files with the path of each, the dropped folder first. */
export interface DroppedFiles {
  files: File[];
  paths: string[];
}

/** All files of a drop, those inside dropped folders among them, those that lie higher first; MOST_FILES at most. */
export async function filesOf(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const dropped: DroppedFiles = { files: [], paths: [] };
  if (entries.length === 0) {
    const files = [...transfer.files];
    return { files, paths: files.map(({ name }) => name) };
  }
  // A list is walked to its end, additions included.
  for (const entry of entries) {
    if (dropped.files.length >= MOST_FILES) break;
    if (isFolder(entry)) {
      const room = MOST_FILES - dropped.files.length;
      entries.push(...(await childrenOf(entry, room)));
    } else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (!file) continue;
      dropped.files.push(file);
      dropped.paths.push(entry.fullPath.replace(/^\//, ''));
    }
  }
  return dropped;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Null for a file that may not be read: what lies beside the data is no reason to refuse them. */
function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(null));
  });
}

/** What is directly in a folder; a reader hands it out in parts until a part is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry, most: number): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  while (children.length < most) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (part.length === 0) break;
    children.push(...part);
  }
  return children;
}

/** Files that were picked, with the path of each: a copy of it that goes to a worker does not keep it. */
export function pickedFiles(files: File[]): DroppedFiles {
  return { files, paths: files.map(({ webkitRelativePath, name }) => webkitRelativePath || name) };
}
