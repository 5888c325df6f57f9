import { invertPositiveDefinite } from '../invert-positive-definite';

/** Features of every film as sparse rows: row i holds column[offsets[i] .. offsets[i + 1]], ascending, and the values. */
export interface FeatureRows {
  width: number;
  /** Length films + 1. */
  offsets: Uint32Array;
  column: Uint16Array;
  value: Float64Array;
}

/** One person's ratings: rows of `features`, and what is to be explained by them. */
export interface Group {
  features: FeatureRows;
  item: Uint32Array;
  /** Parallel to `item`. */
  target: Float64Array;
}

/** Weights of people are drawn from N(mean, covariance); their targets add noise of this variance. */
export interface GaussianPrior {
  width: number;
  mean: Float64Array;
  /** Row-major, width x width, symmetric. */
  covariance: Float64Array;
  /** Its inverse. */
  precision: Float64Array;
  noise: number;
}

/** A prior with its precision. @param covariance is kept. */
export function priorOf(mean: Float64Array, covariance: Float64Array, noise: number): GaussianPrior {
  const precision = covariance.slice();
  invertPositiveDefinite(precision, mean.length);
  return { width: mean.length, mean, covariance, precision, noise };
}

/** The system of as many unknowns as there are ratings. */
export interface DualSystem {
  /** X S, ratings x width. */
  spread: Float64Array;
  /** (X S Xᵀ + s)⁻¹, ratings x ratings. */
  inverse: Float64Array;
  /** Its product with y - X m. */
  shares: Float64Array;
}

/** Sets the system up and solves it. */
export function dualSystem({ features, item, target }: Group, prior: GaussianPrior): DualSystem {
  const { width, covariance, mean, noise } = prior;
  const { offsets, column, value } = features;
  const n = item.length;
  const spread = new Float64Array(n * width);
  const inverse = new Float64Array(n * n);
  const residual = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    const row = spread.subarray(r * width, (r + 1) * width);
    let expected = 0;
    for (let k = offsets[item[r]]; k < offsets[item[r] + 1]; k++) {
      const x = value[k];
      const from = column[k] * width;
      expected += x * mean[column[k]];
      for (let a = 0; a < width; a++) row[a] += x * covariance[from + a];
    }
    residual[r] = target[r] - expected;
    for (let q = 0; q <= r; q++) {
      let sum = 0;
      for (let k = offsets[item[q]]; k < offsets[item[q] + 1]; k++) sum += value[k] * row[column[k]];
      inverse[r * n + q] = sum;
    }
    inverse[r * n + r] += noise;
  }
  invertPositiveDefinite(inverse, n);
  const shares = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    for (let q = 0; q < n; q++) shares[r] += inverse[r * n + q] * residual[q];
  }
  return { spread, inverse, shares };
}

/** m + S Xᵀ shares. */
export function weightsFrom({ mean, width }: GaussianPrior, { spread, shares }: DualSystem): Float64Array {
  const weights = mean.slice();
  for (let r = 0; r < shares.length; r++) {
    for (let a = 0; a < width; a++) weights[a] += spread[r * width + a] * shares[r];
  }
  return weights;
}

/** The posterior of someone with many ratings: V, and V (S⁻¹ m + Xᵀy / s). */
export function posteriorByFeatures({ features, item, target }: Group, prior: GaussianPrior) {
  const { width, mean, precision, noise } = prior;
  const { offsets, column, value } = features;
  const covariance = precision.slice();
  const moment = new Float64Array(width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) moment[a] += precision[a * width + b] * mean[b];
  }
  for (let r = 0; r < item.length; r++) {
    const end = offsets[item[r] + 1];
    for (let j = offsets[item[r]]; j < end; j++) {
      const x = value[j] / noise;
      moment[column[j]] += x * target[r];
      // Columns ascend, so that only the lower triangle is written.
      for (let k = offsets[item[r]]; k <= j; k++) covariance[column[j] * width + column[k]] += x * value[k];
    }
  }
  invertPositiveDefinite(covariance, width);
  const weights = new Float64Array(width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) weights[a] += covariance[a * width + b] * moment[b];
  }
  return { covariance, weights };
}

/** The most probable weights of a person with these ratings: a ridge regression toward the mean; length width. */
export function posteriorWeights(group: Group, prior: GaussianPrior): Float64Array {
  if (group.item.length === 0) return prior.mean.slice();
  return group.item.length < prior.width
    ? weightsFrom(prior, dualSystem(group, prior))
    : posteriorByFeatures(group, prior).weights;
}

/** Sum of a film's features times weights. */
export function featureSum(
  { offsets, column, value }: FeatureRows,
  weights: Float64Array,
  item: number,
): number {
  let sum = 0;
  for (let k = offsets[item]; k < offsets[item + 1]; k++) sum += value[k] * weights[column[k]];
  return sum;
}
