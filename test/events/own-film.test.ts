import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FIRST_OWN_ID,
  knownOwnFilms,
  MAX_OWN_FILMS,
  mergeOwnFilms,
  type OwnFilm,
  OwnFilmsError,
  ownFilmId,
  readOwnFilm,
  readOwnFilms,
  writeOwnFilms,
} from '../../src/events/own-film';

const FILM: OwnFilm = {
  ...{ movieId: FIRST_OWN_ID + 5, title: 'Anora', year: 2024, genres: ['Comedy'] },
  ...{ tmdbId: 0, imdbId: 28_607_951 },
};
const film = fc.record({
  movieId: fc.integer({ min: FIRST_OWN_ID, max: 2 ** 32 - 1 }),
  title: fc.constantFrom('Anora', 'Flow', '12'),
  year: fc.constantFrom(0, 1874, 2024),
  genres: fc.uniqueArray(fc.constantFrom('Comedy', 'Drama', 'No genre')),
  ...{ tmdbId: fc.nat(), imdbId: fc.nat() },
});

test('own film: is read as it was written, and with no field more', () => {
  expect(readOwnFilm({ ...FILM, colour: 'red' })).toEqual(FILM);
  fc.assert(
    fc.property(fc.array(film), (films) => {
      const merged = mergeOwnFilms([], films);
      expect(readOwnFilms(JSON.parse(JSON.stringify(writeOwnFilms(merged))))).toEqual(merged);
    }),
  );
});

test('own film: is none with an id of MovieLens, a title that cannot be read or a year of no film', () => {
  const wrong: Partial<Record<keyof OwnFilm, unknown>>[] = [
    ...[
      { movieId: 7 },
      { movieId: 2 ** 32 },
      { movieId: 3_000_000_000.5 },
      { title: '' },
      { title: ' Anora' },
    ],
    ...[
      { title: 'a'.repeat(201) },
      { title: 'a\u202eb' },
      { title: 'a\nb' },
      { year: 1800 },
      { year: 2024.5 },
    ],
    ...[{ year: Number.NaN }, { genres: ['Comedy', 'Comedy'] }, { genres: [7] }, { genres: 'Comedy' }],
    ...[{ tmdbId: -1 }, { imdbId: '7' }],
  ];
  for (const change of wrong)
    expect(readOwnFilm({ ...FILM, ...change }), JSON.stringify(change)).toBeUndefined();
  expect(readOwnFilm({ ...FILM, year: 0, title: 'a'.repeat(200), genres: [] })).toBeDefined();
});

test('stored own films: those that can be read where some are damaged, refused where a newer version wrote them', () => {
  expect(readOwnFilms(undefined)).toEqual([]);
  expect(
    readOwnFilms({ version: 1, films: [7, FILM, { ...FILM, title: '' }, { ...FILM, title: 'Again' }] }),
  ).toEqual([FILM]);
  expect(() => readOwnFilms({ version: 2 })).toThrow(OwnFilmsError);
  expect(knownOwnFilms({ version: 2 })).toEqual([]);
});

test('own films of two devices: are all there once, ids ascending, those here first and no more than fit', () => {
  fc.assert(
    fc.property(fc.array(film), fc.array(film), (here, there) => {
      const merged = mergeOwnFilms(here, there);
      const ids = merged.map(({ movieId }) => movieId);
      expect(ids).toEqual(
        [...new Set([...here, ...there].map(({ movieId }) => movieId))].sort((a, b) => a - b),
      );
      for (const one of mergeOwnFilms([], here)) expect(merged).toContainEqual(one);
      expect(mergeOwnFilms(merged, merged)).toEqual(merged);
    }),
  );
  const many = Array.from({ length: MAX_OWN_FILMS + 5 }, (_, n) => ({ ...FILM, movieId: FIRST_OWN_ID + n }));
  expect(mergeOwnFilms([], many)).toHaveLength(MAX_OWN_FILMS);
});

test('id of an own film: is the same on every device, whatever the case and spaces, and free', () => {
  const id = ownFilmId(FILM, new Set());
  expect(id).toBe(ownFilmId({ title: ' anORA ', year: 2024 }, new Set()));
  expect(id).not.toBe(ownFilmId({ title: 'Anora', year: 2023 }, new Set()));
  expect(ownFilmId(FILM, new Set([id, id + 1]))).toBe(id + 2);
  fc.assert(
    fc.property(fc.string(), fc.nat(), (title, year) => {
      const made = ownFilmId({ title, year }, new Set());
      expect(made).toBeGreaterThanOrEqual(FIRST_OWN_ID);
      expect(made).toBeLessThan(2 ** 32);
    }),
  );
});
