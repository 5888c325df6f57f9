import { addProduct, type MatrixView } from '../matrix-product';
import {
  dualSystem,
  featureSum,
  type GaussianPrior,
  type Group,
  posteriorByFeatures,
  priorOf,
  weightsFrom,
} from './gaussian-posterior';

/** Of someone with fewer ratings than this share of the features, the system of the ratings is the quicker one to solve. */
const RATINGS_SHARE = 0.4;

/** How long a prior is learned, and how firmly it is held to its start. */
export interface PriorOptions {
  /** Weight of the starting covariance, in people. */
  strength: number;
  /** Rounds of expectation and maximization. */
  rounds: number;
}

/** @param variance the starting covariance's diagonal, all positive. @param noise above 0. */
export function startingPrior(variance: Float64Array, noise: number): GaussianPrior {
  const width = variance.length;
  const covariance = new Float64Array(width * width);
  for (let a = 0; a < width; a++) covariance[a * width + a] = variance[a];
  return priorOf(new Float64Array(width), covariance, noise);
}

/** Sums over people that the next prior is made of. */
interface Moments {
  people: number;
  ratings: number;
  /** Sums of the posterior means and of their outer products. */
  mean: Float64Array;
  outer: Float64Array;
  /** Sum of the posterior covariances of people with many ratings; the lower triangle. */
  covariance: Float64Array;
  /** For the others, sum of Xᵀ K⁻¹ X, the lower triangle: their posterior covariances are S - S Xᵀ K⁻¹ X S. */
  spoken: Float64Array;
  others: number;
  /** Expected squared noise. */
  squares: number;
}

/**
 * Learns mean and covariance of people's weights by expectation and maximization (Dempster, Laird and Rubin 1977; for
 * this model Laird and Ware 1982):
 *
 *   V_u = (S⁻¹ + XᵀX / s)⁻¹, w_u = V_u (S⁻¹ m + Xᵀy / s);   m = sum w_u / (N + nu),
 *   S = (sum V_u + sum (w_u - m)(w_u - m)ᵀ + nu S_0) / (N + nu),   s = sum (|y - X w_u|² + tr X V_u Xᵀ) / ratings
 */
export function fitPrior(
  groups: readonly Group[],
  start: GaussianPrior,
  { strength, rounds }: PriorOptions,
): GaussianPrior {
  let prior = start;
  for (let round = 0; round < rounds; round++) {
    const moments = emptyMoments(start.width);
    for (const group of groups) {
      if (group.item.length === 0) continue;
      if (group.item.length < RATINGS_SHARE * start.width) addByRatings(group, prior, moments);
      else addByFeatures(group, prior, moments);
    }
    prior = nextPrior(prior, start, strength, moments);
  }
  return prior;
}

function emptyMoments(width: number): Moments {
  const square = () => new Float64Array(width * width);
  return {
    ...{ people: 0, ratings: 0, others: 0, squares: 0, mean: new Float64Array(width) },
    ...{ outer: square(), covariance: square(), spoken: square() },
  };
}

function nextPrior(
  { width, covariance, noise }: GaussianPrior,
  start: GaussianPrior,
  strength: number,
  moments: Moments,
): GaussianPrior {
  const weight = moments.people + strength;
  const mean = moments.mean.map((sum) => sum / weight);
  // S (sum Xᵀ K⁻¹ X) S
  const half = new Float64Array(width * width);
  const view = (values: Float64Array): MatrixView => ({
    values,
    offset: 0,
    rowStride: width,
    columnStride: 1,
  });
  const { spoken } = moments;
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) spoken[b * width + a] = spoken[a * width + b];
  addProduct(width, width, width, view(covariance), view(spoken), view(half));
  const taken = new Float64Array(width * width);
  addProduct(width, width, width, view(half), view(covariance), view(taken));
  const next = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      const at = a * width + b;
      const spread =
        moments.outer[at] -
        mean[a] * moments.mean[b] -
        mean[b] * moments.mean[a] +
        moments.people * mean[a] * mean[b];
      const posterior = moments.covariance[at] + moments.others * covariance[at] - taken[at];
      next[at] = (posterior + spread + strength * start.covariance[at]) / weight;
      next[b * width + a] = next[at];
    }
  }
  return priorOf(mean, next, moments.ratings > 0 ? moments.squares / moments.ratings : noise);
}

function addOuter(target: Float64Array, vector: Float64Array): void {
  const n = vector.length;
  for (let a = 0; a < n; a++) {
    const value = vector[a];
    for (let b = 0; b <= a; b++) target[a * n + b] += value * vector[b];
  }
}

function addPosterior(moments: Moments, weights: Float64Array, ratings: number): void {
  moments.people++;
  moments.ratings += ratings;
  for (let a = 0; a < weights.length; a++) moments.mean[a] += weights[a];
  addOuter(moments.outer, weights);
}

function addByRatings(group: Group, prior: GaussianPrior, moments: Moments): void {
  const { width, noise } = prior;
  const { features, item } = group;
  const { offsets, column, value } = features;
  const system = dualSystem(group, prior);
  const { inverse, shares } = system;
  const { spoken } = moments;
  const n = item.length;
  addPosterior(moments, weightsFrom(prior, system), n);
  moments.others++;
  const row = new Float64Array(width);
  for (let r = 0; r < n; r++) {
    // y - X w = s shares, and X V Xᵀ = s - s² K⁻¹.
    moments.squares += noise * noise * (shares[r] * shares[r] - inverse[r * n + r]) + noise;
    row.fill(0);
    for (let q = 0; q < n; q++) {
      const own = inverse[r * n + q];
      for (let k = offsets[item[q]]; k < offsets[item[q] + 1]; k++) row[column[k]] += own * value[k];
    }
    for (let k = offsets[item[r]]; k < offsets[item[r] + 1]; k++) {
      const x = value[k];
      const to = column[k] * width;
      for (let a = 0; a <= column[k]; a++) spoken[to + a] += x * row[a];
    }
  }
}

function addByFeatures(group: Group, prior: GaussianPrior, moments: Moments): void {
  const { width, precision, noise } = prior;
  const { covariance, weights } = posteriorByFeatures(group, prior);
  addPosterior(moments, weights, group.item.length);
  // tr X V Xᵀ = s (width - tr V S⁻¹), since XᵀX / s = V⁻¹ - S⁻¹.
  const sum = moments.covariance;
  let trace = 0;
  for (let a = 0; a < width; a++) {
    const diagonal = a * width + a;
    for (let at = a * width; at < diagonal; at++) {
      sum[at] += covariance[at];
      trace += 2 * covariance[at] * precision[at];
    }
    sum[diagonal] += covariance[diagonal];
    trace += covariance[diagonal] * precision[diagonal];
  }
  moments.squares += noise * (width - trace);
  group.item.forEach((item, r) => {
    moments.squares += (group.target[r] - featureSum(group.features, weights, item)) ** 2;
  });
}
