import type { AnswerLines } from '../../data/answer-lines';
import type { ItemEffects } from '../../data/item-effects';
import type { SeenAnswer } from '../../data/opinion';
import { ByteWriter } from '../../lib/bytes';
import { crc32 } from '../../lib/hash';
import type { Codes } from './codes';
import type { FactAnchors } from './fact-anchors';
import type { GateCurve } from './gate';
import { type RankingTerms, sharesOf } from './lists/ranking-part';
import type { RankingSettings } from './lists/ranking-settings';
import { joinBanks, type NodeBank } from './node-bank';
import type { RatingNeighbours } from './rating-neighbours';
import type { MatchTerm, RatingTerm } from './rating-part';
import type { Retina } from './retina';
import type { GramPart } from './taste/gram-part';
import { answerVerdict } from './verdict';

/** Raised whenever the meaning of a state changes: saved states are then rebuilt from the log. */
const MODEL_VERSION = 3;

/** What a node looks at. */
export interface Connections {
  /** Distinct retina bits, ascending; none for a node that groups films by nearness to anchors. */
  bits: Uint16Array;
  /** Whether it also reads what other people's ratings say of a film. */
  readsCodes: boolean;
}

/** What expected stars are read by (`StarsReadout`); nodes may stand anywhere in the bank. */
export interface StarsNetwork {
  bank: NodeBank;
  /** Content nodes: the first one, and the strength of each, >= 0. */
  content: { first: number; strength: Float64Array };
  /** Shrinkage of a content cell's vote, in answers. */
  lambda: number;
  anchors: { first: number; count: number };
  gram: GramPart;
  /** The films that are rated like a film; null where other people's ratings are not at hand, or not to be looked at. */
  neighbours: RatingNeighbours | null;
  gate: GateCurve<RatingTerm>;
}

/** How answers become expected stars, and these the chance of a like. */
interface RatingParameters extends StarsNetwork {
  match: GateCurve<MatchTerm>;
  /** What answers stand for; null where stars are taught. */
  lines: AnswerLines | null;
}

/** How a cell's films are recalled in the ranking (`recallOfCell`), by node and by global cell id. */
export interface RankingParameters {
  /** Weight of each node's recall of likes and of recently watched films, >= 0; length nodeCount. */
  liked: Float64Array;
  watched: Float64Array;
  /** Likes' worth of background in every cell: the more, the slower a cell convinces. */
  smoothing: number;
  settings: RankingSettings;
  /** The public's share of likes, of ratings and of ratings that are no likes in each cell, 0..1. */
  likeShare: Float64Array;
  ratingShare: Float64Array;
  dislikeShare: Float64Array;
}

/** What a film's cells follow from, whichever film it is. */
interface Addressing {
  /** What nodes on patterns of bits read, in the order of the bank; bits behind the retina's own are code bits. */
  tuples: readonly { bits: Uint16Array }[];
  /** What code bits are made of; null without codes. */
  codes: Codes | null;
  /** What the nodes after those follow from; null where no fact tells their cells. */
  factAnchors: FactAnchors | null;
}

/** Everything shared by all users: written once, the same for everyone, never changed by a click. */
export interface Network {
  retina: Retina;
  tuples: Connections[];
  bank: NodeBank;
  addressing: Addressing;
  effects: ItemEffects;
  /** Null where only lists are asked for: then most people's stars are expected. */
  rating: RatingParameters | null;
  ranking: RankingParameters;
  /** What orders the catalogue beside cells. */
  terms: RankingTerms;
  /** Identifies the meaning of a personal state: states of another checksum are rebuilt. */
  checksum: number;
}

/** Nodes with what they look at, before they become part of a network. */
interface Nodes {
  tuples: Connections[];
  bank: NodeBank;
}

/** What distinguishes one network from another. */
export interface NetworkParts {
  retina: Retina;
  effects: ItemEffects;
  /** Nodes over facts that vote on ratings, with their strengths; what else ratings are read by. */
  rating:
    | (Nodes & Omit<RatingParameters, 'bank' | 'content' | 'anchors'> & { strength: Float64Array })
    | null;
  /** Nodes over facts that order the catalogue. */
  ranking: Nodes & Pick<RankingParameters, 'smoothing'>;
  terms: RankingTerms;
  /** Nodes that serve both. */
  anchors: NodeBank;
  addressing: Addressing;
  /** Weights of recall of the nodes that order, those of facts first; length of both together. */
  liked: Float64Array;
  watched: Float64Array;
}

/** Puts a network together: nodes that tell ratings, nodes that order, nodes that do both, side by side in one bank. */
export function assembleNetwork(parts: NetworkParts): Network {
  const { retina, effects, rating, ranking, terms, anchors, addressing } = parts;
  const content = rating?.bank ?? { ...NO_NODES, itemCount: anchors.itemCount };
  const bank = joinBanks(joinBanks(content, ranking.bank), anchors);
  const firstAnchor = bank.nodeCount - anchors.nodeCount;
  const placed = (weights: Float64Array) => {
    const all = new Float64Array(bank.nodeCount);
    all.set(weights, content.nodeCount);
    return all;
  };
  const network = {
    retina,
    tuples: [
      ...(rating?.tuples ?? []),
      ...ranking.tuples,
      ...Array.from({ length: anchors.nodeCount }, () => ({ bits: new Uint16Array(0), readsCodes: true })),
    ],
    bank,
    addressing,
    effects,
    rating: rating && {
      bank,
      content: { first: 0, strength: rating.strength },
      lambda: rating.lambda,
      anchors: { first: firstAnchor, count: anchors.nodeCount },
      gram: rating.gram,
      neighbours: rating.neighbours,
      gate: rating.gate,
      match: rating.match,
      lines: rating.lines,
    },
    ranking: {
      liked: placed(parts.liked),
      watched: placed(parts.watched),
      smoothing: ranking.smoothing,
      settings: terms.settings,
      likeShare: sharesOf(bank, effects.likes),
      ratingShare: sharesOf(bank, effects.ratings),
      dislikeShare: sharesOf(
        bank,
        effects.ratings.map((n, i) => n - effects.likes[i]),
      ),
    },
    terms,
  };
  return { ...network, checksum: checksumOf(network) };
}

/** A bank without nodes. */
const NO_NODES = { nodeCount: 0, cell: new Uint16Array(0), firstCell: new Uint32Array(1) };

function checksumOf({ tuples, bank, effects, rating }: Omit<Network, 'checksum'>): number {
  const writer = new ByteWriter();
  writer.uint32(MODEL_VERSION);
  writer.uint32(bank.itemCount);
  for (const tuple of tuples) {
    writer.varint(tuple.bits.length);
    for (const bit of tuple.bits) writer.varint(bit);
  }
  writer.uint32(crc32(new Uint8Array(bank.cell.buffer)));
  // What an answer writes, and along which coordinates.
  const answers: readonly SeenAnswer[] = ['like', 'so-so', 'dislike'];
  for (let item = 0; item < bank.itemCount; item++) {
    for (const answer of answers) writer.signed(answerVerdict({ effects, rating }, item, answer).deviation);
  }
  if (rating) {
    const { coordinates, offset } = rating.gram;
    for (const { buffer } of [coordinates, offset]) writer.uint32(crc32(new Uint8Array(buffer)));
  }
  return crc32(writer.finish());
}
