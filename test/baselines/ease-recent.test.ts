import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEaseRecent } from '../../src/baselines/lists/ease-recent';
import { weightsByAge } from '../../src/baselines/lists/list-recommender';
import { likesMatrix } from '../../src/data/rating-matrix';
import { fitEase } from '../../src/lib/ease';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, items, plainTraining, ratingsOf } from './toy';

const PLAIN = { watched: 0, prior: 0, likesExponent: 0 };

describe('weightsByAge', () => {
  it('halves with every half-life since, and gives the last entry 1', () => {
    expect([...weightsByAge(4, 1)]).toEqual([0.125, 0.25, 0.5, 1]);
    expect(weightsByAge(3, 2)[0]).toBe(0.5);
  });

  it('gives ones without a half-life', () => {
    expect([...weightsByAge(3, Number.POSITIVE_INFINITY)]).toEqual([1, 1, 1]);
  });
});

describe('ease with weights', () => {
  it.each(['users', 'items'] as const)('is the sum of what each film says alone, by %s', (by) => {
    const given = fc.record({ seed: fc.nat(), first: fc.double({ min: 0, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(given, ({ seed, first }) => {
        const { catalogue, ratings } = makeDataset(seed, 25, 20);
        const score = fitEase(likesMatrix(ratings, catalogue.count), 5, by);
        const together = score(items(2, 7), Float64Array.of(first, 0.5));
        const [one, other] = [score(items(2)), score(items(7))];
        together.forEach((value, j) => {
          expect(value).toBeCloseTo(first * one[j] + 0.5 * other[j], 9);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('ease-recent', () => {
  const ratings = ratingsOf(
    [
      [0, 5],
      [1, 4],
      [2, 2],
    ],
    [[0, 4]],
    [
      [1, 5],
      [2, 5],
    ],
  );
  const rank = (options: Parameters<typeof createEaseRecent>[1], ...history: [number, number][]) =>
    createEaseRecent('ease-recent', options)
      .fit(plainTraining(ratings, 3), [])
      .personalize(historyOf(...history), 1, 0)
      .rank?.() ?? new Float64Array(0);

  it('is ease where nothing is forgotten, watched, or held back', () => {
    const history: [number, number][] = [
      [0, 5],
      [1, 1],
      [2, 4],
    ];
    const expected = fitEase(likesMatrix(ratings, 3), 2)(items(0, 2));
    const scores = rank({ ...PLAIN, lambda: 2, halfLife: Number.POSITIVE_INFINITY }, ...history);
    scores.forEach((score, j) => {
      expect(score).toBeCloseTo(expected[j], 7);
    });
  });

  it('lets a like count half once another half-life of likes has passed; what is not liked does not age it', () => {
    const score = fitEase(likesMatrix(ratings, 3), 2);
    const [first, last] = [score(items(0)), score(items(2))];
    const scores = rank({ ...PLAIN, lambda: 2, halfLife: 1 }, [0, 5], [1, 2], [2, 4]);
    scores.forEach((value, j) => {
      expect(value).toBeCloseTo(0.5 * first[j] + last[j], 7);
    });
  });

  it('hears films that were watched and not liked only where it is told to', () => {
    const silent = rank({ ...PLAIN }, [0, 2]);
    const heard = rank({ ...PLAIN, watched: 1 }, [0, 2]);
    expect(Math.max(...silent)).toBeLessThan(1e-6);
    // Film 1 is watched by all who watched film 0 but one.
    expect(heard[1]).toBeGreaterThan(1e-4);
  });

  it('divides by the likes of a film, and adds their logarithm, as told', () => {
    const [plain, divided, added] = [
      rank({ ...PLAIN }, [0, 5]),
      rank({ ...PLAIN, likesExponent: 1 }, [0, 5]),
      rank({ ...PLAIN, prior: 2 }, [0, 5]),
    ];
    // Two likes of film 1.
    expect(divided[1]).toBeCloseTo(plain[1] / 3, 7);
    expect(added[1]).toBeCloseTo(plain[1] + 2 * Math.log(3), 7);
  });
});
