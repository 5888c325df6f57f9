/** A least squares problem with one column a feature: target ~ sum_k s_k column_k, s >= 0. */
export interface NonNegativeProblem {
  /** Columns of equal length. */
  columns: readonly Float32Array[];
  target: Float32Array;
  /** Added to each column's sum of squares: the ridge penalty on strengths, in the columns' unit squared. */
  ridge: number;
}

/**
 * Non-negative least squares by coordinate descent on the residual (Franc, Hlavac and Navara 2005):
 * s_k <- max(0, s_k + (column_k · residual - ridge s_k) / (|column_k|² + ridge)).
 * Columns at zero are looked at in full sweeps only, one of every FULL_EVERY; the others cycle.
 * @param start strengths to begin with; zero if absent.
 * @returns length columns.length, each >= 0.
 */
export function solveNonNegative(
  { columns, target, ridge }: NonNegativeProblem,
  sweeps: number,
  start?: Float64Array,
): Float64Array {
  const strength = start ? start.slice() : new Float64Array(columns.length);
  const residual = Float32Array.from(target);
  columns.forEach((column, k) => {
    if (strength[k] !== 0) addScaled(residual, column, -strength[k]);
  });
  const squares = columns.map((column) => dotProduct(column, column));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isFull = sweep % FULL_EVERY === 0;
    let moved = 0;
    for (let k = 0; k < columns.length; k++) {
      if (squares[k] === 0 || (!isFull && strength[k] === 0)) continue;
      const slope = dotProduct(columns[k], residual) - ridge * strength[k];
      const next = Math.max(0, strength[k] + slope / (squares[k] + ridge));
      const change = next - strength[k];
      if (change === 0) continue;
      strength[k] = next;
      addScaled(residual, columns[k], -change);
      moved = Math.max(moved, Math.abs(change));
    }
    if (isFull && moved < TOLERANCE) break;
  }
  return strength;
}

const FULL_EVERY = 5;
const TOLERANCE = 1e-7;

/** Sum of a[i] * b[i]. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  // Four sums instead of one: the processor need not wait for the addition before.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = a.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (let i = whole; i < a.length; i++) s0 += a[i] * b[i];
  return s0 + s1 + (s2 + s3);
}

/** a += factor * b. */
export function addScaled(a: Float32Array, b: Float32Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] += factor * b[i];
}
