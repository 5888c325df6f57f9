import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tieOrder, topK } from '../../src/lib/top-k';

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 });

describe('topK', () => {
  it('equals a full sort, ties included', () => {
    fc.assert(
      fc.property(scores, fc.nat(70), (values, k) => {
        const sorted = [...values.keys()].sort((a, b) => values[b] - values[a] || tieOrder(a, b)).slice(0, k);
        expect(topK(values, k)).toEqual(sorted);
      }),
      { numRuns: 500 },
    );
  });

  it('never chooses what is skipped or not a number', () => {
    expect(topK([1, Number.NaN, 3, 2], 4, (i) => i === 2)).toEqual([3, 0]);
  });

  it('does not order ties by index', () => {
    const order = topK(new Float64Array(50), 50);
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
  });
});
