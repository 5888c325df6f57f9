import { unzlibSync } from 'fflate';
import { ByteReader, DamagedBytesError } from '../lib/bytes';
import { unseal } from '../lib/envelope';
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
  const reader = new ByteReader(inflate(payload));
  const catalogue = readCatalogue(reader, version);
  const ratings = readRatings(reader);
  if (reader.remaining > 0) throw damaged('there is more than expected');
  const fault = findFault({ catalogue, ratings });
  if (fault) throw damaged(fault);
  return { catalogue, ratings, checksum: crc32(payload) };
}

function damaged(detail: string): DamagedBytesError {
  return new DamagedBytesError(`${DATASET_FORMAT.what} is damaged: ${detail}.`);
}

function inflate(payload: Uint8Array): Uint8Array {
  const reader = new ByteReader(payload);
  const length = reader.uint32();
  if (length > MAX_BYTES) throw damaged(`a length of ${length} bytes is too large`);
  let plain: Uint8Array;
  try {
    plain = unzlibSync(reader.bytes(reader.remaining), { out: new Uint8Array(length) });
  } catch {
    throw damaged('it cannot be decompressed');
  }
  if (plain.length !== length) throw damaged('it is shorter than it should be');
  return plain;
}

/** Whatever is counted takes at least half a byte, so a greater count is damage, found before space is allocated. */
function readCount(reader: ByteReader, largest = 2 * reader.remaining): number {
  const count = reader.varint();
  if (count > largest) throw damaged(`a count of ${count} is too large`);
  return count;
}

function readNameTable(reader: ByteReader, largest: number): string[] {
  return readLines(reader, readCount(reader, largest));
}

/** @param version of the envelope; the first one knew no collections */
function readCatalogue(reader: ByteReader, version: number): Catalogue {
  const count = readCount(reader);
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
  const languages = readNameTable(reader, 256);
  const language = readPlanes(reader, new Uint8Array(count));
  const runtime = readPlanes(reader, new Uint16Array(count));
  const voteAverage = readPlanes(reader, new Uint8Array(count));
  const voteCount = readPlanes(reader, new Uint32Array(count));
  const keywords = readNameTable(reader, 65_536);
  const keywordOffsets = readAscending(reader, new Uint32Array(count + 1), reader.remaining);
  const keywordIds = new Uint16Array(keywordOffsets[count]);
  for (let i = 0; i < count; i++) {
    readAscending(reader, keywordIds, keywords.length - 1, keywordOffsets[i], keywordOffsets[i + 1]);
  }
  const tmdbGenreNames = readNameTable(reader, 32);
  const tmdbGenres = readPlanes(reader, new Uint32Array(count));
  const collections = version >= 2 ? readNameTable(reader, 65_536) : [''];
  const collection = version >= 2 ? readPlanes(reader, new Uint16Array(count)) : new Uint16Array(count);
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

function readRatings(reader: ByteReader): Ratings {
  const userCount = readCount(reader);
  const count = readCount(reader);
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
