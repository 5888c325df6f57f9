import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENRES } from '../../src/data/catalogue';
import type { FilmFacts } from '../../src/data/film-facts';
import { FIELDS } from '../../src/tiles/fields';
import { FIGURES, PLAIN_FIGURES } from '../../src/tiles/genre-figures';
import { boldPalette, contrast, paletteOf } from '../../src/tiles/palette';
import { ellipse, layersOf, poly } from '../../src/tiles/shapes';
import { fitTitle, TITLE_LEADING, titleWidth } from '../../src/tiles/text';
import { describeFilm, type TileSize, tellingGenres, tileArt } from '../../src/tiles/tile-art';

const ALIEN: FilmFacts = {
  item: 872,
  title: 'Alien',
  year: 1979,
  genres: ['Horror', 'Sci-Fi'],
  voteAverage: 7.9,
  runtime: 117,
  voteCount: 4564,
  series: 'Alien Collection',
  keywords: ['alien', 'spaceship'],
};
const SIZES: TileSize[] = ['hero', 'card', 'strip'];

const films: fc.Arbitrary<FilmFacts> = fc.record({
  item: fc.nat(20_000),
  title: fc.oneof(
    fc.string({ minLength: 1, maxLength: 160, unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('The', 'of', 'Love', 'Episode', 'IV', '-', 'Worrying:', 'I', '2001'), {
        minLength: 1,
        maxLength: 24,
      })
      .map((words) => words.join(' ')),
  ),
  year: fc.oneof(fc.constant(0), fc.integer({ min: 1895, max: 2030 })),
  genres: fc.subarray([...GENRES, 'Unheard-of']),
  voteAverage: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  runtime: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
  voteCount: fc.nat(50_000),
  series: fc.oneof(fc.constant(''), fc.constant('Star Wars Collection'), fc.string({ unit: 'grapheme' })),
  keywords: fc.array(
    fc.oneof(fc.constantFrom('love', 'sharks', 'bombs', 'nanny'), fc.string({ unit: 'grapheme' })),
  ),
});

describe('tile art', () => {
  it('draws the same film the same way every time', () => {
    fc.assert(
      fc.property(films, fc.constantFrom(...SIZES), (film, size) => {
        expect(tileArt({ ...film, genres: [...film.genres].reverse() }, size)).toEqual(tileArt(film, size));
      }),
    );
  });

  it('stays light and well-formed: under forty nodes, every coordinate a finite number', () => {
    fc.assert(
      fc.property(films, fc.constantFrom(...SIZES), (film, size) => {
        const art = tileArt(film, size);
        const shapes = [...art.picture.shapes, ...art.picture.drawing.shapes, ...art.rule.shapes];
        // svg, ground, panel, three groups, title, year line
        expect(shapes.length + art.title.lines.length + 8).toBeLessThan(40);
        for (const { d, width } of shapes) {
          if (d) expect(d).toMatch(/^M[-\d.\sMLHVCSQATZmhvlcsaqtz]+$/);
          expect(width ?? 1).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps picture and lettering apart, and the lettering inside its panel', () => {
    fc.assert(
      fc.property(films, fc.constantFrom(...SIZES), (film, size) => {
        const art = tileArt(film, size);
        const pictureHeight = (art.picture.h * art.width) / 100;
        expect(pictureHeight + art.panel.height).toBeCloseTo(art.height, 6);
        expect(pictureHeight).toBeGreaterThan(art.height * 0.5);
        const last = art.title.y + (art.title.lines.length - 1) * art.title.leading;
        expect(art.title.y - art.title.size * 0.76).toBeGreaterThan(art.panel.y);
        expect(art.line?.y ?? last).toBeLessThan(art.panel.y + art.panel.height);
        for (const line of art.title.lines) {
          expect(titleWidth(line) * art.title.size).toBeLessThan(art.width - art.title.x + 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells films of the same genre apart', () => {
    const drawings = Array.from({ length: 40 }, (_, item) =>
      JSON.stringify(tileArt({ ...ALIEN, item }, 'card')),
    );
    expect(new Set(drawings).size).toBeGreaterThan(30);
  });

  it('has a palette, a figure and a pattern of its own for every genre', () => {
    for (const genre of GENRES) {
      expect(FIGURES.get(genre)?.length ?? 0, genre).toBeGreaterThan(1);
      expect(FIELDS.has(genre), genre).toBe(true);
      const printed = (name: string) => [0, 1, 2].map((pick) => paletteOf(name, null, 1990, pick));
      expect(printed(genre), genre).not.toEqual(printed('no genre'));
    }
  });

  it('lets the more telling genre lead, whatever the order given', () => {
    expect(tellingGenres(['Drama', 'Comedy', 'Western'])).toEqual(['Western', 'Comedy', 'Drama']);
  });

  it('is described by title, year and genres', () => {
    expect(describeFilm(ALIEN)).toBe('Alien, 1979, Horror and Sci-Fi');
    expect(describeFilm({ ...ALIEN, year: 0, genres: [] })).toBe('Alien');
    expect(describeFilm({ ...ALIEN, genres: ['Action', 'Crime', 'Drama'] })).toBe(
      'Alien, 1979, Crime, Action and Drama',
    );
  });
});

describe('tile palette', () => {
  it('sets what has to be recognised apart from the ground, and its two inks from each other', () => {
    for (const genre of [...GENRES, '']) {
      for (let year = 1915; year <= 2025; year += 10) {
        for (let pick = 0; pick < 12; pick++) {
          const { a, b, g } = boldPalette(paletteOf(genre, null, year, pick));
          expect(contrast(a, g), `${genre} ${year} ${pick}`).toBeGreaterThanOrEqual(2.5);
          expect(contrast(b, a), `${genre} ${year} ${pick}`).toBeGreaterThanOrEqual(1.4);
        }
      }
    }
  });

  it('letters at 4.5:1 or better in every printing of every decade, and keeps the figure visible', () => {
    const faults: string[] = [];
    for (const genre of [...GENRES, '']) {
      for (const second of [null, ...GENRES]) {
        for (let year = 1915; year <= 2025; year += 10) {
          for (let pick = 0; pick < 12; pick++) {
            const inks = paletteOf(genre, second, year, pick);
            if (contrast(inks.i, inks.p) < 4.5) faults.push(`ink ${genre} ${year} ${pick}`);
            if (contrast(inks.a, inks.g) < 1.5) faults.push(`figure ${genre} ${second} ${year} ${pick}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('knows the contrast of black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('title lettering', () => {
  const box = { width: 280, height: 140, maxLines: 4, maxSize: 60, minSize: 24 };

  it('sets the longest well-known title whole', () => {
    const title = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
    const { lines, size } = fitTitle(title, box);
    expect(lines.join(' ')).toBe(title);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(size).toBeGreaterThanOrEqual(24);
  });

  it('sets one short word at full size on one line', () => {
    expect(fitTitle('Alien', box)).toEqual({ lines: ['Alien'], size: 60 });
  });

  it('breaks after a colon and not after an article', () => {
    expect(fitTitle('The Lord of the Rings: The Fellowship of the Ring', box).lines).toEqual([
      'The Lord',
      'of the Rings:',
      'The Fellowship',
      'of the Ring',
    ]);
  });

  it('shows the whole title, or its beginning with an ellipsis, and never leaves the box', () => {
    fc.assert(
      fc.property(films, ({ title }) => {
        const { lines, size } = fitTitle(title, box);
        const words = title.trim().split(/\s+/).filter(Boolean).join(' ');
        const shown = lines.join(' ');
        if (shown !== words) {
          expect(shown.endsWith('…')).toBe(true);
          expect(words.startsWith(shown.slice(0, -1))).toBe(true);
        }
        expect(lines.length).toBeLessThanOrEqual(4);
        expect(lines.length * size * TITLE_LEADING).toBeLessThanOrEqual(box.height + 0.5);
        for (const line of lines) expect(titleWidth(line) * size).toBeLessThanOrEqual(box.width + 0.5);
      }),
      { numRuns: 500 },
    );
  });

  it('gives an accented letter the width of its base letter', () => {
    expect(titleWidth('Amélie')).toBe(titleWidth('Amelie'));
  });
});

describe('tile shapes', () => {
  it('reads every figure of every genre as layers with an ink and path data', () => {
    for (const drawing of [...FIGURES.values(), PLAIN_FIGURES].flat()) {
      for (const { role, d, width } of layersOf(drawing)) {
        expect('abcfghk', drawing).toContain(role);
        expect(d, drawing).toMatch(/^M[-\d.\sMLHVCSQAThvlcsaqtmz]+$/);
        expect(width ?? 1, drawing).toBeGreaterThan(0);
      }
    }
  });

  it('turns every polygon clockwise, so that overlapping outlines add up', () => {
    expect(poly(0, 0, 0, 10, 10, 10)).toBe(poly(10, 10, 0, 10, 0, 0));
    expect(poly(0, 0, 10, 0, 10, 10)).toBe('M0 0L10 0L10 10Z');
  });

  it('never gives an arc a radius longer than half its chord', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 60, noNaN: true }), (r) => {
        const [, x0] = /^M(\S+)/.exec(ellipse(50, 50, r, r)) ?? [];
        const [, rx, x1] = /A(\S+) \S+ 0 0 1 (\S+)/.exec(ellipse(50, 50, r, r)) ?? [];
        expect(Number(rx)).toBeLessThanOrEqual((Number(x1) - Number(x0)) / 2 + 1e-9);
      }),
    );
  });
});
