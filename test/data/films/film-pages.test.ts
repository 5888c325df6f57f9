import { expect, test } from 'vitest';
import { pagesOf } from '../../../src/data/films/film-pages';
import { bundledDataset, filmNamed } from '../../fixtures/bundled';

test('pages elsewhere: are those of the ids that are known', () => {
  const ids = { imdbId: Uint32Array.of(78748, 0, 10_872_600), tmdbId: Uint32Array.of(348, 0, 0) };
  expect(pagesOf(ids, 0)).toEqual([
    { site: 'IMDb', address: 'https://www.imdb.com/title/tt0078748/' },
    { site: 'TMDB', address: 'https://www.themoviedb.org/movie/348' },
  ]);
  expect(pagesOf(ids, 1)).toEqual([]);
  expect(pagesOf(ids, 2)).toEqual([{ site: 'IMDb', address: 'https://www.imdb.com/title/tt10872600/' }]);
});

test('pages elsewhere: are known of a film of the catalogue', () => {
  const { catalogue } = bundledDataset();
  expect(pagesOf(catalogue, filmNamed('Alien', 1979)).map(({ site }) => site)).toEqual(['IMDb', 'TMDB']);
});
