import { type ByteReader, type ByteWriter, DamagedBytesError } from '../lib/bytes';

/** Anything indexable that columns are written from and read into. */
type Numbers = Uint8Array | Uint16Array | Uint32Array;

/**
 * Writes a column of unsigned 32-bit integers byte plane by byte plane: all lowest bytes, then all second bytes, as
 * many as the largest value needs (that number, 0..4, comes first). Planes deflate better than interleaved bytes.
 */
export function writePlanes(writer: ByteWriter, values: Numbers): void {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  const width = Math.ceil((32 - Math.clz32(largest)) / 8);
  writer.byte(width);
  for (let shift = 0; shift < 8 * width; shift += 8) {
    for (const value of values) writer.byte((value >>> shift) & 0xff);
  }
}

/**
 * Fills a column from what writePlanes wrote.
 * @throws DamagedBytesError if the data end or hold values wider than the column.
 */
export function readPlanes<T extends Numbers>(reader: ByteReader, column: T): T {
  const width = reader.byte();
  if (width > column.BYTES_PER_ELEMENT) throw new DamagedBytesError('A column of the data is too wide.');
  for (let plane = 0; plane < width; plane++) {
    const bytes = reader.bytes(column.length);
    if (plane === 0) column.set(bytes);
    else for (let i = 0; i < bytes.length; i++) column[i] |= bytes[i] << (8 * plane);
  }
  return column;
}

/** Writes values of 0..15, two a byte. */
export function writeNibbles(writer: ByteWriter, values: Uint8Array): void {
  for (let i = 0; i < values.length; i += 2) writer.byte(values[i] | ((values[i + 1] ?? 0) << 4));
}

/** Reads what writeNibbles wrote. */
export function readNibbles(reader: ByteReader, length: number): Uint8Array {
  const bytes = reader.bytes(Math.ceil(length / 2));
  const values = new Uint8Array(length);
  for (let i = 0; i < length; i++) values[i] = (bytes[i >> 1] >> (4 * (i & 1))) & 15;
  return values;
}

/** Writes each value as a varint of the step from the one before it (the first from 0); values must not fall. */
export function writeAscending(writer: ByteWriter, values: Uint32Array | Uint16Array): void {
  for (let i = 0; i < values.length; i++) writer.varint(values[i] - (i > 0 ? values[i - 1] : 0));
}

/**
 * Fills column[start .. end] from what writeAscending wrote.
 * @throws DamagedBytesError if a value exceeds `largest`, the greatest that makes sense.
 */
export function readAscending<T extends Uint32Array | Uint16Array>(
  reader: ByteReader,
  column: T,
  largest: number,
  start = 0,
  end = column.length,
): T {
  let value = 0;
  for (let i = start; i < end; i++) {
    value += reader.varint();
    if (value > largest) throw new DamagedBytesError('A number in the data is out of range.');
    column[i] = value;
  }
  return column;
}

/** Writes texts that hold no line break as one block of lines. */
export function writeLines(writer: ByteWriter, lines: string[]): void {
  if (lines.some((line) => line.includes('\n'))) throw new Error('A text to be packed holds a line break.');
  writer.text(lines.join('\n'));
}

/**
 * Reads what writeLines wrote.
 * @throws DamagedBytesError if there are not `count` lines.
 */
export function readLines(reader: ByteReader, count: number): string[] {
  const text = reader.text();
  const lines = count === 0 && text === '' ? [] : text.split('\n');
  if (lines.length !== count) throw new DamagedBytesError('A list of names in the data is incomplete.');
  return lines;
}
