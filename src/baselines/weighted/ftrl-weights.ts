import { type FeatureRows, featureSum } from '../../lib/gaussian/gaussian-posterior';

/** The four numbers of the update; names as in the paper: alpha, beta, lambda 1 and lambda 2. */
export interface StepOptions {
  /** Step of a weight that has hardly moved, above 0. */
  rate: number;
  /** Holds the first steps of a weight back, above 0. */
  smoothing: number;
  /** A weight whose gradients have not added up to this stays 0. */
  l1: number;
  /** Penalty on the squared weights. */
  l2: number;
}

/** Weights learned one example at a time: two numbers a feature, from which the weight follows. */
export class FtrlWeights {
  readonly values: Float64Array;
  private readonly features: FeatureRows;
  private readonly options: StepOptions;
  private readonly z: Float64Array;
  private readonly n: Float64Array;

  /** All weights are 0. */
  constructor(features: FeatureRows, options: StepOptions) {
    this.features = features;
    this.options = options;
    this.values = new Float64Array(features.width);
    this.z = new Float64Array(features.width);
    this.n = new Float64Array(features.width);
  }

  /** Sum of a film's features times weights. */
  sum(item: number): number {
    return featureSum(this.features, this.values, item);
  }

  /**
   * A step for each feature of the film (algorithm 1 of the paper): with g = error x_k,
   *
   *   z += g - ((sqrt(n + g²) - sqrt n) / alpha) w;  n += g²;
   *   w = -(z - sign(z) lambda 1) / ((beta + sqrt n) / alpha + lambda 2), and 0 where |z| <= lambda 1
   *
   * @param error what was expected minus what was given: the derivative of the loss by the sum.
   */
  step(item: number, error: number): void {
    const { rate, smoothing, l1, l2 } = this.options;
    const { offsets, column, value } = this.features;
    const { values, z, n } = this;
    for (let k = offsets[item]; k < offsets[item + 1]; k++) {
      const c = column[k];
      const g = error * value[k];
      const root = Math.sqrt(n[c] + g * g);
      z[c] += g - ((root - Math.sqrt(n[c])) / rate) * values[c];
      n[c] += g * g;
      values[c] = Math.abs(z[c]) <= l1 ? 0 : (Math.sign(z[c]) * l1 - z[c]) / ((smoothing + root) / rate + l2);
    }
  }
}
