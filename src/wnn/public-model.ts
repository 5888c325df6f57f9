import type { Catalogue } from '../data/catalogue';
import type { ItemEffects } from '../data/item-effects';
import { ByteWriter } from '../lib/bytes';
import { crc32 } from '../lib/hash';
import { createRandom } from '../lib/random';
import { drawConnections, type Tuple } from './connections';
import { UNITS, type Verdict } from './memory';
import { addressFilms, cellCount, NO_CELL, type NodeBank } from './node-bank';
import { encodeRetina, type Retina } from './retina';

/** Raised whenever the meaning of a state changes: saved states are then rebuilt from the log. */
const MODEL_VERSION = 1;
/** Seed of the shipped connections. */
export const CONNECTIONS_SEED = 20251105;

/** Parameters of a rating readout; one set for stars, one for likes. */
export interface RatingParameters {
  /** Weight s_t >= 0 of each node's vote; length nodeCount. */
  strength: Float64Array;
  /** Shrinkage of a cell's vote: ratings' worth (stars) or whole likes' worth of deviation (likes). */
  lambda: number;
  /** Shrinkage of the user's own generosity, in the same unit. */
  userLambda: number;
}

export interface RankingParameters {
  /** Weight of each node's recall; length nodeCount. */
  strength: Float64Array;
  /** How much a dislike counts beside a like. */
  dislikeWeight: number;
  /** Likes' worth of background in every cell: the more, the slower a cell convinces. */
  smoothing: number;
}

/** Everything shared by all users: written once, the same for everyone, never changed by a click. */
export interface PublicModel {
  retina: Retina;
  tuples: Tuple[];
  bank: NodeBank;
  effects: ItemEffects;
  /** Readout for users who give stars. */
  stars: RatingParameters;
  /** Readout for users who like and dislike. */
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

/** Builds the public model with seeded, stratified, equally strong nodes. */
export function buildPublicModel(
  catalogue: Catalogue,
  effects: ItemEffects,
  seed: number = CONNECTIONS_SEED,
): PublicModel {
  const retina = encodeRetina(catalogue);
  const tuples = drawConnections(retina, createRandom(seed));
  const bank = addressFilms(retina, tuples);
  const dislikes = effects.ratings.map((n, i) => n - effects.likes[i]);
  return {
    retina,
    tuples,
    bank,
    effects,
    stars: { strength: equalStrengths(bank, 2), lambda: 0.5, userLambda: 3 },
    likes: { strength: equalStrengths(bank, 0.35), lambda: 2, userLambda: 3 },
    ranking: { strength: equalStrengths(bank, 2), dislikeWeight: 0.5, smoothing: 3 },
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

/** Equal weights that sum to `total`. */
function equalStrengths(bank: NodeBank, total: number): Float64Array {
  return new Float64Array(bank.nodeCount).fill(total / bank.nodeCount);
}

/** What a like or dislike of a film writes: 1 or 0 minus the film's public like rate, in units. */
export function likeVerdict(model: PublicModel, item: number, liked: boolean): Verdict {
  const expected = Math.round(model.effects.likeRate[item] * UNITS);
  return { liked, deviation: (liked ? UNITS : 0) - expected };
}

/** What a rating in stars writes: stars minus the global mean and the film's public bias, in units. */
export function starsVerdict(model: PublicModel, item: number, stars: number): Verdict {
  const expected = model.effects.globalMean + model.effects.bias[item];
  return { liked: stars >= 4, deviation: Math.round((stars - expected) * UNITS) };
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

function checksumOf(tuples: Tuple[], bank: NodeBank, effects: ItemEffects): number {
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
