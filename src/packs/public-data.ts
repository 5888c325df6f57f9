import { unpackBundled } from '../data/bundled/unpack-bundled';
import type { Catalogue } from '../data/catalogue';
import type { BundledFiles } from '../data/dataset';
import { effectsOf, fitItemEffects, type ItemEffects } from '../data/item-effects';
import { withoutPersonas } from '../data/personas';
import type { Ratings } from '../data/ratings';
import type { UnpackedDataset } from '../data/unpack';
import { DamagedBytesError } from '../lib/bytes';
import { bitFrequencies } from '../wnn/inspect/traits';
import { decodeNetwork } from '../wnn/network/assembly';
import type { Network } from '../wnn/network/network';
import {
  decodePack,
  type OpenedPack,
  PACK_NETWORKS,
  type PackManifest,
  type PackNetwork,
} from './pack-format';

/** Everything public that a person's model stands on: the same for everyone, never changed by a click. */
export interface PublicData {
  catalogue: Catalogue;
  /** Nobody's where the catalogue came without ratings. */
  ratings: Ratings;
  /** How many people `effects` counts; the ratings may be a sample of theirs. */
  people: number;
  effects: ItemEffects;
  network: Network;
  /** Share of the films with each retina bit set, 0..1. */
  bitFrequency: Float64Array;
  /** Identifies the data set. */
  checksum: number;
}

/** Bytes that public data are computed from: those that are bundled, or a pack with the name of the network that is wanted. */
export type PublicBytes =
  | ({ kind: 'bundled'; network: Uint8Array } & BundledFiles<Uint8Array>)
  | { kind: 'pack'; pack: Uint8Array; wanted: PackNetwork };

/** Public data, with what a pack says of itself; null for those that are bundled. */
export interface PreparedData {
  data: PublicData;
  about: PackManifest | null;
}

/**
 * Computes what is public from its bytes; half a second for 9,000 films.
 * @throws DamagedBytesError if they are damaged or do not belong together.
 */
export function prepareData(bytes: PublicBytes): PreparedData {
  if (bytes.kind === 'bundled')
    return { data: bundledData(unpackBundled(bytes), bytes.network), about: null };
  const pack = decodePack(bytes.pack);
  return { data: packData(pack, bytes.wanted), about: pack.manifest };
}

/** @throws DamagedBytesError if the network is damaged or belongs to another catalogue. */
export function bundledData(dataset: UnpackedDataset, networkBytes: Uint8Array): PublicData {
  const { catalogue, ratings } = dataset;
  const effects = fitItemEffects(catalogue, ratings);
  const network = decodeNetwork(catalogue, effects, networkBytes, withoutPersonas(ratings));
  return publicData(dataset, { effects, network, people: ratings.userCount });
}

/**
 * Effects follow from the pack's counts, and nobody is a neighbour where it has no ratings.
 * @param wanted the network that is used if the pack has it, else the one that it has
 * @throws DamagedBytesError if the network is damaged or belongs to another catalogue.
 */
function packData({ manifest, dataset, counts, networks }: OpenedPack, wanted: PackNetwork): PublicData {
  const { catalogue, ratings } = dataset;
  const bytes = networks[wanted] ?? PACK_NETWORKS.map((name) => networks[name]).find((network) => network);
  if (!bytes) throw new DamagedBytesError('The catalogue pack is damaged: it has no network.');
  const effects = effectsOf(catalogue, counts);
  const network = decodeNetwork(catalogue, effects, bytes, ratings.count > 0 ? ratings : null);
  return publicData(dataset, {
    ...{ effects, network },
    people: Math.max(manifest.source.people, ratings.userCount),
  });
}

function publicData(
  { catalogue, ratings, checksum }: UnpackedDataset,
  { effects, network, people }: Pick<PublicData, 'effects' | 'network' | 'people'>,
): PublicData {
  const bitFrequency = bitFrequencies(network.retina);
  return { catalogue, ratings, people, effects, network, bitFrequency, checksum };
}
