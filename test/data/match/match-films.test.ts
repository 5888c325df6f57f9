import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FilmClue } from '../../../src/data/match/film-clue';
import { createFilmIndex } from '../../../src/data/match/film-index';
import { type FilmMatch, matchFilms } from '../../../src/data/match/match-films';
import { bundledDataset } from '../../fixtures/bundled';
import { bundledIndex, nameOf } from '../../fixtures/imports/films';

const { catalogue } = bundledDataset();
const index = bundledIndex();

/** What became of each row, in words. */
function outcomes(clues: FilmClue[]): string[] {
  const said: string[] = [];
  for (const { rows, outcome } of matchFilms(index, clues)) {
    for (const row of rows) said[row] = inWords(outcome);
  }
  return said;
}

function inWords(outcome: FilmMatch['outcome']): string {
  if (outcome.kind === 'sure') return `${nameOf(catalogue, outcome.item)} by ${outcome.by}`;
  if (outcome.kind === 'series') return 'series';
  if (outcome.kind === 'missing') return `missing: ${outcome.why}`;
  const films = outcome.candidates.map((item) => nameOf(catalogue, item));
  return `${outcome.why}: ${films.join(', ')}`;
}

const only = (clue: FilmClue) => outcomes([clue])[0];

describe('a film is sure', () => {
  test.each<[string, FilmClue, string]>([
    ['its IMDb id', { title: '기생충', imdbId: 133093 }, 'The Matrix (1999) by id'],
    ['its TMDB id', { title: 'The Matrix', year: 1999, tmdbId: 603 }, 'The Matrix (1999) by id'],
    ['its MovieLens id', { title: '', movieId: 2571 }, 'The Matrix (1999) by id'],
    ['its title and year', { title: 'the  MATRIX', year: 1999 }, 'The Matrix (1999) by title'],
    ['an article behind', { title: 'Matrix, The', year: 1999 }, 'The Matrix (1999) by title'],
    ['its title in its language', { title: '七人の侍', year: 1954 }, 'Seven Samurai (1954) by title'],
    [
      'another title beside',
      { title: 'X', otherTitles: ['七人の侍'], year: 1954 },
      'Seven Samurai (1954) by title',
    ],
    ['a number in words', { title: 'Twelve Angry Men', year: 1957 }, '12 Angry Men (1957) by title'],
    ['a doctor', { title: 'Doctor No', year: 1962 }, 'Dr. No (1962) by title'],
    ['a volume', { title: 'Kill Bill Volume Two', year: 2004 }, 'Kill Bill: Vol. 2 (2004) by title'],
    ['the year beside', { title: 'Fargo', year: 1995 }, 'Fargo (1996) by neighbour-year'],
    ['one year of remakes', { title: 'King Kong', year: 1976 }, 'King Kong (1976) by title'],
  ])('by %s', (_, clue, expected) => {
    expect(only(clue)).toBe(expected);
  });
});

describe('a film is never guessed in silence', () => {
  test.each<[string, FilmClue, RegExp]>([
    ['twins', { title: 'War of the Worlds', year: 2005 }, /^twins: War of the Worlds \(2005\), /],
    ['a twin that the catalogue lacks', { title: 'Emma', year: 1996 }, /^twins: Emma \(1996\)$/],
    ['a remake', { title: 'Suspiria', year: 2018 }, /^missing: newer$/],
    ['a remake of old', { title: 'Psycho', year: 1980 }, /^missing: other-film$/],
    ['another film in the year beside', { title: 'Titanic', year: 1996 }, /^twins: Titanic \(1997\)$/],
    ['no year', { title: 'Memento' }, /^no-year: Memento \(2000\)$/],
    ['a year far off', { title: 'Memento', year: 2003 }, /^year: Memento \(2000\)$/],
    ['a part of the name', { title: 'Dawn of Justice', year: 2016 }, /^name: Batman v Superman/],
    ['a slip', { title: 'The Shawshank Redemtion', year: 1994 }, /^name: The Shawshank Redemption/],
    ['two ids', { title: 'The Matrix', year: 1999, imdbId: 133093, tmdbId: 862 }, /^ids-differ: /],
    ['an id of another film', { title: 'Toy Story', year: 1995, imdbId: 133093 }, /^ids-differ: /],
    ['an id unknown here', { title: 'The Matrix', year: 1999, imdbId: 999999 }, /^ids-differ: The Matrix/],
    ['its year beside', { title: 'Fargo', year: 1995, imdbId: 999999 }, /^missing: other-film$/],
    ['nothing', { title: '???', year: 1999 }, /^missing: unknown$/],
    ['an ordinary word', { title: '__proto__', year: 1999 }, /^missing: unknown$/],
    ['another ordinary word', { title: 'constructor' }, /^missing: unknown$/],
  ])('for %s', (_, clue, expected) => {
    expect(only(clue)).toMatch(expected);
  });

  test("series: are told apart when their number is a film's", () => {
    const clues = [{ title: 'The Matrix', year: 1999, tmdbId: 603 }];
    expect(outcomes([...clues, { ...clues[0], isSeries: true }])).toEqual([
      'The Matrix (1999) by id',
      'series',
    ]);
  });
});

