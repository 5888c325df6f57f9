import { describe, expect, it } from 'vitest';
import { alignFactors, polarRotation } from '../../src/lib/procrustes';
import { createRandom } from '../../src/lib/random';

const D = 3;
const ROWS = 40;
const random = createRandom(7);
const reference = {
  dimensions: D,
  values: Float64Array.from({ length: ROWS * D }, () => random.normal()),
};
const weight = Float64Array.from({ length: ROWS }, () => random.next());

/** Rows turned about the third axis, and the third axis turned round. */
function turned(values: Float64Array, angle: number): Float64Array {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return values.map((_, at) => {
    const [x, y, z] = values.subarray(at - (at % D), at - (at % D) + D);
    return [c * x - s * y, s * x + c * y, -z][at % D];
  });
}

describe('alignFactors', () => {
  it('finds the reference again when it was only turned', () => {
    const aligned = alignFactors({ dimensions: D, values: turned(reference.values, 1.1) }, reference, weight);
    aligned.values.forEach((value, at) => {
      expect(value).toBeCloseTo(reference.values[at], 9);
    });
  });

  it('keeps the length of every row when the two differ', () => {
    const other = Float64Array.from({ length: ROWS * D }, () => random.normal());
    const { values } = alignFactors({ dimensions: D, values: other }, reference, weight);
    for (let row = 0; row < ROWS * D; row += D) {
      const length = (of: Float64Array) => Math.hypot(...of.subarray(row, row + D));
      expect(length(values)).toBeCloseTo(length(other), 9);
    }
  });
});

describe('polarRotation', () => {
  it('is orthogonal when the matrix has full rank', () => {
    const rotation = polarRotation(reference.values.slice(0, D * D), D);
    for (let a = 0; a < D; a++) {
      for (let b = 0; b < D; b++) {
        let sum = 0;
        for (let k = 0; k < D; k++) sum += rotation[a * D + k] * rotation[b * D + k];
        expect(sum).toBeCloseTo(a === b ? 1 : 0, 9);
      }
    }
  });
});
