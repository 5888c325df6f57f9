import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitItemEffects } from '../../../src/data/item-effects';
import { decodeNetwork } from '../../../src/wnn/network/assembly';
import { type AskableFilms, nextFilms } from '../../../src/wnn/personal/asking/next-films';
import type { RateQueueInput } from '../../../src/wnn/personal/asking/rate-queue';
import { type AskedFilm, seenChances } from '../../../src/wnn/personal/asking/seen-chance';
import { TasteDoubt } from '../../../src/wnn/personal/asking/taste-doubt';
import { createGramSums, writeGram } from '../../../src/wnn/personal/gram-memory';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

const FILMS = 60;
const dataset = makeDataset(3, FILMS);
const { catalogue, ratings } = dataset;
const effects = fitItemEffects(catalogue, ratings);
const network = decodeNetwork(catalogue, effects, smallNetwork(dataset), ratings);
const films: AskableFilms = { catalogue, effects, ratings, network };

const FRESH: RateQueueInput = { judgements: [], seed: 1, keep: [], skipped: [], count: 6 };

const plan = (input: Partial<RateQueueInput> = {}) => nextFilms(films, { ...FRESH, ...input });

const judgementLists = fc.uniqueArray(fc.nat(FILMS - 1), { maxLength: FILMS }).chain((items) =>
  fc
    .array(fc.constantFrom<string>('like', 'so-so', 'dislike', 'unseen'), {
      minLength: items.length,
      maxLength: items.length,
    })
    .map((kinds) => items.map((item, n): AskedFilm => ({ item, kind: kinds[n] }))),
);

test('rate queue: asks for no film twice when films were judged, not seen or skipped', () => {
  const items = fc.uniqueArray(fc.nat(FILMS - 1), { maxLength: 5 });
  fc.assert(
    fc.property(judgementLists, items, items, (judgements, keep, skipped) => {
      const planned = plan({ judgements, keep, skipped });
      const judged = new Set(judgements.map(({ item }) => item));
      expect(new Set(planned).size).toBe(planned.length);
      for (const item of planned) {
        expect(judged).not.toContain(item);
        if (!keep.includes(item)) expect(skipped).not.toContain(item);
      }
      const left = FILMS - new Set([...judged, ...skipped.filter((item) => !keep.includes(item))]).size;
      expect(planned).toHaveLength(Math.min(6, left));
    }),
    { numRuns: 60 },
  );
});

test('rate queue: gives the same films, kept ones in front, when the state is the same', () => {
  fc.assert(
    fc.property(judgementLists, (judgements) => {
      const planned = plan({ judgements });
      expect(plan({ judgements })).toEqual(planned);
      const [shown, next] = planned;
      const kept = [shown, next].filter((item) => item !== undefined);
      const more: AskedFilm[] = [];
      const other = planned.at(-1);
      if (other !== undefined && !kept.includes(other)) more.push({ item: other, kind: 'like' });
      expect(plan({ judgements: [...more, ...judgements], keep: kept }).slice(0, kept.length)).toEqual(kept);
    }),
    { numRuns: 40 },
  );
});

test('rate queue: asks for films that many know when nothing was said', () => {
  const known = [...effects.ratings].sort((a, b) => b - a)[FILMS / 2];
  for (const item of plan()) expect(effects.ratings[item]).toBeGreaterThanOrEqual(known);
});

test('rate queue: asks in another order when the seed is another', () => {
  const orders = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => plan({ seed }).join()));
  expect(orders.size).toBeGreaterThan(1);
});

test('rate queue: has neighbours that differ more in genre or decade when planned than when ordered by worth alone', () => {
  const planned = plan({ count: 8 });
  const genres = planned.map((item) => catalogue.genres[item]);
  const repeats = genres.filter((mask, n) => n > 0 && mask === genres[n - 1]);
  expect(repeats).toEqual([]);
});

test('rate queue: asks for films that tell more than those as well known when much was said', () => {
  const judgements = Array.from({ length: 24 }, (_, n) => ({
    item: 2 * n,
    kind: n % 3 ? 'like' : 'dislike',
  }));
  const { gram } = network.rating ?? expect.fail();
  const sums = createGramSums(gram);
  for (const { item } of judgements) writeGram(sums, gram, item, 0, 1);
  const doubt = new TasteDoubt(sums, gram);
  const chance = seenChances(ratings, effects.ratings, judgements);
  const worth = (item: number) => chance[item] * doubt.of(item);
  const judged = new Set(judgements.map(({ item }) => item));
  const left = Array.from({ length: FILMS }, (_, item) => item).filter((item) => !judged.has(item));
  const mean = (items: number[]) => items.reduce((sum, item) => sum + worth(item), 0) / items.length;
  expect(mean(plan({ judgements }))).toBeGreaterThan(1.1 * mean(left));
});

test('rate queue: asks the same whatever was answered of the films that were seen', () => {
  fc.assert(
    fc.property(judgementLists, (judgements) => {
      const liked = judgements.map(({ item, kind }) => ({ item, kind: kind === 'unseen' ? kind : 'like' }));
      expect(plan({ judgements: liked })).toEqual(plan({ judgements }));
    }),
    { numRuns: 40 },
  );
});

test('rate queue: turns to films that the same people saw when some were seen and others not', () => {
  // One half of the people rated the even films, the other half the odd ones.
  const half = FILMS / 2;
  const crowds: AskableFilms = {
    catalogue,
    effects: { ratings: new Uint32Array(FILMS).fill(5) },
    ratings: {
      userCount: 10,
      offsets: Uint32Array.from({ length: 11 }, (_, u) => half * u),
      item: Uint32Array.from({ length: 10 * half }, (_, r) => 2 * (r % half) + (Math.floor(r / half) % 2)),
    },
    network: { rating: null },
  };
  const even = (kind: string) =>
    nextFilms(crowds, { ...FRESH, judgements: [{ item: 4, kind }] }).filter((item) => item % 2 === 0).length;
  expect(even('dislike')).toBe(6);
  expect(even('unseen')).toBe(0);
});
