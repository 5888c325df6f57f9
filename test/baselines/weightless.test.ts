import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BTHOWEN_RATINGS,
  bestThreshold,
  createBthowen,
  differenceAt,
  FilterAddresses,
  learnClicks,
} from '../../src/baselines/weightless/bthowen';
import { dealTuples } from '../../src/baselines/weightless/tuples';
import { classesOf } from '../../src/baselines/weightless/voter';
import { createWisard, WISARD_RATINGS } from '../../src/baselines/weightless/wisard';
import { createRandom } from '../../src/lib/random';
import { hasBit, retinaOf } from '../../src/wnn/network/retina';
import { makeCatalogue, makeDataset } from '../fixtures/small-world';
import { historyOf, plainTraining } from './toy';

const catalogue = makeCatalogue(2, 30);
const retina = retinaOf(catalogue);

describe('dealTuples', () => {
  it('shows every bit of every film once', () => {
    for (const width of [1, 5, 16]) {
      const { tuples, address } = dealTuples(retina, width, createRandom(1));
      expect(tuples).toBe(Math.ceil(retina.bits.length / width));
      for (let i = 0; i < retina.itemCount; i++) {
        const shown = [...address.subarray(i * tuples, (i + 1) * tuples)].join(' ');
        const ones = shown.split(' ').reduce((sum, cell) => sum + onesIn(Number(cell)), 0);
        expect(ones).toBe(retina.bits.filter((_, bit) => hasBit(retina, i, bit)).length);
      }
    }
  });

  const onesIn = (value: number) => value.toString(2).replaceAll('0', '').length;
});

describe('classes', () => {
  const expected = new Float64Array(3).fill(3);
  it('are verdicts, or what lies above the expectation of film and user', () => {
    const history = historyOf([0, 5], [1, 4], [2, 3]);
    const stars = { feedback: 'stars' } as const;
    expect([...classesOf(history, 'verdict', expected, stars).like]).toEqual([1, 1, 0]);
    // b_u = (2 + 1 + 0) / (3 + 3).
    expect([...classesOf(history, 'deviation', expected, stars).like]).toEqual([1, 1, 0]);
    expect([...classesOf(historyOf([0, 4], [1, 3]), 'deviation', expected, stars).like]).toEqual([1, 0]);
  });

  it('leave out what was found so-so when clicks are taught', () => {
    const history = historyOf([0, 4.5], [1, 3], [2, 1.5]);
    const { item, like } = classesOf(history, 'verdict', expected, { feedback: 'clicks' });
    expect([[...item], [...like]]).toEqual([
      [0, 2],
      [1, 0],
    ]);
  });
});

describe('wisard', () => {
  it('raises what looks like a like and lowers what looks like a dislike', () => {
    const { ratings } = makeDataset(2, 30, 20);
    const training = { ...plainTraining(ratings, 30), catalogue };
    const wisard = createWisard(WISARD_RATINGS, { classes: 'verdict' });
    const before = wisard.fit(training, []).personalize(historyOf([4, 5]), 1, 0);
    const after = wisard.fit(training, []).personalize(historyOf([4, 5], [9, 1]), 1, 0);
    const [first] = before.rank?.().subarray(4, 5) ?? [];
    const [disliked] = after.rank?.().subarray(9, 10) ?? [];
    expect(first).toBeGreaterThan(0.99);
    expect(disliked).toBeLessThan(0);
  });
});

describe('bthowen', () => {
  const filters = new FilterAddresses({ catalogue }, { width: 10, counters: 16, hashes: 3 }, createRandom(6));
  const everything = () => true;
  const clicks = fc
    .uniqueArray(fc.integer({ min: 0, max: catalogue.count - 1 }), { minLength: 1, maxLength: 25 })
    .chain((films) =>
      fc.tuple(
        fc.constant(Uint32Array.from(films)),
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: films.length, maxLength: films.length }),
      ),
    );

  it('never says less often than is so that a film was learned, and conservatively never more than counting', () => {
    fc.assert(
      fc.property(clicks, ([films, classes]) => {
        const like = Uint8Array.from(classes, () => 1);
        const [raised, counted] = [true, false].map((mode) =>
          learnClicks(filters, films, like, everything, mode),
        );
        for (const film of films) expect(differenceAt(filters, raised, film, 1)).toBe(1);
        raised.forEach((count, k) => {
          expect(count).toBeLessThanOrEqual(counted[k]);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('by plain counting holds the same in any order, and what is left after counting down', () => {
    fc.assert(
      fc.property(clicks, ([films, classes]) => {
        const like = Uint8Array.from(classes);
        const all = learnClicks(filters, films, like, everything, false);
        const backwards = learnClicks(
          filters,
          films.slice().reverse(),
          like.slice().reverse(),
          everything,
          false,
        );
        expect(backwards).toEqual(all);
        const first = learnClicks(filters, films, like, (r) => r === 0, false);
        const rest = learnClicks(filters, films, like, (r) => r !== 0, false);
        expect(all.map((count, k) => count - first[k])).toEqual(rest);
      }),
      { numRuns: 50 },
    );
  });

  it('as published depends on the order: what was learned cannot be counted down', () => {
    const films = Uint32Array.from({ length: 20 }, (_, i) => i);
    const like = new Uint8Array(20).fill(1);
    const forwards = learnClicks(filters, films, like, everything, true);
    const backwards = learnClicks(filters, films.slice().reverse(), like, everything, true);
    expect(forwards).not.toEqual(backwards);
  });

  it('asks for more evidence where less misleads', () => {
    // With one counter a filter, every film is every other: only a threshold above both dislikes hears the seven likes.
    const blind = new FilterAddresses({ catalogue }, { width: 10, counters: 1, hashes: 1 }, createRandom(1));
    const films = Uint32Array.from({ length: 9 }, (_, i) => i);
    const like = Uint8Array.of(1, 1, 1, 0, 1, 1, 0, 1, 1);
    expect(bestThreshold(blind, films, like, false)).toBe(3);
    expect(bestThreshold(blind, films.subarray(0, 0), like, false)).toBe(1);
  });

  it('takes the mean vote of training users off where it is told to', () => {
    const { ratings } = makeDataset(2, 30, 20);
    const training = { ...plainTraining(ratings, 30), catalogue };
    const [own, beyond] = [0, 1].map((publicShare) =>
      createBthowen(true, BTHOWEN_RATINGS, { publicShare }).fit(training, []),
    );
    const usual = (history: ReturnType<typeof historyOf>) => {
      const [a, b] = [own, beyond].map((model) => model.personalize(history, 1, 0).rank?.() ?? []);
      return Array.from(a, (value, i) => value - b[i]);
    };
    const [first, second] = [usual(historyOf([1, 5])), usual(historyOf([2, 1], [3, 4]))];
    first.forEach((value, i) => {
      expect(value).toBeCloseTo(second[i], 9);
    });
    expect(Math.max(...first.map(Math.abs))).toBeGreaterThan(0.01);
  });
});
