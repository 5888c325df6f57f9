import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRise } from '../../src/ui/recommend/order/longest-rise';

/** Length of the longest rise, by looking at every pair. */
function longestLength(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, at) => {
    lengths[at] = 1 + Math.max(0, ...lengths.filter((_, before) => values[before] < value));
  });
  return Math.max(0, ...lengths);
}

test('longestRise: leaves out the one that fell when the first went to the end', () => {
  expect(longestRise([1, 2, 3, 4, 0])).toEqual([0, 1, 2, 3]);
  expect(longestRise([4, 0, 1, 2, 3])).toEqual([1, 2, 3, 4]);
  expect(longestRise([])).toEqual([]);
});

test('longestRise: rises strictly, and no other rise is longer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }), (values) => {
      const rise = longestRise(values);
      for (let n = 1; n < rise.length; n++) {
        expect(rise[n]).toBeGreaterThan(rise[n - 1]);
        expect(values[rise[n]]).toBeGreaterThan(values[rise[n - 1]]);
      }
      expect(rise).toHaveLength(longestLength(values));
    }),
  );
});
