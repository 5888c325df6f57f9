import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRatings } from '../../src/data/public-counts';
import { selectCounts, selectFilms, selectRatings } from '../../src/data/select/select-films';
import { findFault } from '../../src/data/validate-dataset';
import { DamagedBytesError } from '../../src/lib/bytes';
import { decodePack, encodePack, isPack, type Pack } from '../../src/packs/pack-format';
import { decodePart, encodePart, type PartIdentity } from '../../src/packs/part-format';
import { termsOf } from '../../src/packs/terms';
import { makeDataset } from '../fixtures/small-world';

const dataset = makeDataset(1, 40, 30);
const counts = countRatings(dataset.ratings, dataset.catalogue.count);
const pack: Pack = {
  manifest: {
    name: 'ml-small',
    source: { films: 50, people: 31, ratings: 900 },
    films: 40,
    leastLikes: 1,
    learned: { people: 30, ratings: dataset.ratings.count },
    withRatings: true,
    isPrivate: false,
    licence: 'As you like.',
    seed: 7,
    accuracy: { network: 'hybrid', people: 3, rmse: 0.8, auc: null, ndcg10: 0.2 },
  },
  dataset,
  counts,
  networks: { hybrid: Uint8Array.of(1, 2, 3, 4), wnn: Uint8Array.of(9) },
};

test('pack: gives back what was written, in equal bytes when it is written again', () => {
  const bytes = encodePack(pack);
  const { dataset: read, ...rest } = decodePack(bytes);
  expect(rest).toEqual({ manifest: pack.manifest, counts, networks: pack.networks });
  expect(read.catalogue).toEqual(dataset.catalogue);
  expect(read.ratings).toEqual(dataset.ratings);
  expect(encodePack({ ...rest, dataset: read })).toEqual(bytes);
  expect(isPack(bytes)).toBe(true);
});

test('pack: is refused with a sentence when it is damaged at any byte or cut short', () => {
  const bytes = encodePack(pack);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
      const other = cut ? bytes.slice(0, at) : bytes.slice();
      if (!cut) other[at] ^= flip;
      expect(() => decodePack(other)).toThrow(DamagedBytesError);
    }),
  );
});

test('pack: is refused when it is of a newer version, or another thing', () => {
  const newer = encodePack(pack);
  newer[4] = 2;
  expect(() => decodePack(newer)).toThrow('another version (2)');
  expect(() => decodePack(new TextEncoder().encode('userId,movieId,rating,timestamp'))).toThrow(
    'not in the expected format',
  );
});

test('pack: is refused when its counts do not fit together', () => {
  const likes = counts.likes.map((n, i) => (i === 3 ? counts.ratings[i] + 1 : n));
  expect(() => decodePack(encodePack({ ...pack, counts: { ...counts, likes } }))).toThrow(
    'do not fit together',
  );
});

const identity: PartIdentity = {
  ...{ code: 'abc', data: '01234567', films: 40, ratings: '89abcdef', most: 10, seed: 1 },
  shard: { index: 2, count: 3 },
};
const part = {
  counts,
  people: 17,
  sample: {
    user: Uint32Array.of(4, 4, 70_000),
    item: Uint32Array.of(0, 39, 2),
    halfStars: Uint8Array.of(1, 10, 7),
    timestamp: Uint32Array.of(0, 4_000_000_000, 5),
  },
};

test('part: gives back what was written', () => {
  expect(decodePart(encodePart(identity, part))).toEqual({ identity, part });
});

test('part: is refused with a sentence when it is damaged at any byte or cut short', () => {
  const bytes = encodePart(identity, part);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
      const other = cut ? bytes.slice(0, at) : bytes.slice();
      if (!cut) other[at] ^= flip;
      expect(() => decodePart(other)).toThrow(DamagedBytesError);
    }),
  );
});

test('some films: keep their facts, counts and ratings when the others are left out', () => {
  const items = Uint32Array.from({ length: 13 }, (_, i) => 3 * i);
  const { catalogue, ratings } = dataset;
  const films = selectFilms(catalogue, items);
  const kept = selectRatings(ratings, items, catalogue.count);
  expect(findFault({ catalogue: films, ratings: kept })).toBeNull();
  expect(films.title).toEqual(Array.from(items, (item) => catalogue.title[item]));
  for (const [i, item] of items.entries()) {
    const keywords = (c: typeof films, at: number) => [
      ...c.keywordIds.subarray(c.keywordOffsets[at], c.keywordOffsets[at + 1]),
    ];
    expect(keywords(films, i)).toEqual(keywords(catalogue, item));
    expect(films.voteCount[i]).toBe(catalogue.voteCount[item]);
  }
  expect(countRatings(kept, films.count)).toEqual(selectCounts(counts, items));
});

test('terms: allow to pass data on only when their README says so', () => {
  const readme = (sentence: string) =>
    `Summary\n=======\nFilms.\n\nUsage License\n=============\n\n* ${sentence}\n\nCitation\n========\nHarper.`;
  const open = termsOf(
    readme('The user may redistribute the data set, including transformations, under these same terms.'),
  );
  expect(open).toEqual({
    isPrivate: false,
    licence: '* The user may redistribute the data set, including transformations, under these same terms.',
  });
  expect(
    termsOf(readme('The user may not redistribute the data without separate permission.')).isPrivate,
  ).toBe(true);
  expect(termsOf(undefined).isPrivate).toBe(true);
});
