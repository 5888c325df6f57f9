import type { History, Training } from '../baselines/recommender';
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
  return checksumOf([...arrays, ...names]);
}

/**
 * Tells whether two fits on one data set are given the same: ratings, effects, feedback, join, seed, and the histories
 * that some are trained on together with them. How these were prepared does not matter.
 */
export function trainingChecksum(training: Training, together: readonly History[]): number {
  const { ratings, effects, feedback, join, seed } = training;
  const { globalMean, globalLikeRate, bias, likeRate, likes } = effects;
  return checksumOf([
    ...[ratings.userId, ratings.offsets, ratings.item, ratings.halfStars, ratings.timestamp],
    ...[Float64Array.of(globalMean, globalLikeRate, seed), bias, likeRate, likes, effects.ratings],
    new TextEncoder().encode(`${feedback}/${join}`),
    Uint32Array.from(together, ({ item }) => item.length),
    ...together.flatMap(({ item, halfStars, timestamp }) => [item, halfStars, timestamp]),
  ]);
}

function checksumOf(arrays: readonly ArrayBufferView[]): number {
  return arrays.reduce(
    (hash, { buffer, byteOffset, byteLength }) =>
      hashIntegers(hash, crc32(new Uint8Array(buffer, byteOffset, byteLength))),
    0,
  );
}
