import { type ByteReader, type ByteWriter, DamagedBytesError } from '../../lib/bytes';
import type { ContentMap } from './content-map';
import type { FactAnchors } from './fact-anchors';
import { NO_CELL, type NodeBank } from './node-bank';

/** 32-bit numbers, preceded by how many. */
export function writeSingles(writer: ByteWriter, values: Float32Array): void {
  writer.varint(values.length);
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, k) => {
    view.setFloat32(4 * k, value, true);
  });
  writer.bytes(new Uint8Array(view.buffer));
}

/** See `writeSingles`. */
export function readSingles(reader: ByteReader): Float32Array<ArrayBuffer> {
  const length = reader.varint();
  const bytes = reader.bytes(4 * length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length }, (_, k) => view.getFloat32(4 * k, true));
}

function writeMap(writer: ByteWriter, { dimensions, weights }: ContentMap): void {
  writer.varint(dimensions);
  writeSingles(writer, weights);
}

/** @throws DamagedBytesError if the map reads other bits than the catalogue has. */
function readMap(reader: ByteReader, bits: number): ContentMap {
  const dimensions = reader.varint();
  const weights = readSingles(reader);
  if (weights.length !== dimensions * (bits + 1)) {
    throw new DamagedBytesError('The learned network belongs to another catalogue.');
  }
  return { dimensions, weights };
}

/** Cells node by node, for the films that have any: most have none, and noise between zeros does not compress. */
export function writeAnchors(writer: ByteWriter, { nodeCount, itemCount, cell, firstCell }: NodeBank): void {
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

/** See `writeAnchors`. @throws DamagedBytesError where the bytes end early or are of another catalogue. */
export function readAnchors(reader: ByteReader, nodeCount: number, itemCount: number): NodeBank {
  const firstCell = Uint32Array.from(readNumbers(reader));
  if (reader.varint() !== itemCount) {
    throw new DamagedBytesError('The learned network belongs to another catalogue.');
  }
  const known: number[] = [];
  for (let left = reader.varint(); left > 0; left--) known.push((known.at(-1) ?? 0) + reader.varint());
  const cell = new Uint16Array(nodeCount * itemCount);
  for (let t = 0; t < nodeCount; t++) for (const item of known) cell[t * itemCount + item] = reader.byte();
  return { nodeCount, itemCount, cell, firstCell };
}

/** Map, pool and the anchors of each node. */
export function writeFactAnchors(writer: ByteWriter, { map, pool, nodes }: FactAnchors): void {
  writeMap(writer, map);
  writeIntegers(writer, pool);
  writer.varint(nodes.length);
  for (const anchors of nodes) writeIntegers(writer, anchors);
}

/** See `writeFactAnchors`. @param bits of the retina. @throws DamagedBytesError as `readAnchors` does. */
export function readFactAnchors(reader: ByteReader, bits: number): FactAnchors {
  return {
    map: readMap(reader, bits),
    pool: Uint32Array.from(readIntegers(reader)),
    nodes: Array.from({ length: reader.varint() }, () => Uint16Array.from(readIntegers(reader))),
  };
}

function writeIntegers(writer: ByteWriter, values: ArrayLike<number>): void {
  writer.varint(values.length);
  for (let k = 0; k < values.length; k++) writer.varint(values[k]);
}

function readIntegers(reader: ByteReader): number[] {
  return Array.from({ length: reader.varint() }, () => reader.varint());
}

/** 64-bit numbers, preceded by how many. */
export function writeNumbers(writer: ByteWriter, values: ArrayLike<number>): void {
  writer.varint(values.length);
  const view = new DataView(new ArrayBuffer(8 * values.length));
  for (let k = 0; k < values.length; k++) view.setFloat64(8 * k, values[k], true);
  writer.bytes(new Uint8Array(view.buffer));
}

/** See `writeNumbers`. */
export function readNumbers(reader: ByteReader): Float64Array<ArrayBuffer> {
  const length = reader.varint();
  const bytes = reader.bytes(8 * length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length }, (_, k) => view.getFloat64(8 * k, true));
}

/** The bits of each tuple. */
export function writeTuples(writer: ByteWriter, tuples: readonly { bits: Uint16Array }[]): void {
  writer.varint(tuples.length);
  for (const { bits } of tuples) {
    writer.varint(bits.length);
    for (const bit of bits) writer.varint(bit);
  }
}

/** See `writeTuples`. */
export function readTuples(reader: ByteReader): { bits: Uint16Array }[] {
  const tuples: { bits: Uint16Array }[] = [];
  for (let left = reader.varint(); left > 0; left--) {
    tuples.push({ bits: Uint16Array.from({ length: reader.varint() }, () => reader.varint()) });
  }
  return tuples;
}
