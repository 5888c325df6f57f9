import type { ImportRow, ImportSource } from '../../data/import/history';
import type { DoubtWhy, FilmMatch, MissingWhy } from '../../data/match/match-films';
import { printable } from '../../lib/text/printable';
import type { ImportPreview } from '../../state/imports/preview';
import * as adding from '../../words/en/import/adding';
import * as files from '../../words/en/import/files';
import * as words from '../../words/en/import/review';

/** Longest title of a file that is shown, in characters. */
const LONGEST_TITLE = 120;

/** What the sites are called. */
export const SOURCE_NAMES: Record<ImportSource, string> = {
  letterboxd: files.letterboxd,
  imdb: files.imdb,
  trakt: files.trakt,
  movielens: files.movielens,
  tmdb: files.tmdb,
  csv: words.yourTable,
};

/** How an export is had from each site, in a line each. */
export const HOW_TO: readonly { site: string; how: string }[] = [
  { site: files.letterboxd, how: files.howLetterboxd },
  { site: files.imdb, how: files.howImdb },
  { site: files.trakt, how: files.howTrakt },
  { site: files.tmdb, how: files.howTmdb },
  { site: files.movielens, how: files.howMovielens },
  { site: files.otherSite, how: files.howOther },
];

/** What a file calls a film: "Heat (1995)", or its number where it names none. */
export function clueName({ title, year, imdbId, tmdbId, movieId }: FilmMatch['clue']): string {
  if (title !== '') {
    return `${printable(title, LONGEST_TITLE)}${year === undefined ? '' : ` (${year})`}`;
  }
  if (imdbId !== undefined) return words.filmOfImdb(`tt${String(imdbId).padStart(7, '0')}`);
  return tmdbId === undefined ? words.filmOfMovielens(movieId ?? '?') : words.filmOfTmdb(tmdbId);
}

/** What the rows of one film say of it: "4.5 stars", "watched", "on your watchlist". */
export function saidInWords(rows: readonly ImportRow[]): string {
  const stars = rows.find((row) => row.stars !== undefined)?.stars;
  if (stars !== undefined) return words.stars(stars);
  if (rows.some(({ liked }) => liked)) return words.saidLiked;
  return rows.some(({ kind }) => kind === 'watched') ? words.saidWatched : words.saidWish;
}

/** Why a person should look. */
export const DOUBTS: Record<DoubtWhy, string> = {
  twins: words.twins,
  year: words.otherYear,
  'no-year': words.noYear,
  name: words.otherName,
  'ids-differ': words.idsDiffer,
  'claimed-twice': words.claimedTwice,
};

/** Why a film is missing; '' where that needs no words. */
export const MISSING: Record<MissingWhy, string> = {
  newer: words.newer,
  'other-film': words.onlyNamesake,
  unknown: '',
  taken: words.taken,
};

/** What the import leaves as it is, in a sentence each. */
export function leftInWords({ known, byHand, older, wishesSeen }: ImportPreview): string[] {
  return [
    ...(known > 0 ? [adding.known(known)] : []),
    ...(byHand > 0 ? [adding.answeredHere(byHand)] : []),
    ...(older > 0 ? [adding.answeredLater(older)] : []),
    ...(wishesSeen > 0 ? [adding.wishesSeen(wishesSeen)] : []),
  ];
}
