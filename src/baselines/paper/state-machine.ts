import { hashIntegers } from '../../lib/hash';
import { deriveSeed } from '../../lib/random';
import { countOnes, NeuronBank, type Pattern } from './neuron-bank';

/** Steps the machine is given to settle on an answer. */
const SETTLING_STEPS = 5;

/** One entry that learning writes: in this bank, at this pattern, these bits. */
interface Transition {
  bank: NeuronBank;
  pattern: Pattern;
  bits: number;
}

/**
 * A neural state machine after Aleksander, as the paper describes its model: input neurons I, state neurons Q, one per
 * input, and output neurons Z (Aleksander and Morton, An Introduction to Neural Computing, 1990; Latif, Behera,
 * Al-Ebrahim, arXiv 2511.05499). The paper's own source is not public: this is a reconstruction.
 *
 * Q neurons of a channel read the channel's inputs and states; Z neurons read all of Q and Z. Learning clamps Q to the
 * input, which dominates it, and Z to the answer, and writes two transitions: from rest into that state, and the state
 * into itself. Recall starts at rest, holds the input and lets the machine settle.
 */
export class StateMachine {
  private readonly channels: readonly number[];
  private readonly seed: number;
  private readonly stateBanks: NeuronBank[];
  private readonly outputBank: NeuronBank;

  /**
   * @param channels bits of each input channel, in bit order; at most 32 in all.
   * @param outputs number of Z neurons, at most 20.
   * @param seed decides what neurons do that have nothing to go by.
   */
  constructor(channels: readonly number[], outputs: number, seed: number) {
    this.channels = channels;
    this.seed = deriveSeed(seed, 'state-machine');
    this.stateBanks = channels.map((size) => new NeuronBank(size, size));
    const inputs = channels.reduce((sum, size) => sum + size, 0);
    this.outputBank = new NeuronBank(inputs, outputs);
  }

  /** Learns one association, at once. @param input packed input bits. @param output packed bits of Z. */
  learn(input: number, output: number): void {
    for (const { bank, pattern, bits } of this.transitions(input, output)) bank.write(pattern, bits);
  }

  /** Forgets one association, exactly. @throws RangeError if it was never learned. */
  unlearn(input: number, output: number): void {
    for (const { bank, pattern, bits } of this.transitions(input, output)) bank.erase(pattern, bits);
  }

  private transitions(input: number, output: number): Transition[] {
    const fromRestAndBack = (bank: NeuronBank, inputs: number, bits: number) =>
      [0, bits].map((state) => ({ bank, pattern: { inputs, state }, bits }));
    // The output bank first: it alone tells whether an association was ever learned.
    const all = fromRestAndBack(this.outputBank, input, output);
    let shift = 0;
    this.channels.forEach((size, c) => {
      const inputs = (input >>> shift) & ((1 << size) - 1);
      all.push(...fromRestAndBack(this.stateBanks[c], inputs, inputs));
      shift += size;
    });
    return all;
  }

  /** The output after settling on an input. The same machine always gives the same answer. */
  recall(input: number): number {
    let state = 0;
    let output = 0;
    for (let step = 0; step < SETTLING_STEPS; step++) {
      const random = hashIntegers(hashIntegers(this.seed, input), step);
      let next = 0;
      let shift = 0;
      for (let c = 0; c < this.channels.length; c++) {
        const mask = (1 << this.channels[c]) - 1;
        const pattern = { inputs: (input >>> shift) & mask, state: (state >>> shift) & mask };
        next |= this.stateBanks[c].fire(pattern, hashIntegers(random, c)) << shift;
        shift += this.channels[c];
      }
      state = next;
      output = this.outputBank.fire({ inputs: state, state: output }, random);
    }
    return output;
  }

  /** Number of ones in the settled output. */
  recallOnes(input: number): number {
    return countOnes(this.recall(input));
  }
}
