import { ByteWriter } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import { crc32 } from '../../lib/hash';
import { type BundledFiles, DATASET_FORMAT, type Dataset, FILMS_FORMAT, RATINGS_FORMAT } from '../dataset';
import { deflate, packDataset, writeCatalogue, writeRatings } from '../pack';

/**
 * Packs a data set into two binaries, the same bytes for the same data and the same version of fflate.
 *
 * Films: a sealed envelope (lib/envelope) around the length of what follows when inflated (uint32) and a zlib stream of
 * what writeCatalogue writes. Ratings: an envelope around the CRC-32 of the payload of the films that they are of (uint32),
 * the number that names the whole data set (uint32; the CRC-32 of the payload that packDataset gives), and length and zlib
 * stream of what writeRatings writes.
 * @throws Error as packDataset
 */
export function packBundled(dataset: Dataset): BundledFiles<Uint8Array<ArrayBuffer>> {
  const whole = unseal(DATASET_FORMAT, packDataset(dataset)).payload;
  const columns = new ByteWriter();
  writeCatalogue(columns, dataset.catalogue);
  const films = deflate(columns.finish());
  return {
    films: seal(FILMS_FORMAT, films),
    ratings: packRatings(dataset, { ofFilms: crc32(films), checksum: crc32(whole) }),
  };
}

function packRatings(
  { ratings }: Dataset,
  { ofFilms, checksum }: { ofFilms: number; checksum: number },
): Uint8Array<ArrayBuffer> {
  const columns = new ByteWriter();
  writeRatings(columns, ratings);
  const payload = new ByteWriter();
  payload.uint32(ofFilms);
  payload.uint32(checksum);
  payload.bytes(deflate(columns.finish()));
  return seal(RATINGS_FORMAT, payload.finish());
}
