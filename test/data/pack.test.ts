import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzlibSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DATASET_FORMAT, type Dataset } from '../../src/data/dataset';
import { packDataset } from '../../src/data/pack';
import { readBundledCsv } from '../../src/data/read/read-bundled-csv';
import { unpackDataset } from '../../src/data/unpack';
import { findFault } from '../../src/data/validate-dataset';
import { ByteWriter, DamagedBytesError } from '../../src/lib/bytes';
import { seal, unseal } from '../../src/lib/envelope';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import { TINY_CSV } from '../fixtures/tiny-csv';

const tiny = readBundledCsv(TINY_CSV);

/** Packs bytes as a payload with a sound envelope and a sound zlib stream. */
function repack(plain: Uint8Array): Uint8Array {
  const payload = new ByteWriter();
  payload.uint32(plain.length);
  payload.bytes(zlibSync(plain));
  return seal(DATASET_FORMAT, payload.finish());
}

function inflated(packed: Uint8Array): Uint8Array {
  return unzlibSync(unseal(DATASET_FORMAT, packed).payload.subarray(4));
}

test('any data set comes back as it was packed', () => {
  fc.assert(
    fc.property(arbitraryDataset(), (dataset) => {
      const { catalogue, ratings } = unpackDataset(packDataset(dataset));
      expect({ catalogue, ratings }).toEqual(dataset);
    }),
  );
});

test('the same data give the same bytes and the same checksum, other data another', () => {
  const again = readBundledCsv(TINY_CSV);
  expect(packDataset(again)).toEqual(packDataset(tiny));
  const checksum = unpackDataset(packDataset(tiny)).checksum;
  expect(unpackDataset(packDataset(again)).checksum).toBe(checksum);
  again.catalogue.year[0]++;
  expect(unpackDataset(packDataset(again)).checksum).not.toBe(checksum);
});

test('a binary of version 1 is read as one without series', () => {
  const { catalogue, ratings } = unpackDataset(
    readFileSync(new URL('../fixtures/dataset-v1.bin', import.meta.url)),
  );
  expect(catalogue).toEqual({ ...tiny.catalogue, collections: [''], collection: new Uint16Array(4) });
  expect(ratings).toEqual(tiny.ratings);
});

describe('a binary is refused, in words for a person,', () => {
  test('if it is cut short anywhere, or longer than it was', () => {
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        const packed = packDataset(dataset);
        for (let length = 0; length < packed.length; length++) {
          const cut = () => unpackDataset(packed.subarray(0, length));
          expect(cut).toThrow(DamagedBytesError);
          expect(cut).toThrow(/^The film data (is|was) .+\.$/);
        }
        expect(() => unpackDataset(Uint8Array.of(...packed, 0))).toThrow(DamagedBytesError);
      }),
      { numRuns: 10 },
    );
  });

  test('if any byte of it is another', () => {
    const packed = packDataset(tiny);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (change) => {
        for (let position = 0; position < packed.length; position++) {
          const altered = packed.slice();
          altered[position] ^= change;
          const read = () => unpackDataset(altered);
          expect(read).toThrow(DamagedBytesError);
          expect(read).toThrow(/^The film data (is|was) .+\.$/);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('if what is in a sound envelope cannot be decompressed', () => {
    expect(() => unpackDataset(seal(DATASET_FORMAT, new Uint8Array(20)))).toThrow(
      'The film data is damaged: it cannot be decompressed.',
    );
    const payload = unseal(DATASET_FORMAT, packDataset(tiny)).payload.slice();
    payload[3] = 0xff;
    expect(() => unpackDataset(seal(DATASET_FORMAT, payload))).toThrow(/a length of \d+ bytes is too large/);
  });

  test('if there is more in it than a data set', () => {
    const more = Uint8Array.of(...inflated(packDataset(tiny)), 0);
    expect(() => unpackDataset(repack(more))).toThrow('there is more than expected');
  });
});

test('whatever a faulty writer seals, what is read breaks no rule of its types', () => {
  const plain = inflated(packDataset(tiny));
  fc.assert(
    fc.property(fc.nat({ max: plain.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const altered = plain.slice();
      altered[position] ^= change;
      let read: Dataset;
      try {
        read = unpackDataset(repack(altered));
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedBytesError);
        return;
      }
      expect(findFault(read)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

describe('a data set that breaks a rule of its types is not packed:', () => {
  test.each<[string, (dataset: Dataset) => void]>([
    ['a rating is out of range', ({ ratings }) => ratings.halfStars.fill(11)],
    ['a rating is out of range', ({ ratings }) => ratings.halfStars.fill(0)],
    ['a rating is of an unknown film', ({ ratings }) => ratings.item.fill(4)],
    ['the ratings are not grouped by person', ({ ratings }) => ratings.offsets.set([5], 1)],
    ['the ratings are not grouped by person', ({ ratings }) => ratings.offsets.fill(5)],
    ['the ratings are not in order of time', ({ ratings }) => ratings.timestamp.set([101], 1)],
    ['the ratings are not in order of time', ({ ratings }) => ratings.item.set([2, 2], 1)],
    ['the people are not in ascending order', ({ ratings }) => ratings.userId.fill(1)],
    ['a column of the ratings has a wrong length', (dataset) => dataset.ratings.count++],
    ['a column of the films has a wrong length', ({ catalogue }) => catalogue.title.pop()],
    ['a title is empty', ({ catalogue }) => catalogue.title.fill('')],
    ['a language is unknown', ({ catalogue }) => catalogue.language.fill(4)],
    ['the list of languages is wrong', ({ catalogue }) => catalogue.languages.shift()],
    ['a genre is unknown', ({ catalogue }) => catalogue.genres.fill(2 ** 19)],
    ['a genre is unknown', ({ catalogue }) => catalogue.tmdbGenres.fill(16)],
    ['a vote is out of range', ({ catalogue }) => catalogue.voteAverage.fill(101)],
    ['a keyword is unknown', ({ catalogue }) => catalogue.keywords.pop()],
    ['the keywords are out of order', ({ catalogue }) => catalogue.keywordIds.fill(0)],
    ['the keywords are out of order', ({ catalogue }) => catalogue.keywordOffsets.set([9], 1)],
    ['the film ids are not in ascending order', ({ catalogue }) => catalogue.movieId.fill(1)],
    ['a mark is neither 0 nor 1', ({ catalogue }) => catalogue.published?.found.fill(2)],
    ['a language is unknown', ({ catalogue }) => catalogue.published?.language.fill(9)],
  ])('%s', (message, damage) => {
    const dataset = readBundledCsv(TINY_CSV);
    damage(dataset);
    expect(() => packDataset(dataset)).toThrow(message);
  });

  test('a name holds a tab or a line break', () => {
    const dataset = readBundledCsv(TINY_CSV);
    dataset.catalogue.title[0] = 'Toy\tStory';
    expect(() => packDataset(dataset)).toThrow('holds a tab');
    dataset.catalogue.title[0] = 'Toy\nStory';
    expect(() => packDataset(dataset)).toThrow('holds a line break');
  });
});
