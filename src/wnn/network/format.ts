import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import { AXIS_UNITS } from './axes';
import type { Codes, ItemFactors } from './codes';
import type { ContentMap } from './content-map';
import type { FactAnchors } from './fact-anchors';
import { readItemTable, writeItemTable } from './item-table';
import { NO_CELL, type NodeBank } from './node-bank';
import { assembleRanking, type RankingPart } from './ranking-part';
import { type RankingSettings, SETTING_NAMES } from './ranking-settings';
import { assembleRating, type RatingPart } from './rating-part';
import { retinaOf } from './retina';

const RATING_FORMAT = { magic: 'WLRT', version: 1, what: 'The learned rating model' };
const RANKING_FORMAT = { magic: 'WLRK', version: 2, what: 'The learned ranking model' };

/** Whether a model has codes. */
const NO_CODES = 0;
const CODES = 1;

/** What is learned, and nothing that follows from the catalogue: tuples, strengths, gate, codes. */
export function encodeRating({ fit, tuples, codes }: RatingPart): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeNumbers(writer, [fit.lambda]);
  writeNumbers(writer, fit.gate.knots);
  for (const { offset, userBias, votes, slope } of fit.gate.gates) {
    writeNumbers(writer, [offset, userBias, votes, slope]);
  }
  writeTuples(writer, tuples);
  writeNumbers(writer, fit.kept);
  writeNumbers(writer, fit.strength);
  writeNumbers(writer, fit.axisStrength);
  writer.byte(codes ? CODES : NO_CODES);
  if (codes) {
    writeFactors(writer, codes.factors);
    writeNumbers(writer, codes.cuts);
  }
  return seal(RATING_FORMAT, writer.finish());
}

function writeFactors(writer: ByteWriter, { dimensions, values }: ItemFactors): void {
  writer.varint(dimensions);
  writer.varint(values.length);
  for (const value of values) writer.byte((value * AXIS_UNITS) & 0xff);
}

function writeMap(writer: ByteWriter, { dimensions, weights }: ContentMap): void {
  writer.varint(dimensions);
  writer.varint(weights.length);
  const view = new DataView(new ArrayBuffer(4 * weights.length));
  weights.forEach((weight, k) => {
    view.setFloat32(4 * k, weight, true);
  });
  writer.bytes(new Uint8Array(view.buffer));
}

/** @throws DamagedBytesError if the map reads other bits than the catalogue has. */
function readMap(reader: ByteReader, bits: number): ContentMap {
  const dimensions = reader.varint();
  const length = reader.varint();
  if (length !== dimensions * (bits + 1))
    throw new DamagedBytesError(`${RANKING_FORMAT.what} belongs to another catalogue.`);
  const bytes = reader.bytes(4 * length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { dimensions, weights: Float32Array.from({ length }, (_, k) => view.getFloat32(4 * k, true)) };
}

/**
 * @param catalogue and effects as they were when the model was learned.
 * @throws DamagedBytesError if the bytes are damaged, of another kind or catalogue, or lack their codes.
 */
export function decodeRating(catalogue: Catalogue, effects: ItemEffects, bytes: Uint8Array): RatingPart {
  const reader = new ByteReader(unseal(RATING_FORMAT, bytes).payload);
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
  const codes = readCodes(reader, catalogue);
  const fit = { kept, strength, axisStrength, lambda, gate: { knots, gates } };
  return assembleRating(catalogue, effects, fit, tuples, codes);
}

function readCodes(reader: ByteReader, catalogue: Catalogue): Codes | null {
  if (reader.byte() === NO_CODES) return null;
  const dimensions = reader.varint();
  const length = reader.varint();
  if (length !== dimensions * catalogue.count) {
    throw new DamagedBytesError(`${RATING_FORMAT.what} belongs to another catalogue.`);
  }
  const stored = Int8Array.from(reader.bytes(length));
  return {
    factors: { dimensions, values: Float64Array.from(stored, (value) => value / AXIS_UNITS) },
    cuts: readNumbers(reader),
  };
}

/** What is learned, and nothing that follows from catalogue and effects: tuples, weights, anchor cells, tables. */
export function encodeRanking(model: RankingPart): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeNumbers(writer, [model.smoothing, ...SETTING_NAMES.map((name) => model.settings[name])]);
  writeTuples(writer, model.tuples);
  writeNumbers(writer, model.liked);
  writeNumbers(writer, model.watched);
  writer.varint(model.anchors?.nodeCount ?? 0);
  if (model.anchors) writeAnchors(writer, model.anchors);
  writer.byte(model.factAnchors ? 1 : 0);
  if (model.factAnchors) writeFactAnchors(writer, model.factAnchors);
  writeItemTable(writer, model.likesTable);
  writeItemTable(writer, model.watchedTable);
  return seal(RANKING_FORMAT, writer.finish());
}

