import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBundledFiles } from '../../src/cli/files';
import { packBundled } from '../../src/data/bundled/pack-bundled';
import { unpackBundled } from '../../src/data/bundled/unpack-bundled';
import { readBundledCsv } from '../../src/data/read/read-bundled-csv';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const packed = readBundledFiles();
const { catalogue, ratings, checksum } = unpackBundled(packed);

function item(movieId: number): number {
  return catalogue.movieId.indexOf(movieId);
}

test('the bundled binaries are what the CSV files give', () => {
  const [ratingsCsv, movies, published] = ['ratings', 'movies', 'published'].map((name) =>
    read(`datasets/${name}.csv`).toString('utf8'),
  );
  const rebuilt = packBundled(readBundledCsv({ ratings: ratingsCsv, movies, published }));
  expect(Buffer.compare(packed.films, rebuilt.films)).toBe(0);
  expect(Buffer.compare(packed.ratings, rebuilt.ratings)).toBe(0);
});

test('they are named by the number that runs, snapshots and results were kept under', () => {
  expect(checksum).toBe(0x8db7d58a);
});

test('they take at most 1.2 MB, compressed for the way', () => {
  const gzipBytes = Object.values(packed).reduce(
    (sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length,
    0,
  );
  expect(gzipBytes).toBeLessThanOrEqual(1_200_000);
});

describe('they hold MovieLens latest-small of October 2016:', () => {
  test('100,004 ratings of 9,066 films by 671 users, at least 20 each', () => {
    expect(ratings.count).toBe(100_004);
    expect(ratings.userCount).toBe(671);
    expect(catalogue.count).toBe(9_066);
    const sizes = Array.from(ratings.userId, (_, u) => ratings.offsets[u + 1] - ratings.offsets[u]);
    expect(Math.min(...sizes)).toBe(20);
  });

  test('every film is rated', () => {
    expect(new Set(ratings.item).size).toBe(9_066);
  });

  test('the first rating of the first user in time', () => {
    expect(ratings.timestamp[0]).toBe(1_260_759_108);
    expect(ratings.halfStars[0]).toBe(4);
    expect(catalogue.title[ratings.item[0]]).toBe('Antz');
  });

  test('the series that films belong to', () => {
    const seriesOf = (movieId: number) => catalogue.collections[catalogue.collection[item(movieId)]];
    expect([1, 3114, 78499].map(seriesOf)).toEqual(Array(3).fill('Toy Story Collection'));
    expect(seriesOf(318)).toBe('');
    expect([...catalogue.collection].filter((c) => c > 0).length).toBeGreaterThan(1000);
  });

  test('the facts of a well-known film', () => {
    const matrix = item(2571);
    expect(catalogue.title[matrix]).toBe('The Matrix');
    expect(catalogue.year[matrix]).toBe(1999);
    expect(catalogue.tmdbId[matrix]).toBe(603);
    expect(catalogue.imdbId[matrix]).toBe(133093);
    expect(catalogue.languages[catalogue.language[matrix]]).toBe('en');
    expect(catalogue.runtime[matrix]).toBe(136);
  });

  test('no title is left with its article behind a comma, and bracketed names stand apart', () => {
    expect(
      catalogue.title.filter((title) => /, (The|A|An|La|Le|Les|L'|Il|El|Der|Die|Das)$/.test(title)),
    ).toEqual([]);
    expect(catalogue.alternateTitles[item(4973)]).toEqual(["Le Fabuleux destin d'Amélie Poulain"]);
  });
});

test("the paper's join finds a row for 44,989 ratings", () => {
  const { published } = catalogue;
  let found = 0;
  for (const i of ratings.item) found += published?.found[i] ?? 0;
  expect(found).toBe(44_989);
});
