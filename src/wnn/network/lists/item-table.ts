import { type ByteReader, type ByteWriter, DamagedBytesError } from '../../../lib/bytes';

/**
 * How much each film speaks for each other one, small enough to be shipped: B_ij of films i (asked with) and j (spoken for)
 * is a product of short rows of whole numbers plus the largest of what that leaves over,
 *
 *   B_ij = sum_k unit_k from_ik to_jk + restUnit sign(v_ij) v_ij^2
 */
export interface ItemTable {
  /** Catalogue indices of the films that have rows, ascending; length n. */
  items: Uint32Array;
  rank: number;
  /** Rows of the product, n x rank, row-major, each -31..31. */
  from: Int8Array;
  to: Int8Array;
  /** Length rank. */
  unit: Float64Array;
  /** What is left over: v of row i stand at offsets[i] .. offsets[i + 1], beside the place of film j; -15..15, never 0. */
  offsets: Uint32Array;
  place: Uint16Array;
  rest: Int8Array;
  restUnit: number;
}

/** Largest magnitude of an entry of the product, and of what is left over. */
export const FACTOR_LEVELS = 31;
/** See `FACTOR_LEVELS`. */
export const REST_LEVELS = 15;

/** A table that says nothing. */
export const NO_TABLE: ItemTable = {
  items: new Uint32Array(0),
  rank: 0,
  from: new Int8Array(0),
  to: new Int8Array(0),
  unit: new Float64Array(0),
  offsets: new Uint32Array(1),
  place: new Uint16Array(0),
  rest: new Int8Array(0),
  restUnit: 0,
};

/** Column by column: numbers of one kind stand together, which compresses better than rows. */
export function writeItemTable(writer: ByteWriter, table: ItemTable): void {
  const { items, rank, from, to, unit, offsets, place, rest, restUnit } = table;
  const n = items.length;
  writer.varint(n);
  items.forEach((item, i) => {
    writer.varint(item - (i > 0 ? items[i - 1] : 0));
  });
  writer.varint(rank);
  writeReals(writer, [...unit, restUnit]);
  for (const rows of [from, to]) {
    for (let k = 0; k < rank; k++) for (let i = 0; i < n; i++) writer.byte(rows[i * rank + k] & 0xff);
  }
  for (let i = 0; i < n; i++) writer.varint(offsets[i + 1] - offsets[i]);
  for (let i = 0; i < n; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      writer.varint(place[e] - (e > offsets[i] ? place[e - 1] : 0));
    }
  }
  for (const value of rest) writer.byte(value & 0xff);
}

/** @throws DamagedBytesError where films or places lie outside, or the bytes end too early. */
export function readItemTable(reader: ByteReader, itemCount: number): ItemTable {
  const n = reader.varint();
  if (n > itemCount) throw new DamagedBytesError('The table belongs to another catalogue.');
  const items = new Uint32Array(n);
  for (let i = 0; i < n; i++) items[i] = reader.varint() + (i > 0 ? items[i - 1] : 0);
  if (n > 0 && items[n - 1] >= itemCount)
    throw new DamagedBytesError('The table belongs to another catalogue.');
  const rank = reader.varint();
  const reals = readReals(reader, rank + 1);
  const [from, to] = [0, 0].map(() => {
    const rows = new Int8Array(n * rank);
    for (let k = 0; k < rank; k++)
      for (let i = 0; i < n; i++) rows[i * rank + k] = (reader.byte() << 24) >> 24;
    return rows;
  });
  const offsets = new Uint32Array(n + 1);
  for (let i = 0; i < n; i++) offsets[i + 1] = offsets[i] + reader.varint();
  if (offsets[n] > reader.remaining) throw new DamagedBytesError('The data ends too early.');
  const place = new Uint16Array(offsets[n]);
  for (let i = 0; i < n; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const at = reader.varint() + (e > offsets[i] ? place[e - 1] : 0);
      if (at >= n) throw new DamagedBytesError('The table names a film that it does not have.');
      place[e] = at;
    }
  }
  const rest = new Int8Array(reader.bytes(offsets[n]));
  return { items, rank, from, to, unit: reals.slice(0, rank), offsets, place, rest, restUnit: reals[rank] };
}

function writeReals(writer: ByteWriter, values: readonly number[]): void {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, k) => {
    view.setFloat64(8 * k, value, true);
  });
  writer.bytes(new Uint8Array(view.buffer));
}

function readReals(reader: ByteReader, length: number): Float64Array {
  const bytes = reader.bytes(8 * length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length }, (_, k) => view.getFloat64(8 * k, true));
}
