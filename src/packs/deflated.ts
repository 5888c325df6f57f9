import { unzlibSync, zlibSync } from 'fflate';
import { type ByteReader, type ByteWriter, DamagedBytesError } from '../lib/bytes';

/** No section is longer when inflated; a greater length is damage, and nothing may be allocated for it. */
const MOST_BYTES = 1_000_000_000;

/** Writes a section: its length when inflated (varint), its length (varint), and a zlib stream; nothing behind a length of 0. */
export function writeDeflated(writer: ByteWriter, bytes: Uint8Array): void {
  writer.varint(bytes.length);
  if (bytes.length === 0) return;
  const deflated = zlibSync(bytes, { level: 9 });
  writer.varint(deflated.length);
  writer.bytes(deflated);
}

/** Reads what writeDeflated wrote. @throws DamagedBytesError if it is cut short or altered. */
export function readDeflated(reader: ByteReader): Uint8Array {
  const length = reader.varint();
  if (length === 0) return new Uint8Array(0);
  if (length > MOST_BYTES) throw new DamagedBytesError('A part of the data is too large.');
  const deflated = reader.bytes(reader.varint());
  let plain: Uint8Array;
  try {
    plain = unzlibSync(deflated, { out: new Uint8Array(length) });
  } catch {
    throw new DamagedBytesError('A part of the data cannot be decompressed.');
  }
  if (plain.length !== length)
    throw new DamagedBytesError('A part of the data is shorter than it should be.');
  return plain;
}
