import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../../data/ratings';
import { cellShares } from './cell-shares';
import { addressFactAnchors, type FactAnchors } from './fact-anchors';
import { addressFilms, joinBanks, type NodeBank } from './node-bank';
import { retinaOf } from './retina';

/** The latest ratings of a user, in number, that count as recently watched. */
export const WATCHED_WINDOW = 50;

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
  /** The public's share of likes and of ratings in each cell; index is the global cell id. */
  likeShare: Float64Array;
  ratingShare: Float64Array;
  /** Where every film starts: log(1 + public likes); length itemCount. */
  start: Float64Array;
  /** What people liked when; null where the ratings are not at hand, or long past. */
  era: Era | null;
  eraWeight: number;
}

/** Public likes with their times, by which a film counts for more that many liked in the years of the user's clicks. */
interface Era {
  item: Uint32Array;
  /** Seconds since 1970. */
  timestamp: Uint32Array;
}

/**
 * Makes a model whole again from what is shipped of it: addresses and shares follow from facts and effects.
 * @param ratings of the training users, for the era; without them the era is left out, as for someone who rates long after.
 */
export function assembleRanking(
  catalogue: Catalogue,
  effects: ItemEffects,
  parts: ShippedRanking,
  ratings: Ratings | null,
): RankingPart {
  const retina = retinaOf(catalogue);
  const content = addressFilms(retina, parts.tuples);
  const others = parts.anchors ?? (parts.factAnchors && addressFactAnchors(parts.factAnchors, retina));
  const bank = others ? joinBanks(content, others) : content;
  return {
    ...parts,
    bank,
    likeShare: sharesOf(bank, effects.likes),
    ratingShare: sharesOf(bank, effects.ratings),
    start: Float64Array.from(effects.likes, Math.log1p),
    era: ratings && likesInTime(ratings),
  };
}

/** What is shipped of a ranking model. */
export type ShippedRanking = Pick<
  RankingPart,
  'tuples' | 'anchors' | 'factAnchors' | 'liked' | 'watched' | 'eraWeight' | 'smoothing'
>;

function likesInTime({ item, halfStars, timestamp }: Ratings): Era {
  const isLike = (_: number, r: number) => halfStars[r] >= LIKE_HALF_STARS;
  return { item: item.filter(isLike), timestamp: timestamp.filter(isLike) };
}

function sharesOf(bank: NodeBank, weights: Uint32Array): Float64Array {
  const shares = new Float64Array(bank.firstCell[bank.nodeCount] + 1);
  for (let t = 0; t < bank.nodeCount; t++) {
    shares.set(cellShares(bank, t, weights).subarray(1), bank.firstCell[t] + 1);
  }
  return shares;
}
