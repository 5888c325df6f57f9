import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateCurve, gateAt, knotPosition } from '../../../src/wnn/network/gate';

const curve: GateCurve<'offset' | 'votes'> = {
  knots: [0, 3, 15],
  parts: ['offset', 'votes'],
  weights: Float64Array.of(0, 0.4, 1, 0.8, 3, 1),
};

describe('gateAt', () => {
  it('is the knot itself at a knot, and constant beyond the last', () => {
    expect(gateAt(curve, 3)).toEqual({ offset: 1, votes: 0.8 });
    expect(gateAt(curve, 10_000)).toEqual({ offset: 3, votes: 1 });
  });

  it('is halfway in log(1 + n) between knots', () => {
    expect(gateAt(curve, 7).offset).toBeCloseTo(2);
    expect(gateAt(curve, 1).votes).toBeCloseTo(0.6);
  });

  it('never leaves the interval of its two knots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (n) => {
        const { index, share } = knotPosition(curve.knots, n);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(index).toBeLessThan(curve.knots.length);
      }),
    );
  });
});
