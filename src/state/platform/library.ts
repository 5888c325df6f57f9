import type { Catalogue } from '../../data/catalogue';
import { fitItemEffects, type ItemEffects } from '../../data/item-effects';
import { withoutPersonas } from '../../data/personas';
import type { Ratings } from '../../data/ratings';
import type { UnpackedDataset } from '../../data/unpack';
import type { OwnFilm } from '../../events/own-film';
import { bitFrequencies } from '../../wnn/inspect/traits';
import { decodeNetwork } from '../../wnn/network/assembly';
import type { Network } from '../../wnn/network/network';

/** Everything public: the same for all profiles, never changed by a click. */
export interface Library {
  catalogue: Catalogue;
  ratings: Ratings;
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
 * Computes what is public from the data set and the learned network; some hundred milliseconds for the bundled ones.
 * @throws DamagedBytesError if the network is damaged or belongs to another catalogue.
 */
export function buildLibrary(
  { catalogue, ratings, checksum }: UnpackedDataset,
  networkBytes: Uint8Array,
): Library {
  const effects = fitItemEffects(catalogue, ratings);
  const network = decodeNetwork(catalogue, effects, networkBytes, withoutPersonas(ratings));
  const itemOf = new Map<number, number>();
  catalogue.movieId.forEach((movieId, item) => {
    itemOf.set(movieId, item);
  });
  const bitFrequency = bitFrequencies(network.retina);
  return { catalogue, ratings, effects, network, bitFrequency, itemOf, checksum };
}

/** The library without films added by hand. */
export function baseOf(library: Library): Library {
  return library.own?.base ?? library;
}
