import { type BlockOperator, leadingEigenpairs } from './eigen';
import type { Random } from './random';

/** B ~ left right^T, both n x rank, row-major. */
export interface LowRank {
  left: Float64Array;
  right: Float64Array;
}

/** Directions beyond the wanted ones for which there is room. */
const ROOM = 64;

/**
 * The best product of low rank (Eckart and Young 1936): the leading singular vectors of a square matrix, each side times the
 * root of its singular value, by subspace iteration on B B^T.
 * @param b n x n, row-major. @param rank at most n. @param iterations see `leadingEigenpairs`.
 */
export function lowRankOf(
  b: Float32Array,
  n: number,
  rank: number,
  iterations: number,
  random: Random,
): LowRank {
  const middle = new Float64Array(n * (rank + ROOM));
  const square: BlockOperator = (block, width, out) => {
    const half = middle.subarray(0, n * width);
    multiplyTransposed(b, n, block, width, half);
    multiply(b, n, half, width, out);
  };
  const { values, vectors: left } = leadingEigenpairs(square, n, rank, iterations, random);
  const right = new Float64Array(n * rank);
  multiplyTransposed(b, n, left, rank, right);
  // The columns of B^T U are V times the singular value.
  for (let k = 0; k < rank; k++) {
    const root = Math.sqrt(Math.sqrt(Math.max(values[k], 0)));
    for (let i = 0, at = k; i < n; i++, at += rank) {
      left[at] *= root;
      right[at] = root > 0 ? right[at] / root : 0;
    }
  }
  return { left, right };
}

/** out = B block, `width` columns. */
function multiply(b: Float32Array, n: number, block: Float64Array, width: number, out: Float64Array): void {
  out.fill(0);
  for (let i = 0, at = 0; i < n; i++) {
    const row = i * width;
    for (let j = 0, other = 0; j < n; j++, at++, other += width) {
      const value = b[at];
      if (value === 0) continue;
      for (let k = 0; k < width; k++) out[row + k] += value * block[other + k];
    }
  }
}

/** out = B^T block, `width` columns. */
function multiplyTransposed(
  b: Float32Array,
  n: number,
  block: Float64Array,
  width: number,
  out: Float64Array,
): void {
  out.fill(0);
  for (let i = 0, at = 0; i < n; i++) {
    const row = i * width;
    for (let j = 0, other = 0; j < n; j++, at++, other += width) {
      const value = b[at];
      if (value === 0) continue;
      for (let k = 0; k < width; k++) out[other + k] += value * block[row + k];
    }
  }
}
