import { describe, expect, it } from 'vitest';
import { matchMovies } from '../../datasets/collect/match';
import { pythonNames, type TmdbMovie } from '../../datasets/collect/tmdb';

describe('matching', () => {
  const movie = (movieId: number, title: string, year: number) => ({
    movieId,
    title,
    year,
    genres: [],
    ratings: 1,
  });
  const film = (row: number, title: string, year: number): TmdbMovie => ({
    row,
    tmdbId: 100 + row,
    imdbId: '',
    title,
    originalTitle: title,
    collection: '',
    year,
    language: 'en',
    runtime: null,
    genres: [],
    voteAverage: 0,
    voteCount: 0,
  });
  const ids = (matches: ReturnType<typeof matchMovies>) =>
    [...matches].map(([movieId, { tmdb }]) => [movieId, tmdb.tmdbId]).sort((a, b) => a[0] - b[0]);

  it('lets the order decide between films of one name', () => {
    const films = [film(0, 'Emma', 1996), film(1, 'Fargo', 1996), film(2, 'Emma', 1996)];
    const found = matchMovies([movie(1, 'Fargo', 1996), movie(2, 'Emma', 1996)], films, new Map());
    expect(ids(found)).toEqual([
      [1, 101],
      [2, 102],
    ]);
  });

  it('refuses a film years off, and looks for like names in gaps', () => {
    const films = [film(0, 'Fargo', 1996), film(1, 'The Empire Strikes Back', 1980), film(2, 'Heat', 1995)];
    const list = [
      movie(1, 'Fargo', 1996),
      movie(2, 'Star Wars: Episode V - The Empire Strikes Back', 1980),
      movie(3, 'Heat', 1992),
    ];
    expect(ids(matchMovies(list, films, new Map()))).toEqual([
      [1, 100],
      [2, 101],
    ]);
  });

  it('follows the alias table, also where it says that no film fits', () => {
    const films = [film(0, 'Fargo', 1996), film(1, 'Heat', 1995)];
    const aliases = new Map([
      [1, null],
      [2, 100],
    ]);
    const found = matchMovies([movie(1, 'Heat', 1995), movie(2, 'Somewhere Cold', 1996)], films, aliases);
    expect(ids(found)).toEqual([[2, 100]]);
    expect(() => matchMovies([movie(1, 'Heat', 1995)], films, new Map([[1, 7]]))).toThrow('TMDB id 7');
  });
});

describe('names in Python literals', () => {
  it('reads both kinds of quotes, escapes and repeats', () => {
    const literal = `[{'id': 1, 'name': 'a'}, {'id': 2, 'name': "b's"}, {'id': 3, 'name': 'c\\'d\\xe9'}, {'id': 4, 'name': 'a'}]`;
    expect(pythonNames(literal)).toEqual(['a', "b's", "c'dé"]);
    expect(pythonNames('[]')).toEqual([]);
  });
});
