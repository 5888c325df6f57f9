/**
 * Finds, for every MovieLens movie, its row in the TMDB metadata.
 *
 * The packages share no identifier: MovieLens ids and TMDB ids are different numberings. Two kinds of evidence remain.
 *
 * 1. Names and years: a shared title key (titles.ts) and release years at most one apart.
 * 2. Order. The metadata were collected by walking MovieLens' own list, so their rows stand in the order of movieId. Of
 *    the 8,450 movies whose title and year fit exactly one film, all but 8 obey that order, and those 8 are films
 *    that merely share their name, or are listed twice. A match must therefore stand between its neighbours' matches.
 *
 * So the match is the heaviest chain of candidate pairs that rises in both movieId and row. The order settles the cases
 * that names cannot (two films of one title and year), and allows a looser look at names in the gap that a
 * missing match leaves, where only a few rows are possible.
 */

import type { MovieLensMovie } from './movielens.ts';
import { nameSimilarity, titleKey, titleKeys } from './titles.ts';
import type { TmdbMovie } from './tmdb.ts';

/** How a match was found: by alias table, by equal title keys, or by similar titles in a narrow gap. */
type MatchKind = 'alias' | 'title' | 'gap';

export interface Match {
  movie: MovieLensMovie;
  tmdb: TmdbMovie;
  kind: MatchKind;
}

/** A possible pair: positions in the sorted movies and in the metadata rows, and how well names and year agree. */
interface Candidate {
  at: number;
  tmdb: TmdbMovie;
  weight: number;
}

/** Weight of an equal title key; the parts below only decide between candidates that the order allows. */
const TITLE = 10;

/** Similarity that names in a gap need; chosen by reading every match it admits. */
const GAP_SIMILARITY = 0.5;

/** MovieLens and TMDB differ by a year where a film was first shown in one year and released in the next. */
const YEARS_APART = 1;

/** MovieLens genres by the TMDB genre that means the same, where the words differ. */
const SAME_GENRE: Record<string, string> = {
  'Science Fiction': 'Sci-Fi',
  Family: 'Children',
  Music: 'Musical',
};

/** The share of MovieLens genres that TMDB confirms, 0 to 1. */
function genreOverlap(movie: MovieLensMovie, tmdb: TmdbMovie): number {
  const genres = new Set(tmdb.genres.flatMap((genre) => [genre, SAME_GENRE[genre] ?? genre]));
  return movie.genres.filter((genre) => genres.has(genre)).length / Math.max(1, movie.genres.length);
}

function yearsApart(movie: MovieLensMovie, tmdb: TmdbMovie): number {
  return movie.year === null || tmdb.year === null ? YEARS_APART : Math.abs(movie.year - tmdb.year);
}

/** Preference among rows that fit: exact year, then main title, then genres, then the better-known film. */
function tieBreak(movie: MovieLensMovie, tmdb: TmdbMovie): number {
  return (
    (yearsApart(movie, tmdb) === 0 ? 2 : 0) + genreOverlap(movie, tmdb) + Math.log1p(tmdb.voteCount) / 100
  );
}

function rowsByTitle(films: TmdbMovie[]): Map<string, TmdbMovie[]> {
  const byKey = new Map<string, TmdbMovie[]>();
  for (const film of films) {
    for (const key of new Set([titleKey(film.title), titleKey(film.originalTitle)])) {
      if (key) byKey.set(key, [...(byKey.get(key) ?? []), film]);
    }
  }
  return byKey;
}

/** Candidates by equal title key and year within one. */
function titleCandidates(movies: MovieLensMovie[], films: TmdbMovie[]): Candidate[] {
  const byTitle = rowsByTitle(films);
  return movies.flatMap((movie, at) => {
    const weights = new Map<TmdbMovie, number>();
    titleKeys(movie.title).forEach((key, rank) => {
      for (const tmdb of byTitle.get(key) ?? []) {
        if (yearsApart(movie, tmdb) > YEARS_APART) continue;
        const weight = TITLE + tieBreak(movie, tmdb) + (rank === 0 ? 1 : 0);
        weights.set(tmdb, Math.max(weight, weights.get(tmdb) ?? 0));
      }
    });
    return [...weights].map(([tmdb, weight]) => ({ at, tmdb, weight }));
  });
}

