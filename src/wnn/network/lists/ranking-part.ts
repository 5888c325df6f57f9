import type { Catalogue } from '../../../data/catalogue';
import type { ItemEffects } from '../../../data/item-effects';
import type { Ratings } from '../../../data/ratings';
import { cellShares, shareTotal } from '../cell-shares';
import { addressFactAnchors, type FactAnchors } from '../fact-anchors';
import { addressFilms, joinBanks, type NodeBank } from '../node-bank';
import { retinaOf } from '../retina';
import { type ItemTable, NO_TABLE } from './item-table';
import { type LikeNeighbours, likeNeighbours } from './like-neighbours';
import {
  LIKE_WINDOWS,
  PLAIN_SETTINGS,
  type RankingSettings,
  WATCHED_TIMES,
  WATCHED_WINDOWS,
} from './ranking-settings';
import { type ScaledTable, scaleTable } from './scaled-table';

/** Ranking scores are whole numbers of 1/RANKING_UNITS: sums are exact in any order, and ties are real. */
export const RANKING_UNITS = 2 ** 20;

/** The part of a network that orders the catalogue. */
export interface RankingPart {
  /** Retina bits of the nodes on public facts, which come first in the bank. */
  tuples: { bits: Uint16Array }[];
  /** The nodes on what people like together, which come last; null without them. */
  anchors: NodeBank | null;
  /** What the last nodes follow from where they are on public facts; null where they are not. */
  factAnchors: FactAnchors | null;
  bank: NodeBank;
  /** Weight of each node's recall of likes and of recently watched films, >= 0; length nodeCount. */
  liked: Float64Array;
  watched: Float64Array;
  smoothing: number;
  settings: RankingSettings;
  /** What likes say of other films, and what watched films say of what is watched next; empty on public facts alone. */
  likesTable: ItemTable;
  watchedTable: ItemTable;
  terms: RankingTerms;
}

/** What a score is made of beside cells: the same for everyone, ready to be asked. */
export interface RankingTerms {
  settings: RankingSettings;
  /** log(1 + public likes); length itemCount. */
  fame: Float64Array;
  /** Series of each film, 0 for none; length itemCount. */
  collection: Uint16Array;
  /** In units, for the number of times that windows ask. */
  likesTable: ScaledTable;
  watchedTable: ScaledTable;
  /** Null where the public's ratings are not at hand. */
  neighbours: LikeNeighbours | null;
}

/** Kept as long as the catalogue. */
const counts = new WeakMap<Uint16Array, number>();

/** Largest number of a series, and 1; looked for once a catalogue. */
export function seriesCount(collection: Uint16Array): number {
  let count = counts.get(collection);
  if (count === undefined) {
    count = collection.reduce((most, series) => Math.max(most, series), 0) + 1;
    counts.set(collection, count);
  }
  return count;
}

/** Terms that say nothing but how known films are: for networks that are only asked for ratings. */
export function plainTerms(catalogue: Catalogue, effects: ItemEffects): RankingTerms {
  const none = scaleTable(NO_TABLE, catalogue.count, 0);
  return {
    settings: PLAIN_SETTINGS,
    fame: Float64Array.from(effects.likes, Math.log1p),
    collection: catalogue.collection,
    likesTable: none,
    watchedTable: none,
    neighbours: null,
  };
}

/**
 * Makes a model whole again from what is shipped of it: addresses and shares follow from facts and effects.
 * @param ratings of the training users, from which it is read how alike films are; without them no dislike takes from what is like it.
 */
export function assembleRanking(
  catalogue: Catalogue,
  effects: ItemEffects,
  parts: ShippedRanking,
  ratings: Ratings | null,
): RankingPart {
  const { settings } = parts;
  const retina = retinaOf(catalogue);
  const content = addressFilms(retina, parts.tuples);
  const others = parts.anchors ?? (parts.factAnchors && addressFactAnchors(parts.factAnchors, retina));
  const bank = others ? joinBanks(content, others) : content;
  const scale = (table: ItemTable, weight: number, times: number) =>
    scaleTable(table, catalogue.count, (weight / times) * RANKING_UNITS);
  return {
    ...parts,
    bank,
    terms: {
      settings,
      fame: Float64Array.from(effects.likes, Math.log1p),
      collection: catalogue.collection,
      likesTable: scale(parts.likesTable, settings.likesTable, LIKE_WINDOWS.length),
      watchedTable: scale(
        parts.watchedTable,
        settings.watchedTable,
        WATCHED_WINDOWS.length * WATCHED_TIMES.like,
      ),
      neighbours: ratings && likeNeighbours(ratings, catalogue.count),
    },
  };
}

/** What is shipped of a ranking model. */
export type ShippedRanking = Pick<
  RankingPart,
  | 'tuples'
  | 'anchors'
  | 'factAnchors'
  | 'liked'
  | 'watched'
  | 'smoothing'
  | 'settings'
  | 'likesTable'
  | 'watchedTable'
>;

/** The weights of the films of each cell, as shares of all; index is the global cell id. */
export function sharesOf(bank: NodeBank, weights: Uint32Array): Float64Array {
  const shares = new Float64Array(bank.firstCell[bank.nodeCount] + 1);
  const total = shareTotal(weights);
  for (let t = 0; t < bank.nodeCount; t++) {
    shares.set(cellShares(bank, t, weights, total).subarray(1), bank.firstCell[t] + 1);
  }
  return shares;
}
