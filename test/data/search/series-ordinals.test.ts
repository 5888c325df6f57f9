import { expect, test } from 'vitest';
import { seriesOrdinals } from '../../../src/data/search/series-ordinals';
import { catalogueOf } from '../../evaluation/small-data';

/** The places of films, in order of their ids, all of one series. */
function placesOf(films: [title: string, year: number][]): number[] {
  const catalogue = catalogueOf(films.length);
  catalogue.title = films.map(([title]) => title);
  catalogue.year = Uint16Array.from(films, ([, year]) => year);
  catalogue.collections = ['', 'One Collection'];
  catalogue.collection = new Uint16Array(films.length).fill(1);
  return [...seriesOrdinals(catalogue)];
}

test('series ordinals: follow the years when no title counts otherwise', () => {
  expect(
    placesOf([
      ['B', 2003],
      ['A', 2001],
      ['C', 2003],
    ]),
  ).toEqual([2, 1, 3]);
  expect(
    placesOf([
      ['A', 1984],
      ['A 2: Day', 1991],
      ['A Salvation', 2009],
    ]),
  ).toEqual([1, 2, 3]);
  expect(
    placesOf([
      ['P: Stone', 2001],
      ['P: Hallows: Part 1', 2010],
      ['P: Hallows: Part 2', 2011],
    ]),
  ).toEqual([1, 2, 3]);
});

test('series ordinals: are none when titles count otherwise, or a year is unknown', () => {
  expect(
    placesOf([
      ['W: Episode IV', 1977],
      ['W: Episode I', 1999],
    ]),
  ).toEqual([0, 0]);
  expect(
    placesOf([
      ['A', 1984],
      ['A 3', 1991],
      ['A Returns', 1995],
    ]),
  ).toEqual([0, 0, 0]);
  expect(
    placesOf([
      ['A', 0],
      ['B', 1991],
    ]),
  ).toEqual([0, 0]);
});
