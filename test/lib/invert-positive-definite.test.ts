import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertPositiveDefinite } from '../../src/lib/invert-positive-definite';
import { createRandom } from '../../src/lib/random';

/** B Bᵀ + I for a random B. */
function positiveDefinite(n: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const b = Float64Array.from({ length: n * n }, () => random.normal());
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < n; k++) sum += b[i * n + k] * b[j * n + k];
      a[i * n + j] = sum;
    }
  }
  return a;
}

describe('invertPositiveDefinite', () => {
  it('inverts a matrix worked out by hand', () => {
    const a = Float64Array.of(3, 1, 1, 3);
    invertPositiveDefinite(a, 2);
    [3 / 8, -1 / 8, -1 / 8, 3 / 8].forEach((value, k) => {
      expect(a[k]).toBeCloseTo(value, 14);
    });
  });

  it('gives the identity when multiplied with the matrix, whatever the size beside its blocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 110 }), fc.nat(), (n, seed) => {
        const a = positiveDefinite(n, seed);
        const inverse = a.slice();
        invertPositiveDefinite(inverse, n);
        let worst = 0;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let k = 0; k < n; k++) sum += a[i * n + k] * inverse[k * n + j];
            worst = Math.max(worst, Math.abs(sum - Number(i === j)));
          }
        }
        expect(worst).toBeLessThan(1e-8);
      }),
      { numRuns: 25 },
    );
  });

  it('reads the lower triangle only', () => {
    const [full, lower] = [positiveDefinite(50, 3), positiveDefinite(50, 3)];
    for (let i = 0; i < 50; i++) for (let j = i + 1; j < 50; j++) lower[i * 50 + j] = Number.NaN;
    invertPositiveDefinite(full, 50);
    invertPositiveDefinite(lower, 50);
    expect(lower).toEqual(full);
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
  });
});
