import type { AnswerLines } from '../../data/answer-lines';
import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import { CODE_UNITS } from './code-grid';
import type { Codes } from './codes';
import {
  readAnchors,
  readFactAnchors,
  readNumbers,
  readSingles,
  readTuples,
  writeAnchors,
  writeFactAnchors,
  writeNumbers,
  writeSingles,
  writeTuples,
} from './fields';
import type { GateCurve } from './gate';
import {
  assembleRating,
  MATCH_TERMS,
  RATING_TERMS,
  type RatingPart,
  type ShippedRating,
} from './rating-part';
import { retinaOf } from './retina';
import { featureWidth } from './taste/film-features';
import type { TastePrior } from './taste/gram-part';

const FORMAT = { magic: 'WLRT', version: 2, what: 'The learned rating model' };

/** The anchor nodes of a rating part: those that a file holds once for ratings and lists. */
export type Anchors = Pick<ShippedRating, 'anchors' | 'factAnchors'>;

/**
 * What is learned, and nothing that follows from the catalogue: tuples, strengths, curves, codes, taste, lines of answers.
 * @param withAnchors false where the anchor nodes stand elsewhere.
 */
export function encodeRating(part: RatingPart, withAnchors: boolean): Uint8Array<ArrayBuffer> {
  const { fit, tuples, codes, taste, lines, anchors, factAnchors } = part;
  const writer = new ByteWriter();
  writeNumbers(writer, [fit.lambda]);
  writeCurve(writer, fit.gate);
  writeCurve(writer, fit.match);
  writeTuples(writer, tuples);
  writeNumbers(writer, fit.kept);
  writeNumbers(writer, fit.strength);
  writer.byte(codes ? 1 : 0);
  if (codes) writeCodes(writer, codes);
  writeTaste(writer, taste);
  writer.byte(lines ? 1 : 0);
  if (lines)
    writeNumbers(
      writer,
      ANSWERS.flatMap((answer) => [lines[answer].intercept, lines[answer].slope]),
    );
  const own = withAnchors ? { anchors, factAnchors } : { anchors: null, factAnchors: null };
  writer.varint(own.anchors?.nodeCount ?? 0);
  if (own.anchors) writeAnchors(writer, own.anchors);
  writer.byte(own.factAnchors ? 1 : 0);
  if (own.factAnchors) writeFactAnchors(writer, own.factAnchors);
  return seal(FORMAT, writer.finish());
}

const ANSWERS = ['like', 'so-so', 'dislike'] as const;

/**
 * @param catalogue and effects as they were when the model was learned.
 * @param elsewhere the anchor nodes, for bytes that do not hold them.
 * @throws DamagedBytesError if the bytes are damaged, of another kind, version or catalogue.
 */
export function decodeRating(
  catalogue: Catalogue,
  effects: ItemEffects,
  bytes: Uint8Array,
  elsewhere: Anchors = { anchors: null, factAnchors: null },
): RatingPart {
  const { version, payload } = unseal(FORMAT, bytes);
  if (version !== FORMAT.version) throw new DamagedBytesError(`${FORMAT.what} is of another version.`);
  const reader = new ByteReader(payload);
  const [lambda] = readNumbers(reader);
  const gate = readCurve(reader, RATING_TERMS);
  const match = readCurve(reader, MATCH_TERMS);
  const tuples = readTuples(reader);
  const kept = [...readNumbers(reader)];
  const strength = readNumbers(reader);
  const codes = readCodes(reader, catalogue);
  const bits = retinaOf(catalogue).bits.length;
  const taste = readTaste(reader, featureWidth(bits, codes?.factors.dimensions ?? 0));
  const lines = reader.byte() === 1 ? linesOf(readNumbers(reader)) : null;
  const nodeCount = reader.varint();
  const anchors = nodeCount > 0 ? readAnchors(reader, nodeCount, catalogue.count) : null;
  const factAnchors = reader.byte() === 1 ? readFactAnchors(reader, bits) : null;
  const fit = { kept, strength, lambda, gate, match };
  const own = anchors !== null || factAnchors !== null;
  const nodes = own
    ? { anchors, factAnchors }
    : { anchors: elsewhere.anchors, factAnchors: elsewhere.factAnchors };
  return assembleRating(catalogue, effects, { fit, tuples, codes, taste, lines, ...nodes });
}

function writeCurve(writer: ByteWriter, { knots, weights }: GateCurve): void {
  writeNumbers(writer, knots);
  writeNumbers(writer, weights);
}

function readCurve<Part extends string>(reader: ByteReader, parts: readonly Part[]): GateCurve<Part> {
  const knots = [...readNumbers(reader)];
  const weights = readNumbers(reader);
  if (weights.length !== knots.length * parts.length) {
    throw new DamagedBytesError(`${FORMAT.what} is damaged.`);
  }
  return { knots, parts, weights };
}

function writeCodes(writer: ByteWriter, { factors, cuts }: Codes): void {
  writer.varint(factors.dimensions);
  writer.varint(factors.values.length);
  for (const value of factors.values) writer.byte((value * CODE_UNITS) & 0xff);
  writeNumbers(writer, cuts);
}

function readCodes(reader: ByteReader, catalogue: Catalogue): Codes | null {
  if (reader.byte() !== 1) return null;
  const dimensions = reader.varint();
  const length = reader.varint();
  if (length !== dimensions * catalogue.count) {
    throw new DamagedBytesError(`${FORMAT.what} belongs to another catalogue.`);
  }
  const values = new Float64Array(new Int8Array(reader.bytes(length)));
  for (let k = 0; k < length; k++) values[k] /= CODE_UNITS;
  return {
    factors: { dimensions, values },
    cuts: readNumbers(reader),
  };
}

function writeTaste(writer: ByteWriter, { mean, projection, precision, noise }: TastePrior): void {
  writeNumbers(writer, [noise, ...precision]);
  writeSingles(writer, mean);
  writeSingles(writer, projection);
}

function readTaste(reader: ByteReader, width: number): TastePrior {
  const [noise, ...precision] = readNumbers(reader);
  const mean = readSingles(reader);
  const projection = readSingles(reader);
  if (mean.length !== width || projection.length !== width * precision.length) {
    throw new DamagedBytesError(`${FORMAT.what} belongs to another catalogue.`);
  }
  return {
    dimensions: precision.length,
    mean,
    projection,
    precision: Float64Array.from(precision),
    noise,
  };
}

function linesOf(numbers: ArrayLike<number>): AnswerLines {
  const lines = ANSWERS.map((answer, k) => [
    answer,
    { intercept: numbers[2 * k], slope: numbers[2 * k + 1] },
  ]);
  return Object.fromEntries(lines) as AnswerLines;
}