/** Cells node by node, for the films that have any: most have none, and noise between zeros does not compress. */
function writeAnchors(writer: ByteWriter, { nodeCount, itemCount, cell, firstCell }: NodeBank): void {
  writeNumbers(writer, firstCell);
  writer.varint(itemCount);
  const known = knownFilms(itemCount, (item) => {
    for (let t = 0; t < nodeCount; t++) if (cell[t * itemCount + item] !== NO_CELL) return true;
    return false;
  });
  writer.varint(known.length);
  known.forEach((item, k) => {
    writer.varint(item - (k > 0 ? known[k - 1] : 0));
  });
  for (let t = 0; t < nodeCount; t++) for (const item of known) writer.byte(cell[t * itemCount + item]);
}

function knownFilms(itemCount: number, isKnown: (item: number) => boolean): number[] {
  return Array.from({ length: itemCount }, (_, item) => item).filter(isKnown);
}

function readAnchors(reader: ByteReader, nodeCount: number, itemCount: number): NodeBank {
  const firstCell = Uint32Array.from(readNumbers(reader));
  if (reader.varint() !== itemCount) {
    throw new DamagedBytesError(`${RANKING_FORMAT.what} belongs to another catalogue.`);
  }
  const known: number[] = [];
  for (let left = reader.varint(); left > 0; left--) known.push((known.at(-1) ?? 0) + reader.varint());
  const cell = new Uint16Array(nodeCount * itemCount);
  for (let t = 0; t < nodeCount; t++) for (const item of known) cell[t * itemCount + item] = reader.byte();
  return { nodeCount, itemCount, cell, firstCell };
}

function writeFactAnchors(writer: ByteWriter, { map, pool, nodes }: FactAnchors): void {
  writeMap(writer, map);
  writeIntegers(writer, pool);
  writer.varint(nodes.length);
  for (const anchors of nodes) writeIntegers(writer, anchors);
}

function readFactAnchors(reader: ByteReader, bits: number): FactAnchors {
  return {
    map: readMap(reader, bits),
    pool: Uint32Array.from(readIntegers(reader)),
    nodes: Array.from({ length: reader.varint() }, () => Uint16Array.from(readIntegers(reader))),
  };
}

/**
 * As `decodeRating`.
 * @param ratings of the training users, where they are at hand (see `assembleRanking`).
 */
export function decodeRanking(
  catalogue: Catalogue,
  effects: ItemEffects,
  bytes: Uint8Array,
  ratings: Ratings | null,
): RankingPart {
  const { version, payload } = unseal(RANKING_FORMAT, bytes);
  if (version < RANKING_FORMAT.version)
    throw new DamagedBytesError(`${RANKING_FORMAT.what} is of an older version.`);
  const reader = new ByteReader(payload);
  const [smoothing, ...values] = readNumbers(reader);
  const settings = Object.fromEntries(SETTING_NAMES.map((name, k) => [name, values[k]])) as Record<
    keyof RankingSettings,
    number
  >;
  const tuples = readTuples(reader);
  const liked = readNumbers(reader);
  const watched = readNumbers(reader);
  const nodeCount = reader.varint();
  const anchors = nodeCount > 0 ? readAnchors(reader, nodeCount, catalogue.count) : null;
  const bits = retinaOf(catalogue).bits.length;
  const factAnchors = reader.byte() === 1 ? readFactAnchors(reader, bits) : null;
  const likesTable = readItemTable(reader, catalogue.count);
  const watchedTable = readItemTable(reader, catalogue.count);
  const parts = {
    tuples,
    anchors,
    factAnchors,
    liked,
    watched,
    smoothing,
    settings,
    likesTable,
    watchedTable,
  };
  return assembleRanking(catalogue, effects, parts, ratings);
}

function writeIntegers(writer: ByteWriter, values: ArrayLike<number>): void {
  writer.varint(values.length);
  for (let k = 0; k < values.length; k++) writer.varint(values[k]);
}

function readIntegers(reader: ByteReader): number[] {
  return Array.from({ length: reader.varint() }, () => reader.varint());
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
