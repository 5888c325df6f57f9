import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { KNOWN } from './known-films';

const folder = new URL('../../datasets/', import.meta.url);

function text(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function rows(name: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text(name), { header: true, skipEmptyLines: true }).data;
}

const movies = rows('movies.csv');
const ratings = rows('ratings.csv');
const published = rows('published.csv');
const byId = new Map(movies.map((movie) => [Number(movie.movieId), movie]));
const ratingCounts = new Map<number, number>();
for (const { movieId } of ratings)
  ratingCounts.set(Number(movieId), (ratingCounts.get(Number(movieId)) ?? 0) + 1);

describe('data files', () => {
  it('have the rows of the October 2016 edition', () => {
    expect(ratings).toHaveLength(100_004);
    expect(movies).toHaveLength(9066);
    expect(new Set(ratings.map((row) => row.userId)).size).toBe(671);
    expect([...ratingCounts.keys()].every((movieId) => byId.has(movieId))).toBe(true);
    expect(ratingCounts.size).toBe(movies.length);
  });

  it('have the promised columns, and movies sorted by movieId', () => {
    expect(text('ratings.csv').split('\n', 1)[0]).toBe('userId,movieId,rating,timestamp');
    expect(text('movies.csv').split('\n', 1)[0]).toBe(
      'movieId,title,year,genres,tmdbId,imdbId,language,runtime,voteAverage,voteCount,keywords,tmdbGenres,collection',
    );
    expect(text('published.csv').split('\n', 1)[0]).toBe('movieId,genres,language,voteAverage,voteCount');
    const ids = movies.map((movie) => Number(movie.movieId));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('match their checksums', () => {
    const lines = text('checksums.sha256').trim().split('\n');
    const names = lines.map((line) => line.split('  ')[1] ?? '');
    expect(names).toEqual(['aliases.csv', 'movies.csv', 'names.csv', 'published.csv', 'ratings.csv']);
    for (const line of lines) {
      const [digest, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(new URL(name, folder)))
          .digest('hex'),
        name,
      ).toBe(digest);
    }
  });

  it('hold well-formed cells', () => {
    for (const movie of movies) {
      expect(movie.title, movie.movieId).toMatch(/\S/);
      expect(movie.title, movie.movieId).not.toMatch(/\((19|20)\d\d\)$|\ufffd|Ã./);
      expect(Number(movie.year), movie.movieId).toBeGreaterThan(1895);
      expect(Number(movie.year), movie.movieId).toBeLessThan(2017);
      expect(movie.genres, movie.movieId).not.toContain('no genres listed');
      expect(movie.imdbId, movie.movieId).toMatch(movie.tmdbId ? /^tt\d{7}$/ : /^$/);
    }
    const halfStars = new Set(ratings.map((row) => Number(row.rating) * 2));
    expect([...halfStars].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('keep accents', () => {
    expect(byId.get(4973)?.title).toBe("Amelie (Fabuleux destin d'Amélie Poulain, Le)");
    expect(byId.get(5291)?.title).toBe('Rashomon (Rashômon)');
  });
});

describe('corrected join', () => {
  const matched = movies.filter((movie) => movie.tmdbId);

  it('gives TMDB facts to at least 97 % of movies and 99 % of ratings', () => {
    const rated = matched.reduce((sum, movie) => sum + (ratingCounts.get(Number(movie.movieId)) ?? 0), 0);
    expect(matched.length / movies.length).toBeGreaterThanOrEqual(0.97);
    expect(rated / ratings.length).toBeGreaterThanOrEqual(0.99);
  });

  it('gives no film to two movies', () => {
    expect(new Set(matched.map((movie) => movie.tmdbId)).size).toBe(matched.length);
    expect(new Set(matched.map((movie) => movie.imdbId)).size).toBe(matched.length);
  });

  it.each(KNOWN)('movie %i is TMDB %i, %s (%s)', (movieId, tmdbId, imdbId) => {
    expect(byId.get(movieId)).toMatchObject({ tmdbId: String(tmdbId), imdbId });
  });

  it.each([
    ['War of the Worlds (2005)', 34048, 74, 64997, 34812],
    ['Hamlet (2000)', 3598, 10688, 65665, 125705],
    ['The Island (2005, 2006)', 34319, 1635, 63515, 22358],
    ['The Class (2007, 2008)', 58554, 28205, 63808, 8841],
    ['Wanted (2008, 2009)', 60072, 8909, 71460, 22717],
  ])('tells apart the two films %s', (_, first, firstTmdb, second, secondTmdb) => {
    expect(byId.get(first)?.tmdbId).toBe(String(firstTmdb));
    expect(byId.get(second)?.tmdbId).toBe(String(secondTmdb));
  });

  it('leaves movies without facts where the metadata have another film of the same name', () => {
    for (const movieId of [864, 2894, 6828, 7669, 8795, 31026, 70545]) {
      expect(byId.get(movieId)).toMatchObject({ tmdbId: '', imdbId: '', tmdbGenres: '', voteCount: '' });
    }
  });

  it('uses every line of the alias table', () => {
    for (const { movieId, tmdbId } of rows('aliases.csv')) {
      expect(byId.get(Number(movieId))?.tmdbId, movieId).toBe(tmdbId);
    }
  });
});

describe('published join', () => {
  it('finds a row for 44,989 ratings', () => {
    const ids = new Set(published.map((row) => Number(row.movieId)));
    expect(ids.size).toBe(published.length);
    expect(ratings.filter((row) => ids.has(Number(row.movieId)))).toHaveLength(44_989);
  });

  it('carries the facts of other films: MovieLens 5 is Father of the Bride II, TMDB 5 is Four Rooms', () => {
    expect(byId.get(5)?.title).toBe('Father of the Bride Part II');
    expect(published.find((row) => row.movieId === '5')?.genres).toBe('Crime|Comedy');
  });
});
