import type { Ratings } from '../../data/ratings';
import { addressFactAnchors, type FactAnchors } from '../network/fact-anchors';
import type { NodeBank } from '../network/node-bank';
import type { Retina } from '../network/retina';
import { type AnchorOptions, fitAnchorNodes } from './anchor-nodes';
import { type FactAnchorOptions, fitFactAnchors } from './learn-fact-anchors';
import type { LearningData } from './learning-data';
import type { InnerFold } from './training-cases';

/** Which anchor nodes vote on ratings: by what people like together, or by public facts. */
export type AnchorSource = { likes: Partial<AnchorOptions> } | { facts: Partial<FactAnchorOptions> };

/** Anchor nodes of all training users, as they are shipped, and of all but each inner fold. */
export interface LearnedAnchors {
  whole: { anchors: NodeBank | null; factAnchors: FactAnchors | null };
  folds: NodeBank[];
}

/**
 * Fits the nodes as the list does, from the same seed, and again without each inner fold: anchors that were fitted on the
 * rows' own users are worse than none.
 * @param shared those of all training users, where they are at hand.
 */
export function learnAnchors(
  { catalogue, ratings, seed }: LearningData,
  retina: Retina,
  folds: readonly InnerFold[],
  source: AnchorSource,
  shared: SharedAnchors = {},
): LearnedAnchors {
  const without = folds.map(({ users }) => withoutUsers(ratings, users));
  if ('likes' in source) {
    const fitted = (from: Ratings) => fitAnchorNodes(from, catalogue.count, seed, source.likes);
    return {
      whole: { anchors: shared.anchors ?? fitted(ratings), factAnchors: null },
      folds: without.map(fitted),
    };
  }
  const fitted = (from: Ratings) => fitFactAnchors(from, retina, seed, source.facts);
  return {
    whole: { anchors: null, factAnchors: shared.factAnchors ?? fitted(ratings) },
    folds: without.map((from) => addressFactAnchors(fitted(from), retina)),
  };
}

/** The anchor nodes of the list, fitted on all training users. */
export interface SharedAnchors {
  anchors?: NodeBank | null;
  factAnchors?: FactAnchors | null;
}

/** The ratings of all other users. @param users ascending. */
function withoutUsers(ratings: Ratings, users: readonly number[]): Ratings {
  const inside = new Set(users);
  const positions: number[] = [];
  const kept: number[] = [];
  const offsets = [0];
  for (let user = 0; user < ratings.userCount; user++) {
    if (inside.has(user)) continue;
    kept.push(user);
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) positions.push(r);
    offsets.push(positions.length);
  }
  return {
    userCount: kept.length,
    count: positions.length,
    userId: Uint32Array.from(kept, (user) => ratings.userId[user]),
    offsets: Uint32Array.from(offsets),
    item: Uint32Array.from(positions, (r) => ratings.item[r]),
    halfStars: Uint8Array.from(positions, (r) => ratings.halfStars[r]),
    timestamp: Uint32Array.from(positions, (r) => ratings.timestamp[r]),
  };
}
