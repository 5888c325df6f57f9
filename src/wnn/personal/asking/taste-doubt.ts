import { solveFactored } from '../../../lib/linear-algebra';
import { COORDINATE_UNITS, type GramPart } from '../../network/taste/gram-part';
import { type GramSums, tasteOf } from '../gram-memory';

/** How films weighted by fame lie along the coordinates of taste: sum w z z' / sum w, row-major, d x d, in units of 1. */
export type TasteSpread = Float64Array;

/**
 * Where films lie that people see: each counts as often as it was rated.
 * @param weights of films, >= 0; length films. All 0 gives all 0.
 */
export function tasteSpread(
  { dimensions: d, coordinates }: GramPart,
  weights: ArrayLike<number>,
): TasteSpread {
  const spread = new Float64Array(d * d);
  let total = 0;
  for (let i = 0, from = 0; i < weights.length; i++, from += d) {
    const weight = weights[i];
    if (weight === 0) continue;
    total += weight;
    for (let a = 0; a < d; a++) {
      const z = weight * coordinates[from + a];
      for (let b = 0; b <= a; b++) spread[a * d + b] += z * coordinates[from + b];
    }
  }
  const unit = COORDINATE_UNITS * COORDINATE_UNITS * (total || 1);
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++) {
      spread[a * d + b] /= unit;
      spread[b * d + a] = spread[a * d + b];
    }
  }
  return spread;
}

/**
 * What a person's answers leave open of their taste. With the coefficients' covariance V = (G / s + P)^-1, a film's stars are
 * uncertain by z' V z; an answer to film i takes (z_j' V z_i)^2 / (s + z_i' V z_i) off that of film j, whatever the answer
 * is. Bayesian linear regression; the sum over films is the criterion of I-optimal design (Chaloner and Verdinelli 1995,
 * "Bayesian experimental design: a review", Statistical Science 10:3).
 */
export class TasteDoubt {
  private readonly gram: GramPart;
  /** V, and V A V with the spread A of films; row-major, d x d. */
  private readonly covariance: Float64Array;
  private readonly settled: Float64Array | null;

  /** Reads the sums once; equal sums give equal doubles. @param spread where `settledBy` is asked for. */
  constructor(sums: GramSums, gram: GramPart, spread?: TasteSpread) {
    this.gram = gram;
    const { dimensions: d } = gram;
    const { factor } = tasteOf(sums, gram);
    this.covariance = new Float64Array(d * d);
    for (let a = 0; a < d; a++) {
      const row = this.covariance.subarray(a * d, (a + 1) * d);
      row[a] = 1;
      solveFactored(factor, d, row);
    }
    this.settled = spread ? product(product(this.covariance, spread, d), this.covariance, d) : null;
  }

  /** Variance of a film's expected stars as far as taste is unknown, in stars squared, >= 0. */
  of(item: number): number {
    return this.form(this.covariance, item);
  }

  /** By how much an answer to the film lowers the mean of `of` over the films of the spread, in stars squared, >= 0. */
  settledBy(item: number): number {
    if (!this.settled) return 0;
    return this.form(this.settled, item) / (this.gram.noise + this.of(item));
  }

  /** z' M z in units of 1, M symmetric. */
  private form(matrix: Float64Array, item: number): number {
    const { dimensions: d, coordinates } = this.gram;
    const from = item * d;
    let sum = 0;
    for (let a = 0; a < d; a++) {
      let below = 0;
      for (let b = 0; b < a; b++) below += matrix[a * d + b] * coordinates[from + b];
      const z = coordinates[from + a];
      sum += z * (2 * below + matrix[a * d + a] * z);
    }
    // Rounding may leave a film at the origin a hair below 0.
    return Math.max(0, sum) / (COORDINATE_UNITS * COORDINATE_UNITS);
  }
}

function product(left: Float64Array, right: Float64Array, d: number): Float64Array {
  const out = new Float64Array(d * d);
  for (let a = 0; a < d; a++) {
    for (let k = 0; k < d; k++) {
      const factor = left[a * d + k];
      for (let b = 0; b < d; b++) out[a * d + b] += factor * right[k * d + b];
    }
  }
  return out;
}
