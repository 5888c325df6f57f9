import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { DenseNetwork, type NetworkShape } from '../../../src/baselines/paper/dense-network';
import { Adam } from '../../../src/baselines/weighted/adam';
import { createRandom } from '../../../src/lib/random';

const ROWS = 7;

/** One with bits only, as the per-user network; one with real inputs too, as the collaborative one. */
const SHAPES: Record<string, NetworkShape> = {
  'bits only': { realInputs: 0, bitInputs: 6, layers: [5, 4, 3] },
  'real inputs and bits': { realInputs: 4, bitInputs: 6, layers: [8, 5, 3] },
};

interface Case {
  network: DenseNetwork;
  real: Float64Array;
  bits: Uint32Array;
  ones: Uint8Array;
}

function makeCase(shape: NetworkShape): Case {
  const random = createRandom(5);
  const network = new DenseNetwork(shape, ROWS);
  network.initialize(random);
  return {
    network,
    real: new Float64Array(ROWS * shape.realInputs).map(() => random.normal()),
    bits: Uint32Array.from({ length: ROWS }, () => random.integer(2 ** shape.bitInputs)),
    ones: Uint8Array.from({ length: ROWS }, () => random.integer(1 + (shape.layers.at(-1) ?? 0))),
  };
}

function outputsOf({ shape }: DenseNetwork): number {
  return shape.layers[shape.layers.length - 1];
}

function backward({ network, real, bits, ones }: Case): void {
  network.clearGradients();
  network.forward(real, bits, ROWS);
  network.backward(real, bits, ones, ROWS, 1 / (ROWS * outputsOf(network)));
}

/** The published loss, in plain arithmetic. */
function loss({ network, real, bits, ones }: Case): number {
  const outputs = outputsOf(network);
  const output = network.forward(real, bits, ROWS);
  let sum = 0;
  for (let r = 0; r < ROWS; r++) {
    for (let o = 0; o < outputs; o++) {
      const p = output[r * outputs + o];
      sum += Math.log(1 + Math.exp(p)) - (o < ones[r] ? p : 0);
    }
  }
  return sum / (ROWS * outputs);
}

/** The same network in TensorFlow.js: weights and biases by layer, inputs as one matrix, targets. */
function inTensorFlow({ network, real, bits, ones }: Case) {
  const { realInputs, bitInputs, layers } = network.shape;
  const parameters: tf.Variable[] = [];
  let inputs = realInputs + bitInputs;
  let offset = 0;
  for (const outputs of layers) {
    const weights = network.parameters.slice(offset, offset + inputs * outputs);
    offset += inputs * outputs;
    parameters.push(tf.variable(tf.tensor2d(Float32Array.from(weights), [inputs, outputs])));
    const biases = network.parameters.slice(offset, offset + outputs);
    offset += outputs;
    parameters.push(tf.variable(tf.tensor1d(Float32Array.from(biases))));
    inputs = outputs;
  }
  const rows = Array.from({ length: ROWS }, (_, r) => [
    ...real.subarray(r * realInputs, (r + 1) * realInputs),
    ...Array.from({ length: bitInputs }, (_, b) => (bits[r] >>> b) & 1),
  ]);
  const input = tf.variable(tf.tensor2d(rows));
  const target = tf.tensor2d(
    Array.from(ones, (n) => Array.from({ length: outputsOf(network) }, (_, o) => (o < n ? 1 : 0))),
  );
  const forward = (): tf.Tensor => {
    let x: tf.Tensor = input;
    for (let l = 0; l < layers.length; l++) {
      const sum = x.matMul(parameters[2 * l]).add(parameters[2 * l + 1]);
      x = l === layers.length - 1 ? sum.sigmoid() : sum.relu();
    }
    return x;
  };
  const computeLoss = () => tf.losses.sigmoidCrossEntropy(target, forward()).asScalar();
  return { parameters, input, forward, computeLoss };
}

