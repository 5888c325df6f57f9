import * as v from 'valibot';
import { readPlanes, writePlanes } from '../data/columns';
import type { Dataset } from '../data/dataset';
import { packDataset } from '../data/pack';
import type { PublicCounts } from '../data/public-counts';
import { type UnpackedDataset, unpackDataset } from '../data/unpack';
import { ByteReader, ByteWriter, DamagedBytesError } from '../lib/bytes';
import { seal, unseal } from '../lib/envelope';
import { readDeflated, writeDeflated } from './deflated';

/** The networks that a pack may hold. */
export const PACK_NETWORKS = ['hybrid', 'wnn'] as const;
/** Name of such a network. */
export type PackNetwork = (typeof PACK_NETWORKS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const figure = v.nullable(v.number());

/** What a pack says of itself, as JSON. */
export const manifestSchema = v.object({
  /** What the data call themselves: the folder's or file's name. */
  name: v.pipe(text(200), v.minLength(1)),
  /** The whole of the data that it was made from. */
  source: v.object({ films: count, people: count, ratings: count }),
  /** Films in it, and the likes below which a film was left out. */
  films: count,
  leastLikes: count,
  /** People drawn, from whose ratings the network was learned, and how many ratings these gave. */
  learned: v.object({ people: count, ratings: count }),
  /** Whether those ratings are in it. */
  withRatings: v.boolean(),
  /** Whether the terms of the data forbid to pass it on, and these terms. */
  isPrivate: v.boolean(),
  licence: text(4000),
  seed: count,
  /**
   * Measured on people held out of a fit of the same kind: how many, and `new-user` and `top-n` taught by clicks
   * (docs/evaluate.md); null where it was not measured.
   */
  accuracy: v.nullable(
    v.object({
      network: v.picklist(PACK_NETWORKS),
      people: count,
      rmse: figure,
      auc: figure,
      ndcg10: figure,
    }),
  ),
});

/** What a pack says of itself. */
export type PackManifest = v.InferOutput<typeof manifestSchema>;

/** A catalogue with all that is public about it: films, what people gave them, learned networks. */
export interface Pack {
  manifest: PackManifest;
  /** The films, and the ratings of the people drawn; nobody's where the pack is without ratings. */
  dataset: Dataset;
  /** What all people gave each film. */
  counts: PublicCounts;
  /** Networks as `encodeNetwork` writes them. */
  networks: Partial<Record<PackNetwork, Uint8Array>>;
}

/** A pack as read. */
export interface OpenedPack extends Pack {
  dataset: UnpackedDataset;
}

const FORMAT = { magic: 'WLPK', version: 1, what: 'The catalogue pack' };

/** Writes a pack; equal packs give equal bytes. Layout: docs/format.md, Catalogue packs. */
export function encodePack({ manifest, dataset, counts, networks }: Pack): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.text(JSON.stringify(v.parse(manifestSchema, manifest)));
  const films = packDataset(dataset);
  writer.varint(films.length);
  writer.bytes(films);
  const columns = new ByteWriter();
  for (const column of [counts.ratings, counts.likes, counts.halfStars]) writePlanes(columns, column);
  writeDeflated(writer, columns.finish());
  for (const name of PACK_NETWORKS) writeDeflated(writer, networks[name] ?? new Uint8Array(0));
  return seal(FORMAT, writer.finish());
}

/** @throws DamagedBytesError, with a message for a person, if the bytes are damaged, cut short, newer or of another kind. */
export function decodePack(bytes: Uint8Array): OpenedPack {
  const reader = new ByteReader(unseal(FORMAT, bytes).payload);
  const manifest = readManifest(reader);
  const dataset = unpackDataset(reader.bytes(reader.varint()));
  if (dataset.catalogue.count !== manifest.films)
    throw damaged('it has another number of films than it says');
  const columns = new ByteReader(readDeflated(reader));
  const column = () => readPlanes(columns, new Uint32Array(manifest.films));
  const counts = { ratings: column(), likes: column(), halfStars: column() };
  const odd = counts.ratings.some(
    (n, i) => counts.likes[i] > n || counts.halfStars[i] < n || counts.halfStars[i] > 10 * n,
  );
  if (odd) throw damaged('its counts do not fit together');
  const networks: Pack['networks'] = {};
  for (const name of PACK_NETWORKS) {
    const network = readDeflated(reader);
    if (network.length > 0) networks[name] = network;
  }
  if (Object.keys(networks).length === 0) throw damaged('it has no network');
  if (columns.remaining + reader.remaining > 0) throw damaged('there is more than expected');
  return { manifest, dataset, counts, networks };
}

/** Whether bytes begin as a pack does. */
export function isPack(head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(0, 4)) === FORMAT.magic;
}

function damaged(detail: string): DamagedBytesError {
  return new DamagedBytesError(`${FORMAT.what} is damaged: ${detail}.`);
}

function readManifest(reader: ByteReader): PackManifest {
  let value: unknown;
  try {
    value = JSON.parse(reader.text());
  } catch (error) {
    if (error instanceof DamagedBytesError) throw error;
    throw damaged('what it says of itself cannot be read');
  }
  const { success, output } = v.safeParse(manifestSchema, value);
  if (!success) throw damaged('what it says of itself is not as it should be');
  return output;
}
