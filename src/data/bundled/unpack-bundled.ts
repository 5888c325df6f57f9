import { ByteReader, DamagedBytesError } from '../../lib/bytes';
import { unseal } from '../../lib/envelope';
import { crc32 } from '../../lib/hash';
import type { Catalogue } from '../catalogue';
import { type BundledFiles, FILMS_FORMAT, RATINGS_FORMAT } from '../dataset';
import {
  inflate,
  readCatalogue,
  readRatings,
  refuseFault,
  refuseRest,
  type UnpackedDataset,
} from '../unpack';
import { findCatalogueFault, findRatingsFault } from '../validate-dataset';

/** Films as read from their binary. */
export interface UnpackedFilms {
  catalogue: Catalogue;
  /** CRC-32 of the payload: ratings say by it which films they are of. */
  filmsChecksum: number;
}

/**
 * Reads the films that packBundled wrote.
 * @throws DamagedBytesError, with a message for a person, if the bytes are cut short, altered or of another kind.
 */
export function unpackFilms(bytes: Uint8Array): UnpackedFilms {
  const { payload } = unseal(FILMS_FORMAT, bytes);
  const reader = new ByteReader(inflate(FILMS_FORMAT, payload));
  const catalogue = readCatalogue(reader, FILMS_FORMAT, true);
  refuseRest(reader, FILMS_FORMAT);
  refuseFault(findCatalogueFault(catalogue), FILMS_FORMAT);
  return { catalogue, filmsChecksum: crc32(payload) };
}

/**
 * Reads the ratings that packBundled wrote, and puts the films to them.
 * @returns the data set, with the checksum that unpackDataset gives of the same data in one piece
 * @throws DamagedBytesError as unpackFilms, and if the ratings are of other films.
 */
export function unpackRatings(
  bytes: Uint8Array,
  { catalogue, filmsChecksum }: UnpackedFilms,
): UnpackedDataset {
  const { payload } = unseal(RATINGS_FORMAT, bytes);
  const head = new ByteReader(payload);
  const ofFilms = head.uint32();
  const checksum = head.uint32();
  if (ofFilms !== filmsChecksum) {
    throw new DamagedBytesError(`${RATINGS_FORMAT.what} is of other films than those that came with it.`);
  }
  const reader = new ByteReader(inflate(RATINGS_FORMAT, head.bytes(head.remaining)));
  const ratings = readRatings(reader, RATINGS_FORMAT);
  refuseRest(reader, RATINGS_FORMAT);
  refuseFault(findRatingsFault(ratings, catalogue.count), RATINGS_FORMAT);
  return { catalogue, ratings, checksum };
}

/** Reads both files that packBundled wrote. @throws DamagedBytesError as unpackRatings */
export function unpackBundled({ films, ratings }: BundledFiles<Uint8Array>): UnpackedDataset {
  return unpackRatings(ratings, unpackFilms(films));
}
