import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { type EnvelopeFormat, seal, unseal } from '../../lib/envelope';
import { createRandom, deriveSeed, type Random } from '../../lib/random';
import { transpose } from '../../lib/sparse-matrix';
import type {
  Feedback,
  FittedRecommender,
  History,
  PersonalRecommender,
  Recommender,
  Training,
} from '../recommender';
import { Adam, EmbeddingTable } from '../weighted/adam';
import { DenseNetwork } from './dense-network';
import { leporidEmbedding } from './leporid';
import { encodePaperBits, PAPER_BITS, RATING_BITS } from './paper-encoding';
import { readOnes, targetOnes } from './paper-rating';

const WIDTH = 32;
const EPOCHS = 25;
const BATCH = 256;
/** Examples that go through the network together; small enough to stay in the processor's nearest cache. */
const CHUNK = 32;

const FORMAT: EnvelopeFormat = { magic: 'WLCF', version: 1, what: 'The fitted collaborative network' };

/** Where the embeddings start: as published, or as LEPORID proposes. */
export type EmbeddingStart = 'normal' | 'leporid';

/** What training produced, rounded to 32-bit floats so that it is the same when read back from a file. */
interface CfParameters {
  /** Rows of `together` x WIDTH. */
  users: Float32Array;
  /** Items of the catalogue x WIDTH. */
  films: Float32Array;
  network: Float32Array;
}

/**
 * The paper's collaborative rival: embeddings of user and film (32 each) beside the 26 bits, then 64-32-10, ReLU, sigmoid
 * outputs, Adam, 25 epochs in batches of 256. As published: PyTorch's initial values (embeddings normal, so that a film
 * nobody rated is a random point), a loss for logits applied to sigmoids, stars truncated, outputs of at least a half
 * counted. It knows only users it was trained on, hence `together`; anyone else is the origin.
 * @param start `leporid` lets users and films start at eigenvectors of who rated what, the rival started well.
 */
export function createCfPaper(start: EmbeddingStart): Recommender {
  const name = start === 'normal' ? 'cf-paper' : 'cf-paper-leporid';
  return {
    name,
    fit: (training, together) => new FittedCfPaper(train(training, together, start), training),
    pack(fitted) {
      if (!(fitted instanceof FittedCfPaper)) throw new TypeError(`Not fitted by ${name}.`);
      return packParameters(fitted.parameters);
    },
    unpack: unpackCfPaper,
  };
}

/** As published. */
export const cfPaper: Recommender = createCfPaper('normal');

function unpackCfPaper(bytes: Uint8Array, training: Training, together: readonly History[]) {
  const parameters = unpackParameters(bytes);
  const fits =
    parameters.users.length === together.length * WIDTH &&
    parameters.films.length === training.catalogue.count * WIDTH &&
    parameters.network.length === createNetwork().parameters.length;
  if (!fits) throw new DamagedBytesError(`${FORMAT.what} is of other data.`);
  return new FittedCfPaper(parameters, training);
}

function createNetwork(): DenseNetwork {
  return new DenseNetwork(
    { realInputs: 2 * WIDTH, bitInputs: PAPER_BITS, layers: [64, 32, RATING_BITS] },
    CHUNK,
  );
}

class FittedCfPaper implements FittedRecommender {
  readonly parameters: CfParameters;
  private readonly feedback: Feedback;
  private readonly bitsOfItem: Uint32Array;
  private readonly network = createNetwork();
  private readonly real = new Float64Array(CHUNK * 2 * WIDTH);
  private readonly bits = new Uint32Array(CHUNK);

  constructor(parameters: CfParameters, { catalogue, join, feedback }: Training) {
    this.parameters = parameters;
    this.feedback = feedback;
    this.bitsOfItem = encodePaperBits(catalogue, join);
    this.network.parameters.set(parameters.network);
  }

  personalize(_history: History, _seed: number, index: number): PersonalRecommender {
    const user = this.parameters.users.subarray(index * WIDTH, (index + 1) * WIDTH);
    return { predict: (items) => this.predict(user, items) };
  }

  private predict(user: Float32Array, items: Uint32Array): Float64Array {
    const { network, real, bits, bitsOfItem } = this;
    const { films } = this.parameters;
    const predictions = new Float64Array(items.length);
    real.fill(0);
    for (let r = 0; r < CHUNK; r++) real.set(user, r * 2 * WIDTH);
    for (let start = 0; start < items.length; start += CHUNK) {
      const rows = Math.min(CHUNK, items.length - start);
      for (let r = 0; r < rows; r++) {
        const item = items[start + r];
        real.set(films.subarray(item * WIDTH, (item + 1) * WIDTH), r * 2 * WIDTH + WIDTH);
        bits[r] = bitsOfItem[item];
      }
      const output = network.forward(real, bits, rows);
      for (let r = 0; r < rows; r++) {
        predictions[start + r] = readOnes(network.countOnes(output, r), this.feedback);
      }
    }
    return predictions;
  }
}

