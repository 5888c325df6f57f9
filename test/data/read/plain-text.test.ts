import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLines, foreignKind, readPlainBytes, readPlainText } from '../../../src/data/read/plain-text';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const units = Array.from(`${mark ? '\uFEFF' : ''}${text}`, (letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};
const PLAIN = 'a,b\n1,é\n2,3\n';

describe('readPlainText and readPlainBytes: give the same text when', () => {
  test.each<[string, Uint8Array]>([
    ['it is plain', utf8(PLAIN)],
    ['it has a byte order mark', utf8(`\uFEFF${PLAIN}`)],
    ['lines end as on Windows', utf8(PLAIN.replaceAll('\n', '\r\n'))],
    ['lines end as on an old Mac', utf8(PLAIN.replaceAll('\n', '\r'))],
    ['lines end in every way', utf8('a,b\r1,é\r\n2,3\n')],
    ['it is in UTF-16', utf16(PLAIN, 'le')],
    ['it is in UTF-16 of the other order', utf16(PLAIN, 'be')],
    ['it is in UTF-16 without a mark', utf16(PLAIN, 'le', false)],
    ['it is in UTF-16 of the other order without a mark', utf16(PLAIN, 'be', false)],
  ])('%s', (_when, bytes) => {
    expect(readPlainText(bytes, 'x.csv')).toBe(PLAIN);
    const plain = new TextDecoder().decode(readPlainBytes(bytes, 'x.csv'));
    expect(plain.replaceAll('\r\n', '\n')).toBe(PLAIN);
    expect(countLines(bytes)).toBe(4);
  });

  test('it is in Latin-1, as far as text is made of it', () => {
    expect(readPlainText(Uint8Array.of(0x61, 0xe9, 0x0a), 'x.csv')).toBe('aé\n');
  });
});

test('readPlainText: counts and ends lines alike when they end in any mixture', () => {
  const ends = fc.array(fc.constantFrom('\n', '\r', '\r\n'), { maxLength: 30 });
  fc.assert(
    fc.property(ends, (all) => {
      const bytes = utf8(all.map((end, i) => `${i}${end}`).join(''));
      const lines = readPlainText(bytes, 'x.csv').split('\n');
      expect(lines).toEqual([...all.map((_, i) => String(i)), '']);
      expect(countLines(bytes)).toBe(lines.length);
    }),
  );
});

test('foreignKind: tells what a file is when it is none of lines', () => {
  expect(foreignKind(utf8('\n <!DOCTYPE HTML>\n<html>'))).toBe('a web page');
  expect(foreignKind(utf8('<html><body>'))).toBe('a web page');
  expect(foreignKind(utf8('PK\u0003\u0004abc'))).toBe('a zip file or a spreadsheet');
  expect(foreignKind(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('a picture');
  expect(foreignKind(utf8('1,\u0000'.repeat(20)))).toBe('binary data');
  expect(foreignKind(Uint8Array.of())).toBe('empty');
  expect(foreignKind(utf8('1::Html (1995)::Drama'))).toBeNull();
});
