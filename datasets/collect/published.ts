/**
 * The join of the paper's published benchmark: MovieLens movie ids looked up directly as TMDB ids.
 *
 * The two are different numberings, so most movies get another film's features. It is kept only so that figures can be
 * compared with the published ones; everything else uses the corrected join (match.ts).
 */
import type { MovieLensMovie } from './movielens.ts';
import type { TmdbMovie } from './tmdb.ts';

/** One rated movieId with the film that happens to carry that number in TMDB. */
export interface PublishedRow {
  movieId: number;
  tmdb: TmdbMovie;
}

/** Rated movieIds that exist as TMDB ids. Of films listed several times the first row counts: one row per movieId. */
export function publishedJoin(movies: MovieLensMovie[], films: TmdbMovie[]): PublishedRow[] {
  const first = new Map<number, TmdbMovie>();
  for (const film of films) if (!first.has(film.tmdbId)) first.set(film.tmdbId, film);
  return movies.flatMap(({ movieId }) => {
    const tmdb = first.get(movieId);
    return tmdb ? [{ movieId, tmdb }] : [];
  });
}
