import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFtrl } from '../../src/baselines/weighted/ftrl';
import { FtrlWeights } from '../../src/baselines/weighted/ftrl-weights';
import type { FeatureRows } from '../../src/lib/gaussian/gaussian-posterior';
import { historyOf, items, plainTraining, ratingsOf } from './toy';

/** One film with one feature. */
const ONE: FeatureRows = {
  ...{ width: 1, offsets: Uint32Array.of(0, 1), column: Uint16Array.of(0), value: Float64Array.of(2) },
};

describe('FtrlWeights', () => {
  it('takes the first step of the paper, worked out by hand', () => {
    const weights = new FtrlWeights(ONE, { rate: 0.5, smoothing: 1, l1: 0.25, l2: 3 });
    weights.step(0, -1.5);
    // g = -3: z = -3, n = 9; w = (3 - .25) / ((1 + 3) / .5 + 3).
    expect(weights.values[0]).toBeCloseTo(2.75 / 11, 15);
    expect(weights.sum(0)).toBeCloseTo(5.5 / 11, 15);
    weights.step(0, 2);
    // g = 4: z = -3 + 4 - (5 - 3) / .5 · .25 = 0: within l1.
    expect(weights.values[0]).toBe(0);
  });

  it('minimizes what it is named after: all gradients so far, held to every weight before', () => {
    const given = fc.record({
      rate: fc.double({ min: 0.01, max: 1, noNaN: true }),
      l1: fc.double({ min: 0, max: 1, noNaN: true }),
      l2: fc.double({ min: 0, max: 5, noNaN: true }),
      errors: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(given, ({ rate, l1, l2, errors }) => {
        const smoothing = 0.7;
        const weights = new FtrlWeights(ONE, { rate, smoothing, l1, l2 });
        const steps: { gradient: number; pull: number; at: number }[] = [];
        let squares = 0;
        for (const error of errors) {
          const gradient = 2 * error;
          const before = Math.sqrt(squares);
          squares += gradient * gradient;
          steps.push({ gradient, pull: (Math.sqrt(squares) - before) / rate, at: weights.values[0] });
          weights.step(0, error);
        }
        // w · sum g + 1/2 sum sigma (w - w_s)² + l1 |w| + (l2 + beta / alpha) w² / 2
        const cost = (w: number) =>
          steps.reduce((sum, { gradient, pull, at }) => sum + gradient * w + (pull * (w - at) ** 2) / 2, 0) +
          l1 * Math.abs(w) +
          ((l2 + smoothing / rate) * w * w) / 2;
        const reached = cost(weights.values[0]);
        for (const away of [-0.1, -1e-3, 1e-3, 0.1]) {
          expect(cost(weights.values[0] + away)).toBeGreaterThanOrEqual(reached - 1e-9);
        }
      }),
    );
  });
});

describe('ftrl', () => {
  const everyone = ratingsOf(
    [
      [0, 5],
      [1, 5],
      [2, 4.5],
    ],
    [
      [0, 4.5],
      [3, 5],
    ],
  );
  const alone = [{ ratings: 1, userBias: 0, votes: 1 }];
  const taughtIn = (rounds: number, feedback: 'stars' | 'likes' = 'stars') =>
    createFtrl({ rate: 0.05, l1: 0, rounds, gates: alone }).fit(
      { ...plainTraining(everyone, 5), feedback },
      [],
    );
  const predict = (fitted: ReturnType<typeof taughtIn>, ...history: [number, number][]) =>
    fitted.personalize(historyOf(...history), 1, 0).predict(items(0, 1, 2, 3, 4));

  it('says what is expected of films where neither others nor the user have moved a weight', () => {
    expect([...predict(taughtIn(0))]).toEqual([3, 3, 3, 3, 3]);
    expect([...predict(taughtIn(0, 'likes'))]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it('starts where others have come to', () => {
    expect(Math.min(...predict(taughtIn(1)))).toBeGreaterThan(3);
    expect(Math.min(...predict(taughtIn(1, 'likes')))).toBeGreaterThan(0.5);
  });

  it('moves toward what it is taught, and stays a chance when it is taught likes', () => {
    const up = predict(taughtIn(0), [0, 5]);
    const down = predict(taughtIn(0), [0, 1]);
    expect(up[0]).toBeGreaterThan(3);
    expect(down[0]).toBeLessThan(3);
    const sure = Array.from({ length: 5 }, (_, item): [number, number] => [item, 5]);
    const chances = predict(taughtIn(3, 'likes'), ...sure);
    expect(Math.max(...chances)).toBeLessThan(1);
    expect(Math.min(...chances)).toBeGreaterThan(0.5);
  });

  it('ends elsewhere when the same ratings come in another order', () => {
    const there = predict(taughtIn(0), [0, 5], [1, 1]);
    const back = predict(taughtIn(0), [1, 1], [0, 5]);
    expect([...there]).not.toEqual([...back]);
  });
});
