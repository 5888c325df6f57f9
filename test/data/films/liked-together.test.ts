import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_PEOPLE, likedTogether } from '../../../src/data/films/liked-together';
import type { Ratings } from '../../../src/data/ratings';

const FILMS = 8;

/** Ratings of people, each a list of films and half stars. */
function ratingsOf(people: readonly (readonly [item: number, halfStars: number][])[]): Ratings {
  const all = people.flat();
  const offsets = [0];
  for (const person of people) offsets.push(offsets[offsets.length - 1] + person.length);
  return {
    userCount: people.length,
    count: all.length,
    userId: Uint32Array.from(people.keys()),
    offsets: Uint32Array.from(offsets),
    item: Uint32Array.from(all, ([item]) => item),
    halfStars: Uint8Array.from(all, ([, halfStars]) => halfStars),
    timestamp: new Uint32Array(all.length),
  };
}

const person = fc
  .uniqueArray(fc.tuple(fc.nat(FILMS - 1), fc.integer({ min: 1, max: 10 })), { selector: ([item]) => item })
  .map((said) => said.sort(([a], [b]) => a - b));
const crowd = fc.array(person, { maxLength: 25 });

test('liked together: counts who likes both, and is silent about films that too few like', () => {
  const both: [number, number][] = [
    [0, 8],
    [1, 10],
  ];
  const ratings = ratingsOf([both, both, both, [...both, [2, 9]], [[0, 9]], [[1, 9]], [[0, 7]]]);
  expect(likedTogether(ratings, FILMS, 0, 5)).toEqual({ likers: 5, films: [{ item: 1, both: 4 }] });
  expect(likedTogether(ratings, FILMS, 7, 5)).toEqual({ likers: 0, films: [] });
});

test('liked together: puts the film of the few before that of everybody when as many like both', () => {
  const all = Array.from({ length: 6 }, (): [number, number][] => [
    [0, 10],
    [1, 10],
    [2, 10],
  ]);
  const others = Array.from({ length: 20 }, (): [number, number][] => [[1, 10]]);
  const { films } = likedTogether(ratingsOf([...all, ...others]), FILMS, 0, 2);
  expect(films.map(({ item }) => item)).toEqual([2, 1]);
});

test('liked together: tells the truth about every film, whatever people say', () => {
  fc.assert(
    fc.property(crowd, fc.nat(FILMS - 1), fc.nat(FILMS), (people, item, most) => {
      const likes = (said: readonly [number, number][], film: number) =>
        said.some(([other, halfStars]) => other === film && halfStars >= 8);
      const { likers, films } = likedTogether(ratingsOf(people), FILMS, item, most);
      expect(likers).toBe(people.filter((said) => likes(said, item)).length);
      expect(films.length).toBeLessThanOrEqual(most);
      expect(new Set(films.map((film) => film.item)).size).toBe(films.length);
      for (const film of films) {
        expect(film.item).not.toBe(item);
        expect(film.both).toBe(people.filter((said) => likes(said, item) && likes(said, film.item)).length);
        expect(film.both).toBeGreaterThanOrEqual(LEAST_PEOPLE);
      }
    }),
  );
});
