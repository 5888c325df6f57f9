import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmFacts } from '../../src/data/film-facts';
import firstFilms from '../../src/state/platform/first-films.json';
import { emblemOf } from '../../src/tiles/emblem-of';
import { EMBLEMS } from '../../src/tiles/emblems';
import { figureNamed } from '../../src/tiles/genre-figures';
import { layersOf } from '../../src/tiles/shapes';
import { tileArt } from '../../src/tiles/tile-art';
import { bundledDataset, filmNamed } from '../fixtures/bundled';

/** The first word of an emblem's subjects; null where there is no emblem. */
const pictureOf = (facts: { title?: string; series?: string; keywords?: string[] }) =>
  emblemOf({ title: '', series: '', keywords: [], ...facts })?.[0].split(/[,;]/)[0] ?? null;

/** The bundled films that most people rated, best known first. */
function bestKnown(count: number) {
  const { catalogue, ratings } = bundledDataset();
  const known = new Uint32Array(catalogue.count);
  for (let at = 0; at < ratings.count; at++) known[ratings.item[at]]++;
  const order = Array.from(known.keys()).sort((a, b) => known[b] - known[a] || a - b);
  return order.slice(0, count).map((item) => filmFacts(catalogue, item));
}

const FAMOUS: readonly (readonly [title: string, year: number, picture: string])[] = [
  ['Titanic', 1997, 'titanic'],
  ['Jaws', 1975, 'shark'],
  ['The Lord of the Rings: The Fellowship of the Ring', 2001, 'ring'],
  ['Jurassic Park', 1993, 'dinosaur'],
  ['Back to the Future', 1985, 'time machine'],
  ['Star Wars: Episode IV - A New Hope', 1977, 'star war'],
  ['Alien', 1979, 'alien'],
  ['Psycho', 1960, 'knife'],
  ['Raiders of the Lost Ark', 1981, 'indiana jones'],
  ['The Lion King', 1994, 'lion'],
  ['Finding Nemo', 2003, 'fish'],
  ['The Mask', 1994, 'mask'],
  ['The Godfather', 1972, 'godfather'],
  ['Pulp Fiction', 1994, 'briefcase'],
  ['The Matrix', 1999, 'hacker'],
  ['Forrest Gump', 1994, 'fugitive'],
  ['The Shawshank Redemption', 1994, 'prison'],
  ['The Silence of the Lambs', 1991, 'sheep'],
  ["Schindler's List", 1993, 'holocaust'],
  ['Toy Story', 1995, 'toy'],
  ['American Beauty', 1999, 'rose'],
  ['Fight Club', 1999, 'boxing'],
  ['Independence Day', 1996, 'ufo'],
  ['Apollo 13', 1995, 'rocket'],
  ['Batman', 1989, 'batman'],
  ['Spider-Man', 2002, 'spider'],
  ['Men in Black', 1997, 'sunglass'],
  ['Speed', 1994, 'bomb'],
  ['Shrek', 2001, 'castle'],
  ['Groundhog Day', 1993, 'clock'],
  ['Gladiator', 2000, 'sword'],
  ['E.T. the Extra-Terrestrial', 1982, 'bicycle'],
  ['Die Hard', 1988, 'skyscraper'],
  ['Twister', 1996, 'tornado'],
  ['Babe', 1995, 'pig'],
  ['Ghostbusters', 1984, 'ghost'],
  ['2001: A Space Odyssey', 1968, 'monolith'],
  ['GoldenEye', 1995, 'martini'],
  ['Amelie', 2001, 'paris'],
  ['Taxi Driver', 1976, 'car'],
  ['The Wizard of Oz', 1939, 'wizard'],
  ['The Shining', 1980, 'maze'],
  ['The Hunt for Red October', 1990, 'submarine'],
  ['Rear Window', 1954, 'window'],
  ['Edward Scissorhands', 1990, 'scissor'],
  ['Home Alone', 1990, 'house'],
  ['The Big Lebowski', 1998, 'bowling ball'],
  ['Monsters, Inc.', 2001, 'eye'],
];

