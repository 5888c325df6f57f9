import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../../data/ratings';
import { createRandom, deriveSeed } from '../../lib/random';
import { addressFilms, joinBanks, type NodeBank } from '../node-bank';
import { encodeRetina } from '../retina';
import { type AnchorOptions, fitAnchorNodes } from './anchor-nodes';
import { type CandidateStrata, drawCandidates } from './candidates';
import { addressFactAnchors, type FactAnchorOptions, type FactAnchors, fitFactAnchors } from './fact-anchors';
import { drawRankingCases } from './ranking-cases';
import { cellShares, fitRanking, type RankingFitOptions } from './ranking-fit';
import type { LearningData } from './rating-model';

export interface RankingModelOptions {
  /** Whether nodes on what people like together take part. */
  hybrid: boolean;
  /** Candidates over public facts. */
  strata: CandidateStrata;
  fit: Partial<RankingFitOptions>;
  /** Factor on the fitted weights of the nodes that read tuples. */
  contentWeight: number;
  /** Anchors by what people like together, or by public facts. */
  anchors: Partial<AnchorOptions>;
  factAnchors: Partial<FactAnchorOptions>;
  /** Sum over anchor nodes of the weights of likes, and of recently watched films. */
  anchorWeights: { liked: number; watched: number };
  /** See `RankingModel.era`. */
  eraWeight: number;
  /** Likes' worth of background in every cell. */
  smoothing: number;
}

/** Small tuples within and across fields tell best what is liked next (docs/model.md). */
export const RANKING_STRATA: CandidateStrata = {
  content: 60,
  keywords: 40,
  genres: 60,
  'genre-and-field': 100,
  field: 60,
};

export function rankingDefaults(hybrid: boolean): RankingModelOptions {
  return {
    hybrid,
    strata: RANKING_STRATA,
    fit: { nodes: hybrid ? 128 : 160 },
    contentWeight: 0.6,
    anchors: {},
    factAnchors: {},
    anchorWeights: hybrid ? { liked: 0.28, watched: 0.28 } : { liked: 0.3, watched: 0.13 },
    eraWeight: hybrid ? 0.2 : 0.6,
    smoothing: 3,
  };
}

/** About a quarter of the work, at a small loss: for many fits, or while somebody waits. */
export function quickRanking(options: RankingModelOptions): RankingModelOptions {
  const strata = Object.entries(options.strata).map(([kind, count]) => [kind, Math.ceil(count / 4)]);
  return {
    ...options,
    strata: Object.fromEntries(strata),
    fit: { ...options.fit, nodes: 64, sweeps: 10 },
    anchors: { nodes: 64, dimensions: [24, 24] },
    factAnchors: { nodes: 48 },
  };
}

/** The ranking part of a learned public model. */
export interface RankingModel {
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
export interface Era {
  item: Uint32Array;
  /** Seconds since 1970. */
  timestamp: Uint32Array;
}

/** Learns the nodes that order the catalogue, and their weights, from training users. */
export function learnRanking(data: LearningData, options: RankingModelOptions): RankingModel {
  const { catalogue, ratings, effects, seed } = data;
  const { contentWeight, anchorWeights, smoothing } = options;
  const retina = encodeRetina(catalogue);
  const random = createRandom(deriveSeed(seed, 'ranking candidates'));
  const candidates = drawCandidates(retina, [], options.strata, random);
  const cases = drawRankingCases(ratings, effects, seed);
  const fit = fitRanking(cases, addressFilms(retina, candidates), effects, { smoothing, ...options.fit });
  const tuples = fit.kept.map((node) => ({ bits: candidates[node].bits }));
  const anchors = options.hybrid ? fitAnchorNodes(ratings, catalogue.count, seed, options.anchors) : null;
  const factAnchors = options.hybrid ? null : fitFactAnchors(ratings, retina, seed, options.factAnchors);
  const weights = (own: Float64Array, total: number) => {
    const others = anchors?.nodeCount ?? factAnchors?.nodes.length ?? 0;
    const all = new Float64Array(tuples.length + others).fill(total / others);
    for (let t = 0; t < tuples.length; t++) all[t] = contentWeight * own[t];
    return all;
  };
  const parts = {
    tuples,
    anchors,
    factAnchors,
    liked: weights(fit.liked, anchorWeights.liked),
    watched: weights(fit.watched, anchorWeights.watched),
    eraWeight: options.eraWeight,
    smoothing,
  };
  return assembleRanking(catalogue, effects, parts, ratings);
}

/**
 * Makes a model whole again from what is shipped of it: addresses and shares follow from facts and effects.
 * @param ratings of the training users, for the era; without them the era is left out, as for someone who rates long after.
 */
export function assembleRanking(
  catalogue: Catalogue,
  effects: ItemEffects,
  parts: RankingParts,
  ratings: Ratings | null,
): RankingModel {
  const retina = encodeRetina(catalogue);
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
export type RankingParts = Pick<
  RankingModel,
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
