import { describe, expect, test } from 'vitest';
import {
  encodePaperBits,
  PAPER_BITS,
  PAPER_CHANNELS,
  ratingOnes,
} from '../../../src/baselines/paper/paper-encoding';
import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from '../../../src/data/catalogue';
import { bundledDataset, filmNamed } from '../../fixtures/bundled';
import { makeCatalogue } from '../../fixtures/small-world';

/** The bits of one item, channel by channel, lowest first. */
function channels(word: number): string[] {
  let shift = 0;
  return PAPER_CHANNELS.map((size) => {
    const bits = Array.from({ length: size }, (_, b) => (word >>> (shift + b)) & 1).join('');
    shift += size;
    return bits;
  });
}

function withFacts(facts: Partial<Catalogue>): Catalogue {
  return {
    ...makeCatalogue(1, 2),
    languages: ['', 'en', 'fr', 'de', 'ja', 'it', 'es', 'pl', 'constructor'],
    ...facts,
  };
}

test('The Matrix under both joins', () => {
  const { catalogue } = bundledDataset();
  const item = filmNamed('The Matrix', 1999);
  // Action (science fiction has no bit); 7.9; English; 9,079 votes.
  expect(channels(encodePaperBits(catalogue, 'corrected')[item])).toEqual([
    '0010000000',
    '111',
    '000',
    '0000000001',
  ]);
  // TMDB has no film with the number that MovieLens gives The Matrix: all facts are missing.
  expect(catalogue.published?.found[item]).toBe(0);
  expect(channels(encodePaperBits(catalogue, 'published')[item])).toEqual([
    '0000000000',
    '000',
    '000',
    '1000000000',
  ]);
});

test('the published join gives Jumanji the facts of a Finnish drama', () => {
  const { catalogue } = bundledDataset();
  const word = encodePaperBits(catalogue, 'published')[filmNamed('Jumanji', 1995)];
  expect(channels(word)).toEqual(['1000000010', '111', '111', '1000000000']);
});

describe('facts to bits', () => {
  test.each([
    [0, '000'],
    [9, '000'],
    [10, '100'],
    [20, '010'],
    [30, '110'],
    [39, '110'],
    [40, '111'],
    [100, '111'],
    [NO_VOTE_AVERAGE, '000'],
  ])('vote average %i tenths', (tenths, bits) => {
    const catalogue = withFacts({ voteAverage: Uint8Array.of(tenths, 0) });
    expect(channels(encodePaperBits(catalogue, 'corrected')[0])[1]).toBe(bits);
  });

  test.each([
    [0, 0],
    [99, 0],
    [100, 1],
    [899, 8],
    [900, 9],
    [14075, 9],
  ])('%i votes are bin %i', (votes, bin) => {
    const catalogue = withFacts({ voteCount: Uint32Array.of(votes, 0) });
    expect(channels(encodePaperBits(catalogue, 'corrected')[0])[3].indexOf('1')).toBe(bin);
  });

  test.each([
    ['', 0],
    ['en', 0],
    ['fr', 1],
    ['de', 2],
    ['ja', 3],
    ['it', 4],
    ['es', 6],
    ['pl', 7],
    ['constructor', 7],
  ])('language "%s" is code %i', (code, expected) => {
    const catalogue = withFacts({});
    catalogue.language = Uint8Array.of(catalogue.languages.indexOf(code), 0);
    expect((encodePaperBits(catalogue, 'corrected')[0] >>> 13) & 7).toBe(expected);
  });

  test('without genres of TMDB, those of MovieLens count', () => {
    const catalogue = withFacts({});
    catalogue.genres[0] = (1 << GENRES.indexOf('Drama')) | (1 << GENRES.indexOf('Horror'));
    expect(channels(encodePaperBits(catalogue, 'corrected')[0])[0]).toBe('1000000001');
  });

  test('uses 26 bits', () => {
    const { catalogue } = bundledDataset();
    for (const join of ['corrected', 'published'] as const) {
      const all = encodePaperBits(catalogue, join).reduce((or, word) => or | word, 0);
      expect(all).toBe(2 ** PAPER_BITS - 1);
    }
  });
});

test('data without the published join are refused', () => {
  expect(() => encodePaperBits(makeCatalogue(1, 3), 'published')).toThrow('published join');
});

test('stars are truncated before they are doubled', () => {
  expect([0, 1, 2, 3, 7, 8, 9, 10].map(ratingOnes)).toEqual([0, 0, 2, 2, 6, 8, 8, 10]);
});