describe('emblems', () => {
  it('are what famous films are known by', () => {
    const { catalogue } = bundledDataset();
    const drawn = FAMOUS.map(([title, year]) => {
      const { series, keywords } = filmFacts(catalogue, filmNamed(title, year));
      return [title, year, pictureOf({ title, series, keywords: [...keywords] })];
    });
    expect(drawn).toEqual(FAMOUS);
  });

  it('are given to nine in ten of the 200 best-known films, and are many among the first 50', () => {
    const emblems = bestKnown(200).map(emblemOf);
    expect(emblems.filter(Boolean).length).toBeGreaterThanOrEqual(180);
    expect(new Set(emblems.slice(0, 50)).size).toBeGreaterThanOrEqual(35);
  });

  it('find words whole, in singular and plural, whatever their case and accents', () => {
    expect(pictureOf({ title: 'SHARKS!' })).toBe('shark');
    expect(pictureOf({ title: 'The Witches' })).toBe('wizard');
    expect(pictureOf({ title: 'Never Cry Wolf' })).toBe('wolf');
    expect(pictureOf({ title: 'Wolves' })).toBe('wolf');
    expect(pictureOf({ title: 'Château, châteaux, Cästle' })).toBe('castle');
    for (const title of ['Password', 'During', 'Bringing', 'Scary', 'Carebear', 'Capes', 'Who Cares?', ''])
      expect(pictureOf({ title }), title).toBeNull();
  });

  it('take a title before keywords, the more particular word first, and some words from keywords only', () => {
    expect(pictureOf({ title: 'The Shark and the Heart', keywords: ['spider'] })).toBe('shark');
    expect(pictureOf({ title: 'Untitled', keywords: ['heart', 'spider'] })).toBe('spider');
    expect(pictureOf({ title: 'Untitled', keywords: ['fish out of water', 'heart attack'] })).toBeNull();
    expect(pictureOf({ title: 'The Police Writer' })).toBeNull();
    expect(pictureOf({ title: 'Untitled', series: 'Star Wars Collection' })).toBe('star war');
  });

  it('name every subject once, and draw it as layers or as a figure that there is', () => {
    const words = EMBLEMS.flatMap(([subjects]) => subjects.split(/[,;]/));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    for (const [subjects, drawing] of EMBLEMS) {
      for (const { role, d, width } of layersOf(figureNamed(drawing) ?? drawing)) {
        expect('abcfghk', subjects).toContain(role);
        expect(d, subjects).toMatch(/^M[-\d.\sMLHVCSQAThvlcsaqtmz]+$/);
        expect(width ?? 1, subjects).toBeGreaterThan(0);
      }
    }
  });

  it('never throw and never differ, whatever the title and keywords', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 6 }), (title, series, keywords) => {
        const film = { item: 1, title, series, keywords, year: 1977, genres: [], voteAverage: null };
        const facts = { ...film, runtime: 0, voteCount: 0 };
        expect(emblemOf(facts)).toBe(emblemOf({ ...facts, keywords: [...keywords].reverse() }));
        expect(tileArt(facts, 'card')).toEqual(tileArt(facts, 'card'));
      }),
    );
  });

  it('of the films shown before the catalogue has come are those shown after', () => {
    const { catalogue } = bundledDataset();
    for (const film of firstFilms) {
      const full = { ...filmFacts(catalogue, film.item) };
      expect(tileArt(film, 'hero'), film.title).toEqual(tileArt(full, 'hero'));
    }
  });
});

it('pictures: hold no shape twice in any bundled film, so that each can be told from the others when it is drawn', () => {
  const { catalogue } = bundledDataset();
  const twice: string[] = [];
  for (let item = 0; item < catalogue.count; item++) {
    const { picture, rule, title } = tileArt(filmFacts(catalogue, item), 'strip');
    for (const { shapes } of [picture, rule]) {
      const names = shapes.map(({ role, width, d }) => `${role} ${width ?? ''} ${d}`);
      if (new Set(names).size < names.length) twice.push(title.lines.join(' '));
    }
  }
  expect(twice).toEqual([]);
});
