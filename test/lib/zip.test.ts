import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readZipDirectory, readZipEntry, readZipHead, ZipError } from '../../src/lib/zip';

const TEXT = 'userId,movieId,rating,timestamp\n1,1,4.0,10\n'.repeat(50);
const zipOf = (text: string, level: 0 | 6 = 6) => zipSync({ 'ml/a.csv': strToU8(text) }, { level });
const only = (zip: Uint8Array) => readZipDirectory(zip, 10)[0];

/** A copy with a 32-bit number of the list of contents changed, and of the file's own header where both have it. */
function changed(zip: Uint8Array, inList: number, inHeader: number | null, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const list = view.getUint32(copy.length - 22 + 16, true);
  view.setUint32(list + inList, value, true);
  if (inHeader !== null) view.setUint32(inHeader, value, true);
  return copy;
}
const [CRC, PACKED, SIZE] = [
  [16, 14],
  [20, 18],
  [24, 22],
] as const;

describe('readZipEntry', () => {
  test('gives what was packed, stored or deflated, and its head', async () => {
    for (const level of [0, 6] as const) {
      const zip = zipOf(TEXT, level);
      expect(new TextDecoder().decode(await readZipEntry(zip, only(zip)))).toBe(TEXT);
      expect(new TextDecoder().decode(readZipHead(zip, only(zip), 6))).toBe('userId');
    }
  });

  test.each<[string, (zip: Uint8Array) => Uint8Array, string]>([
    ['a wrong checksum', (zip) => changed(zip, ...CRC, 1), 'does not match its checksum'],
    ['a size that is too small', (zip) => changed(zip, ...SIZE, 1000), 'is larger than it says'],
    ['a size that is too large', (zip) => changed(zip, ...SIZE, 9_000_000), 'is smaller than it says'],
    [
      'a size that no table packs to',
      (zip) => changed(zip, ...SIZE, 312_000_000),
      'says that 312 MB are packed into 0 MB',
    ],
    ['a packed size beyond the file', (zip) => changed(zip, ...PACKED, 99_999), 'ends beyond the file'],
    ['a packed size that cuts the data', (zip) => changed(zip, ...PACKED, 20), 'cannot be inflated'],
    [
      'a checksum in the list alone',
      (zip) => changed(zip, CRC[0], null, 1),
      'other sizes or another checksum than the list',
    ],
    ['a place where no file begins', (zip) => changed(zip, 42, null, 7), 'does not begin where it should'],
  ])('refuses a file with %s', async (_what, change, words) => {
    const zip = change(zipOf(TEXT));
    await expect(readZipEntry(zip, only(zip))).rejects.toThrow(words);
    await expect(readZipEntry(zip, only(zip))).rejects.toThrow(ZipError);
  });

  test('refuses what is locked or packed in an unknown way', async () => {
    const zip = zipOf(TEXT);
    const entry = only(zip);
    await expect(readZipEntry(zip, { ...entry, isEncrypted: true })).rejects.toThrow('password');
    await expect(readZipEntry(zip, { ...entry, method: 14 })).rejects.toThrow('method 14');
  });

  test('takes no more memory than is said when far more comes out', async () => {
    const bomb = zipOf('\n'.repeat(60_000_000));
    const zip = changed(bomb, ...SIZE, 1000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(readZipEntry(zip, only(zip))).rejects.toThrow('is larger than it says');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  test('ends with the reason of the signal when it is aborted', async () => {
    const zip = zipOf(Array.from({ length: 2_000_000 }, (_, i) => `${i},${(i * 7919) % 10_007}\n`).join(''));
    const controller = new AbortController();
    const options = {
      signal: controller.signal,
      pause: async () => controller.abort(new Error('enough')),
    };
    await expect(readZipEntry(zip, only(zip), options)).rejects.toThrow('enough');
  });
});

describe('readZipDirectory', () => {
  test('gives paths with slashes, without folders', () => {
    const zip = zipSync({ 'ml\\a.csv': strToU8('x'), 'ml/': strToU8(''), 'b.csv': strToU8('y') });
    expect(readZipDirectory(zip, 10).map(({ path }) => path)).toEqual(['ml/a.csv', 'b.csv']);
  });

  test('says what is wrong when there is no list, or too long a one', () => {
    const zip = zipOf(TEXT);
    expect(() => readZipDirectory(strToU8('hello, this is no zip file at all'), 10)).toThrow(
      'not a zip file',
    );
    expect(() => readZipDirectory(zip.subarray(0, zip.length - 30), 10)).toThrow('it is cut off');
    expect(() => readZipDirectory(zip, 0)).toThrow('holds 1 files, and at most 0');
  });
});

test('a damaged zip file: is read as it was or refused with a ZipError, whatever byte is wrong', async () => {
  const zip = zipOf(TEXT);
  const change = fc.record({ at: fc.nat(zip.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(40), async (changes, cut) => {
      const damaged = zip.slice(0, zip.length - (cut > 30 ? cut : 0));
      for (const { at, byte } of changes) damaged[at] = byte;
      try {
        for (const entry of readZipDirectory(damaged, 10)) {
          expect(new TextDecoder().decode(await readZipEntry(damaged, entry))).toBe(TEXT);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(ZipError);
      }
    }),
    { numRuns: 300 },
  );
});
