import { describe, expect, it } from 'vitest';
import { leadingEigenpairs, symmetricEigenpairs } from '../../src/lib/eigen';
import { alignFactors, polarRotation } from '../../src/lib/procrustes';
import { createRandom } from '../../src/lib/random';

/** A positive semidefinite matrix X Xᵀ. */
function gram(seed: number, n: number, rank: number): Float64Array {
  const random = createRandom(seed);
  const x = Float64Array.from({ length: n * rank }, (_, k) => random.normal() * 2 ** -(k % rank));
  return Float64Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += x[Math.floor(at / n) * rank + k] * x[(at % n) * rank + k];
    return sum;
  });
}

describe('symmetricEigenpairs', () => {
  it('takes a matrix apart into what puts it together again', () => {
    const n = 12;
    const a = gram(1, n, n);
    const { values, vectors } = symmetricEigenpairs(a, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += vectors[i * n + k] * values[k] * vectors[j * n + k];
        expect(sum).toBeCloseTo(a[i * n + j], 8);
      }
    }
    expect([...values]).toEqual([...values].sort((x, y) => y - x));
  });
});

describe('leadingEigenpairs', () => {
  it('agrees with the full decomposition', () => {
    const n = 40;
    const a = gram(2, n, 10);
    const apply = (block: Float64Array, width: number, out: Float64Array) => {
      out.fill(0);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          for (let k = 0; k < width; k++) out[i * width + k] += a[i * n + j] * block[j * width + k];
        }
      }
    };
    const few = leadingEigenpairs(apply, n, 4, 6, createRandom(3));
    const all = symmetricEigenpairs(a, n);
    for (let k = 0; k < 4; k++) {
      expect(few.values[k]).toBeCloseTo(all.values[k], 6);
      let cosine = 0;
      for (let i = 0; i < n; i++) cosine += few.vectors[i * 4 + k] * all.vectors[i * n + k];
      expect(Math.abs(cosine)).toBeCloseTo(1, 6);
    }
  });
});

describe('alignFactors', () => {
  it('undoes any rotation', () => {
    const d = 4;
    const random = createRandom(4);
    const values = Float64Array.from({ length: 50 * d }, () => random.normal());
    const reference = { dimensions: d, values };
    const rotation = polarRotation(
      Float64Array.from({ length: d * d }, () => random.normal()),
      d,
    );
    const turned = new Float64Array(reference.values.length);
    for (let i = 0; i < 50; i++) {
      for (let a = 0; a < d; a++) {
        for (let b = 0; b < d; b++) turned[i * d + b] += reference.values[i * d + a] * rotation[a * d + b];
      }
    }
    const aligned = alignFactors({ dimensions: d, values: turned }, reference, new Float64Array(50).fill(1));
    for (let k = 0; k < turned.length; k++) expect(aligned.values[k]).toBeCloseTo(reference.values[k], 8);
  });
});
