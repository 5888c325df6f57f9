import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random';
import { fitGateCurve, type GateCurve, gateAt, knotPosition } from '../../../src/wnn/network/gate';

const curve: GateCurve = {
  knots: [0, 3, 15],
  gates: [
    { offset: 0, userBias: 0.2, votes: 0.4, slope: 0 },
    { offset: 1, userBias: 0.4, votes: 0.8, slope: 1 },
    { offset: 3, userBias: 1, votes: 1, slope: 2 },
  ],
};

describe('gateAt', () => {
  it('is the knot itself at a knot, and constant beyond the last', () => {
    expect(gateAt(curve, 3)).toEqual(curve.gates[1]);
    expect(gateAt(curve, 10_000)).toEqual(curve.gates[2]);
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

describe('fitGateCurve', () => {
  it('finds how much short histories are worth', () => {
    const random = createRandom(5);
    const n = 20_000;
    const ratings = Uint32Array.from({ length: n }, (_, r) => (r % 2 === 0 ? 0 : 50));
    const [userBias, votes, slope] = [0, 1, 2].map(() =>
      Float32Array.from({ length: n }, () => random.normal()),
    );
    const target = Float32Array.from({ length: n }, (_, r) => {
      const trust = ratings[r] === 0 ? 0.2 : 0.9;
      return 0.1 + trust * userBias[r] + trust * votes[r] + slope[r] + 0.1 * random.normal();
    });
    const fitted = fitGateCurve({ ratings, userBias, votes, slope, target });
    expect(gateAt(fitted, 0).votes).toBeCloseTo(0.2, 1);
    expect(gateAt(fitted, 50).votes).toBeCloseTo(0.9, 1);
    expect(gateAt(fitted, 50).userBias).toBeCloseTo(0.9, 1);
    expect(gateAt(fitted, 50).offset).toBeCloseTo(0.1, 1);
    expect(gateAt(fitted, 0).slope).toBeCloseTo(1, 1);
  });
});
