import { expect, test } from 'vitest';
import { filmAddress, filmOfRoute } from '../../src/ui/common/film/film-address';
import { documentTitle, SCREEN_NAMES } from '../../src/ui/frame/address/routes';

const nameOf = (movieId: number) => (movieId === 1214 ? 'Alien (1979)' : undefined);

test('document title: names the screen, the film, or what is missing', () => {
  expect(documentTitle('/', nameOf)).toBe('Weightless');
  expect(documentTitle('/for-you', nameOf)).toBe('For you · Weightless');
  expect(documentTitle('/film/1214', nameOf)).toBe('Alien (1979) · Weightless');
  expect(documentTitle('/film/1214', () => null)).toBe('Weightless');
  expect(documentTitle('/film/9', nameOf)).toBe('No such film · Weightless');
  expect(documentTitle('/film/x', nameOf)).toBe('No such film · Weightless');
  expect(documentTitle('/elsewhere', nameOf)).toBe('No such page · Weightless');
});

test('document title: is another one on every screen', () => {
  const titles = Object.keys(SCREEN_NAMES).map((route) => documentTitle(route, nameOf));
  expect(new Set(titles).size).toBe(titles.length);
});

test('film addresses: lead to the film that they were made of', () => {
  const movieId = Uint32Array.of(1, 1214, 4_000_000_000);
  movieId.forEach((id, item) => {
    expect(filmOfRoute(filmAddress({ movieId }, item).slice(1))).toBe(id);
  });
  for (const route of ['/film/', '/film/-1', '/film/1.5', '/film/1/2', '/films/1', '/film/12345678901'])
    expect(filmOfRoute(route)).toBeUndefined();
});
