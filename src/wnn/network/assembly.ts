import type { Catalogue } from '../../data/catalogue';
import { USER_LAMBDA } from '../../data/deviation';
import type { ItemEffects } from '../../data/item-effects';
import { ByteReader, ByteWriter } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import { decodeRanking, encodeRanking } from './format';
import { gateAt } from './gate';
import { assembleNetwork, type Connections, type Network, type Nodes } from './network';
import type { NodeBank } from './node-bank';
import type { RankingPart } from './ranking-part';
import { decodeRating, encodeRating } from './rating-format';
import type { RatingPart } from './rating-part';
import { retinaOf } from './retina';

/** Clicks at which the gate is read: one gate for all keeps the match a plain sum, and it hardly changes with their number. */
const GATE_CLICKS = 50;
/** A dislike's weight beside a like's in the ranking. */
const DISLIKE_WEIGHT = 0.5;
const NO_NODES: Nodes = {
  tuples: [],
  bank: { nodeCount: 0, itemCount: 0, cell: new Uint16Array(0), firstCell: new Uint32Array(1) },
  strength: new Float64Array(0),
};

/** What was fitted for people who like and dislike; either part may be left out. */
export interface FittedParts {
  /** Learned for likes. */
  rating: RatingPart | null;
  ranking: RankingPart | null;
}

/**
 * The network of an app user, out of what was learned. Where somebody only likes and dislikes, a disliked film is not
 * one "recently watched" that speaks for its like: the weights of likes and of watched films both go to likes.
 */
export function networkOf(
  catalogue: Catalogue,
  effects: ItemEffects,
  { rating, ranking }: FittedParts,
): Network {
  const retina = retinaOf(catalogue);
  const readable = (tuples: readonly { bits: Uint16Array }[], { nodeCount }: NodeBank): Connections[] =>
    Array.from({ length: nodeCount }, (_, t) => {
      const all = tuples[t]?.bits ?? new Uint16Array(0);
      const bits = all.filter((bit) => bit < retina.bits.length);
      return { bits, readsCodes: bits.length < all.length || all.length === 0 };
    });
  const gate = rating && gateAt(rating.fit.gate, GATE_CLICKS);
  const none = { ...NO_NODES, bank: { ...NO_NODES.bank, itemCount: catalogue.count } };
  return assembleNetwork({
    retina,
    effects,
    rating: {
      ...(rating
        ? {
            bank: rating.bank,
            tuples: readable(rating.tuples, rating.bank),
            strength: rating.fit.strength.map((s) => (gate?.votes ?? 1) * s),
          }
        : none),
      lambda: rating?.fit.lambda ?? 1,
      userLambda: USER_LAMBDA,
      generosity: gate?.userBias ?? 0,
    },
    ranking: {
      ...(ranking
        ? {
            bank: ranking.bank,
            tuples: readable(ranking.tuples, ranking.bank),
            strength: ranking.liked.map((weight, t) => weight + ranking.watched[t]),
          }
        : none),
      dislikeWeight: DISLIKE_WEIGHT,
      smoothing: ranking?.smoothing ?? 1,
    },
  });
}

const FORMAT = { magic: 'WLNW', version: 1, what: 'The learned network' };

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

/** @throws DamagedBytesError if the bytes are damaged, of another kind or version, or of another catalogue. */
export function decodeNetwork(catalogue: Catalogue, effects: ItemEffects, bytes: Uint8Array): Network {
  const reader = new ByteReader(unseal(FORMAT, bytes).payload);
  const next = () => reader.bytes(reader.varint());
  const [ratingBytes, rankingBytes] = [next(), next()];
  const ranking = decodeRanking(catalogue, effects, rankingBytes, null);
  const rating = decodeRating(catalogue, effects, ratingBytes, ranking);
  return networkOf(catalogue, effects, { rating, ranking });
}
