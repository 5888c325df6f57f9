import { expect, test } from 'vitest';
import { moreLike } from '../../../src/state/list/more-like';
import { withOwnFilms } from '../../../src/state/platform/own-library';
import { bundledLibrary, filmNamed } from '../../fixtures/bundled';

const titlesOf = (items: readonly { item: number }[]) =>
  items.map(({ item }) => bundledLibrary().catalogue.title[item]);

test('more like this: names the series, what the same people like, and what is alike, each film once', () => {
  const library = bundledLibrary();
  const alien = filmNamed('Alien', 1979);
  const { series, together, alike } = moreLike(library, alien, 6);
  expect(series.map((item) => library.catalogue.title[item])).toEqual([
    'Aliens',
    'Alien³',
    'Alien: Resurrection',
  ]);
  expect(titlesOf(together.films)).toContain('Blade Runner');
  expect(together.films.every(({ both }) => both <= together.likers)).toBe(true);
  expect(alike).toHaveLength(6);
  for (const { shared } of alike) expect(shared.length).toBeGreaterThan(0);
  const all = [alien, ...series, ...together.films.map(({ item }) => item), ...alike.map(({ item }) => item)];
  expect(new Set(all).size).toBe(all.length);
});

test('more like this: finds films by facts for one that was added by hand, which nobody has rated', () => {
  const base = bundledLibrary();
  const film = {
    movieId: 3_000_000_001,
    title: 'A Western of Mine',
    year: 1969,
    genres: ['Western'],
    tmdbId: 0,
    imdbId: 0,
  };
  const library = withOwnFilms(base, { version: 1, films: [film] });
  const { series, together, alike } = moreLike(library, base.catalogue.count, 6);
  expect({ series, together }).toEqual({ series: [], together: { likers: 0, films: [] } });
  expect(alike).toHaveLength(6);
  for (const { shared } of alike) expect(shared).toContain('Western');
});
