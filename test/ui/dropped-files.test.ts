import { expect, test } from 'vitest';
import { MOST_FILES } from '../../src/data/read/folder/folder-file';
import { filesOf } from '../../src/ui/common/dropped-files';

/** A tree of files: a name stands for a file, a name with a list for a folder; null for a file that may not be read. */
type Tree = string | [folder: string, children: Tree[]] | { unreadable: string };

function entryOf(tree: Tree, above = ''): FileSystemEntry {
  if (typeof tree === 'string') {
    const file = (resolve: (file: File) => void) => resolve(new File(['x'], tree));
    return { isDirectory: false, fullPath: `${above}/${tree}`, file } as unknown as FileSystemEntry;
  }
  if (!Array.isArray(tree)) {
    const file = (_: unknown, reject: (error: Error) => void) => reject(new Error('no'));
    return { isDirectory: false, fullPath: `${above}/x`, file } as unknown as FileSystemEntry;
  }
  const [name, children] = tree;
  const fullPath = `${above}/${name}`;
  const createReader = () => {
    const parts: FileSystemEntry[][] = [];
    const entries = children.map((child) => entryOf(child, fullPath));
    // As Chromium hands them out.
    for (let at = 0; at < entries.length; at += 100) parts.push(entries.slice(at, at + 100));
    return { readEntries: (resolve: (part: FileSystemEntry[]) => void) => resolve(parts.shift() ?? []) };
  };
  return { isDirectory: true, fullPath, createReader } as unknown as FileSystemEntry;
}

const dropOf = (...trees: Tree[]) =>
  filesOf({
    items: trees.map((tree) => ({ webkitGetAsEntry: () => entryOf(tree) })),
    files: [],
  } as unknown as DataTransfer);

const pictures = (count: number) => Array.from({ length: count }, (_, i) => `${i}.jpg`);

test('a dropped folder: gives the tables in it when 250 pictures in a sub-folder come before them', async () => {
  const { files, paths } = await dropOf(['ml', [['posters', pictures(250)], 'ratings.csv', 'movies.csv']]);
  expect(paths.slice(0, 2)).toEqual(['ml/ratings.csv', 'ml/movies.csv']);
  expect(paths).toHaveLength(252);
  expect(files.map(({ name }) => name)).toEqual(paths.map((path) => path.split('/').at(-1)));
});

test('a dropped folder: gives what lies higher first and no more than is looked at when there are too many', async () => {
  const { paths } = await dropOf(['ml', [['a', pictures(MOST_FILES)], 'ratings.csv']]);
  expect(paths[0]).toBe('ml/ratings.csv');
  expect(paths).toHaveLength(MOST_FILES);
});

test('a dropped folder: is read without what may not be read', async () => {
  const { paths } = await dropOf(['ml', [{ unreadable: 'x' }, 'ratings.csv']], 'movies.csv');
  expect(paths).toEqual(['movies.csv', 'ml/ratings.csv']);
});

test('dropped files: come as they are when the browser tells of no folders', async () => {
  const file = new File(['x'], 'ml.zip');
  const items = [{ webkitGetAsEntry: () => null }];
  expect(await filesOf({ items, files: [file] } as unknown as DataTransfer)).toEqual({
    files: [file],
    paths: ['ml.zip'],
  });
});
