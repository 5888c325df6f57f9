import {
  type FeatureRows,
  featureSum,
  type GaussianPrior,
  posteriorByFeatures,
} from '../../lib/gaussian/gaussian-posterior';

/** Ratings after which everything is solved anew: rounding adds up, update by update. */
const REFOLD_AFTER = 200;

/**
 * The most probable weights of a person whose ratings come one by one, by recursive least squares (Plackett 1950): with
 * the posterior covariance V, the weights w, the noise s, and a rating y of a film with the features x,
 *
 *   k = V x / (s + x V x);   w += k (y - x w);   V -= k (V x)ᵀ
 *
 * They are those of `posteriorWeights` up to rounding. An update takes (features of the film + width) x width
 * multiplications and no solve; V takes 8 width² bytes.
 */
export class RecursivePosterior {
  /** Length width. */
  weights: Float64Array;
  private readonly features: FeatureRows;
  private readonly prior: GaussianPrior;
  private readonly item: number[];
  private readonly target: number[];
  /** V, row-major, symmetric. */
  private covariance: Float64Array;
  private readonly spread: Float64Array;
  private sinceRefold = 0;

  /** After what was rated before. @param target parallel to `item`. */
  constructor(
    features: FeatureRows,
    prior: GaussianPrior,
    item: ArrayLike<number>,
    target: ArrayLike<number>,
  ) {
    this.features = features;
    this.prior = prior;
    this.item = Array.from(item);
    this.target = Array.from(target);
    this.spread = new Float64Array(prior.width);
    this.weights = prior.mean.slice();
    this.covariance = prior.covariance.slice();
    if (this.item.length > 0) this.refold();
  }

  /** Learns one more rating. */
  learn(item: number, target: number): void {
    this.item.push(item);
    this.target.push(target);
    this.sinceRefold++;
    if (this.sinceRefold === REFOLD_AFTER) this.refold();
    else this.update(item, target);
  }

  /** Solves everything anew. */
  private refold(): void {
    const { features, prior, item, target } = this;
    const group = { features, item: Uint32Array.from(item), target: Float64Array.from(target) };
    const { covariance, weights } = posteriorByFeatures(group, prior);
    this.covariance = covariance;
    this.weights = weights;
    this.sinceRefold = 0;
  }

  private update(item: number, target: number): void {
    const { covariance, features, prior, spread, weights } = this;
    const { offsets, column, value } = features;
    const { width, noise } = prior;
    // V x, by V's rows since it is symmetric.
    spread.fill(0);
    for (let k = offsets[item]; k < offsets[item + 1]; k++) {
      const from = column[k] * width;
      for (let a = 0; a < width; a++) spread[a] += value[k] * covariance[from + a];
    }
    const uncertainty = noise + featureSum(features, spread, item);
    const error = target - featureSum(features, weights, item);
    for (let a = 0; a < width; a++) {
      const gain = spread[a] / uncertainty;
      weights[a] += gain * error;
      for (let b = 0; b < width; b++) covariance[a * width + b] -= gain * spread[b];
    }
  }
}
