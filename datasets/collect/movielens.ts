/**
 * Reads the MovieLens side: the ratings from the npm package, titles and genres from the Debian package's R table.
 */
import { readFileSync } from 'node:fs';
import { dataFrameColumn, readRObject } from './r-data.ts';
import { parseCsv } from './tmdb.ts';

/** A rated movie as MovieLens describes it; `title` has no year, and `ratings` counts its ratings. */
export interface MovieLensMovie {
  movieId: number;
  title: string;
  year: number | null;
  genres: string[];
  ratings: number;
}

/** One rating, kept as text so that it is written exactly as it was read. */
export interface RatingRow {
  userId: string;
  movieId: string;
  rating: string;
  timestamp: string;
}

/**
 * The table lacks title and year where the MovieLens title does not end in a plain year; these are the only five.
 * Names as in the October 2016 edition; the years are those of first release.
 */
const TITLES_WITHOUT_YEAR: Record<number, { title: string; year: number }> = {
  108548: { title: 'Big Bang Theory, The', year: 2007 },
  108583: { title: 'Fawlty Towers', year: 1975 },
  143410: { title: 'Hyena Road', year: 2015 },
  151307: { title: 'The Lovers and the Despot', year: 2016 },
  162376: { title: 'Stranger Things', year: 2016 },
};

/** Reads `userId,movieId,rating,timestamp` in file order (by user, then movie). */
export function readRatings(path: string): RatingRow[] {
  return parseCsv(readFileSync(path, 'utf8')) as unknown as RatingRow[];
}

/** Reads the rated movies, sorted by movieId. `base` is the path of the R database without its suffix. */
export function readMovieLensMovies(base: string): MovieLensMovie[] {
  const frame = readRObject(base, 'movielens');
  const [ids, titles, years, genres] = ['movieId', 'title', 'year', 'genres'].map((name) =>
    dataFrameColumn(frame, name),
  );
  const movies = new Map<number, MovieLensMovie>();
  ids?.forEach((id, i) => {
    const movieId = Number(id);
    const known = movies.get(movieId);
    if (known) {
      known.ratings += 1;
      return;
    }
    const fallback = TITLES_WITHOUT_YEAR[movieId];
    const genreText = String(genres?.[i] ?? '');
    movies.set(movieId, {
      movieId,
      title: String(titles?.[i] ?? fallback?.title ?? '')
        .normalize('NFC')
        .trim(),
      year: Number(years?.[i] ?? fallback?.year) || null,
      genres: genreText === '(no genres listed)' ? [] : genreText.split('|').filter(Boolean),
      ratings: 1,
    });
  });
  return [...movies.values()].sort((a, b) => a.movieId - b.movieId);
}
