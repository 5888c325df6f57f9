import { choleskyInPlace } from './linear-algebra';
import type { Random } from './random';

/** Eigenvectors of a symmetric matrix, the largest eigenvalue first. */
export interface Eigenpairs {
  /** Length k, descending. */
  values: Float64Array;
  /** k columns of length n, orthonormal; row-major, n x k. */
  vectors: Float64Array;
}

/** Multiplies a symmetric n x n matrix with a block of `width` columns, row-major: out = A block. */
export type BlockOperator = (block: Float64Array, width: number, out: Float64Array) => void;

/** Extra directions that make the wanted ones converge sooner. */
const OVERSAMPLING = 8;

/**
 * The k leading eigenpairs of a positive semidefinite matrix by subspace iteration with Rayleigh-Ritz
 * (Halko, Martinsson and Tropp 2011, algorithm 4.4). Deterministic in the random source.
 * @param k at most n. @param iterations multiplications before the last; 3 are enough for directions that matter.
 */
export function leadingEigenpairs(
  apply: BlockOperator,
  n: number,
  k: number,
  iterations: number,
  random: Random,
): Eigenpairs {
  const width = Math.min(n, k + OVERSAMPLING);
  let basis = Float64Array.from({ length: n * width }, () => random.normal());
  let image = new Float64Array(n * width);
  for (let i = 0; i < iterations; i++) {
    orthonormalize(basis, n, width);
    apply(basis, width, image);
    [basis, image] = [image, basis];
  }
  orthonormalize(basis, n, width);
  apply(basis, width, image);
  const ritz = symmetricEigenpairs(gramOf(basis, image, n, width), width);
  const count = Math.min(k, width);
  const vectors = new Float64Array(n * count);
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < width; a++) {
      const b = basis[i * width + a];
      for (let j = 0; j < count; j++) vectors[i * count + j] += b * ritz.vectors[a * width + j];
    }
  }
  return { values: ritz.values.slice(0, count), vectors };
}

/** All eigenpairs of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, 8.5). @param a is kept. */
export function symmetricEigenpairs(a: Float64Array, n: number): Eigenpairs {
  const m = a.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const total = m.reduce((sum, x) => sum + x * x, 0);
  for (let sweep = 0; sweep < 50; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) off += m[p * n + q] ** 2;
    if (off <= 1e-22 * total) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(m, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => m[y * n + y] - m[x * n + x] || x - y);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[i * n + to] = v[i * n + from];
  });
  return { values: Float64Array.from(order, (i) => m[i * n + i]), vectors };
}

/** Zeroes m[p][q] by a rotation of rows and columns p, q, and turns the columns of v with it. */
function rotate(m: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const corner = m[p * n + q];
  if (corner === 0) return;
  const tau = (m[q * n + q] - m[p * n + p]) / (2 * corner);
  const tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  const turn = (matrix: Float64Array, x: number, y: number) => {
    const a = matrix[x];
    const b = matrix[y];
    matrix[x] = cosine * a - sine * b;
    matrix[y] = sine * a + cosine * b;
  };
  for (let k = 0; k < n; k++) turn(m, k * n + p, k * n + q);
  for (let k = 0; k < n; k++) turn(m, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q);
}

/** xᵀ y of two n x width blocks, width x width. */
function gramOf(x: Float64Array, y: Float64Array, n: number, width: number): Float64Array {
  const gram = new Float64Array(width * width);
  for (let i = 0, row = 0; i < n; i++, row += width) {
    for (let a = 0; a < width; a++) {
      const value = x[row + a];
      if (value === 0) continue;
      for (let b = 0; b < width; b++) gram[a * width + b] += value * y[row + b];
    }
  }
  return gram;
}

/** Makes the columns orthonormal: B <- B R⁻¹ with RᵀR = BᵀB, twice for accuracy (Cholesky QR). */
function orthonormalize(block: Float64Array, n: number, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const gram = gramOf(block, block, n, width);
    let largest = 0;
    for (let a = 0; a < width; a++) largest = Math.max(largest, gram[a * width + a]);
    // A trace of the identity keeps directions that have died out from stopping the factorization.
    for (let a = 0; a < width; a++) gram[a * width + a] += 1e-13 * largest + 1e-300;
    choleskyInPlace(gram, width);
    for (let i = 0, row = 0; i < n; i++, row += width) {
      for (let a = 0; a < width; a++) {
        let value = block[row + a];
        for (let b = 0; b < a; b++) value -= gram[a * width + b] * block[row + b];
        block[row + a] = value / gram[a * width + a];
      }
    }
  }
}
