import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalogue, GENRES } from '../../../src/data/catalogue';
import { type UnratedFilm, withFilms } from '../../../src/data/films/own-films';
import { effectsOf } from '../../../src/data/item-effects';
import { countRatings } from '../../../src/data/public-counts';
import { explainRanking } from '../../../src/wnn/inspect/explain';
import { withAddedFilms } from '../../../src/wnn/network/added-films';
import { networkOf } from '../../../src/wnn/network/assembly';
import type { Network } from '../../../src/wnn/network/network';
import { NO_CELL } from '../../../src/wnn/network/node-bank';
import { ratingNeighbours } from '../../../src/wnn/network/rating-neighbours';
import { retinaOf } from '../../../src/wnn/network/retina';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { catalogue, effects, RANKING, RATING, ratings } from '../../fixtures/small-parts';

const neighbours = ratingNeighbours(ratings, effects);
const networks: Record<string, Network> = {
  hybrid: networkOf(catalogue, effects, { rating: RATING.clicks, ranking: RANKING }, neighbours),
  facts: networkOf(catalogue, effects, { rating: RATING.likes, ranking: null }, null),
};

const film = (movieId: number): fc.Arbitrary<UnratedFilm> =>
  fc.record({
    movieId: fc.constant(movieId),
    title: fc.constant(`Film ${movieId}`),
    year: fc.constantFrom(0, 1925, 1984, 2024),
    genres: fc.subarray([...GENRES], { maxLength: 4 }),
    tmdbId: fc.constantFrom(0, 5),
    imdbId: fc.constant(0),
  });
const films = fc
  .uniqueArray(fc.integer({ min: 3_000_000_000, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 5 })
  .chain((ids) => fc.tuple(...ids.sort((a, b) => a - b).map(film)));
const answers = fc.array(fc.tuple(fc.nat(), fc.constantFrom('like', 'so-so', 'dislike', 'unseen')), {
  maxLength: 25,
});

/** @param count of films that answers may be of */
function taught(network: Network, count: number, told: readonly [number, string][]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [n, answer] of told) model.answer(n % count, answer);
  return model;
}

const rows = (of: Catalogue) => retinaOf(of).words;

describe.each(Object.entries(networks))('films nobody has rated: %s', (_, network) => {
  test('the network: keeps every cell, number and coordinate of its own films', () => {
    fc.assert(
      fc.property(films, (added) => {
        const whole = withFilms(catalogue, added);
        const grown = withAddedFilms(network, catalogue, whole);
        const { count } = catalogue;
        expect(grown.bank.firstCell).toEqual(network.bank.firstCell);
        for (let t = 0; t < network.bank.nodeCount; t++) {
          const own = network.bank.cell.subarray(t * count, (t + 1) * count);
          expect(grown.bank.cell.subarray(t * whole.count, t * whole.count + count)).toEqual(own);
        }
        expect(grown.retina).toEqual(retinaOf(whole));
        expect(rows(whole).subarray(0, rows(catalogue).length)).toEqual(rows(catalogue));
        expect(grown.rating?.gram.coordinates.subarray(0, network.rating?.gram.coordinates.length)).toEqual(
          network.rating?.gram.coordinates,
        );
        expect(grown.ranking).toEqual(network.ranking);
        expect(grown.checksum).not.toBe(network.checksum);
      }),
      { numRuns: 20 },
    );
  });

  test('an added film: has the cell of a film that looks the same to the node, and none where no two do or it is not known', () => {
    fc.assert(
      fc.property(films, (added) => {
        const whole = withFilms(catalogue, added);
        const grown = withAddedFilms(network, catalogue, whole);
        const { bits, words, wordsPerItem } = retinaOf(whole);
        const has = (item: number, bit: number) =>
          (words[item * wordsPerItem + (bit >>> 5)] >>> (bit & 31)) & 1;
        const knows = (item: number, bit: number) => {
          const family = bits[bit]?.family;
          if (family === 'genre') return whole.genres[item] > 0;
          return family === 'year' ? whole.year[item] > 0 : family === 'keyword';
        };
        network.addressing.tuples.forEach((tuple, t) => {
          for (let item = catalogue.count; item < whole.count; item++) {
            const same = Array.from({ length: catalogue.count }, (_, other) => other).filter((other) =>
              tuple.bits.every((bit) => has(item, bit) === has(other, bit)),
            );
            const cells = new Set(same.map((other) => grown.bank.cell[t * whole.count + other]));
            const cell = grown.bank.cell[t * whole.count + item];
            if (same.length < 2 || !tuple.bits.every((bit) => knows(item, bit))) expect(cell).toBe(NO_CELL);
            else expect([...cells]).toEqual([cell]);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  test('effects: are those of counts in which nobody rated the added films', () => {
    fc.assert(
      fc.property(films, (added) => {
        const whole = withFilms(catalogue, added);
        const { effects: grown } = withAddedFilms(network, catalogue, whole);
        expect(grown).toEqual(effectsOf(whole, countRatings(ratings, whole.count)));
        expect(grown.bias.subarray(0, catalogue.count)).toEqual(effects.bias);
        expect(grown.likeRate.subarray(0, catalogue.count)).toEqual(effects.likeRate);
      }),
      { numRuns: 20 },
    );
  });

  test('a model: holds the same bytes and scores of other films with added films as without', () => {
    fc.assert(
      fc.property(films, answers, (added, told) => {
        const whole = withFilms(catalogue, added);
        const plain = taught(network, catalogue.count, told);
        const grown = taught(withAddedFilms(network, catalogue, whole), catalogue.count, told);
        expect(grown.stateBytes()).toEqual(plain.stateBytes());
        expect(grown.rankingScores().subarray(0, catalogue.count)).toEqual(plain.rankingScores());
        for (const item of [0, 7, catalogue.count - 1])
          expect(grown.readout()?.shift(item)).toEqual(plain.readout()?.shift(item));
      }),
      { numRuns: 30 },
    );
  });

  test('a model: is, byte for byte, what it was when answers about added films are unlearned', () => {
    fc.assert(
      fc.property(films, answers, answers, (added, told, more) => {
        const whole = withFilms(catalogue, added);
        const grown = withAddedFilms(network, catalogue, whole);
        const model = taught(grown, catalogue.count, told);
        const before = model.stateBytes();
        for (const [n, answer] of more) model.answer(catalogue.count + (n % added.length), answer);
        for (let item = catalogue.count; item < whole.count; item++) model.forget(item);
        expect(model.stateBytes()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test('explanations: add up to the score with added films among the answers and of them', () => {
    fc.assert(
      fc.property(films, answers, (added, told) => {
        const whole = withFilms(catalogue, added);
        const grown = withAddedFilms(network, catalogue, whole);
        const model = taught(grown, whole.count, [...told, [catalogue.count, 'like']]);
        const scores = model.rankingScores();
        for (const item of [0, 5, catalogue.count, whole.count - 1]) {
          const { score, start, contributions } = explainRanking(model, item);
          expect(score).toBe(scores[item]);
          expect(contributions.reduce((sum, { amount }) => sum + amount, start)).toBe(score);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('withFilms: is the catalogue itself when there are no films, and refuses ids that do not ascend', () => {
  expect(withFilms(catalogue, [])).toBe(catalogue);
  const [one] = fc.sample(film(3_000_000_000), 1);
  expect(() => withFilms(catalogue, [one, one])).toThrow(RangeError);
});