function flatten(tensors: tf.Tensor[]): number[] {
  return tensors.flatMap((tensor) => Array.from(tensor.dataSync()));
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const worst = Array.from(actual, (x, i) => Math.abs(x - expected[i])).reduce((a, b) => Math.max(a, b), 0);
  expect(worst).toBeLessThan(tolerance);
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe.each(Object.entries(SHAPES))('a network with %s', (_, shape) => {
  test('puts out what TensorFlow.js puts out', () => {
    const example = makeCase(shape);
    const { forward } = inTensorFlow(example);
    const output = example.network.forward(example.real, example.bits, ROWS);
    expectClose(output, forward().dataSync(), 1e-6);
  });

  test('has the gradients of TensorFlow.js, by parameters and by inputs', () => {
    const example = makeCase(shape);
    backward(example);
    const { parameters, input, computeLoss } = inTensorFlow(example);
    const { grads } = tf.variableGrads(computeLoss, [...parameters, input]);
    const expected = parameters.map(({ name }) => grads[name]);
    expect(Math.max(...example.network.gradients)).toBeGreaterThan(0.005);
    expectClose(example.network.gradients, flatten(expected), 1e-7);
    const byReal = grads[input.name].slice([0, 0], [ROWS, shape.realInputs]).dataSync();
    expectClose(example.network.inputGradients, byReal, 1e-7);
  });

  test('has the gradients of numerical differences', () => {
    const example = makeCase(shape);
    backward(example);
    const step = 1e-6;
    const slope = (values: Float64Array, i: number): number => {
      const held = values[i];
      values[i] = held + step;
      const above = loss(example);
      values[i] = held - step;
      const below = loss(example);
      values[i] = held;
      return (above - below) / (2 * step);
    };
    const { parameters, gradients, inputGradients } = example.network;
    expectClose(
      gradients,
      Array.from(parameters, (_, i) => slope(parameters, i)),
      1e-8,
    );
    expectClose(
      inputGradients,
      Array.from(example.real, (_, i) => slope(example.real, i)),
      1e-8,
    );
  });

  test('trains as in TensorFlow.js: 25 steps of Adam', () => {
    const example = makeCase(shape);
    const { parameters, computeLoss } = inTensorFlow(example);
    const optimizer = tf.train.adam(0.001, 0.9, 0.999, 1e-8);
    const adam = new Adam(example.network.parameters.length);
    const before = example.network.parameters.slice();
    for (let step = 0; step < 25; step++) {
      optimizer.minimize(computeLoss, false, parameters);
      backward(example);
      adam.update(example.network.parameters, example.network.gradients);
    }
    expect(Math.max(...before.map((x, i) => Math.abs(x - example.network.parameters[i])))).toBeGreaterThan(
      0.02,
    );
    expectClose(example.network.parameters, flatten(parameters), 1e-4);
  });

  test('adds up the same gradients in chunks', () => {
    const example = makeCase(shape);
    const { network, real, bits, ones } = example;
    backward(example);
    const whole = network.gradients.slice();
    network.clearGradients();
    for (const [start, end] of [
      [0, 4],
      [4, 5],
      [5, 7],
    ]) {
      const chunk = real.subarray(start * shape.realInputs, end * shape.realInputs);
      network.forward(chunk, bits.subarray(start, end), end - start);
      const scale = 1 / (ROWS * outputsOf(network));
      network.backward(chunk, bits.subarray(start, end), ones.subarray(start, end), end - start, scale);
    }
    expectClose(network.gradients, whole, 1e-15);
  });
});

test('initial weights and biases lie within 1 / sqrt(inputs), and fill that range', () => {
  const network = new DenseNetwork({ realInputs: 0, bitInputs: 25, layers: [400] }, 1);
  network.initialize(createRandom(2));
  expect(Math.max(...network.parameters)).toBeLessThanOrEqual(0.2);
  expect(Math.min(...network.parameters)).toBeGreaterThanOrEqual(-0.2);
  expect(Math.max(...network.parameters) - Math.min(...network.parameters)).toBeGreaterThan(0.39);
});

test('counts outputs of at least a half', () => {
  const network = new DenseNetwork({ realInputs: 0, bitInputs: 1, layers: [3] }, 2);
  expect(network.countOnes(Float64Array.of(0.5, 0.499, 0.9, 0, 0.1, 1), 0)).toBe(2);
  expect(network.countOnes(Float64Array.of(0.5, 0.499, 0.9, 0, 0.1, 1), 1)).toBe(1);
});
