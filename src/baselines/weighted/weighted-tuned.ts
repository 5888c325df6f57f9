import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { type EnvelopeFormat, seal, unseal } from '../../lib/envelope';
import { solveSymmetric } from '../../lib/linear-algebra';
import { createRandom, deriveSeed } from '../../lib/random';
import { optionsFor } from '../chosen-options';
import { deviationsOf, expectedOfFilms, historyOf, scaleOf } from '../deviations';
import { gateFor } from '../history-gate';
import type { FittedRecommender, History, PersonalRecommender, Recommender, Training } from '../recommender';
import { type RetinaBits, retinaBits } from '../retina-bits';
import { Adam } from './adam';
import { SparseMlp } from './sparse-mlp';
import { WEIGHTED_TUNED, type WeightedTunedOptions } from './weighted-options';

/** Numbers that stand for a user; the film's own expectation stands before them among the real inputs. */
const USER_WIDTH = 16;
const HIDDEN = { first: 48, second: 24 };
const BATCH = 256;
const LEARNING_RATE = 2e-3;
/** Of the users' numbers, so that the network can do without them. */
const DROPPED = 0.5;

const FORMAT: EnvelopeFormat = { magic: 'WLWT', version: 1, what: 'The fitted weighted network' };

/**
 * The paper's weighted system given its best: a perceptron on the wnn's own retina, trained on all training users, each with
 * 16 numbers of their own that are dropped half of the time; a new user starts from the common weights and no numbers.
 * It explains what is left of mu, b_i and b_u. The last layer is moved by least squares, then all weights by a few full-batch Adam steps on the user's ratings, held to
 * the start (L2-SP: Li, Grandvalet and Davoine 2018, arXiv 1802.01483). What was learned from a rating is spread over all
 * weights: it can be forgotten only by training anew.
 */
export function createWeightedTuned(own: Partial<WeightedTunedOptions> = {}): Recommender {
  const settingsOf = ({ feedback }: Training) => optionsFor(WEIGHTED_TUNED, feedback, own);
  return {
    name: 'weighted-tuned',
    fit(training) {
      const settings = settingsOf(training);
      return new FittedWeighted(training, settings, Float32Array.from(trainAll(training, settings)));
    },
    pack(fitted) {
      if (!(fitted instanceof FittedWeighted)) throw new TypeError('Not fitted by weighted-tuned.');
      const { buffer, byteOffset, byteLength } = fitted.start;
      const writer = new ByteWriter();
      writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
      return seal(FORMAT, writer.finish());
    },
    unpack(bytes, training) {
      const reader = new ByteReader(unseal(FORMAT, bytes).payload);
      const start = new Float32Array(reader.bytes(reader.remaining).slice().buffer);
      if (start.length !== networkFor(retinaBits(training.catalogue)).places.length) {
        throw new DamagedBytesError(`${FORMAT.what} is of other data.`);
      }
      return new FittedWeighted(training, settingsOf(training), start);
    },
  };
}

/** With the defaults. */
export const weightedTuned: Recommender = createWeightedTuned();

function networkFor({ bitCount }: RetinaBits): SparseMlp {
  return new SparseMlp({ bits: bitCount, real: 1 + USER_WIDTH, ...HIDDEN });
}

/** What is expected of each film, standardized over films. */
function standardized(expected: Float64Array): Float64Array {
  const mean = expected.reduce((sum, value) => sum + value, 0) / expected.length;
  const squares = expected.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return expected.map((value) => (value - mean) / Math.sqrt(squares / expected.length + 1e-9));
}

/** Trains the common network; squared error of what ratings say beyond film and user. @returns its parameters. */
function trainAll(training: Training, { epochs }: WeightedTunedOptions): Float64Array {
  const { catalogue, ratings, effects, feedback, seed } = training;
  const bits = retinaBits(catalogue);
  const network = networkFor(bits);
  const random = createRandom(deriveSeed(seed, 'weighted-tuned'));
  const parameters = network.initialize(random, bits.bit.length / catalogue.count);
  const expected = expectedOfFilms(effects, feedback);
  const looks = standardized(expected);
  const owner = new Uint32Array(ratings.count);
  const target = new Float64Array(ratings.count);
  for (let u = 0; u < ratings.userCount; u++) {
    const [from, to] = [ratings.offsets[u], ratings.offsets[u + 1]];
    owner.fill(u, from, to);
    target.set(deviationsOf(historyOf(ratings, u), expected, { feedback: scaleOf(feedback) }).residual, from);
  }
  const users = new Float64Array(ratings.userCount * USER_WIDTH).map(() => 0.1 * random.normal());
  const userGradients = new Float64Array(users.length);
  const gradients = new Float64Array(parameters.length);
  const real = new Float64Array(1 + USER_WIDTH);
  const realGradients = new Float64Array(1 + USER_WIDTH);
  const adam = new Adam(parameters.length, LEARNING_RATE);
  const userAdam = new Adam(users.length, LEARNING_RATE);
  const order = Uint32Array.from(ratings.item, (_, r) => r);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.subarray(start, start + BATCH);
      gradients.fill(0);
      userGradients.fill(0);
      for (const r of batch) {
        const own = owner[r] * USER_WIDTH;
        const known = random.next() >= DROPPED;
        real.fill(0);
        realGradients.fill(0);
        real[0] = looks[ratings.item[r]];
        if (known) real.set(users.subarray(own, own + USER_WIDTH), 1);
        const [from, to] = [bits.offsets[ratings.item[r]], bits.offsets[ratings.item[r] + 1]];
        const slope =
          (2 * (network.forward(parameters, bits.bit, from, to, real) - target[r])) / batch.length;
        network.backward(parameters, gradients, bits.bit, from, to, real, slope, realGradients);
        if (known) for (let d = 0; d < USER_WIDTH; d++) userGradients[own + d] += realGradients[1 + d];
      }
      adam.update(parameters, gradients);
      userAdam.update(users, userGradients);
    }
  }
  return parameters;
}

