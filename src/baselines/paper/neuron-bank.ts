/** What a neuron reads, packed in two words. */
export interface Pattern {
  /** Up to 32 bits from outside the bank. */
  inputs: number;
  /** Up to 20 bits: what the bank's own neurons fired last. */
  state: number;
}

/** How far the discriminating sum must be from zero to decide. */
const UNDECIDED = 1e-9;

/** Number of ones in a 32-bit word. */
export function countOnes(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/**
 * Weightless neurons that read the same connections: each stores pairs (pattern -> bit) in a lookup table.
 *
 * A pattern written with contradicting bits holds how often each was written; the majority speaks, a tie is undecided.
 * All that is kept are counts, so writes commute and can be taken back exactly.
 *
 * A neuron fires by the first of these that decides:
 * 1. exact match: the pattern is in its table;
 * 2. discriminating distance: the table read as one weight per input, P(input = 1 | bit = 1) - P(input = 1 | bit = 0),
 *    summed over the inputs, each counted from midway between the two probabilities. The neurons' own state is left
 *    out: it would have them repeat whatever they fired last;
 * 3. Hamming distance: the majority of what was written at the nearest stored patterns;
 * 4. the random bit that is passed in.
 */
export class NeuronBank {
  readonly neurons: number;
  private readonly inputCount: number;
  /** Place of a pattern in the rows below. */
  private readonly places = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly inputs: number[] = [];
  private readonly states: number[] = [];
  /** Writes of each stored pattern, and of those the ones, by neuron. */
  private readonly writes: number[] = [];
  private readonly ones: Uint32Array[] = [];
  private total = 0;
  /** Writes in which the neuron's bit is 1; in which the input is 1; in which both are (input-major). */
  private readonly onesOfNeuron: Uint32Array;
  private readonly onesOfInput: Uint32Array;
  private readonly onesOfBoth: Uint32Array;
  /** Discriminating weights, input-major, and the sum when all inputs are 0; null after a write. */
  private weights: { perInput: Float64Array; base: Float64Array } | null = null;

  /** @param inputCount inputs from outside, at most 32. @param neurons fed back as state, at most 20. */
  constructor(inputCount: number, neurons: number) {
    this.inputCount = inputCount;
    this.neurons = neurons;
    this.onesOfNeuron = new Uint32Array(neurons);
    this.onesOfInput = new Uint32Array(inputCount);
    this.onesOfBoth = new Uint32Array(inputCount * neurons);
  }

  /** Number of different patterns stored. */
  get size(): number {
    return this.keys.length;
  }

  /** Writes a bit for every neuron at a pattern. @param bits bit k is for neuron k. */
  write(pattern: Pattern, bits: number): void {
    const key = keyOf(pattern);
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.keys.length;
      this.places.set(key, place);
      this.keys.push(key);
      this.inputs.push(pattern.inputs);
      this.states.push(pattern.state);
      this.writes.push(0);
      this.ones.push(new Uint32Array(this.neurons));
    }
    this.count(place, bits, 1);
  }

  /** Takes a write back. @throws RangeError if it was never made. */
  erase(pattern: Pattern, bits: number): void {
    const place = this.places.get(keyOf(pattern));
    const isHeld =
      place !== undefined &&
      this.ones[place].every((n, k) => ((bits >>> k) & 1 ? n > 0 : n < this.writes[place]));
    if (!isHeld) throw new RangeError('What was never written cannot be erased.');
    this.count(place, bits, -1);
    if (this.writes[place] === 0) this.drop(place);
  }

  private count(place: number, bits: number, change: 1 | -1): void {
    const { neurons, onesOfBoth } = this;
    const ones = this.ones[place];
    this.writes[place] += change;
    this.total += change;
    for (let k = 0; k < neurons; k++) {
      if ((bits >>> k) & 1) {
        ones[k] += change;
        this.onesOfNeuron[k] += change;
      }
    }
    for (let j = 0; j < this.inputCount; j++) {
      if (((this.inputs[place] >>> j) & 1) === 0) continue;
      this.onesOfInput[j] += change;
      for (let k = 0; k < neurons; k++) onesOfBoth[j * neurons + k] += change * ((bits >>> k) & 1);
    }
    this.weights = null;
  }

  /** The last row takes the place of the dropped one. */
  private drop(place: number): void {
    const last = this.keys.length - 1;
    this.places.delete(this.keys[place]);
    if (place !== last) this.places.set(this.keys[last], place);
    for (const column of [this.keys, this.inputs, this.states, this.writes]) {
      column[place] = column[last];
      column.pop();
    }
    this.ones[place] = this.ones[last];
    this.ones.pop();
  }

  /** The neurons' bits for a pattern. @param random a word of random bits, for neurons that nothing decides. */
  fire(pattern: Pattern, random: number): number {
    const place = this.places.get(keyOf(pattern));
    let fired = 0;
    let open = (1 << this.neurons) - 1;
    const decide = (k: number, lean: number) => {
      if (lean === 0) return;
      open &= ~(1 << k);
      if (lean > 0) fired |= 1 << k;
    };
    if (place !== undefined) {
      for (let k = 0; k < this.neurons; k++) decide(k, 2 * this.ones[place][k] - this.writes[place]);
    }
    if (open !== 0 && this.total > 0) {
      const sums = this.discriminate(pattern.inputs);
      for (let k = 0; k < this.neurons; k++) {
        if ((open >>> k) & 1 && Math.abs(sums[k]) > UNDECIDED) decide(k, sums[k]);
      }
    }
    if (open !== 0 && this.total > 0) {
      const leans = this.nearest(pattern);
      for (let k = 0; k < this.neurons; k++) if ((open >>> k) & 1) decide(k, leans[k]);
    }
    return fired | (random & open);
  }

  private discriminate(inputs: number): Float64Array {
    this.weights ??= this.computeWeights();
    const { perInput, base } = this.weights;
    const sums = base.slice();
    for (let j = 0; j < this.inputCount; j++) {
      if (((inputs >>> j) & 1) === 0) continue;
      for (let k = 0; k < this.neurons; k++) sums[k] += perInput[j * this.neurons + k];
    }
    return sums;
  }

  /** A neuron that has only ever been written one bit has no weights: its sum stays 0. */
  private computeWeights(): { perInput: Float64Array; base: Float64Array } {
    const { neurons, total } = this;
    const perInput = new Float64Array(this.onesOfBoth.length);
    const base = new Float64Array(neurons);
    for (let k = 0; k < neurons; k++) {
      const ones = this.onesOfNeuron[k];
      if (ones === 0 || ones === total) continue;
      for (let j = 0; j < this.inputCount; j++) {
        const both = this.onesOfBoth[j * neurons + k];
        const given1 = both / ones;
        const given0 = (this.onesOfInput[j] - both) / (total - ones);
        perInput[j * neurons + k] = given1 - given0;
        base[k] -= ((given1 - given0) * (given1 + given0)) / 2;
      }
    }
    return { perInput, base };
  }

  /** For each neuron, ones minus zeros written at the stored patterns of least Hamming distance. */
  private nearest({ inputs, state }: Pattern): Int32Array {
    const leans = new Int32Array(this.neurons);
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < this.keys.length; place++) {
      const distance = countOnes(this.inputs[place] ^ inputs) + countOnes(this.states[place] ^ state);
      if (distance > least) continue;
      if (distance < least) {
        least = distance;
        leans.fill(0);
      }
      for (let k = 0; k < this.neurons; k++) leans[k] += 2 * this.ones[place][k] - this.writes[place];
    }
    return leans;
  }
}

function keyOf({ inputs, state }: Pattern): number {
  return (state >>> 0) * 4294967296 + (inputs >>> 0);
}