describe('one film for one group of rows', () => {
  test('rows: are one film when they are spelled alike', () => {
    const clues = [
      { title: 'Heat', year: 1995 },
      { title: 'HEAT', year: 1995 },
    ];
    expect(matchFilms(index, clues)).toHaveLength(1);
  });

  test('years: the exact one takes the film, the one beside finds nothing left', () => {
    const clues = [
      { title: 'Scream', year: 1997 },
      { title: 'Scream', year: 1996 },
    ];
    expect(outcomes(clues)).toEqual(['missing: taken', 'Scream (1996) by title']);
  });

  test('two names of one film: both are doubtful when both fit equally well', () => {
    const clues = [
      { title: 'Seven', year: 1995 },
      { title: 'Se7en', year: 1995 },
    ];
    expect(outcomes(clues)).toEqual(['claimed-twice: Seven (1995)', 'claimed-twice: Seven (1995)']);
  });

  test('twins of one list: are doubtful when the catalogue has one of them', () => {
    const clues = ['a', 'b'].map((twin) => ({ title: 'Heat', year: 1995, twin }));
    expect(outcomes(clues)).toEqual(['twins: Heat (1995)', 'twins: Heat (1995)']);
  });

  test('an id: takes the film before a title does', () => {
    const clues = [
      { title: 'War of the Worlds', year: 2005 },
      { title: 'War of the Worlds', year: 2005, imdbId: 407304 },
    ];
    expect(outcomes(clues)[1]).toBe('War of the Worlds (2005) by id');
    expect(outcomes(clues)[0]).toMatch(/^twins/);
  });
});

/** Rows that get in one another's way: few films, years nearby, names as they are, shortened, with slips. */
const clue = fc
  .record({
    item: fc.integer({ min: 0, max: 60 }).map((n) => (n * 151) % catalogue.count),
    away: fc.constantFrom(0, 0, 0, 1, -1, 2),
    name: fc.constantFrom('title', 'other', 'lower', 'slip'),
    id: fc.constantFrom('none', 'none', 'none', 'imdb', 'tmdb', 'wrong'),
    twin: fc.constantFrom(undefined, undefined, undefined, 'a', 'b'),
  })
  .map(({ item, away, name, id, twin }): FilmClue => {
    const title =
      name === 'other'
        ? (catalogue.alternateTitles[item][0] ?? catalogue.title[item])
        : catalogue.title[item];
    return {
      title: name === 'lower' ? title.toLowerCase() : name === 'slip' ? title.slice(0, -1) : title,
      year: catalogue.year[item] + away,
      ...(id === 'imdb' && { imdbId: catalogue.imdbId[item] }),
      ...(id === 'tmdb' && { tmdbId: catalogue.tmdbId[item] }),
      ...(id === 'wrong' && { imdbId: catalogue.imdbId[(item + 1) % catalogue.count] }),
      ...(twin !== undefined && { twin }),
    };
  });

test('matching: says the same of every row when the rows stand in another order', () => {
  fc.assert(
    fc.property(fc.array(clue, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (clues, order) => {
      const places = clues
        .map((_, at) => ({ at, by: order.next().value as number }))
        .sort((a, b) => a.by - b.by);
      const shuffled = outcomes(places.map(({ at }) => clues[at]));
      const expected = outcomes(clues);
      expect(shuffled).toEqual(places.map(({ at }) => expected[at]));
    }),
    { numRuns: 200 },
  );
});

test('matching: gives no film to two groups of rows, whatever the rows', () => {
  fc.assert(
    fc.property(fc.array(clue, { maxLength: 60 }), (clues) => {
      const matches = matchFilms(index, clues);
      const items = matches.flatMap(({ outcome }) => (outcome.kind === 'sure' ? [outcome.item] : []));
      expect(new Set(items).size).toBe(items.length);
      expect(matches.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(clues.map((_, at) => at));
    }),
    { numRuns: 200 },
  );
});

test('matching: takes a moment when there are 2,000 rows, the index included', () => {
  const clues = Array.from({ length: 2000 }, (_, n) => ({
    title: n % 3 === 0 ? `${catalogue.title[n]}x` : catalogue.title[n],
    year: catalogue.year[n],
  }));
  const start = performance.now();
  const matches = matchFilms(createFilmIndex(catalogue), clues);
  expect(performance.now() - start).toBeLessThan(2500);
  expect(matches.filter(({ outcome }) => outcome.kind === 'sure').length).toBeGreaterThan(1300);
});
