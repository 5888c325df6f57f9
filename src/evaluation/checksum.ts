import type { Dataset } from '../data/dataset';
import { crc32, hashIntegers } from '../lib/hash';

/** Tells whether two data sets would give the same results: all ratings, and the facts that models read. */
export function datasetChecksum({ catalogue, ratings }: Dataset): number {
  const arrays: ArrayBufferView[] = [
    ...[ratings.userId, ratings.offsets, ratings.item, ratings.halfStars, ratings.timestamp],
    ...[catalogue.movieId, catalogue.year, catalogue.genres, catalogue.tmdbId, catalogue.language],
    ...[catalogue.runtime, catalogue.voteAverage, catalogue.voteCount],
    ...[catalogue.keywordOffsets, catalogue.keywordIds, catalogue.tmdbGenres, catalogue.collection],
  ];
  if (catalogue.published) arrays.push(...Object.values(catalogue.published));
  const names = [catalogue.languages, catalogue.keywords, catalogue.tmdbGenreNames].map((list) =>
    new TextEncoder().encode(list.join('\n')),
  );
  return [...arrays, ...names].reduce(
    (hash, { buffer, byteOffset, byteLength }) =>
      hashIntegers(hash, crc32(new Uint8Array(buffer, byteOffset, byteLength))),
    0,
  );
}
