import type { Catalogue } from '../catalogue';
import type { PublicCounts } from '../public-counts';
import type { Ratings } from '../ratings';

/** Some of a catalogue's films. @param items their indices, ascending */
export function selectFilms(catalogue: Catalogue, items: Uint32Array): Catalogue {
  const { published } = catalogue;
  const list = <T>(column: readonly T[]): T[] => Array.from(items, (item) => column[item]);
  const offsets = new Uint32Array(items.length + 1);
  items.forEach((item, i) => {
    offsets[i + 1] = offsets[i] + catalogue.keywordOffsets[item + 1] - catalogue.keywordOffsets[item];
  });
  const keywordIds = new Uint16Array(offsets[items.length]);
  items.forEach((item, i) => {
    const own = catalogue.keywordIds.subarray(
      catalogue.keywordOffsets[item],
      catalogue.keywordOffsets[item + 1],
    );
    keywordIds.set(own, offsets[i]);
  });
  return {
    ...catalogue,
    count: items.length,
    movieId: pick(catalogue.movieId, items),
    title: list(catalogue.title),
    alternateTitles: list(catalogue.alternateTitles),
    year: pick(catalogue.year, items),
    genres: pick(catalogue.genres, items),
    tmdbId: pick(catalogue.tmdbId, items),
    imdbId: pick(catalogue.imdbId, items),
    language: pick(catalogue.language, items),
    runtime: pick(catalogue.runtime, items),
    voteAverage: pick(catalogue.voteAverage, items),
    voteCount: pick(catalogue.voteCount, items),
    keywordOffsets: offsets,
    keywordIds,
    tmdbGenres: pick(catalogue.tmdbGenres, items),
    collection: pick(catalogue.collection, items),
    published: published && {
      found: pick(published.found, items),
      genres: pick(published.genres, items),
      language: pick(published.language, items),
      voteAverage: pick(published.voteAverage, items),
      voteCount: pick(published.voteCount, items),
    },
  };
}

/** Counts of some films. @param items their indices, ascending */
export function selectCounts(counts: PublicCounts, items: Uint32Array): PublicCounts {
  return {
    ratings: pick(counts.ratings, items),
    likes: pick(counts.likes, items),
    halfStars: pick(counts.halfStars, items),
  };
}

/**
 * The ratings of some films, which become indices into their list; people with none of them stay, with no rating.
 * @param items indices of the films, ascending @param itemCount of the catalogue that the ratings are of
 */
export function selectRatings(ratings: Ratings, items: Uint32Array, itemCount: number): Ratings {
  const place = new Int32Array(itemCount).fill(-1);
  items.forEach((item, i) => {
    place[item] = i;
  });
  const offsets = new Uint32Array(ratings.userCount + 1);
  const kept: number[] = [];
  for (let u = 0; u < ratings.userCount; u++) {
    for (let r = ratings.offsets[u]; r < ratings.offsets[u + 1]; r++)
      if (place[ratings.item[r]] >= 0) kept.push(r);
    offsets[u + 1] = kept.length;
  }
  const rows = Uint32Array.from(kept);
  return {
    userCount: ratings.userCount,
    count: rows.length,
    userId: ratings.userId,
    offsets,
    item: rows.map((r) => place[ratings.item[r]]),
    halfStars: pick(ratings.halfStars, rows),
    timestamp: pick(ratings.timestamp, rows),
  };
}

function pick<T extends Uint8Array | Uint16Array | Uint32Array>(column: T, rows: Uint32Array): T {
  const picked = column.slice(0, rows.length) as T;
  rows.forEach((row, i) => {
    picked[i] = column[row];
  });
  return picked;
}
