import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/lib/interval';

describe('wilsonInterval', () => {
  it('gives the published bounds when 81 of 263 succeed (Newcombe 1998, table I)', () => {
    const { low, high } = wilsonInterval(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('holds the share, and is narrower, when there are more trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, successes) => {
        fc.pre(successes <= n);
        const { share, low, high } = wilsonInterval(successes, n);
        expect(share).toBe(successes / n);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(low).toBeGreaterThanOrEqual(-1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        const more = wilsonInterval(10 * successes, 10 * n);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});
