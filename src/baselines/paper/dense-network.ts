import { addProduct, rowMajor, transposed } from '../../lib/matrix-product';
import type { Random } from '../../lib/random';

/** What goes into a network and how wide its layers are. */
export interface NetworkShape {
  /** Real inputs of an example. */
  realInputs: number;
  /** Binary inputs of an example, packed into one word; at most 32. */
  bitInputs: number;
  /** Neurons by layer, the output layer last. */
  layers: readonly number[];
}

interface Layer {
  inputs: number;
  outputs: number;
  /** Where the layer's weights (inputs x outputs, row-major) and biases start among the parameters. */
  weights: number;
  biases: number;
  /** What the layer puts out, capacity x outputs, and the gradient of the loss by its sums. */
  output: Float64Array;
  delta: Float64Array;
}

/**
 * A small fully connected network, ReLU inside and sigmoid at the end, with its gradients: what the paper's weighted
 * systems are made of. Examples come in chunks of at most `capacity`.
 */
export class DenseNetwork {
  readonly shape: NetworkShape;
  readonly capacity: number;
  /** All weights and biases, layer by layer; in the first layer the real inputs' rows come before the bits'. */
  readonly parameters: Float64Array;
  /** Gradients of the loss by the parameters, summed since the last `clearGradients`. */
  readonly gradients: Float64Array;
  /** Gradients by the real inputs of the last chunk, capacity x realInputs. */
  readonly inputGradients: Float64Array;
  private readonly layers: Layer[] = [];

  constructor(shape: NetworkShape, capacity: number) {
    this.shape = shape;
    this.capacity = capacity;
    let inputs = shape.realInputs + shape.bitInputs;
    let length = 0;
    for (const outputs of shape.layers) {
      this.layers.push({
        ...{ inputs, outputs, weights: length, biases: length + inputs * outputs },
        output: new Float64Array(capacity * outputs),
        delta: new Float64Array(capacity * outputs),
      });
      length += (inputs + 1) * outputs;
      inputs = outputs;
    }
    this.parameters = new Float64Array(length);
    this.gradients = new Float64Array(length);
    this.inputGradients = new Float64Array(capacity * shape.realInputs);
  }

  /** Weights and biases uniform within 1 / sqrt(inputs of the layer): PyTorch's default. */
  initialize(random: Random): void {
    for (const { inputs, outputs, weights } of this.layers) {
      const bound = 1 / Math.sqrt(inputs);
      const end = weights + (inputs + 1) * outputs;
      for (let i = weights; i < end; i++) this.parameters[i] = (2 * random.next() - 1) * bound;
    }
  }

  clearGradients(): void {
    this.gradients.fill(0);
  }

  /**
   * Runs a chunk through the network.
   * @param real rows x realInputs.
   * @param bits one word a row.
   * @returns the sigmoid outputs, rows x outputs, overwritten by the next call.
   */
  forward(real: Float64Array, bits: Uint32Array, rows: number): Float64Array {
    let input = real;
    this.layers.forEach((layer, l) => {
      const { inputs, outputs, output } = layer;
      this.spreadBiases(layer, rows);
      if (l === 0) this.addBitWeights(layer, bits, rows);
      const width = l === 0 ? this.shape.realInputs : inputs;
      const weights = rowMajor(this.parameters, outputs, layer.weights);
      addProduct(rows, outputs, width, rowMajor(input, width), weights, rowMajor(output, outputs));
      const isLast = l === this.layers.length - 1;
      for (let i = 0; i < rows * outputs; i++) {
        output[i] = isLast ? sigmoid(output[i]) : Math.max(output[i], 0);
      }
      input = output;
    });
    return input;
  }

  private spreadBiases({ outputs, biases, output }: Layer, rows: number): void {
    for (let r = 0; r < rows; r++) {
      for (let o = 0; o < outputs; o++) output[r * outputs + o] = this.parameters[biases + o];
    }
  }

  private addBitWeights({ outputs, weights, output }: Layer, bits: Uint32Array, rows: number): void {
    const { parameters } = this;
    const first = weights + this.shape.realInputs * outputs;
    for (let r = 0; r < rows; r++) {
      for (let rest = bits[r]; rest !== 0; rest &= rest - 1) {
        const row = first + (31 - Math.clz32(rest & -rest)) * outputs;
        for (let o = 0; o < outputs; o++) output[r * outputs + o] += parameters[row + o];
      }
    }
  }

  /**
   * Adds a chunk's part to the gradients, after `forward` of the same chunk. The loss is the published code's: the
   * cross-entropy of logits applied to outputs that are sigmoids already, L(p, y) = log(1 + exp(p)) - y p, averaged.
   * @param ones row r's target is a thermometer: ones[r] ones, then zeros.
   * @param scale 1 / (rows of the whole batch x outputs).
   */
  backward(real: Float64Array, bits: Uint32Array, ones: Uint8Array, rows: number, scale: number): void {
    const { parameters, gradients, layers } = this;
    this.computeOutputDelta(ones, rows, scale);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { inputs, outputs, weights, biases, delta } = layers[l];
      const below = l > 0 ? layers[l - 1] : null;
      const width = below ? inputs : this.shape.realInputs;
      const deltas = rowMajor(delta, outputs);
      const input = rowMajor(below ? below.output : real, width);
      addProduct(width, outputs, rows, transposed(input), deltas, rowMajor(gradients, outputs, weights));
      for (let r = 0; r < rows; r++) {
        for (let o = 0; o < outputs; o++) gradients[biases + o] += delta[r * outputs + o];
      }
      if (!below) this.addBitGradients(layers[l], bits, rows);
      const target = below ? below.delta : this.inputGradients;
      target.fill(0, 0, rows * width);
      const back = transposed(rowMajor(parameters, outputs, weights));
      addProduct(rows, width, outputs, deltas, back, rowMajor(target, width));
      if (below) {
        for (let i = 0; i < rows * width; i++) if (below.output[i] <= 0) target[i] = 0;
      }
    }
  }

  private computeOutputDelta(ones: Uint8Array, rows: number, scale: number): void {
    const { outputs, output, delta } = this.layers[this.layers.length - 1];
    for (let r = 0; r < rows; r++) {
      for (let o = 0; o < outputs; o++) {
        const p = output[r * outputs + o];
        const y = o < ones[r] ? 1 : 0;
        delta[r * outputs + o] = scale * (sigmoid(p) - y) * p * (1 - p);
      }
    }
  }

  private addBitGradients({ outputs, weights, delta }: Layer, bits: Uint32Array, rows: number): void {
    const { gradients } = this;
    const first = weights + this.shape.realInputs * outputs;
    for (let r = 0; r < rows; r++) {
      for (let rest = bits[r]; rest !== 0; rest &= rest - 1) {
        const row = first + (31 - Math.clz32(rest & -rest)) * outputs;
        for (let o = 0; o < outputs; o++) gradients[row + o] += delta[r * outputs + o];
      }
    }
  }

  /** Outputs of at least a half in one row of what `forward` returned: the prediction, in half stars. */
  countOnes(output: Float64Array, row: number): number {
    const { outputs } = this.layers[this.layers.length - 1];
    let count = 0;
    for (let o = 0; o < outputs; o++) if (output[row * outputs + o] >= 0.5) count++;
    return count;
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
