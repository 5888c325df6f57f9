import fc from 'fast-check';
import { unzlibSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packBundled } from '../../src/data/bundled/pack-bundled';
import { unpackBundled, unpackFilms, unpackRatings } from '../../src/data/bundled/unpack-bundled';
import { type BundledFiles, type Dataset, FILMS_FORMAT, RATINGS_FORMAT } from '../../src/data/dataset';
import { packDataset } from '../../src/data/pack';
import { readBundledCsv } from '../../src/data/read/read-bundled-csv';
import { unpackDataset } from '../../src/data/unpack';
import { findFault } from '../../src/data/validate-dataset';
import { ByteWriter, DamagedBytesError } from '../../src/lib/bytes';
import { seal, unseal } from '../../src/lib/envelope';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import { TINY_CSV } from '../fixtures/tiny-csv';

const tiny = packBundled(readBundledCsv(TINY_CSV));

/** The two files: what is said of them, how they are sealed, and how many bytes stand before the length of the columns. */
const KINDS = [
  { file: 'films', format: FILMS_FORMAT, head: 0, words: /^The film data (is|was) .+\.$/ },
  { file: 'ratings', format: RATINGS_FORMAT, head: 8, words: /^The rating data (is|was) .+\.$/ },
] as const;
type Kind = (typeof KINDS)[number];

/** Reads both files with one of them replaced. */
const readWith = (files: BundledFiles<Uint8Array>, { file }: Kind, bytes: Uint8Array) =>
  unpackBundled({ ...files, [file]: bytes });

/** The payload of a file of the tiny data. */
const payloadOf = ({ file, format }: Kind) => unseal(format, tiny[file]).payload.slice();

/** The columns of a file of the tiny data, not compressed. */
const columnsOf = (kind: Kind) => unzlibSync(payloadOf(kind).subarray(kind.head + 4));

/** A file of the tiny data with other columns, in a sound envelope and a sound zlib stream. */
function withColumns(kind: Kind, plain: Uint8Array): Uint8Array {
  const payload = new ByteWriter();
  payload.bytes(payloadOf(kind).subarray(0, kind.head));
  payload.uint32(plain.length);
  payload.bytes(zlibSync(plain));
  return seal(kind.format, payload.finish());
}

test('two files: give any data set back, under the number that it has in one piece', () => {
  fc.assert(
    fc.property(arbitraryDataset(), (dataset) => {
      const files = packBundled(dataset);
      expect(unpackBundled(files)).toEqual({
        ...dataset,
        checksum: unpackDataset(packDataset(dataset)).checksum,
      });
      expect(unpackFilms(files.films).catalogue).toEqual(dataset.catalogue);
    }),
  );
});

test('two files: are the same bytes for the same data, and films the same for other ratings', () => {
  expect(packBundled(readBundledCsv(TINY_CSV))).toEqual(tiny);
  const other = readBundledCsv({ ...TINY_CSV, ratings: TINY_CSV.ratings.replace('7,1,4.0', '7,1,4.5') });
  expect(packBundled(other).films).toEqual(tiny.films);
  expect(packBundled(other).ratings).not.toEqual(tiny.ratings);
  expect(unpackBundled(packBundled(other)).checksum).not.toBe(unpackBundled(tiny).checksum);
});

test('two files: are refused, in words for a person, when the ratings are of other films', () => {
  const other = readBundledCsv(TINY_CSV);
  other.catalogue.year[0]++;
  const films = unpackFilms(packBundled(other).films);
  const read = () => unpackRatings(tiny.ratings, films);
  expect(read).toThrow(DamagedBytesError);
  expect(read).toThrow('The rating data is of other films than those that came with it.');
});

test('two files: are not packed when the data break a rule of their types', () => {
  const broken = readBundledCsv(TINY_CSV);
  broken.ratings.halfStars.fill(11);
  expect(() => packBundled(broken)).toThrow('cannot be packed: a rating is out of range');
});

describe.each(KINDS)('the file of $file is refused, in words for a person,', (kind) => {
  const { file, format, head, words } = kind;

  test('when it is cut short anywhere, or longer than it was', () => {
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        const files = packBundled(dataset);
        for (let length = 0; length < files[file].length; length++) {
          const cut = () => readWith(files, kind, files[file].subarray(0, length));
          expect(cut).toThrow(DamagedBytesError);
          expect(cut).toThrow(words);
        }
        expect(() => readWith(files, kind, Uint8Array.of(...files[file], 0))).toThrow(DamagedBytesError);
      }),
      { numRuns: 10 },
    );
  });

  test('when any byte of it is another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (change) => {
        for (let position = 0; position < tiny[file].length; position++) {
          const altered = tiny[file].slice();
          altered[position] ^= change;
          const read = () => readWith(tiny, kind, altered);
          expect(read).toThrow(DamagedBytesError);
          expect(read).toThrow(words);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('when it is the other file, or a data set in one piece', () => {
    const other = file === 'films' ? tiny.ratings : tiny.films;
    const whole = packDataset(readBundledCsv(TINY_CSV));
    for (const bytes of [other, whole]) {
      expect(() => readWith(tiny, kind, bytes)).toThrow(`${format.what} is not in the expected format.`);
    }
  });

  test('when what is in a sound envelope is too short, too long or cannot be decompressed', () => {
    const payload = payloadOf(kind);
    const read = (bytes: Uint8Array) => () => readWith(tiny, kind, seal(format, bytes));
    for (let length = 0; length < head + 4; length++) {
      expect(read(payload.subarray(0, length))).toThrow(DamagedBytesError);
    }
    expect(read(payload.slice().fill(0, head + 4))).toThrow(
      `${format.what} is damaged: it cannot be decompressed.`,
    );
    const longer = payload.slice();
    longer[head + 3] = 0xff;
    expect(read(longer)).toThrow(/ data is damaged: a length of \d+ bytes is too large\.$/);
  });

  test('when there is more in it than expected', () => {
    const more = withColumns(kind, Uint8Array.of(...columnsOf(kind), 0));
    expect(() => readWith(tiny, kind, more)).toThrow(
      `${format.what} is damaged: there is more than expected.`,
    );
  });

  test('when it counts more than it can hold', () => {
    const columns = columnsOf(kind);
    const greatest = [0xff, 0xff, 0xff, 0xff, 0x0f];
    const counting = withColumns(kind, Uint8Array.of(...greatest, ...columns.subarray(1)));
    const read = () => readWith(tiny, kind, counting);
    expect(read).toThrow(`${format.what} is damaged: a count of 4294967295 is too large.`);
  });
});

test.each(KINDS)(
  'whatever a faulty writer seals as $file, what is read breaks no rule of its types',
  (kind) => {
    const plain = columnsOf(kind);
    fc.assert(
      fc.property(fc.nat({ max: plain.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const altered = plain.slice();
        altered[position] ^= change;
        const sealed = withColumns(kind, altered);
        let read: Dataset;
        try {
          if (kind.file === 'ratings') read = readWith(tiny, kind, sealed);
          else read = { ...unpackBundled(tiny), ...unpackFilms(sealed) };
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedBytesError);
          return;
        }
        const { catalogue, ratings } = read;
        expect(findFault({ catalogue, ratings })).toBeNull();
      }),
      { numRuns: 1000 },
    );
  },
);
