import { unzlibSync } from 'fflate';
import { ByteReader, DamagedBytesError } from '../lib/bytes';
import { type EnvelopeFormat, unseal } from '../lib/envelope';
import { crc32 } from '../lib/hash';
import type { Catalogue, PublishedFacts } from './catalogue';
import { readAscending, readLines, readNibbles, readPlanes } from './columns';
import { DATASET_FORMAT, type Dataset } from './dataset';
import type { Ratings } from './ratings';
import { findFault } from './validate-dataset';

/** A data set as read from its binary. */
export interface UnpackedDataset extends Dataset {
  /** CRC-32 of the payload: tells whether two binaries hold the same data. */
  checksum: number;
}

/** No data set of this kind is larger when inflated; a greater length is damage, and nothing may be allocated for it. */
const MAX_BYTES = 500_000_000;
const MAX_UINT32 = 0xffffffff;

/** Shared by all films that have no other name. */
const NO_NAMES: string[] = [];

/**
 * Reads what packDataset wrote.
 * @throws DamagedBytesError, with a message for a person, if the bytes are cut short, altered or of another kind.
 */
export function unpackDataset(bytes: Uint8Array): UnpackedDataset {
  const { version, payload } = unseal(DATASET_FORMAT, bytes);
  const reader = new ByteReader(inflate(DATASET_FORMAT, payload));
  const catalogue = readCatalogue(reader, DATASET_FORMAT, version >= 2);
  const ratings = readRatings(reader, DATASET_FORMAT);
  refuseRest(reader, DATASET_FORMAT);
  refuseFault(findFault({ catalogue, ratings }), DATASET_FORMAT);
  return { catalogue, ratings, checksum: crc32(payload) };
}

function damaged({ what }: EnvelopeFormat, detail: string): DamagedBytesError {
  return new DamagedBytesError(`${what} is damaged: ${detail}.`);
}

/** @throws DamagedBytesError if something is left to read where the data should end. */
export function refuseRest({ remaining }: ByteReader, format: EnvelopeFormat): void {
  if (remaining > 0) throw damaged(format, 'there is more than expected');
}

/** @param fault as of validate-dataset. @throws DamagedBytesError if there is one. */
export function refuseFault(fault: string | null, format: EnvelopeFormat): void {
  if (fault) throw damaged(format, fault);
}

/** Reads what `deflate` wrote. @throws DamagedBytesError if it cannot be decompressed or has another length than it says. */
export function inflate(format: EnvelopeFormat, payload: Uint8Array): Uint8Array {
  const reader = new ByteReader(payload);
  const length = reader.uint32();
  if (length > MAX_BYTES) throw damaged(format, `a length of ${length} bytes is too large`);
  let plain: Uint8Array;
  try {
    plain = unzlibSync(reader.bytes(reader.remaining), { out: new Uint8Array(length) });
  } catch {
    throw damaged(format, 'it cannot be decompressed');
  }
  if (plain.length !== length) throw damaged(format, 'it is shorter than it should be');
  return plain;
}

/** Whatever is counted takes at least half a byte, so a greater count is damage, found before space is allocated. */
function readCount(reader: ByteReader, format: EnvelopeFormat, largest = 2 * reader.remaining): number {
  const count = reader.varint();
  if (count > largest) throw damaged(format, `a count of ${count} is too large`);
  return count;
}

function readNameTable(reader: ByteReader, format: EnvelopeFormat, largest: number): string[] {
  return readLines(reader, readCount(reader, format, largest));
}

/**
 * Reads what writeCatalogue wrote; whether it breaks a rule of its type is not looked at.
 * @param hasCollections false for a catalogue of before films belonged to series
 * @throws DamagedBytesError
 */
export function readCatalogue(
  reader: ByteReader,
  format: EnvelopeFormat,
  hasCollections: boolean,
): Catalogue {
  const count = readCount(reader, format);
  const movieId = readAscending(reader, new Uint32Array(count), MAX_UINT32);
  const lines = readLines(reader, count);
  const title = new Array<string>(count);
  const alternateTitles = new Array<string[]>(count);
  for (let i = 0; i < count; i++) {
    const tab = lines[i].indexOf('\t');
    title[i] = tab < 0 ? lines[i] : lines[i].slice(0, tab);
    alternateTitles[i] = tab < 0 ? NO_NAMES : lines[i].slice(tab + 1).split('\t');
  }
  const year = readPlanes(reader, new Uint16Array(count));
  const genres = readPlanes(reader, new Uint32Array(count));
  const tmdbId = readPlanes(reader, new Uint32Array(count));
  const imdbId = readPlanes(reader, new Uint32Array(count));
  const languages = readNameTable(reader, format, 256);
  const language = readPlanes(reader, new Uint8Array(count));
  const runtime = readPlanes(reader, new Uint16Array(count));
  const voteAverage = readPlanes(reader, new Uint8Array(count));
  const voteCount = readPlanes(reader, new Uint32Array(count));
  const keywords = readNameTable(reader, format, 65_536);
  const keywordOffsets = readAscending(reader, new Uint32Array(count + 1), reader.remaining);
  const keywordIds = new Uint16Array(keywordOffsets[count]);
  for (let i = 0; i < count; i++) {
    readAscending(reader, keywordIds, keywords.length - 1, keywordOffsets[i], keywordOffsets[i + 1]);
  }
  const tmdbGenreNames = readNameTable(reader, format, 32);
  const tmdbGenres = readPlanes(reader, new Uint32Array(count));
  const collections = hasCollections ? readNameTable(reader, format, 65_536) : [''];
  const collection = hasCollections ? readPlanes(reader, new Uint16Array(count)) : new Uint16Array(count);
  const published = reader.byte() === 1 ? readPublished(reader, count) : null;
  return {
    ...{ count, movieId, title, alternateTitles, year, genres, tmdbId, imdbId, language, languages, runtime },
    ...{
      voteAverage,
      voteCount,
      keywordOffsets,
      keywordIds,
      keywords,
      tmdbGenres,
      tmdbGenreNames,
      collections,
      collection,
      published,
    },
  };
}

function readPublished(reader: ByteReader, count: number): PublishedFacts {
  return {
    found: readPlanes(reader, new Uint8Array(count)),
    genres: readPlanes(reader, new Uint32Array(count)),
    language: readPlanes(reader, new Uint8Array(count)),
    voteAverage: readPlanes(reader, new Uint8Array(count)),
    voteCount: readPlanes(reader, new Uint32Array(count)),
  };
}

/** Reads what writeRatings wrote; whether they break a rule of their type is not looked at. @throws DamagedBytesError */
export function readRatings(reader: ByteReader, format: EnvelopeFormat): Ratings {
  const userCount = readCount(reader, format);
  const count = readCount(reader, format);
  const userId = readAscending(reader, new Uint32Array(userCount), MAX_UINT32);
  const offsets = readAscending(reader, new Uint32Array(userCount + 1), count);
  const item = readPlanes(reader, new Uint32Array(count));
  const halfStars = readNibbles(reader, count);
  const timestamp = new Uint32Array(count);
  for (let u = 0; u < userCount; u++) {
    readAscending(reader, timestamp, MAX_UINT32, offsets[u], offsets[u + 1]);
  }
  return { userCount, count, userId, offsets, item, halfStars, timestamp };
}
