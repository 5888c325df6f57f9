import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import { decodeRanking, encodeRanking } from './lists/ranking-format';
import { plainTerms, type RankingPart } from './lists/ranking-part';
import { assembleNetwork, type Connections, type Network } from './network';
import { someNodes } from './node-bank';
import { decodeRating, encodeRating } from './rating-format';
import { type RatingNeighbours, ratingNeighbours } from './rating-neighbours';
import type { RatingPart } from './rating-part';
import { retinaOf } from './retina';

/** What was learned; either part may be left out. */
export interface FittedParts {
  rating: RatingPart | null;
  ranking: RankingPart | null;
}

/**
 * The network of an app user, out of what was learned; the anchor nodes of both parts are the same.
 * @param neighbours by the ratings that are at hand; looked at by what reads codes alone (hybrid), never on public facts.
 */
export function networkOf(
  catalogue: Catalogue,
  effects: ItemEffects,
  { rating, ranking }: FittedParts,
  neighbours: RatingNeighbours | null,
): Network {
  const retina = retinaOf(catalogue);
  const none = {
    nodeCount: 0,
    itemCount: catalogue.count,
    cell: new Uint16Array(0),
    firstCell: new Uint32Array(1),
  };
  const readable = (tuples: readonly { bits: Uint16Array }[]): Connections[] =>
    tuples.map((tuple) => {
      const bits = tuple.bits.filter((bit) => bit < retina.bits.length);
      return { bits, readsCodes: bits.length < tuple.bits.length };
    });
  const ordered = ranking?.tuples.length ?? 0;
  return assembleNetwork({
    retina,
    effects,
    rating: rating && {
      bank: rating.bank,
      tuples: readable(rating.tuples),
      strength: rating.fit.strength,
      lambda: rating.fit.lambda,
      gate: rating.fit.gate,
      match: rating.fit.match,
      gram: rating.gram,
      neighbours: rating.codes ? neighbours : null,
      lines: rating.lines,
    },
    ranking: {
      bank: ranking ? someNodes(ranking.bank, 0, ordered) : none,
      tuples: readable(ranking?.tuples ?? []),
      smoothing: ranking?.smoothing ?? 1,
    },
    anchors:
      rating?.anchorBank ?? (ranking ? someNodes(ranking.bank, ordered, ranking.bank.nodeCount) : none),
    addressing: {
      tuples: [...(rating?.tuples ?? []), ...(ranking?.tuples ?? [])],
      codes: rating?.codes ?? null,
      factAnchors: (rating ?? ranking)?.factAnchors ?? null,
    },
    terms: ranking?.terms ?? plainTerms(catalogue, effects),
    liked: ranking?.liked ?? new Float64Array(0),
    watched: ranking?.watched ?? new Float64Array(0),
  });
}

const FORMAT = { magic: 'WLNW', version: 2, what: 'The learned network' };

/** What the app ships: both learned parts in one file, anchor nodes that they share once. */
export function encodeNetwork({ rating, ranking }: { rating: RatingPart; ranking: RankingPart }) {
  const writer = new ByteWriter();
  const shared = rating.anchors === ranking.anchors && rating.factAnchors === ranking.factAnchors;
  for (const part of [encodeRating(rating, !shared), encodeRanking(ranking)]) {
    writer.varint(part.length);
    writer.bytes(part);
  }
  return seal(FORMAT, writer.finish());
}

/**
 * @param ratings at hand, from which it is read which films are alike; null for none.
 * @throws DamagedBytesError if the bytes are damaged, of another kind or version, or of another catalogue.
 */
export function decodeNetwork(
  catalogue: Catalogue,
  effects: ItemEffects,
  bytes: Uint8Array,
  ratings: Ratings | null,
): Network {
  const { version, payload } = unseal(FORMAT, bytes);
  if (version !== FORMAT.version) throw new DamagedBytesError(`${FORMAT.what} is of an older version.`);
  const reader = new ByteReader(payload);
  const next = () => reader.bytes(reader.varint());
  const [ratingBytes, rankingBytes] = [next(), next()];
  const ranking = decodeRanking(catalogue, effects, rankingBytes, ratings);
  const rating = decodeRating(catalogue, effects, ratingBytes, ranking);
  const neighbours = ratings && ratingNeighbours(ratings, effects);
  return networkOf(catalogue, effects, { rating, ranking }, neighbours);
}
