import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random';
import { fitGateCurve } from '../../../src/wnn/fit/ratings/gate-fit';
import { gateAt } from '../../../src/wnn/network/gate';

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
    const offset = new Float32Array(n).fill(1);
    const parts = {
      offset: { values: offset, prior: 0 },
      userBias: { values: userBias, prior: 1 },
      votes: { values: votes, prior: 1 },
      slope: { values: slope, prior: 1 },
    };
    const fitted = fitGateCurve({ ratings, parts, target });
    expect(gateAt(fitted, 0).votes).toBeCloseTo(0.2, 1);
    expect(gateAt(fitted, 50).votes).toBeCloseTo(0.9, 1);
    expect(gateAt(fitted, 50).userBias).toBeCloseTo(0.9, 1);
    expect(gateAt(fitted, 50).offset).toBeCloseTo(0.1, 1);
    expect(gateAt(fitted, 0).slope).toBeCloseTo(1, 1);
  });
});