/** All ratings of `together` as parallel arrays. */
interface Examples {
  user: Uint32Array;
  item: Uint32Array;
  bits: Uint32Array;
  ones: Uint8Array;
}

function train(
  { catalogue, join, feedback, seed }: Training,
  together: readonly History[],
  start: EmbeddingStart,
): CfParameters {
  const random = createRandom(deriveSeed(seed, 'cf-paper'));
  const examples = gather(together, encodePaperBits(catalogue, join), feedback);
  const starts =
    start === 'normal'
      ? [together.length, catalogue.count].map((rows) => drawNormal(rows * WIDTH, random))
      : leporidStarts(together, catalogue.count, random);
  const [users, films] = starts.map((values) => new EmbeddingTable(values, WIDTH));
  const network = createNetwork();
  network.initialize(random);
  const adam = new Adam(network.parameters.length);
  const order = Uint32Array.from(examples.item, (_, e) => e);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    random.shuffle(order);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.subarray(start, start + BATCH);
      network.clearGradients();
      accumulate(network, users, films, examples, batch);
      adam.update(network.parameters, network.gradients);
      users.update();
      films.update();
    }
  }
  users.finish();
  films.finish();
  return {
    users: Float32Array.from(users.values),
    films: Float32Array.from(films.values),
    network: Float32Array.from(network.parameters),
  };
}

/** Of users by the films they rated, and of films by the users who rated them. */
function leporidStarts(together: readonly History[], filmCount: number, random: Random): Float64Array[] {
  const sorted = together.map(({ item }) => item.slice().sort());
  const offsets = new Uint32Array(together.length + 1);
  sorted.forEach((items, user) => {
    offsets[user + 1] = offsets[user] + items.length;
  });
  const column = new Uint32Array(offsets[together.length]);
  sorted.forEach((items, user) => {
    column.set(items, offsets[user]);
  });
  const value = new Float32Array(column.length).fill(1);
  const byUser = { rowCount: together.length, columnCount: filmCount, offsets, column, value };
  return [byUser, transpose(byUser)].map((rated) => leporidEmbedding(rated, WIDTH, random));
}

function gather(together: readonly History[], bitsOfItem: Uint32Array, feedback: Feedback): Examples {
  const length = together.reduce((sum, history) => sum + history.item.length, 0);
  const examples: Examples = {
    user: new Uint32Array(length),
    item: new Uint32Array(length),
    bits: new Uint32Array(length),
    ones: new Uint8Array(length),
  };
  let e = 0;
  together.forEach(({ item, halfStars }, user) => {
    for (let r = 0; r < item.length; r++, e++) {
      examples.user[e] = user;
      examples.item[e] = item[r];
      examples.bits[e] = bitsOfItem[item[r]];
      examples.ones[e] = targetOnes(halfStars[r], feedback);
    }
  });
  return examples;
}

function drawNormal(length: number, random: Random): Float64Array {
  return new Float64Array(length).map(() => random.normal());
}

const chunkReal = new Float64Array(CHUNK * 2 * WIDTH);
const chunkBits = new Uint32Array(CHUNK);
const chunkOnes = new Uint8Array(CHUNK);

/** Gradients of one batch, in network and tables. */
function accumulate(
  network: DenseNetwork,
  users: EmbeddingTable,
  films: EmbeddingTable,
  examples: Examples,
  batch: Uint32Array,
): void {
  const scale = 1 / (batch.length * RATING_BITS);
  for (let start = 0; start < batch.length; start += CHUNK) {
    const rows = Math.min(CHUNK, batch.length - start);
    for (let r = 0; r < rows; r++) {
      const e = batch[start + r];
      users.read(examples.user[e], chunkReal, r * 2 * WIDTH);
      films.read(examples.item[e], chunkReal, r * 2 * WIDTH + WIDTH);
      chunkBits[r] = examples.bits[e];
      chunkOnes[r] = examples.ones[e];
    }
    network.forward(chunkReal, chunkBits, rows);
    network.backward(chunkReal, chunkBits, chunkOnes, rows, scale);
    for (let r = 0; r < rows; r++) {
      const e = batch[start + r];
      users.addGradient(examples.user[e], network.inputGradients, r * 2 * WIDTH);
      films.addGradient(examples.item[e], network.inputGradients, r * 2 * WIDTH + WIDTH);
    }
  }
}

function packParameters({ users, films, network }: CfParameters): Uint8Array {
  const writer = new ByteWriter();
  for (const values of [users, films, network]) {
    writer.varint(values.length);
    writer.bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return seal(FORMAT, writer.finish());
}

function unpackParameters(bytes: Uint8Array): CfParameters {
  const reader = new ByteReader(unseal(FORMAT, bytes).payload);
  const read = () => new Float32Array(reader.bytes(4 * reader.varint()).slice().buffer);
  return { users: read(), films: read(), network: read() };
}
