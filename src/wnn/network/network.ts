import type { ItemEffects } from '../../data/item-effects';
import { ByteWriter } from '../../lib/bytes';
import { crc32 } from '../../lib/hash';
import { cellCount, joinBanks, NO_CELL, type NodeBank } from './node-bank';
import type { Retina } from './retina';
import { UNITS } from './verdict';

/** Raised whenever the meaning of a state changes: saved states are then rebuilt from the log. */
const MODEL_VERSION = 2;

/** What a node looks at. */
export interface Connections {
  /** Distinct retina bits, ascending; none for a node that groups films by nearness to anchors. */
  bits: Uint16Array;
  /** Whether it also reads what other people's ratings say of a film. */
  readsCodes: boolean;
}

/** How nodes vote on the match. */
interface RatingParameters {
  /** Weight s_t >= 0 of each node's vote; length nodeCount. */
  strength: Float64Array;
  /** Shrinkage of a cell's vote, in clicks. */
  lambda: number;
  /** Shrinkage of the user's own generosity, in the same unit, and its weight in the match. */
  userLambda: number;
  generosity: number;
}

/** How nodes recall in the ranking. */
interface RankingParameters {
  /** Weight of each node's recall; length nodeCount. */
  strength: Float64Array;
  /** How much a dislike counts beside a like. */
  dislikeWeight: number;
  /** Likes' worth of background in every cell: the more, the slower a cell convinces. */
  smoothing: number;
}

/** Everything shared by all users: written once, the same for everyone, never changed by a click. */
export interface Network {
  retina: Retina;
  tuples: Connections[];
  bank: NodeBank;
  effects: ItemEffects;
  /** How likes and dislikes become a chance of liking. */
  likes: RatingParameters;
  ranking: RankingParameters;
  /** Where every film starts in the ranking, log(1 + public likes), a multiple of 2^-20; length itemCount. */
  startingPoints: Float64Array;
  /** Share of the public's likes (and of its dislikes) that falls in each cell, 0..1; index is the global cell id. */
  likeBackground: Float64Array;
  dislikeBackground: Float64Array;
  /** Identifies the meaning of a personal state: states of another checksum are rebuilt. */
  checksum: number;
}

/** The nodes of one readout, before they become part of a network. */
export interface Nodes {
  tuples: Connections[];
  bank: NodeBank;
  /** At least 0; length nodeCount. */
  strength: Float64Array;
}

/** What distinguishes one network from another. */
export interface NetworkParts {
  retina: Retina;
  effects: ItemEffects;
  /** Nodes that tell the chance of liking a film, and how their votes are shrunk. */
  rating: Nodes & Omit<RatingParameters, 'strength'>;
  /** Nodes that order the catalogue. */
  ranking: Nodes & Pick<RankingParameters, 'dislikeWeight' | 'smoothing'>;
}

/** Puts a network together: the nodes of both readouts side by side, each silent in the other. */
export function assembleNetwork({ retina, effects, rating, ranking }: NetworkParts): Network {
  const bank = joinBanks(rating.bank, ranking.bank);
  const tuples = [...rating.tuples, ...ranking.tuples];
  const placed = (own: Float64Array, at: number) => {
    const strength = new Float64Array(bank.nodeCount);
    strength.set(own, at);
    return strength;
  };
  const dislikes = effects.ratings.map((n, i) => n - effects.likes[i]);
  const { lambda, userLambda, generosity } = rating;
  const { dislikeWeight, smoothing } = ranking;
  return {
    retina,
    tuples,
    bank,
    effects,
    likes: { strength: placed(rating.strength, 0), lambda, userLambda, generosity },
    ranking: { strength: placed(ranking.strength, rating.bank.nodeCount), dislikeWeight, smoothing },
    startingPoints: Float64Array.from(effects.likes, (likes) =>
      onGrid(POPULARITY_WEIGHT * Math.log1p(likes)),
    ),
    likeBackground: background(bank, effects.likes),
    dislikeBackground: background(bank, dislikes),
    checksum: checksumOf(tuples, bank, effects),
  };
}

/** Weight of log(1 + public likes) in a film's starting point. */
const POPULARITY_WEIGHT = 1;

/** Rounds to a multiple of 2^-20, so that ranking scores are exact sums. */
function onGrid(value: number): number {
  return Math.round(value * 2 ** 20) / 2 ** 20;
}

/** Half a like is added everywhere, so that a cell the public never liked does not count without bound. */
const BACKGROUND_FLOOR = 0.5;

function background(bank: NodeBank, weights: Uint32Array): Float64Array {
  const share = new Float64Array(cellCount(bank) + 1).fill(BACKGROUND_FLOOR);
  let total = BACKGROUND_FLOOR;
  for (let i = 0; i < bank.itemCount; i++) total += weights[i];
  for (let t = 0; t < bank.nodeCount; t++) {
    for (let i = 0; i < bank.itemCount; i++) {
      const local = bank.cell[t * bank.itemCount + i];
      if (local !== NO_CELL) share[bank.firstCell[t] + local] += weights[i];
    }
  }
  return share.map((value) => value / total);
}

function checksumOf(tuples: Connections[], bank: NodeBank, effects: ItemEffects): number {
  const writer = new ByteWriter();
  writer.uint32(MODEL_VERSION);
  writer.uint32(bank.itemCount);
  for (const tuple of tuples) {
    writer.varint(tuple.bits.length);
    for (const bit of tuple.bits) writer.varint(bit);
  }
  writer.uint32(crc32(new Uint8Array(bank.cell.buffer)));
  for (const rate of effects.likeRate) writer.varint(Math.round(rate * UNITS));
  return crc32(writer.finish());
}
