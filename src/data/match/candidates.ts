import type { FilmClue } from './film-clue';
import type { FilmIndex, NamedFilm } from './film-index';
import { nameKeys, partKeys } from './name-keys';

/** How well a film fits what was said of it, smaller is better. */
export const FIT = {
  id: 0,
  exactYear: 1,
  looseYear: 2,
  exactNeighbour: 3,
  looseNeighbour: 4,
  part: 5,
  slip: 6,
  noYear: 7,
  nearYear: 8,
} as const;

/** One of `FIT`. */
export type Fit = (typeof FIT)[keyof typeof FIT];

/** Every fit, best first. */
export const FITS: readonly Fit[] = Object.values(FIT).sort((a, b) => a - b);

/** A film that may be meant. */
export interface Candidate {
  /** Item, or below 0 a film that the catalogue lacks. */
  film: number;
  fit: Fit;
}

/** Years by which sources date a film differently at most: festivals, countries. */
const NEAR_YEARS = 3;

/** Shortest name, in letters, of which one may be wrong. */
const SHORTEST_WITH_SLIP = 6;

/** Whether two texts are one edit apart: a letter added, missing or replaced, or two neighbours swapped (Damerau 1964). */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The fit of a name that is equal, by how far the years are apart; null where they are too far. */
function fitOfYears(clue: number, film: number, isExact: boolean): Fit | null {
  if (clue === 0 || film === 0) return FIT.noYear;
  const away = Math.abs(clue - film);
  if (away === 0) return isExact ? FIT.exactYear : FIT.looseYear;
  if (away === 1) return isExact ? FIT.exactNeighbour : FIT.looseNeighbour;
  return away <= NEAR_YEARS ? FIT.nearYear : null;
}

/** The films that an id of the clue names. */
export function filmsById({ byMovieId, byTmdbId, byImdbId }: FilmIndex, clue: FilmClue): number[] {
  const found = [
    byMovieId.get(clue.movieId ?? 0),
    byTmdbId.get(clue.tmdbId ?? 0),
    byImdbId.get(clue.imdbId ?? 0),
  ];
  return [...new Set(found.filter((item) => item !== undefined))];
}

/** All films whose names may be meant, each with its best fit; best first, then by item. */
export function filmsByName(index: FilmIndex, clue: FilmClue): Candidate[] {
  const best = new Map<number, Fit>();
  const year = clue.year ?? 0;
  const improve = (film: number, fit: Fit | null) => {
    const known = best.get(film);
    if (fit !== null && (known === undefined || fit < known)) best.set(film, fit);
  };
  const take = (named: readonly NamedFilm[] | undefined, isExact: boolean) => {
    for (const { film, year: own } of named ?? []) improve(film, fitOfYears(year, own, isExact));
  };
  const names = [clue.title, ...(clue.otherTitles ?? [])];
  const keys = names.map(nameKeys);
  for (const { exact, loose } of keys) {
    take(index.exact.get(exact), true);
    take(index.loose.get(loose), false);
  }
  if (year > 0) {
    const takePart = (named: readonly NamedFilm[] | undefined) => {
      for (const { film, year: own } of named ?? []) if (film >= 0 && own === year) improve(film, FIT.part);
    };
    for (const { loose } of keys) takePart(index.parts.get(loose));
    for (const key of names.flatMap(partKeys)) takePart(index.loose.get(key));
    for (const { loose } of best.size === 0 ? keys : []) {
      if (loose.length < SHORTEST_WITH_SLIP) continue;
      for (const { key, film } of index.ofYear.get(year) ?? []) {
        if (isOneEditAway(key, loose)) improve(film, FIT.slip);
      }
    }
  }
  return [...best].map(([film, fit]) => ({ film, fit })).sort((a, b) => a.fit - b.fit || a.film - b.film);
}

/** Whether a film of that name is there in any year, and whether what is known of it speaks against the clue. */
export function hasNamesake(index: FilmIndex, clue: FilmClue): boolean {
  return [clue.title, ...(clue.otherTitles ?? [])].map(nameKeys).some(({ exact, loose }) => {
    const named = [...(index.exact.get(exact) ?? []), ...(index.loose.get(loose) ?? [])];
    return named.some(({ film }) => film >= 0);
  });
}