/** Candidates for the movies without a match, among the rows between their neighbours' matches, by similar names. */
function gapCandidates(movies: MovieLensMovie[], films: TmdbMovie[], chain: Candidate[]): Candidate[] {
  const rowOf = new Map(chain.map((pair) => [pair.at, pair.tmdb.row]));
  const found: Candidate[] = [];
  for (const [at, movie] of movies.entries()) {
    if (rowOf.has(at)) continue;
    let before = at - 1;
    while (before >= 0 && !rowOf.has(before)) before -= 1;
    let after = at + 1;
    while (after < movies.length && !rowOf.has(after)) after += 1;
    const [low, high] = [rowOf.get(before) ?? -1, rowOf.get(after) ?? Number.POSITIVE_INFINITY];
    for (const tmdb of films) {
      if (tmdb.row <= low || tmdb.row >= high || yearsApart(movie, tmdb) > YEARS_APART + 1) continue;
      const similarity = Math.max(
        nameSimilarity(movie.title, tmdb.title),
        nameSimilarity(movie.title, tmdb.originalTitle),
      );
      if (similarity >= GAP_SIMILARITY) {
        found.push({ at, tmdb, weight: TITLE * similarity + tieBreak(movie, tmdb) });
      }
    }
  }
  return found;
}

/**
 * The heaviest set of pairs that rises strictly in both positions: dynamic programming over pairs sorted by movie, with
 * a prefix-maximum (Fenwick) tree over rows.
 */
function heaviestChain(candidates: Candidate[], rowCount: number): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.at - b.at || b.tmdb.row - a.tmdb.row);
  const best = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  const tree = new Int32Array(rowCount + 2).fill(-1);
  const better = (a: number, b: number) => (a < 0 || (b >= 0 && (best[b] ?? 0) > (best[a] ?? 0)) ? b : a);
  sorted.forEach((pair, i) => {
    let before = -1;
    for (let node = pair.tmdb.row; node > 0; node -= node & -node) before = better(before, tree[node] ?? -1);
    previous[i] = before;
    best[i] = pair.weight + (before < 0 ? 0 : (best[before] ?? 0));
    // Rows are counted from zero and the tree from one, so the query above covers exactly the rows before this one.
    for (let node = pair.tmdb.row + 1; node < tree.length; node += node & -node) {
      tree[node] = better(tree[node] ?? -1, i);
    }
  });
  const chain: Candidate[] = [];
  let last = best.reduce((top, weight, i) => (weight > (best[top] ?? -1) ? i : top), 0);
  for (; last >= 0 && sorted.length > 0; last = previous[last] ?? -1) {
    const pair = sorted[last];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** Matches all movies. `aliases` maps a movieId to its TMDB id (null: to no film) and overrides everything else. */
export function matchMovies(
  movies: MovieLensMovie[],
  films: TmdbMovie[],
  aliases: Map<number, number | null>,
): Map<number, Match> {
  const matches = new Map<number, Match>();
  const firstRow = new Map<number, TmdbMovie>();
  for (const film of films) if (!firstRow.has(film.tmdbId)) firstRow.set(film.tmdbId, film);
  for (const movie of movies) {
    const tmdbId = aliases.get(movie.movieId);
    if (tmdbId === undefined || tmdbId === null) continue;
    const tmdb = firstRow.get(tmdbId);
    if (!tmdb) throw new Error(`alias of movie ${movie.movieId}: TMDB id ${tmdbId} is not in the metadata`);
    matches.set(movie.movieId, { movie, tmdb, kind: 'alias' });
  }
  const taken = new Set([...matches.values()].map(({ tmdb }) => tmdb.tmdbId));
  const open = movies.filter((movie) => !aliases.has(movie.movieId));
  const free = films.filter((film) => !taken.has(film.tmdbId));
  const rowCount = Math.max(...films.map((film) => film.row)) + 1;
  const byTitle = heaviestChain(titleCandidates(open, free), rowCount);
  const titled = new Set(byTitle.map((pair) => pair.at));
  const all = heaviestChain([...byTitle, ...gapCandidates(open, free, byTitle)], rowCount);
  for (const { at, tmdb } of all) {
    const movie = open[at];
    if (movie) matches.set(movie.movieId, { movie, tmdb, kind: titled.has(at) ? 'title' : 'gap' });
  }
  return matches;
}
