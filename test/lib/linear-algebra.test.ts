import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveSymmetric } from '../../src/lib/linear-algebra';

describe('solveSymmetric', () => {
  it('solves a system worked out by hand', () => {
    // [4 2; 2 3] x = [10; 8] has the solution x = [7/4, 3/2].
    const x = solveSymmetric(Float64Array.of(4, 2, 2, 3), 2, Float64Array.of(10, 8));
    expect(x[0]).toBeCloseTo(1.75, 12);
    expect(x[1]).toBeCloseTo(1.5, 12);
  });

  it('satisfies the equations for any positive definite matrix', () => {
    const size = 5;
    const entries = fc.array(fc.integer({ min: -9, max: 9 }), {
      minLength: size * size,
      maxLength: size * size,
    });
    const right = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(entries, right, (b, y) => {
        // A = B Bᵀ + I is positive definite.
        const a = new Float64Array(size * size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            a[i * size + j] = i === j ? 1 : 0;
            for (let k = 0; k < size; k++) a[i * size + j] += b[i * size + k] * b[j * size + k];
          }
        }
        const x = solveSymmetric(a.slice(), size, Float64Array.from(y));
        for (let i = 0; i < size; i++) {
          let product = 0;
          for (let j = 0; j < size; j++) product += a[i * size + j] * x[j];
          expect(product).toBeCloseTo(y[i], 6);
        }
      }),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => solveSymmetric(Float64Array.of(1, 2, 2, 1), 2, Float64Array.of(1, 1))).toThrow(RangeError);
  });
});
