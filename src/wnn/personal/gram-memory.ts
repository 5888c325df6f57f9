import { choleskyInPlace, solveFactored } from '../../lib/linear-algebra';
import { COORDINATE_UNITS, type GramPart } from '../network/taste/gram-part';
import { UNITS } from '../network/verdict';

/**
 * A person's sums along the coordinates of taste: first sum z z', the lower triangle row by row, d (d + 1) / 2 numbers; then
 * sum z r, d numbers, r the deviation beyond the film's offset in 1/UNITS star. Whole numbers below 2^53 for any number of
 * films, so that writing commutes and is exactly reversible: second-order cells, as it were.
 */
export type GramSums = Float64Array;

/** Sums in which nothing is written. */
export function createGramSums({ dimensions: d }: Pick<GramPart, 'dimensions'>): GramSums {
  return new Float64Array((d * (d + 1)) / 2 + d);
}

/**
 * Writes what a film's answer says, or takes it out.
 * @param deviation of the answer, in whole 1/UNITS star, before the film's offset is taken off.
 */
export function writeGram(
  sums: GramSums,
  gram: GramPart,
  item: number,
  deviation: number,
  sign: 1 | -1,
): void {
  const { dimensions: d, coordinates, offset } = gram;
  const residual = deviation - offset[item];
  const from = item * d;
  let at = 0;
  for (let a = 0; a < d; a++) {
    const z = sign * coordinates[from + a];
    for (let b = 0; b <= a; b++) sums[at++] += z * coordinates[from + b];
  }
  for (let a = 0; a < d; a++) sums[at++] += sign * coordinates[from + a] * residual;
}

/** What the sums say of a person: the most probable coefficients, and how sure they are. */
export interface Taste {
  /** Stars a step of each coordinate; length d. */
  coefficients: Float64Array;
  /** Cholesky factor of the coefficients' precision, d x d, in coordinates of unit 1. */
  factor: Float64Array;
}

/** v = (G / s + P)^-1 b / s: a ridge regression toward what people like to have. Equal sums give equal doubles. */
export function tasteOf(sums: GramSums, { dimensions: d, precision, noise }: GramPart): Taste {
  const factor = new Float64Array(d * d);
  const square = COORDINATE_UNITS * COORDINATE_UNITS * noise;
  let at = 0;
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++) factor[a * d + b] = sums[at++] / square;
    factor[a * d + a] += precision[a];
  }
  const coefficients = new Float64Array(d);
  for (let a = 0; a < d; a++) coefficients[a] = sums[at++] / (COORDINATE_UNITS * UNITS * noise);
  choleskyInPlace(factor, d);
  solveFactored(factor, d, coefficients);
  for (let a = 0; a < d; a++) coefficients[a] /= COORDINATE_UNITS;
  return { coefficients, factor };
}

/** What taste adds to mu + b_i for a film: the offset and the coordinates times coefficients, in stars. */
export function tasteFor(
  { dimensions: d, coordinates, offset }: GramPart,
  taste: Taste,
  item: number,
): number {
  const { coefficients } = taste;
  let sum = offset[item] / UNITS;
  for (let a = 0, at = item * d; a < d; a++, at++) sum += coordinates[at] * coefficients[a];
  return sum;
}

/**
 * What a sum of coordinates weighs on each click: with w = (G / s + P)^-1 u / s, the coefficients' product with u changes by
 * w z for a unit of the residual of a film with coordinates z.
 * @param u in steps of coordinates; length d. @returns w, a unit of residual in stars and step of coordinates.
 */
export function influenceOn(
  u: Float64Array,
  { dimensions: d, noise }: GramPart,
  { factor }: Taste,
): Float64Array {
  const w = u.slice();
  solveFactored(factor, d, w);
  for (let a = 0; a < d; a++) w[a] /= COORDINATE_UNITS * COORDINATE_UNITS * noise;
  return w;
}
