import { describe, expect, test } from 'vitest';
import { createFilmSearch } from '../../../src/data/search/film-search';
import { bundledDataset, bundledModel } from '../../fixtures/bundled';

const { catalogue } = bundledDataset();
const search = createFilmSearch(catalogue, bundledModel().effects.ratings);
const titles = (query: string, limit = 8) => search(query, limit).items.map((item) => catalogue.title[item]);

describe('film search: nicknames', () => {
  test.each([
    ['lotr', 'The Lord of the Rings: The Fellowship of the Ring'],
    ['LOTR 2', 'The Lord of the Rings: The Two Towers'],
    ['hp', 'Harry Potter and the Sorcerer’s Stone'],
    ['hp 3', 'Harry Potter and the Prisoner of Azkaban'],
    ['potc', 'Pirates of the Caribbean: The Curse of the Black Pearl'],
    ['bttf 2', 'Back to the Future Part II'],
    ['tdk', 'The Dark Knight'],
    ['esb', 'Star Wars: Episode V - The Empire Strikes Back'],
    ['rotj', 'Star Wars: Episode VI - Return of the Jedi'],
    ['mib', 'Men in Black'],
    ['fmj', 'Full Metal Jacket'],
    ['oofotcn', 'One Flew Over the Cuckoo’s Nest'],
    ['gbu', 'The Good, the Bad and the Ugly'],
    ['nbc', 'The Nightmare Before Christmas'],
    ['gotg', 'Guardians of the Galaxy'],
    ['fotr', 'The Lord of the Rings: The Fellowship of the Ring'],
    ['rotk', 'The Lord of the Rings: The Return of the King'],
    ['tdkr', 'The Dark Knight Rises'],
    ['anh', 'Star Wars: Episode IV - A New Hope'],
    ['tpm', 'Star Wars: Episode I - The Phantom Menace'],
    ['aotc', 'Star Wars: Episode II - Attack of the Clones'],
    ['rots', 'Star Wars: Episode III - Revenge of the Sith'],
    ['tfa', 'Star Wars: Episode VII - The Force Awakens'],
    ['pota', 'Planet of the Apes'],
    ['tmnt', 'Teenage Mutant Ninja Turtles'],
    ['id4', 'Independence Day'],
    ['gwtw', 'Gone with the Wind'],
    ['sotl', 'The Silence of the Lambs'],
    ['ouatitw', 'Once Upon a Time in the West'],
    ['ouatia', 'Once Upon a Time in America'],
    ['tpb', 'The Princess Bride'],
    ['thg', 'The Hunger Games'],
    ['wwz', 'World War Z'],
    ['lxg', 'The League of Extraordinary Gentlemen'],
    ['aou', 'Avengers: Age of Ultron'],
    ['asm', 'The Amazing Spider-Man'],
    ['bvs', 'Batman v Superman: Dawn of Justice'],
    ['lsatsb', 'Lock, Stock & Two Smoking Barrels'],
  ])('%s', (query, title) => {
    expect(titles(query).map((found) => found.replaceAll("'", '’'))).toContain(title);
    expect(search(query, 8).isNear).toBe(false);
  });
});

describe('film search: names in two languages', () => {
  test.each([
    ['La Haine', 'Hate'],
    ['hate', 'Hate'],
    ['sen to chihiro', 'Spirited Away'],
    ['cidade de deus', 'City of God'],
    ['Lola rennt', 'Run Lola Run'],
    ['the boat', 'Das Boot'],
    ['la vita e bella', 'Life Is Beautiful'],
  ])('%s', (query, title) => {
    expect(titles(query)).toContain(title);
  });
});

describe('film search: genres and decades', () => {
  test.each([
    ['sci-fi 1980s', 'Sci-Fi', 1980, 'Sci-Fi, 1980s'],
    ['80s science fiction', 'Sci-Fi', 1980, 'Sci-Fi, 1980s'],
    ['horror films of the seventies', 'Horror', 1970, 'Horror, 1970s'],
    ['westerns 60s', 'Western', 1960, 'Western, 1960s'],
    ['90s romantic comedy', 'Romance', 1990, 'Romance, Comedy, 1990s'],
  ])('%s', (query, genre, from, browsed) => {
    const found = search(query, 8);
    expect(found).toMatchObject({ isNear: false, browsed });
    expect(found.items).toHaveLength(8);
    const ofGenre = search(genre, catalogue.count).items;
    for (const item of found.items) {
      expect(catalogue.year[item]).toBeGreaterThanOrEqual(from);
      expect(catalogue.year[item]).toBeLessThan(from + 10);
      expect(ofGenre).toContain(item);
    }
  });

  test('a genre alone finds films called so, then the best known of it', () => {
    const { items, browsed } = search('horror', 8);
    expect(browsed).toBe('Horror');
    expect(items).toHaveLength(8);
    expect(catalogue.title[items[0]].toLowerCase()).toContain('horror');
  });

  test('a year that is a title, and a title of facts’ words, are found as titles', () => {
    expect(titles('1984')[0]).toBe('1984');
    expect(titles('the family')).toContain('The Family');
  });

  test('facts that no film has together are told as such', () => {
    expect(search('western 1910s', 8)).toMatchObject({ browsed: 'Western, 1910s', isNear: false });
    expect(search('imax 1920s', 8)).toEqual({ items: [], isNear: false, browsed: 'IMAX, 1920s' });
  });
});

describe('film search: what is not there', () => {
  test('a film after the catalogue’s end is told apart from those spelled nearly so', () => {
    expect(search('tenet', 8).isNear).toBe(true);
    expect(titles('tenet')).toContain('Teeth');
  });

  test.each(['nolan', 'tom hanks', 'zendaya coleman'])(
    'a person who is in no title has nothing called so: %s',
    (query) => {
      const { items, isNear, browsed } = search(query, 8);
      expect(browsed).toBeNull();
      expect(items.length === 0 || isNear).toBe(true);
    },
  );

  test('a slip in a title that is there is near, the title itself is not', () => {
    expect(search('casablnca', 8)).toMatchObject({ isNear: true });
    expect(titles('casablnca')[0]).toBe('Casablanca');
    expect(search('casablanca', 8).isNear).toBe(false);
    expect(search('', 8)).toEqual({ items: [], isNear: false, browsed: null });
  });
});

describe('film search: other spellings', () => {
  test.each([
    ['kill bill volume 2', 'Kill Bill: Vol. 2'],
    ['doctor strangelove', 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb'],
    ['doctor no', 'Dr. No'],
    ['fantastic mister fox', 'Fantastic Mr. Fox'],
    ['mister magoo', 'Mr. Magoo'],
    ['saint elmos fire', "St. Elmo's Fire"],
    ['6th sense', 'The Sixth Sense'],
    ['13th floor', 'The Thirteenth Floor'],
    ['forty year old virgin', 'The 40-Year-Old Virgin'],
    ['t2', 'Terminator 2: Judgment Day'],
    ['harry potter 1', "Harry Potter and the Sorcerer's Stone"],
    ['hp1', "Harry Potter and the Sorcerer's Stone"],
    ['lotr3', 'The Lord of the Rings: The Return of the King'],
  ])('%s', (query, title) => {
    expect(titles(query)[0]).toBe(title);
  });
});
