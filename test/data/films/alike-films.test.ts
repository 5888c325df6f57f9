import fc from 'fast-check';
import { expect, test } from 'vitest';
import { genresOf } from '../../../src/data/catalogue';
import { alikeFilms } from '../../../src/data/films/alike-films';
import { bundledDataset, filmNamed } from '../../fixtures/bundled';
import { makeCatalogue } from '../../fixtures/small-world';

test('alike films: are of the same kind when a film has telling facts', () => {
  const { catalogue } = bundledDataset();
  const titles = (title: string, year: number, most: number) =>
    alikeFilms(catalogue, filmNamed(title, year), most).map((item) => catalogue.title[item]);
  expect(titles('Alien', 1979, 5)).toContain('Aliens');
  const animated = alikeFilms(catalogue, filmNamed('Toy Story', 1995), 8).filter((item) =>
    genresOf(catalogue, item).includes('Animation'),
  );
  expect(animated.length).toBeGreaterThanOrEqual(5);
});

test('alike films: leave out the film itself and those that are to be skipped, and begin a longer list alike', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(29), fc.nat(20), (seed, item, most) => {
      const catalogue = makeCatalogue(seed, 30);
      const films = alikeFilms(catalogue, item, most);
      expect(films).not.toContain(item);
      expect(new Set(films).size).toBe(films.length);
      expect(films.length).toBeLessThanOrEqual(most);
      expect(alikeFilms(catalogue, item, most + 5).slice(0, films.length)).toEqual(films);
      const others = alikeFilms(catalogue, item, 30, (other) => other === films[0]);
      expect(others).not.toContain(films[0]);
    }),
    { numRuns: 40 },
  );
});

test('alike films: are none when nothing but a year is known of a film', () => {
  const catalogue = makeCatalogue(1, 10);
  const genres = catalogue.genres.slice();
  const language = catalogue.language.slice();
  genres[3] = 0;
  language[3] = 0;
  const keywordOffsets = catalogue.keywordOffsets.slice();
  const own = keywordOffsets[4] - keywordOffsets[3];
  const keywordIds = Uint16Array.from(
    [...catalogue.keywordIds].filter((_, n) => n < keywordOffsets[3] || n >= keywordOffsets[4]),
  );
  for (let i = 4; i <= 10; i++) keywordOffsets[i] -= own;
  expect(alikeFilms({ ...catalogue, genres, language, keywordIds, keywordOffsets }, 3, 5)).toEqual([]);
});
