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

/**
 * Adds one observation to the normal equations of a least squares problem: gram += x xᵀ (lower triangle), moment += y x.
 * @param gram d x d, row-major. @param moment length d. @param rows holds x at rows[start .. start + d].
 */
export function addObservation(
  gram: Float64Array,
  moment: Float64Array,
  rows: Float64Array,
  start: number,
  y: number,
): void {
  const d = moment.length;
  for (let a = 0, row = 0; a < d; a++, row += d) {
    const x = rows[start + a];
    moment[a] += x * y;
    for (let b = 0; b <= a; b++) gram[row + b] += x * rows[start + b];
  }
}
