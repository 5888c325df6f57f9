import type { Catalogue } from '../../data/catalogue';
import { fitItemEffects, type ItemEffects } from '../../data/item-effects';
import { withoutPersonas } from '../../data/personas';
import type { Ratings } from '../../data/ratings';
import type { UnpackedDataset } from '../../data/unpack';
import type { OwnFilm } from '../../events/own-film';
import type { PackManifest } from '../../packs/pack-format';
import { bitFrequencies } from '../../wnn/inspect/traits';
import { decodeNetwork } from '../../wnn/network/assembly';
import type { Network } from '../../wnn/network/network';

/** Which catalogue a library is of: the bundled one, or a kept one by its id (storage/catalogues) and what it says of itself. */
export type LibrarySource = { kind: 'bundled' } | { kind: 'pack'; id: string; about: PackManifest };

/** Id of the kept catalogue that a library is of; null for the bundled one, and where there is none. */
export function idOf(library: Pick<Library, 'source'> | null): string | null {
  return library?.source.kind === 'pack' ? library.source.id : null;
}

/** Everything public: the same for all profiles, never changed by a click. */
export interface Library {
  source: LibrarySource;
  /** Whether a catalogue was ever chosen in this browser: that a saved model is of another network is no news then. */
  wasChosen: boolean;
  catalogue: Catalogue;
  /** Nobody's where the catalogue came without ratings. */
  ratings: Ratings;
  /** How many people `effects` counts; the ratings may be a sample of theirs. */
  people: number;
  effects: ItemEffects;
  network: Network;
  /** Share of the films with each retina bit set, 0..1. */
  bitFrequency: Float64Array;
  /** MovieLens id -> item. */
  itemOf: ReadonlyMap<number, number>;
  /** Identifies the data set. */
  checksum: number;
  /** Films added by hand, which come last, as they are stored; left out where there are none. */
  own?: { films: readonly OwnFilm[]; stored: unknown; base: Library };
}

/**
 * Computes what is public from the bundled data set and the learned network; some hundred milliseconds.
 * @throws DamagedBytesError if the network is damaged or belongs to another catalogue.
 */
export function buildLibrary(dataset: UnpackedDataset, networkBytes: Uint8Array): Library {
  const { catalogue, ratings } = dataset;
  const effects = fitItemEffects(catalogue, ratings);
  const network = decodeNetwork(catalogue, effects, networkBytes, withoutPersonas(ratings));
  return libraryOf({ kind: 'bundled' }, dataset, { effects, network, people: ratings.userCount });
}

/** A library out of its parts. */
export function libraryOf(
  source: LibrarySource,
  { catalogue, ratings, checksum }: UnpackedDataset,
  { effects, network, people }: Pick<Library, 'effects' | 'network' | 'people'>,
): Library {
  const itemOf = new Map<number, number>();
  catalogue.movieId.forEach((movieId, item) => {
    itemOf.set(movieId, item);
  });
  const bitFrequency = bitFrequencies(network.retina);
  const wasChosen = source.kind === 'pack';
  return {
    ...{ source, wasChosen, catalogue, ratings, people },
    ...{ effects, network, bitFrequency, itemOf, checksum },
  };
}

/** The library without films added by hand. */
export function baseOf(library: Library): Library {
  return library.own?.base ?? library;
}
