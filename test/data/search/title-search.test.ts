import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundledCsv } from '../../../src/data/read/read-bundled-csv';
import { createTitleSearch } from '../../../src/data/search/title-search';
import { itemStatistics } from '../../../src/data/statistics';
import { bundledDataset } from '../../fixtures/bundled';
import { TINY_CSV } from '../../fixtures/tiny-csv';

const { catalogue, ratings } = bundledDataset();
const popularity = itemStatistics(ratings, catalogue.count).ratings;
const titles = createTitleSearch(catalogue, popularity);
const search = (query: string, limit: number) => titles(query, limit).items;

function found(query: string, limit = 8): string[] {
  return search(query, limit).map((item) => `${catalogue.title[item]} (${catalogue.year[item]})`);
}

describe('the film that is meant comes first', () => {
  test.each([
    // Accents, case, punctuation.
    ['amelie', 'Amelie (2001)'],
    ['AMÉLIE', 'Amelie (2001)'],
    ['les miserables 2012', 'Les Misérables (2012)'],
    ['pokemon', 'Pokémon: The First Movie (1998)'],
    ['wall-e', 'WALL·E (2008)'],
    ['walle', 'WALL·E (2008)'],
    ['wall e', 'WALL·E (2008)'],
    ['mash', 'M*A*S*H (1970)'],
    ['m*a*s*h', 'M*A*S*H (1970)'],
    ['et the extra', 'E.T. the Extra-Terrestrial (1982)'],
    ['schindlers list', "Schindler's List (1993)"],
    ['schindler’s', "Schindler's List (1993)"],
    ['spiderman', 'Spider-Man (2002)'],
    ['spider man', 'Spider-Man (2002)'],
    ['amazing spiderman', 'The Amazing Spider-Man (2012)'],
    ['xmen', 'X-Men (2000)'],
    ['ghost busters', 'Ghostbusters (1984)'],
    ['500 days', '(500) Days of Summer (2009)'],
    ['8½', '8 1/2 (1963)'],
    // Articles and "and".
    ['matrix', 'The Matrix (1999)'],
    ['the matrix', 'The Matrix (1999)'],
    ['matrix, the', 'The Matrix (1999)'],
    ['a beautiful mind', 'A Beautiful Mind (2001)'],
    ['the alien', 'Alien (1979)'],
    ['avventura', "L'Avventura (1960)"],
    ['good bad ugly', 'The Good, the Bad and the Ugly (1966)'],
    ['dumb and dumber', 'Dumb & Dumber (1994)'],
    ['romeo & juliet 1996', "William Shakespeare's Romeo + Juliet (1996)"],
    ['die hard', 'Die Hard (1988)'],
    // Unfinished words in any order.
    ['lor rin', 'The Lord of the Rings: The Fellowship of the Ring (2001)'],
    ['towers two', 'The Lord of the Rings: The Two Towers (2002)'],
    ['empire strikes', 'Star Wars: Episode V - The Empire Strikes Back (1980)'],
    // Years.
    ['alien 1979', 'Alien (1979)'],
    ['star wars 1977', 'Star Wars: Episode IV - A New Hope (1977)'],
    ['2016 ghostbusters', 'Ghostbusters (2016)'],
    ['2001', '2001: A Space Odyssey (1968)'],
    ['2012', '2012 (2009)'],
    ['1999', 'The Matrix (1999)'],
    // Numbers.
    ['godfather 2', 'The Godfather: Part II (1974)'],
    ['godfather part two', 'The Godfather: Part II (1974)'],
    ['rocky 5', 'Rocky V (1990)'],
    ['back to the future 3', 'Back to the Future Part III (1990)'],
    ['kill bill 2', 'Kill Bill: Vol. 2 (2004)'],
    ['12 monkeys', 'Twelve Monkeys (1995)'],
    ['oceans 11', "Ocean's Eleven (2001)"],
    ['alien 3', 'Alien³ (1992)'],
    ['i robot', 'I, Robot (2004)'],
    ['forty year old virgin', 'The 40-Year-Old Virgin (2005)'],
    ['twenty one grams', '21 Grams (2003)'],
    ['6th sense', 'The Sixth Sense (1999)'],
    ['13th floor', 'The Thirteenth Floor (1999)'],
    // Short and long forms.
    ['kill bill volume 2', 'Kill Bill: Vol. 2 (2004)'],
    ['doctor strangelove', 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb (1964)'],
    ['doctor no', 'Dr. No (1962)'],
    ['fantastic mister fox', 'Fantastic Mr. Fox (2009)'],
    ['mister magoo', 'Mr. Magoo (1997)'],
    ['saint elmos fire', "St. Elmo's Fire (1985)"],
    // Places in a series.
    ['t2', 'Terminator 2: Judgment Day (1991)'],
    ['harry potter 1', "Harry Potter and the Sorcerer's Stone (2001)"],
    ['harry potter 3', 'Harry Potter and the Prisoner of Azkaban (2004)'],
    ['lord of the rings 3', 'The Lord of the Rings: The Return of the King (2003)'],
    ['star wars 1', 'Star Wars: Episode I - The Phantom Menace (1999)'],
    ['shrek 1', 'Shrek (2001)'],
    // Other names.
    ['se7en', 'Seven (1995)'],
    ['seven', 'Seven (1995)'],
    ['untergang', 'Downfall (2004)'],
    ['philosophers stone', "Harry Potter and the Sorcerer's Stone (2001)"],
    // Slips.
    ['shawshenk', 'The Shawshank Redemption (1994)'],
    ['incepton', 'Inception (2010)'],
    ['godfahter', 'The Godfather (1972)'],
    ['goodfather', 'The Godfather (1972)'],
    ['mission imposible', 'Mission: Impossible (1996)'],
    ['girl dragon tatoo', 'The Girl with the Dragon Tattoo (2011)'],
  ])('"%s" finds %s', (query, title) => {
    expect(found(query)[0]).toBe(title);
  });
});

describe('order', () => {
  test('the exact title, then titles that begin so, then those that hold the word, each by number of ratings', () => {
    const items = search('alien', 20);
    const rank = (item: number) => {
      const title = catalogue.title[item].toLowerCase();
      return title === 'alien' ? 0 : title.startsWith('alien') ? 1 : 2;
    };
    for (let k = 1; k < items.length; k++) {
      expect(rank(items[k])).toBeGreaterThanOrEqual(rank(items[k - 1]));
      if (rank(items[k]) === rank(items[k - 1])) {
        expect(popularity[items[k]]).toBeLessThanOrEqual(popularity[items[k - 1]]);
      }
    }
    expect(items.map(rank)).toContain(2);
  });

  test('films of a year follow the film that is named like it', () => {
    const [first, ...others] = search('1984', 12);
    expect(catalogue.title[first]).toBe('1984');
    expect(others.slice(1).every((item) => catalogue.year[item] === 1984)).toBe(true);
  });

  test('a year being typed keeps what was found', () => {
    expect(found('alien 1')[0]).toBe('Alien (1979)');
    expect(found('alien 19')[0]).toBe('Alien (1979)');
    expect(found('alien 197')).toEqual(['Alien (1979)']);
  });

  test('a short form that is a beginning, too, is one first', () => {
    expect(found('st')[0]).toBe('Star Wars: Episode IV - A New Hope (1977)');
    expect(found('saint')[0]).toBe('The Saint (1997)');
  });

  test('a number by itself asks for no place in a series', () => {
    expect(found('3', 30)).not.toContain('Harry Potter and the Prisoner of Azkaban (2004)');
  });

  test('slips come last, and not at all where the query is a title', () => {
    expect(found('amelia')).toEqual(['Amelia (2009)']);
    expect(found('aliem')).toContain('Alien (1979)');
    expect(found('the matri', 3)).toEqual(found('matrix', 3));
  });
});

describe('what finds nothing', () => {
  test.each(['', '   ', '!!!', 'zzzz', 'matrix 1921', 'qwertz'])('"%s"', (query) => {
    expect(search(query, 8)).toEqual([]);
  });

  test('a limit of nothing', () => {
    expect(search('alien', 0)).toEqual([]);
  });
});

test('a word of four letters is taken as it is', () => {
  expect(found('jawz')).toEqual([]);
  expect(found('jaws')[0]).toBe('Jaws (1975)');
});

test('a film without a year is found, but not by one', () => {
  const tiny = readBundledCsv(TINY_CSV).catalogue;
  const titlesOfTiny = createTitleSearch(tiny, [1, 2, 3, 4]);
  const searchTiny = (query: string, limit: number) => titlesOfTiny(query, limit).items;
  expect(searchTiny('amelie', 8)).toEqual([3]);
  expect(searchTiny('amelie 2001', 8)).toEqual([]);
  expect(searchTiny('1995', 8)).toEqual([1, 0]);
});

test('every film is among the first twenty for its own title and year, in any order of words', () => {
  const item = fc.nat({ max: catalogue.count - 1 });
  fc.assert(
    fc.property(item, fc.boolean(), (i, reversed) => {
      const words = `${catalogue.title[i]} ${catalogue.year[i]}`.split(' ');
      const query = (reversed ? words.reverse() : words).join(' ');
      fc.pre(/[\p{L}\p{N}]/u.test(catalogue.title[i]));
      expect(search(query, 20)).toContain(i);
    }),
    { numRuns: 300 },
  );
});

test('any query gives distinct items, no more than asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (query, limit) => {
        const items = search(query, limit);
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(new Set(items).size).toBe(items.length);
        expect(items.every((i) => Number.isInteger(i) && i >= 0 && i < catalogue.count)).toBe(true);
      },
    ),
  );
});
