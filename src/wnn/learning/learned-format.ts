import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import type { NodeBank } from '../node-bank';
import { AXIS_UNITS } from './axes';
import { assembleRanking, type RankingModel } from './ranking-model';
import { assembleRating, type Codes, type RatingModel } from './rating-model';

const RATING_FORMAT = { magic: 'WLRT', version: 1, what: 'The learned rating model' };
const RANKING_FORMAT = { magic: 'WLRK', version: 1, what: 'The learned ranking model' };

/** What is learned, and nothing that follows from the catalogue: tuples, strengths, gate, codes. */
export function encodeRating({ fit, tuples, codes }: RatingModel): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.byte(fit.vote.absolute ? 1 : 0);
  writeNumbers(writer, [fit.vote.lambda]);
  writeNumbers(writer, fit.gate.knots);
  for (const { offset, userBias, votes, slope } of fit.gate.gates) {
    writeNumbers(writer, [offset, userBias, votes, slope]);
  }
  writeTuples(writer, tuples);
  writeNumbers(writer, fit.kept);
  writeNumbers(writer, fit.strength);
  writeNumbers(writer, fit.axisStrength);
  writer.varint(codes?.factors.dimensions ?? 0);
  if (codes) {
    writer.varint(codes.factors.values.length);
    for (const value of codes.factors.values) writer.byte((value * AXIS_UNITS) & 0xff);
    writeNumbers(writer, codes.cuts);
  }
  return seal(RATING_FORMAT, writer.finish());
}

/**
 * @param catalogue and effects as they were when the model was learned.
 * @throws DamagedBytesError if the bytes are damaged, of another kind, or of another catalogue.
 */
export function decodeRating(catalogue: Catalogue, effects: ItemEffects, bytes: Uint8Array): RatingModel {
  const reader = new ByteReader(unseal(RATING_FORMAT, bytes).payload);
  const absolute = reader.byte() === 1;
  const [lambda] = readNumbers(reader);
  const knots = [...readNumbers(reader)];
  const gates = knots.map(() => {
    const [offset, userBias, votes, slope] = readNumbers(reader);
    return { offset, userBias, votes, slope };
  });
  const tuples = readTuples(reader);
  const kept = [...readNumbers(reader)];
  const strength = readNumbers(reader);
  const axisStrength = readNumbers(reader);
  const codes = readCodes(reader, catalogue.count);
  const fit = { kept, strength, axisStrength, vote: { lambda, absolute }, gate: { knots, gates } };
  return assembleRating(catalogue, effects, fit, tuples, codes);
}

function readCodes(reader: ByteReader, itemCount: number): Codes | null {
  const dimensions = reader.varint();
  if (dimensions === 0) return null;
  const length = reader.varint();
  if (length !== dimensions * itemCount) {
    throw new DamagedBytesError(`${RATING_FORMAT.what} belongs to another catalogue.`);
  }
  const stored = Int8Array.from(reader.bytes(length));
  return {
    factors: { dimensions, values: Float64Array.from(stored, (value) => value / AXIS_UNITS) },
    cuts: readNumbers(reader),
  };
}

/** What is learned, and nothing that follows from catalogue and effects: tuples, weights, anchor cells. */
export function encodeRanking(model: RankingModel): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeNumbers(writer, [model.smoothing]);
  writeTuples(writer, model.tuples);
  writeNumbers(writer, model.liked);
  writeNumbers(writer, model.watched);
  writer.varint(model.anchors?.nodeCount ?? 0);
  if (model.anchors) {
    writeNumbers(writer, model.anchors.firstCell);
    writer.bytes(Uint8Array.from(model.anchors.cell));
  }
  return seal(RANKING_FORMAT, writer.finish());
}

/** As `decodeRating`. */
export function decodeRanking(catalogue: Catalogue, effects: ItemEffects, bytes: Uint8Array): RankingModel {
  const reader = new ByteReader(unseal(RANKING_FORMAT, bytes).payload);
  const [smoothing] = readNumbers(reader);
  const tuples = readTuples(reader);
  const liked = readNumbers(reader);
  const watched = readNumbers(reader);
  const nodeCount = reader.varint();
  let anchors: NodeBank | null = null;
  if (nodeCount > 0) {
    const firstCell = Uint32Array.from(readNumbers(reader));
    if (reader.remaining !== nodeCount * catalogue.count) {
      throw new DamagedBytesError(`${RANKING_FORMAT.what} belongs to another catalogue.`);
    }
    const cell = Uint16Array.from(reader.bytes(nodeCount * catalogue.count));
    anchors = { nodeCount, itemCount: catalogue.count, cell, firstCell };
  }
  return assembleRanking(catalogue, effects, { tuples, anchors, liked, watched, smoothing });
}

function writeNumbers(writer: ByteWriter, values: ArrayLike<number>): void {
  writer.varint(values.length);
  const view = new DataView(new ArrayBuffer(8 * values.length));
  for (let k = 0; k < values.length; k++) view.setFloat64(8 * k, values[k], true);
  writer.bytes(new Uint8Array(view.buffer));
}

function readNumbers(reader: ByteReader): Float64Array<ArrayBuffer> {
  const length = reader.varint();
  const bytes = reader.bytes(8 * length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length }, (_, k) => view.getFloat64(8 * k, true));
}

function writeTuples(writer: ByteWriter, tuples: readonly { bits: Uint16Array }[]): void {
  writer.varint(tuples.length);
  for (const { bits } of tuples) {
    writer.varint(bits.length);
    for (const bit of bits) writer.varint(bit);
  }
}

function readTuples(reader: ByteReader): { bits: Uint16Array }[] {
  const tuples: { bits: Uint16Array }[] = [];
  for (let left = reader.varint(); left > 0; left--) {
    tuples.push({ bits: Uint16Array.from({ length: reader.varint() }, () => reader.varint()) });
  }
  return tuples;
}
