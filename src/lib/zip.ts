import { Inflate } from 'fflate';
import { crc32 } from './hash';

/** Thrown where a zip file cannot be read; the message says what it is or what is wrong with it: "it is cut off". */
export class ZipError extends Error {
  override name = 'ZipError';
}

/** A file in a zip file, as its list of contents tells of it. */
export interface ZipEntry {
  /** With slashes, whatever the zip file has. As written there otherwise: not to be trusted as a path. */
  path: string;
  /** Bytes when inflated. */
  size: number;
  /** Bytes in the zip file. */
  packedSize: number;
  crc: number;
  /** 0 for stored, 8 for deflated; others cannot be read. */
  method: number;
  isEncrypted: boolean;
  /** Where its own header begins. */
  offset: number;
  /** Whether its own header leaves checksum and sizes to what follows the data. */
  describedBehind: boolean;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** What is handed to the inflater at once: it gives 1,032 times as much at most, 17 MB. */
const PIECE_BYTES = 16_384;
/** What comes out between two pauses. */
const PAUSE_BYTES = 8_000_000;
/** Text is never packed tighter than this: what says it is would fill memory from next to nothing. */
const TIGHTEST = 200;
/** Below this many bytes nothing is too tight. */
const SMALL = 10_000_000;

/**
 * The files that a zip file says it holds, folders left out. Nothing is inflated.
 * @param most files that are taken.
 * @throws ZipError where the bytes are no zip file, are cut off, or hold more.
 */
export function readZipDirectory(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) {
    const begins = bytes.length >= 4 && view.getUint32(0, true) === LOCAL;
    throw new ZipError(
      begins ? 'it is cut off: the list of its contents is missing' : 'it is not a zip file',
    );
  }
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) {
    throw new ZipError('it is of the large kind (Zip64), which cannot be read here: unpack it first');
  }
  if (count > most)
    throw new ZipError(
      `it holds ${count.toLocaleString('en')} files, and at most ${most.toLocaleString('en')} are looked through`,
    );
  const entries: ZipEntry[] = [];
  let at = start;
  for (let e = 0; e < count; e++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw damagedList();
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const next = at + ENTRY_BYTES + nameLength + extra + comment;
    if (next > end) throw damagedList();
    const flags = view.getUint16(at + 8, true);
    const path = decodeName(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    if (!path.endsWith('/')) {
      entries.push({
        path,
        size: view.getUint32(at + 24, true),
        packedSize: view.getUint32(at + 20, true),
        crc: view.getUint32(at + 16, true),
        method: view.getUint16(at + 10, true),
        isEncrypted: (flags & 1) !== 0,
        offset: view.getUint32(at + 42, true),
        describedBehind: (flags & 8) !== 0,
      });
    }
    at = next;
  }
  return entries;
}

function damagedList(): ZipError {
  return new ZipError('it is damaged: the list of its contents does not end where it should');
}

/** Where the record at the end of the list begins; -1 if there is none. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return -1;
}

/** UTF-8, or the letters of western Europe; back slashes as Windows writes them become slashes. */
function decodeName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = new TextDecoder('latin1').decode(bytes);
  }
  return name.replaceAll('\\', '/');
}

/** How an entry is inflated. */
export interface InflateOptions {
  /** Ends the work between two pieces, with its reason. */
  signal?: AbortSignal;
  /** Called every few megabytes, so that others get their turn and a signal can come. */
  pause?(): Promise<void>;
}

/**
 * Inflates one file and compares its size and CRC-32 with what the list of contents says. Memory is taken for that size
 * and no more, whatever comes out.
 * @throws ZipError where it is damaged, encrypted or packed in a way that is not known; the signal's reason where it was aborted.
 */
export async function readZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  options: InflateOptions = {},
): Promise<Uint8Array> {
  // Sizes that cannot be are refused before memory is taken for them.
  const packed = packedBytes(bytes, entry);
  const plain = new Uint8Array(entry.size);
  let filled = 0;
  for await (const part of checked(packed, entry, options)) {
    plain.set(part, filled);
    filled += part.length;
  }
  return plain;
}

/**
 * Inflates one file piece by piece. That its size and CRC-32 are as the list of contents says is known behind the last piece.
 * @throws ZipError as `readZipEntry`, and before a piece that goes beyond the size.
 */
export async function* streamZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  options: InflateOptions = {},
): AsyncGenerator<Uint8Array> {
  yield* checked(packedBytes(bytes, entry), entry, options);
}

/** What comes out, piece by piece, compared with what it is said to be. */
async function* checked(
  packed: Uint8Array,
  entry: ZipEntry,
  { signal, pause }: InflateOptions,
): AsyncGenerator<Uint8Array> {
  let filled = 0;
  let crc = 0;
  let pauseAt = PAUSE_BYTES;
  for (const part of inflated(packed, entry)) {
    signal?.throwIfAborted();
    if (filled + part.length > entry.size) throw damaged('is larger than it says');
    filled += part.length;
    crc = crc32(part, crc);
    yield part;
    if (filled < pauseAt) continue;
    pauseAt = filled + PAUSE_BYTES;
    await pause?.();
  }
  if (filled < entry.size) throw damaged('is smaller than it says');
  if (crc !== entry.crc) throw damaged('does not match its checksum (CRC-32)');
}

/** The beginning of a file, inflated but not checked: enough to tell what it is. @throws ZipError as readZipEntry. */
export function readZipHead(bytes: Uint8Array, entry: ZipEntry, length: number): Uint8Array {
  for (const part of inflated(packedBytes(bytes, entry), entry)) {
    if (part.length > 0) return part.subarray(0, length);
  }
  return new Uint8Array(0);
}

function damaged(how: string): ZipError {
  return new ZipError(`it is damaged: what is in it ${how}`);
}

/** The bytes of a file as packed. @throws ZipError where its own header does not agree with the list. */
function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { offset, size, packedSize, method } = entry;
  if (entry.isEncrypted) throw new ZipError('it is locked with a password');
  if (method !== STORED && method !== DEFLATED) {
    throw new ZipError(`it is packed in a way that cannot be read here (method ${method})`);
  }
  if (size > SMALL && size > TIGHTEST * packedSize) {
    const [large, small] = [size, packedSize].map((n) => Math.round(n / 1e6).toLocaleString('en'));
    throw new ZipError(`it says that ${large} MB are packed into ${small} MB, tighter than any table is`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL) {
    throw damaged('does not begin where it should');
  }
  const [nameLength, extra] = [26, 28].map((place) => view.getUint16(offset + place, true));
  const start = offset + LOCAL_BYTES + nameLength + extra;
  if (start + packedSize > bytes.length) throw damaged('ends beyond the file');
  const own = [14, 18, 22].map((place) => view.getUint32(offset + place, true));
  const listed = [entry.crc, packedSize, size];
  if (!entry.describedBehind && own.some((value, i) => value !== listed[i])) {
    throw damaged('has other sizes or another checksum than the list of contents');
  }
  return bytes.subarray(start, start + packedSize);
}

/** What comes out, piece by piece, as far as it is asked for. */
function* inflated(packed: Uint8Array, { method }: ZipEntry): Generator<Uint8Array> {
  if (method === STORED) {
    yield packed;
    return;
  }
  const parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => {
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    const last = at + PIECE_BYTES >= packed.length;
    try {
      inflate.push(packed.subarray(at, at + PIECE_BYTES), last);
    } catch {
      throw damaged('cannot be inflated');
    }
    yield* parts.splice(0);
  }
}
