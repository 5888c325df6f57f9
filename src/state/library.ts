import type { Catalogue } from '../data/catalogue';
import { fitItemEffects, type ItemEffects } from '../data/item-effects';
import type { Ratings } from '../data/ratings';
import { itemStatistics } from '../data/statistics';
import type { UnpackedDataset } from '../data/unpack';
import { decodeNetwork } from '../wnn/learning/network';
import type { PublicModel } from '../wnn/public-model';
import { bitFrequencies, sharedTraits } from '../wnn/traits';

/** Everything public: the same for all profiles, never changed by a click. */
export interface Library {
  catalogue: Catalogue;
  ratings: Ratings;
  effects: ItemEffects;
  shared: PublicModel;
  /** Share of the films with each retina bit set, 0..1. */
  bitFrequency: Float64Array;
  /** Shannon entropy of each film's ratings over the ten half stars, in bits: how much opinions differ. */
  ratingEntropy: Float64Array;
  /** MovieLens id -> item. */
  itemOf: ReadonlyMap<number, number>;
  /** Identifies the data set. */
  checksum: number;
}

/**
 * Computes what is public from the data set and the learned network; some hundred milliseconds for the bundled ones.
 * @throws DamagedBytesError if the network is damaged or belongs to another catalogue.
 */
export function buildLibrary(
  { catalogue, ratings, checksum }: UnpackedDataset,
  network: Uint8Array,
): Library {
  const effects = fitItemEffects(catalogue, ratings);
  const shared = decodeNetwork(catalogue, effects, network);
  const itemOf = new Map<number, number>();
  catalogue.movieId.forEach((movieId, item) => {
    itemOf.set(movieId, item);
  });
  const bitFrequency = bitFrequencies(shared.retina);
  const ratingEntropy = itemStatistics(ratings, catalogue.count).entropyBits;
  return { catalogue, ratings, effects, shared, bitFrequency, ratingEntropy, itemOf, checksum };
}

/** What two films have in common, in words, the most telling first. */
export function traitsOf({ catalogue, shared, bitFrequency }: Library, a: number, b: number): string[] {
  return sharedTraits(catalogue, shared.retina, bitFrequency, a, b);
}
