/**
 * Factors a symmetric positive definite matrix in place: A = L Lᵀ, L in the lower triangle (Cholesky–Banachiewicz).
 * @param a n x n, row-major; only the lower triangle is read.
 * @throws RangeError if the matrix is not positive definite.
 */
export function choleskyInPlace(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      if (i === j) {
        if (!(sum > 0)) throw new RangeError('The matrix is not positive definite.');
        a[i * n + i] = Math.sqrt(sum);
      } else {
        a[i * n + j] = sum / a[j * n + j];
      }
    }
  }
}

/** Solves L Lᵀ x = b in place, for a factor made by `choleskyInPlace`. @param b length n, becomes x. */
export function solveFactored(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * b[k];
    b[i] = sum / l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i] * b[k];
    b[i] = sum / l[i * n + i];
  }
}

/** Solves A x = b for symmetric positive definite A (n x n, row-major). Both arguments are overwritten; x is in b. */
export function solveSymmetric(a: Float64Array, n: number, b: Float64Array): Float64Array {
  choleskyInPlace(a, n);
  solveFactored(a, n, b);
  return b;
}

/** Sum of a[aStart + k] * b[bStart + k] for k in 0..length-1. */
export function dot(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): number {
  // Four sums instead of one: the processor need not wait for the addition before.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[aStart + k] * b[bStart + k];
    s1 += a[aStart + k + 1] * b[bStart + k + 1];
    s2 += a[aStart + k + 2] * b[bStart + k + 2];
    s3 += a[aStart + k + 3] * b[bStart + k + 3];
  }
  for (; k < length; k++) s0 += a[aStart + k] * b[bStart + k];
  return s0 + s1 + (s2 + s3);
}

/**
 * Inverts a symmetric positive definite matrix in place, by way of A = L Lᵀ: A⁻¹ = L⁻ᵀ L⁻¹.
 * About n³ / 2 multiplications, all along rows; needs a second matrix of the same size while it runs.
 * @param a n x n, row-major; only the lower triangle is read, both are written.
 * @throws RangeError if the matrix is not positive definite.
 */
export function invertPositiveDefinite(a: Float64Array, n: number): void {
  choleskyByRows(a, n);
  // Row j of `inverse` is column j of L⁻¹, so that every sum below runs along two rows.
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const row = j * n;
    inverse[row + j] = 1 / a[row + j];
    for (let i = j + 1; i < n; i++) {
      inverse[row + i] = -dot(a, i * n + j, inverse, row + j, i - j) / a[i * n + i];
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(inverse, i * n + i, inverse, j * n + i, n - i);
      a[i * n + j] = value;
      a[j * n + i] = value;
    }
  }
}

/** As `choleskyInPlace`, for large matrices. */
function choleskyByRows(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) a[row + j] = (a[row + j] - dot(a, row, a, j * n, j)) / a[j * n + j];
    const pivot = a[row + i] - dot(a, row, a, row, i);
    if (!(pivot > 0)) throw new RangeError('The matrix is not positive definite.');
    a[row + i] = Math.sqrt(pivot);
  }
}
