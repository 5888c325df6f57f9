import { createRandom, deriveSeed } from '../../lib/random';
import type { Recommender } from '../recommender';
import { Adam } from '../weighted/adam';
import { DenseNetwork } from './dense-network';
import { encodePaperBits, PAPER_BITS, RATING_BITS } from './paper-encoding';
import { readOnes, targetOnes } from './paper-rating';

const EPOCHS = 25;
/** Examples that go through the network together; the batch is still the whole history. */
const CHUNK = 64;
const NO_REAL_INPUTS = new Float64Array(0);

/**
 * The paper's weighted rival, one network a user: 26-32-16-10, ReLU, sigmoid outputs, Adam, 25 epochs of one batch each.
 * As published: PyTorch's initial weights, a loss for logits applied to sigmoids, stars truncated, and a prediction that
 * counts the outputs of at least a half. So few steps hardly move the network; the published figures are its figures.
 */
export const weightedPaper: Recommender = {
  name: 'weighted-paper',
  fit({ catalogue, join, feedback }) {
    const bitsOfItem = encodePaperBits(catalogue, join);
    return {
      personalize({ item, halfStars }, seed) {
        const network = new DenseNetwork(
          { realInputs: 0, bitInputs: PAPER_BITS, layers: [32, 16, RATING_BITS] },
          CHUNK,
        );
        network.initialize(createRandom(deriveSeed(seed, 'weighted-paper')));
        const bits = Uint32Array.from(item, (i) => bitsOfItem[i]);
        const ones = Uint8Array.from(halfStars, (h) => targetOnes(h, feedback));
        train(network, bits, ones);
        return {
          predict: (items) =>
            predictOnes(
              network,
              Uint32Array.from(items, (i) => bitsOfItem[i]),
            ).map((n) => readOnes(n, feedback)),
        };
      },
    };
  },
};

function train(network: DenseNetwork, bits: Uint32Array, ones: Uint8Array): void {
  if (bits.length === 0) return;
  const adam = new Adam(network.parameters.length);
  const scale = 1 / (bits.length * RATING_BITS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    network.clearGradients();
    for (let start = 0; start < bits.length; start += CHUNK) {
      const rows = Math.min(CHUNK, bits.length - start);
      const chunk = bits.subarray(start, start + rows);
      network.forward(NO_REAL_INPUTS, chunk, rows);
      network.backward(NO_REAL_INPUTS, chunk, ones.subarray(start, start + rows), rows, scale);
    }
    adam.update(network.parameters, network.gradients);
  }
}

function predictOnes(network: DenseNetwork, bits: Uint32Array): Float64Array {
  const ones = new Float64Array(bits.length);
  for (let start = 0; start < bits.length; start += CHUNK) {
    const rows = Math.min(CHUNK, bits.length - start);
    const output = network.forward(NO_REAL_INPUTS, bits.subarray(start, start + rows), rows);
    for (let r = 0; r < rows; r++) ones[start + r] = network.countOnes(output, r);
  }
  return ones;
}
