import { DamagedBytesError } from '../../lib/bytes';
import type { Catalogues } from '../../storage/films/catalogues';
import { StorageError } from '../../storage/storage-error';
import * as words from '../../words/en/start/chosen-films';
import type { AppDependencies } from './dependencies';
import { type Library, libraryOf } from './library';
import type { NetworkName } from './network-choice';

/* Loaded only where a catalogue of one's own is used or added. */

/**
 * Computes what is public from a pack.
 * @param id of the pack where it is kept
 * @param wanted the network that is used if the pack has it, else the one that it has
 * Rejects with a DamagedBytesError if it is damaged, or its network belongs to another catalogue.
 */
export async function libraryOfPack(
  { prepareData }: Pick<AppDependencies, 'prepareData'>,
  id: string,
  pack: Uint8Array,
  wanted: NetworkName,
): Promise<Library> {
  const { data, about } = await prepareData({ kind: 'pack', pack, wanted });
  if (about === null) throw new Error('A pack must say what it is.');
  return libraryOf({ kind: 'pack', id, about }, data);
}

/**
 * Reads a kept catalogue.
 * @throws Error with a sentence for a person where it is gone, damaged, of a newer version, or cannot be read
 */
export async function loadPackLibrary(
  dependencies: Pick<AppDependencies, 'prepareData'>,
  catalogues: Catalogues,
  id: string,
  chosen: NetworkName,
): Promise<Library> {
  try {
    const bytes = await catalogues.load(id);
    if (!bytes) throw new UnreadCatalogueError(words.gone);
    return await libraryOfPack(dependencies, id, bytes, chosen);
  } catch (error) {
    throw error instanceof UnreadCatalogueError
      ? error
      : new UnreadCatalogueError(reasonOf(error), { cause: error });
  }
}

/** A catalogue that cannot be used; the message is a sentence for a person that names no catalogue. */
class UnreadCatalogueError extends Error {
  override name = 'UnreadCatalogueError';
}

function reasonOf(error: unknown): string {
  if (error instanceof DamagedBytesError)
    return error.message.includes('another version') ? words.newer : words.damaged;
  if (error instanceof StorageError) return words.storageFailed;
  return words.unread;
}
