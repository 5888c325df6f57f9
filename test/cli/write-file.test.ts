import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseUnwritable, writeWhole } from '../../src/cli/write-file';

let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('writeWhole: puts the bytes in place of what was there, and leaves nothing beside them', () => {
  writeFileSync(at('pack'), 'of old, and longer');
  writeWhole(at('pack'), Uint8Array.of(1, 2, 3));
  expect([...readFileSync(at('pack'))]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['pack']);
});

test('writeWhole: follows a link to the file', () => {
  writeFileSync(at('pack'), 'of old');
  symlinkSync(at('pack'), at('link'));
  writeWhole(at('link'), Uint8Array.of(7));
  expect([...readFileSync(at('pack'))]).toEqual([7]);
});

test('writeWhole: keeps what was there and leaves nothing beside it when it cannot be replaced', () => {
  mkdirSync(at('folder'));
  writeFileSync(join(at('folder'), 'mine'), 'kept');
  expect(() => writeWhole(at('folder'), Uint8Array.of(1))).toThrow(
    'folder cannot be written: it is a folder.',
  );
  expect(() => writeWhole(at('none/pack'), Uint8Array.of(1))).toThrow('there is no such file.');
  expect(readdirSync(folder)).toEqual(['folder']);
  expect(readFileSync(join(at('folder'), 'mine'), 'utf8')).toBe('kept');
});

test('writeWhole: writes to a device as it is, and listens to signals no longer', () => {
  const before = process.listenerCount('SIGINT');
  writeWhole('/dev/null', Uint8Array.of(1));
  expect(readFileSync('/dev/null').length).toBe(0);
  expect(process.listenerCount('SIGINT')).toBe(before);
});

test('refuseUnwritable: refuses a folder, and a place in no folder, with a sentence', () => {
  refuseUnwritable(at('pack'));
  expect(() => refuseUnwritable(folder)).toThrow('cannot be written: it is a folder.');
  expect(() => refuseUnwritable(at('none/pack'))).toThrow(`there is no folder ${at('none')}.`);
});
