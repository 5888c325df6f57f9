import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunningRatio } from '../../src/worker/live-model';

test('createRunningRatio: gives the mean and its normal interval when all weights are one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 }),
      (values) => {
        const running = createRunningRatio({ root: false });
        for (const value of values) running.add(value, 1);
        const n = values.length;
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
        const { users, value, low, high } = running.point();
        expect(users).toBe(n);
        expect(value).toBeCloseTo(mean, 9);
        expect(high - low).toBeCloseTo(2 * 1.96 * Math.sqrt(variance / n), 6);
      },
    ),
  );
});

test('createRunningRatio: gives the root of the pooled ratio, inside its interval, when a root is asked for', () => {
  const running = createRunningRatio({ root: true });
  running.add(8, 2);
  running.add(2, 8);
  const { value, low, high } = running.point();
  expect(value).toBe(1);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
});
