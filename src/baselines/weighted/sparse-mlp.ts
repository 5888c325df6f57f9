import type { Random } from '../../lib/random';

/** What goes into a perceptron, and how wide it is. */
export interface MlpShape {
  /** Binary inputs, given as lists of the ones that are set. */
  bits: number;
  /** Real inputs. */
  real: number;
  /** Neurons of the two hidden layers. */
  first: number;
  second: number;
}

/** Where each part of the parameters starts; weights of an input stand together. */
interface Places {
  bits: number;
  real: number;
  firstBias: number;
  second: number;
  secondBias: number;
  output: number;
  /** The output's bias. */
  offset: number;
  length: number;
}

/** A perceptron with two hidden layers of ReLU and one linear output, over sparse bits; one example at a time. */
export class SparseMlp {
  readonly shape: MlpShape;
  readonly places: Places;
  /** Outputs of the hidden layers and the gradients of their sums for the last example. */
  readonly hidden: Float64Array;
  private readonly early: Float64Array;
  private readonly earlyDelta: Float64Array;
  private readonly hiddenDelta: Float64Array;

  constructor(shape: MlpShape) {
    const { bits, real, first, second } = shape;
    const firstBias = (bits + real) * first;
    const secondStart = firstBias + first;
    const secondBias = secondStart + first * second;
    const output = secondBias + second;
    this.shape = shape;
    this.places = {
      ...{ bits: 0, real: bits * first, firstBias, second: secondStart, secondBias, output },
      ...{ offset: output + second, length: output + second + 1 },
    };
    this.early = new Float64Array(first);
    this.earlyDelta = new Float64Array(first);
    this.hidden = new Float64Array(second);
    this.hiddenDelta = new Float64Array(second);
  }

  /** Normal weights of variance 2 / inputs that are usually set (He et al. 2015), biases 0. @param usual bits set a film. */
  initialize(random: Random, usual: number): Float64Array {
    const { first, second, real } = this.shape;
    const { firstBias, second: secondStart, secondBias, output, length } = this.places;
    const parameters = new Float64Array(length);
    const fill = (from: number, to: number, inputs: number) => {
      for (let k = from; k < to; k++) parameters[k] = random.normal() * Math.sqrt(2 / inputs);
    };
    fill(0, firstBias, usual + real);
    fill(secondStart, secondBias, first);
    fill(output, output + second, 10 * second);
    return parameters;
  }

  /** The output for the bits set[from .. to] and these real inputs. */
  forward(parameters: Float64Array, set: Uint16Array, from: number, to: number, real: Float64Array): number {
    const { first, second } = this.shape;
    const { places, early, hidden } = this;
    for (let a = 0; a < first; a++) early[a] = parameters[places.firstBias + a];
    for (let k = from; k < to; k++) {
      const at = set[k] * first;
      for (let a = 0; a < first; a++) early[a] += parameters[at + a];
    }
    for (let k = 0; k < real.length; k++) {
      const x = real[k];
      if (x === 0) continue;
      const at = places.real + k * first;
      for (let a = 0; a < first; a++) early[a] += x * parameters[at + a];
    }
    for (let b = 0; b < second; b++) hidden[b] = parameters[places.secondBias + b];
    for (let a = 0; a < first; a++) {
      if (early[a] <= 0) {
        early[a] = 0;
        continue;
      }
      const at = places.second + a * second;
      for (let b = 0; b < second; b++) hidden[b] += early[a] * parameters[at + b];
    }
    let sum = parameters[places.offset];
    for (let b = 0; b < second; b++) {
      if (hidden[b] < 0) hidden[b] = 0;
      sum += hidden[b] * parameters[places.output + b];
    }
    return sum;
  }

  /**
   * Adds the gradient of the last example's loss.
   * @param slope of the loss by the output. @param realGradients of the real inputs, added to.
   */
  backward(
    parameters: Float64Array,
    gradients: Float64Array,
    set: Uint16Array,
    from: number,
    to: number,
    real: Float64Array,
    slope: number,
    realGradients: Float64Array,
  ): void {
    const { first, second } = this.shape;
    const { places, early, earlyDelta, hidden, hiddenDelta } = this;
    gradients[places.offset] += slope;
    for (let b = 0; b < second; b++) {
      gradients[places.output + b] += slope * hidden[b];
      hiddenDelta[b] = hidden[b] > 0 ? slope * parameters[places.output + b] : 0;
      gradients[places.secondBias + b] += hiddenDelta[b];
    }
    for (let a = 0; a < first; a++) {
      earlyDelta[a] = 0;
      if (early[a] === 0) continue;
      const at = places.second + a * second;
      for (let b = 0; b < second; b++) {
        gradients[at + b] += early[a] * hiddenDelta[b];
        earlyDelta[a] += parameters[at + b] * hiddenDelta[b];
      }
      gradients[places.firstBias + a] += earlyDelta[a];
    }
    for (let k = from; k < to; k++) {
      const at = set[k] * first;
      for (let a = 0; a < first; a++) gradients[at + a] += earlyDelta[a];
    }
    for (let k = 0; k < real.length; k++) {
      const at = places.real + k * first;
      for (let a = 0; a < first; a++) {
        gradients[at + a] += real[k] * earlyDelta[a];
        realGradients[k] += parameters[at + a] * earlyDelta[a];
      }
    }
  }
}