class FittedWeighted implements FittedRecommender {
  /** 32-bit numbers, so that they are the same when read back from a file. */
  readonly start: Float32Array;
  private readonly training: Training;
  private readonly settings: WeightedTunedOptions;
  private readonly bits: RetinaBits;
  private readonly network: SparseMlp;
  private readonly expected: Float64Array;
  private readonly looks: Float64Array;

  constructor(training: Training, settings: WeightedTunedOptions, start: Float32Array) {
    this.training = training;
    this.settings = settings;
    this.start = start;
    this.bits = retinaBits(training.catalogue);
    this.network = networkFor(this.bits);
    this.expected = expectedOfFilms(training.effects, training.feedback);
    this.looks = standardized(this.expected);
  }

  personalize(history: History): PersonalRecommender {
    const { expected, settings, training } = this;
    const { userBias, residual } = deviationsOf(history, expected, training);
    const gate = gateFor(settings.gates, history.item.length);
    const base = gate.userBias * userBias;
    const parameters = Float64Array.from(this.start);
    const user = new Float64Array(USER_WIDTH);
    if (history.item.length > 0) this.train(parameters, user, history.item, residual);
    return {
      predict: (items) =>
        Float64Array.from(
          items,
          (item) => expected[item] + base + gate.votes * this.ask(parameters, user, item).output,
        ),
    };
  }

  private ask(parameters: Float64Array, user: Float64Array, item: number) {
    const real = new Float64Array(1 + USER_WIDTH);
    real[0] = this.looks[item];
    real.set(user, 1);
    const [from, to] = [this.bits.offsets[item], this.bits.offsets[item + 1]];
    return { output: this.network.forward(parameters, this.bits.bit, from, to, real), real, from, to };
  }

  private train(
    parameters: Float64Array,
    user: Float64Array,
    items: Uint32Array,
    target: Float64Array,
  ): void {
    const { network, settings, start, bits } = this;
    this.moveLastLayer(parameters, user, items, target);
    const gradients = new Float64Array(parameters.length);
    const realGradients = new Float64Array(1 + USER_WIDTH);
    const adam = new Adam(parameters.length, settings.rate);
    const userAdam = new Adam(USER_WIDTH, settings.rate);
    for (let step = 0; step < settings.steps; step++) {
      for (let k = 0; k < gradients.length; k++) gradients[k] = settings.hold * (parameters[k] - start[k]);
      realGradients.fill(0);
      items.forEach((item, r) => {
        const { output, real, from, to } = this.ask(parameters, user, item);
        const slope = (2 * (output - target[r])) / target.length;
        network.backward(parameters, gradients, bits.bit, from, to, real, slope, realGradients);
      });
      adam.update(parameters, gradients);
      const userGradients = realGradients.subarray(1).map((value, d) => value + settings.hold * user[d]);
      userAdam.update(user, userGradients);
    }
  }

  /** Least squares for the last layer, held to where it stands. */
  private moveLastLayer(
    parameters: Float64Array,
    user: Float64Array,
    items: Uint32Array,
    target: Float64Array,
  ): void {
    const { second } = this.network.shape;
    const width = second + 1;
    const gram = new Float64Array(width * width);
    const moment = new Float64Array(width);
    for (let a = 0; a < width; a++) gram[a * width + a] = this.settings.lastPenalty;
    const inputs = new Float64Array(width).fill(1);
    items.forEach((item, r) => {
      const rest = target[r] - this.ask(parameters, user, item).output;
      inputs.set(this.network.hidden);
      for (let a = 0; a < width; a++) {
        moment[a] += rest * inputs[a];
        for (let b = 0; b <= a; b++) gram[a * width + b] += inputs[a] * inputs[b];
      }
    });
    const move = solveSymmetric(gram, width, moment);
    for (let a = 0; a < width; a++) parameters[this.network.places.output + a] += move[a];
  }
}
