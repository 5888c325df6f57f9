import type { Catalogue } from '../../../src/data/catalogue';
import type { PublicCounts } from '../../../src/data/public-counts';
import { joined } from '../../../src/lib/bytes';
import type { Random } from '../../../src/lib/random';

/** Of the ratings of its source a made-up film has less than this share: most films are hardly known. */
const MOST_RATINGS = 0.3;

/** A column with the values of the sources behind its own. */
function withCopies<T extends Uint8Array | Uint16Array | Int32Array | Uint32Array>(
  column: T,
  source: Uint32Array,
): T {
  const Kind = column.constructor as new (length: number) => T;
  const copied = new Kind(source.length);
  source.forEach((from, copy) => {
    copied[copy] = column[from];
  });
  return joined(column, copied);
}

/** The films of a catalogue, and behind them copies that differ in facts. @param source the film that each copy is of */
export function grownCatalogue(base: Catalogue, source: Uint32Array, random: Random): Catalogue {
  const own = base.count;
  const copied = <T extends Uint8Array | Uint16Array | Uint32Array>(column: T) => withCopies(column, source);
  const unknown = <T extends Uint16Array | Uint32Array>(column: T) => copied(column).fill(0, own) as T;
  const last = base.movieId[own - 1];
  const keywordsOf = (film: number) =>
    base.keywordIds.subarray(base.keywordOffsets[film], base.keywordOffsets[film + 1]);
  const keywordOffsets = joined(base.keywordOffsets, new Uint32Array(source.length));
  source.forEach((from, copy) => {
    keywordOffsets[own + copy + 1] = keywordOffsets[own + copy] + keywordsOf(from).length;
  });
  const keywordIds = joined(
    base.keywordIds,
    new Uint16Array(keywordOffsets[own + source.length] - base.keywordIds.length),
  );
  source.forEach((from, copy) => {
    keywordIds.set(keywordsOf(from), keywordOffsets[own + copy]);
  });
  return {
    ...base,
    count: own + source.length,
    movieId: joined(
      base.movieId,
      Uint32Array.from(source, (_, copy) => last + 1 + copy),
    ),
    title: [
      ...base.title,
      ...Array.from(source, (from, copy) => `${base.title[from]} ${2 + Math.floor(copy / own)}`),
    ],
    alternateTitles: [...base.alternateTitles, ...Array.from(source, () => [])],
    year: copied(base.year).map((year, item) =>
      item < own || year === 0 ? year : Math.min(2016, year + random.integer(9) - 4),
    ),
    genres: copied(base.genres),
    tmdbId: unknown(base.tmdbId),
    imdbId: unknown(base.imdbId),
    language: copied(base.language),
    runtime: copied(base.runtime).map((minutes, item) =>
      item < own || minutes === 0 ? minutes : minutes + random.integer(15),
    ),
    voteAverage: copied(base.voteAverage),
    voteCount: copied(base.voteCount).map((votes, item) =>
      item < own ? votes : Math.floor(votes * random.next()),
    ),
    keywordOffsets,
    keywordIds,
    tmdbGenres: copied(base.tmdbGenres),
    collection: unknown(base.collection),
    published: null,
  };
}

/** What people gave each film; copies are rated less than what they are copies of. */
export function grownCounts(base: PublicCounts, source: Uint32Array, random: Random): PublicCounts {
  const own = base.ratings.length;
  const grown = (column: Uint32Array) => joined(column, new Uint32Array(source.length));
  const counts = {
    ratings: grown(base.ratings),
    likes: grown(base.likes),
    halfStars: grown(base.halfStars),
  };
  source.forEach((from, copy) => {
    const share = MOST_RATINGS * random.next();
    const ratings = Math.floor(base.ratings[from] * share);
    counts.ratings[own + copy] = ratings;
    counts.likes[own + copy] = Math.floor(base.likes[from] * share);
    counts.halfStars[own + copy] =
      ratings > 0 ? Math.round((ratings * base.halfStars[from]) / base.ratings[from]) : 0;
  });
  return counts;
}
