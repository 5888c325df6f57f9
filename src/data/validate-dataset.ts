import { type Catalogue, GENRES, NO_VOTE_AVERAGE, type PublishedFacts } from './catalogue';
import type { Dataset } from './dataset';
import type { Ratings } from './ratings';

/**
 * The first rule of the types' documentation that a data set breaks, as a short phrase for a person; null if none.
 * Array lengths are part of the rules. Takes a few milliseconds for 100,000 ratings.
 */
export function findFault({ catalogue, ratings }: Dataset): string | null {
  return findCatalogueFault(catalogue) ?? findRatingsFault(ratings, catalogue.count);
}

/** One past the largest number whose bits all stand for one of the names. */
function bitLimit(names: readonly string[]): number {
  return 2 ** names.length;
}

/** The same of films alone. */
export function findCatalogueFault(c: Catalogue): string | null {
  const lengths = [
    ...[c.movieId, c.year, c.genres, c.tmdbId, c.imdbId, c.language, c.runtime, c.voteAverage, c.voteCount],
    ...[c.tmdbGenres, c.collection, c.title, c.alternateTitles],
  ].map((column) => column.length);
  if (lengths.some((length) => length !== c.count)) return 'a column of the films has a wrong length';
  if (c.languages[0] !== '' || c.languages.length > 256) return 'the list of languages is wrong';
  if (c.collections[0] !== '' || c.collections.length > 65_536) return 'the list of series is wrong';
  if (c.tmdbGenreNames.length > 32) return 'there are too many genres';
  if (c.keywords.length > 65_536) return 'there are too many keywords';
  for (let i = 0; i < c.count; i++) {
    if (c.title[i] === '') return 'a title is empty';
    if (i > 0 && c.movieId[i] <= c.movieId[i - 1]) return 'the film ids are not in ascending order';
    if (c.genres[i] >= bitLimit(GENRES)) return 'a genre is unknown';
    if (c.collection[i] >= c.collections.length) return 'a series is unknown';
  }
  return (
    findFactsFault(c, c, c.tmdbGenres) ??
    findKeywordFault(c) ??
    (c.published ? findPublishedFault(c.published, c) : null)
  );
}

function findFactsFault(
  c: Catalogue,
  facts: { language: Uint8Array; voteAverage: Uint8Array },
  tmdbGenres: Uint32Array,
): string | null {
  const genreLimit = bitLimit(c.tmdbGenreNames);
  for (let i = 0; i < c.count; i++) {
    if (facts.language[i] >= c.languages.length) return 'a language is unknown';
    if (facts.voteAverage[i] > 100 && facts.voteAverage[i] !== NO_VOTE_AVERAGE)
      return 'a vote is out of range';
    if (tmdbGenres[i] >= genreLimit) return 'a genre is unknown';
  }
  return null;
}

function findPublishedFault(p: PublishedFacts, c: Catalogue): string | null {
  const columns = [p.found, p.genres, p.language, p.voteAverage, p.voteCount];
  if (columns.some((column) => column.length !== c.count)) return 'a column of the films has a wrong length';
  if (p.found.some((flag) => flag > 1)) return 'a mark is neither 0 nor 1';
  return findFactsFault(c, p, p.genres);
}

function findKeywordFault(c: Catalogue): string | null {
  if (!areOffsets(c.keywordOffsets, c.count, c.keywordIds.length)) return 'the keywords are out of order';
  for (let i = 0; i < c.count; i++) {
    for (let k = c.keywordOffsets[i]; k < c.keywordOffsets[i + 1]; k++) {
      if (c.keywordIds[k] >= c.keywords.length) return 'a keyword is unknown';
      if (k > c.keywordOffsets[i] && c.keywordIds[k] <= c.keywordIds[k - 1])
        return 'the keywords are out of order';
    }
  }
  return null;
}

function areOffsets(offsets: Uint32Array, groups: number, total: number): boolean {
  if (offsets.length !== groups + 1 || offsets[0] !== 0 || offsets[groups] !== total) return false;
  for (let g = 0; g < groups; g++) if (offsets[g] > offsets[g + 1]) return false;
  return true;
}

/** The same of ratings alone. @param itemCount how many films there are */
export function findRatingsFault(r: Ratings, itemCount: number): string | null {
  const columns = [r.item, r.halfStars, r.timestamp];
  if (r.userId.length !== r.userCount || columns.some((column) => column.length !== r.count)) {
    return 'a column of the ratings has a wrong length';
  }
  if (!areOffsets(r.offsets, r.userCount, r.count)) return 'the ratings are not grouped by person';
  for (let u = 0; u < r.userCount; u++) {
    if (u > 0 && r.userId[u] <= r.userId[u - 1]) return 'the people are not in ascending order';
    for (let k = r.offsets[u]; k < r.offsets[u + 1]; k++) {
      if (r.item[k] >= itemCount) return 'a rating is of an unknown film';
      if (r.halfStars[k] < 1 || r.halfStars[k] > 10) return 'a rating is out of range';
      if (k > r.offsets[u] && !isLater(r, k)) return 'the ratings are not in order of time';
    }
  }
  return null;
}

/** Whether rating k stands after rating k - 1 by (timestamp, item). */
function isLater(r: Ratings, k: number): boolean {
  return (
    r.timestamp[k] > r.timestamp[k - 1] ||
    (r.timestamp[k] === r.timestamp[k - 1] && r.item[k] > r.item[k - 1])
  );
}
