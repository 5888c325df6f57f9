import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../src/cli/folder-files';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-files-'));
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  for (const path of ['top.csv', 'a/inner.csv', 'a/b/deep.csv'])
    writeFileSync(join(folder, path), path.repeat(1000));
  symlinkSync(join(folder, 'top.csv'), join(folder, 'a', 'link.csv'));
  symlinkSync(folder, join(folder, 'a', 'round'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'a', 'broken.csv'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('filesBelow: gives files by their paths, those that lie higher first, links to files among them', async () => {
  const files = filesBelow(folder);
  expect(files.map(({ path }) => path)).toEqual(['top.csv', 'a/inner.csv', 'a/link.csv', 'a/b/deep.csv']);
  expect(files[2]).toMatchObject({ size: 7000 });
  expect(new TextDecoder().decode(await files[2].read())).toBe('top.csv'.repeat(1000));
  expect((await files[2].head()).length).toBe(4096);
});

test('filesBelow: gives one file when one is named, and says when there is none', () => {
  expect(filesBelow(join(folder, 'a', 'inner.csv')).map(({ path }) => path)).toEqual(['inner.csv']);
  expect(() => filesBelow(join(folder, 'absent'))).toThrow('absent: there is no such folder.');
});
