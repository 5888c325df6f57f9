import { effectsOf } from '../../data/item-effects';
import { DamagedBytesError } from '../../lib/bytes';
import { decodePack, type OpenedPack, PACK_NETWORKS } from '../../packs/pack-format';
import type { Catalogues } from '../../storage/films/catalogues';
import { StorageError } from '../../storage/storage-error';
import { decodeNetwork } from '../../wnn/network/assembly';
import { type Library, libraryOf } from './library';
import type { NetworkName } from './network-choice';

/* Loaded only where a catalogue of one's own is used or added. */

/**
 * Computes what is public from a pack; effects follow from its counts, and nobody is a neighbour where it has no ratings.
 * @param id of the pack where it is kept
 * @param chosen the network that is used if the pack has it, else the one that it has
 * @throws DamagedBytesError if the network is damaged or belongs to another catalogue.
 */
export function libraryOfPack(
  id: string,
  { manifest, dataset, counts, networks }: OpenedPack,
  chosen: NetworkName,
): Library {
  const { catalogue, ratings } = dataset;
  const bytes = networks[chosen] ?? PACK_NETWORKS.map((name) => networks[name]).find((network) => network);
  if (!bytes) throw new DamagedBytesError('The catalogue pack is damaged: it has no network.');
  const effects = effectsOf(catalogue, counts);
  const network = decodeNetwork(catalogue, effects, bytes, ratings.count > 0 ? ratings : null);
  const people = Math.max(manifest.source.people, ratings.userCount);
  return libraryOf({ kind: 'pack', id, about: manifest }, dataset, { effects, network, people });
}

/**
 * Reads a kept catalogue.
 * @throws Error with a sentence for a person where it is gone, damaged, of a newer version, or cannot be read
 */
export async function loadPackLibrary(
  catalogues: Catalogues,
  id: string,
  chosen: NetworkName,
): Promise<Library> {
  try {
    const bytes = await catalogues.load(id);
    if (!bytes) throw new UnreadCatalogueError('it is not in this browser any more.');
    return libraryOfPack(id, decodePack(bytes), chosen);
  } catch (error) {
    throw error instanceof UnreadCatalogueError
      ? error
      : new UnreadCatalogueError(reasonOf(error), { cause: error });
  }
}

/** A catalogue that cannot be used; the message is a sentence for a person that names no catalogue. */
class UnreadCatalogueError extends Error {
  override name = 'UnreadCatalogueError';

  constructor(reason: string, options?: ErrorOptions) {
    super(`The films you chose cannot be used: ${reason}`, options);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DamagedBytesError)
    return error.message.includes('another version')
      ? 'the file was made by a newer version of Weightless.'
      : 'the file kept here is damaged.';
  if (error instanceof StorageError) return 'the browser could not reach its storage.';
  return 'they could not be read.';
}
