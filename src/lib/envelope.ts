import { ByteReader, ByteWriter, DamagedBytesError } from './bytes';
import { crc32 } from './hash';

/** What stands before every stored or shipped blob: four letters of magic, a format version, a checksum. */
export interface EnvelopeFormat {
  /** Four ASCII letters. */
  magic: string;
  /** The newest version this code writes and reads. */
  version: number;
  /** For messages: "The film data", "The saved model". */
  what: string;
}

/** Wraps a payload: magic (4 bytes), version (uint32), payload length (uint32), CRC-32 (uint32), payload. */
export function seal(format: EnvelopeFormat, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (let i = 0; i < 4; i++) writer.byte(format.magic.charCodeAt(i));
  writer.uint32(format.version);
  writer.uint32(payload.length);
  writer.uint32(crc32(payload));
  writer.bytes(payload);
  return writer.finish();
}

/**
 * Checks the header and returns version and payload.
 * @throws DamagedBytesError if the bytes are of another kind, newer than this code, cut short or altered.
 */
export function unseal(format: EnvelopeFormat, bytes: Uint8Array): { version: number; payload: Uint8Array } {
  const reader = new ByteReader(bytes);
  if (bytes.length < 16) throw new DamagedBytesError(`${format.what} is incomplete.`);
  let magic = '';
  for (let i = 0; i < 4; i++) magic += String.fromCharCode(reader.byte());
  if (magic !== format.magic) throw new DamagedBytesError(`${format.what} is not in the expected format.`);
  const version = reader.uint32();
  if (version < 1 || version > format.version) {
    throw new DamagedBytesError(`${format.what} was written by another version (${version}) of Weightless.`);
  }
  const length = reader.uint32();
  const checksum = reader.uint32();
  if (reader.remaining !== length) throw new DamagedBytesError(`${format.what} is incomplete.`);
  const payload = reader.bytes(length);
  if (crc32(payload) !== checksum) throw new DamagedBytesError(`${format.what} is damaged.`);
  return { version, payload };
}
