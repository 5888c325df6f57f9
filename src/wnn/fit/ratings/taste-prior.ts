import { deviationOf } from '../../../data/deviation';
import type { Ratings } from '../../../data/ratings';
import { type BlockOperator, leadingEigenpairs } from '../../../lib/eigen';
import type { FeatureRows, GaussianPrior, Group } from '../../../lib/gaussian/gaussian-posterior';
import { fitPrior, type PriorOptions, startingPrior } from '../../../lib/gaussian/gaussian-prior';
import { choleskyInPlace } from '../../../lib/linear-algebra';
import { addProduct, rowMajor, transposed } from '../../../lib/matrix-product';
import { createRandom } from '../../../lib/random';
import type { TastePrior } from '../../network/taste/gram-part';
import type { InnerFold } from '../training-cases';

/** How a prior of taste is learned. */
export interface TasteOptions extends PriorOptions {
  /** Directions that are kept. */
  dimensions: number;
  /** Most people, and most ratings of each, that are learned from. */
  people: number;
  ratings: number;
  /** Starting variance of the weights of each retina bit and each code, as a share of the noise. */
  bitVariance: number;
  codeVariance: number;
}

const WHOLE = {
  dimensions: 16,
  people: Number.POSITIVE_INFINITY,
  ratings: Number.POSITIVE_INFINITY,
  bitVariance: 0.0125,
  codeVariance: 0.003,
  rounds: 5,
};

/** Chosen on inner folds (docs/model.md, What was tried). */
export const TASTE_DEFAULTS: { codes: TasteOptions; facts: TasteOptions } = {
  codes: { ...WHOLE, strength: 10 },
  facts: { ...WHOLE, strength: 20 },
};

/** Starting variances of the weights of 1 and of the film's regard, as shares of the noise. */
const INTERCEPT_VARIANCE = 1 / 3;
const REGARD_VARIANCE = 0.06;
/** Multiplications of subspace iteration: directions of nearly the same variance may mix. */
const EIGEN_ITERATIONS = 12;
/** Share of the variance of the targets that is taken for noise at the start. */
const STARTING_NOISE = 0.85;

/** The films as a prior is learned for them. */
export interface TastedFilms {
  features: FeatureRows;
  /** How many of the features are codes. */
  codes: number;
  /** Ratings of each film. */
  weight: ArrayLike<number>;
}

/**
 * What the people of an inner fold rated, in stars beyond what the other folds expect; of a person with too many ratings,
 * the earliest.
 * @param features of that fold. @param most people of the fold, and ratings of each.
 */
export function tasteGroups(
  ratings: Ratings,
  { users, effects }: InnerFold,
  features: FeatureRows,
  most: { people: number; ratings: number },
): Group[] {
  return users.slice(0, most.people).map((user) => {
    const from = ratings.offsets[user];
    const item = ratings.item.slice(from, Math.min(from + most.ratings, ratings.offsets[user + 1]));
    const target = Float64Array.from(item, (film, r) =>
      deviationOf(effects, 'stars', film, ratings.halfStars[from + r]),
    );
    return { features, item, target };
  });
}

/**
 * Learns how people's weights on the films' features differ, by expectation and maximization over people (`fitPrior`), and
 * keeps the directions in which they differ most (`reducePrior`).
 * @param groups what training people rated, films' effects fitted without them.
 * @param films features of all films, codes among them, and the weight of each film: its ratings.
 */
export function fitTastePrior(
  groups: readonly Group[],
  { features, codes, weight }: TastedFilms,
  options: TasteOptions,
): TastePrior {
  let squares = 0;
  let count = 0;
  for (const { target } of groups) {
    for (const value of target) squares += value * value;
    count += target.length;
  }
  const noise = squares > 0 ? (STARTING_NOISE * squares) / count : 1;
  const variance = new Float64Array(features.width).fill(noise * options.bitVariance);
  variance[0] = noise * INTERCEPT_VARIANCE;
  variance[1] = noise * REGARD_VARIANCE;
  variance.fill(noise * options.codeVariance, 2, 2 + codes);
  return reducePrior(
    fitPrior(groups, startingPrior(variance, noise), options),
    features,
    weight,
    options.dimensions,
  );
}

/**
 * With C the films' features' second moment over ratings and S = L L', the eigenvectors of L' C L, largest first: the d
 * directions that hold most of the variance of what people think of films. Half of what the others hold is noise (an
 * answer's own share of it is partly learned elsewhere).
 */
function reducePrior(
  { width: p, mean, covariance, noise }: GaussianPrior,
  features: FeatureRows,
  weight: ArrayLike<number>,
  dimensions: number,
): TastePrior {
  const root = covariance.slice();
  choleskyInPlace(root, p);
  for (let a = 0; a < p; a++) root.fill(0, a * p + a + 1, (a + 1) * p);
  const half = new Float64Array(p * p);
  addProduct(p, p, p, rowMajor(secondMoment(features, weight), p), rowMajor(root, p), rowMajor(half, p));
  const product = new Float64Array(p * p);
  addProduct(p, p, p, transposed(rowMajor(root, p)), rowMajor(half, p), rowMajor(product, p));
  const apply: BlockOperator = (block, width, out) => {
    out.fill(0);
    addProduct(p, width, p, rowMajor(product, p), rowMajor(block, width), rowMajor(out, width));
  };
  const wanted = Math.min(dimensions, p);
  const { values, vectors } = leadingEigenpairs(apply, p, wanted, EIGEN_ITERATIONS, createRandom(p));
  const nothing = values.findIndex((value) => !(value > 1e-9 * values[0]));
  const d = nothing < 0 ? wanted : nothing;
  const projection = new Float64Array(p * d);
  const scaled = Float64Array.from({ length: p * d }, (_, at) => {
    const k = at % d;
    return vectors[Math.floor(at / d) * wanted + k] / Math.sqrt(values[k]);
  });
  addProduct(p, d, p, rowMajor(root, p), rowMajor(scaled, d), rowMajor(projection, d));
  let left = 0;
  for (let a = 0; a < p; a++) left += product[a * p + a] - (a < d ? values[a] : 0);
  return {
    dimensions: d,
    mean: Float32Array.from(mean),
    projection: Float32Array.from(projection),
    precision: Float64Array.from({ length: d }, (_, k) => 1 / values[k]),
    noise: noise + 0.5 * left,
  };
}

/** sum n_i x x' / sum n_i, width x width. */
function secondMoment(
  { width, offsets, column, value }: FeatureRows,
  weight: ArrayLike<number>,
): Float64Array {
  const moment = new Float64Array(width * width);
  let total = 0;
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    total += weight[i];
    for (let a = offsets[i]; a < offsets[i + 1]; a++) {
      const x = weight[i] * value[a];
      for (let b = offsets[i]; b <= a; b++) moment[column[a] * width + column[b]] += x * value[b];
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) moment[b * width + a] = moment[a * width + b];
  return moment.map((sum) => sum / Math.max(1, total));
}
