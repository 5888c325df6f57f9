import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { createRandom, deriveSeed } from '../../lib/random';
import type { NodeBank } from '../node-bank';
import { encodeRetina } from '../retina';
import { type AnchorOptions, fitAnchorNodes } from './anchor-nodes';
import { type CandidateStrata, drawCandidates } from './candidates';
import { drawRankingCases } from './ranking-cases';
import { cellShares, fitRanking, type RankingFitOptions } from './ranking-fit';
import { addressTuples, type LearningData } from './rating-model';

export interface RankingModelOptions {
  /** Whether nodes on what people like together take part. */
  hybrid: boolean;
  /** Candidates over public facts. */
  strata: CandidateStrata;
  fit: Partial<RankingFitOptions>;
  /** Factor on the fitted weights of content nodes: alone, and beside collaborative nodes. */
  contentWeight: number;
  anchors: Partial<AnchorOptions>;
  /** Sum over collaborative nodes of the weights of likes, and of recently watched films. */
  anchorWeights: { liked: number; watched: number };
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
    fit: { nodes: hybrid ? 96 : 160 },
    contentWeight: hybrid ? 0.3 : 1.2,
    anchors: {},
    anchorWeights: { liked: 0.7, watched: 0.35 },
    smoothing: 3,
  };
}

/** The ranking part of a learned public model. */
export interface RankingModel {
  /** Retina bits of the nodes on public facts, which come first in the bank. */
  tuples: { bits: Uint16Array }[];
  /** The nodes on what people like together; null without them. */
  anchors: NodeBank | null;
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
}

/** Learns the nodes that order the catalogue, and their weights, from training users. */
export function learnRanking(data: LearningData, options: RankingModelOptions): RankingModel {
  const { catalogue, ratings, effects, seed } = data;
  const { contentWeight, anchorWeights, smoothing } = options;
  const retina = encodeRetina(catalogue);
  const random = createRandom(deriveSeed(seed, 'ranking candidates'));
  const candidates = drawCandidates(retina, [], options.strata, random);
  const cases = drawRankingCases(ratings, effects, seed);
  const fit = fitRanking(cases, addressTuples(retina, candidates), effects, { smoothing, ...options.fit });
  const tuples = fit.kept.map((node) => ({ bits: candidates[node].bits }));
  const anchors = options.hybrid ? fitAnchorNodes(ratings, catalogue.count, seed, options.anchors) : null;
  const weights = (own: Float64Array, total: number) => {
    const each = total / (anchors?.nodeCount ?? 1);
    const all = new Float64Array(tuples.length + (anchors?.nodeCount ?? 0)).fill(each);
    for (let t = 0; t < tuples.length; t++) all[t] = contentWeight * own[t];
    return all;
  };
  return assembleRanking(catalogue, effects, {
    tuples,
    anchors,
    liked: weights(fit.liked, anchorWeights.liked),
    watched: weights(fit.watched, anchorWeights.watched),
    smoothing,
  });
}

/** Makes a model whole again from what is shipped of it: addresses and shares follow from facts and effects. */
export function assembleRanking(
  catalogue: Catalogue,
  effects: ItemEffects,
  parts: Pick<RankingModel, 'tuples' | 'anchors' | 'liked' | 'watched' | 'smoothing'>,
): RankingModel {
  const content = addressTuples(encodeRetina(catalogue), parts.tuples);
  const bank = parts.anchors ? joinBanks(content, parts.anchors) : content;
  return {
    ...parts,
    bank,
    likeShare: sharesOf(bank, effects.likes),
    ratingShare: sharesOf(bank, effects.ratings),
    start: Float64Array.from(effects.likes, Math.log1p),
  };
}

/** The nodes of two banks over the same films, one after the other. */
export function joinBanks(a: NodeBank, b: NodeBank): NodeBank {
  const cell = new Uint16Array(a.cell.length + b.cell.length);
  cell.set(a.cell);
  cell.set(b.cell, a.cell.length);
  const cells = a.firstCell[a.nodeCount];
  return {
    nodeCount: a.nodeCount + b.nodeCount,
    itemCount: a.itemCount,
    cell,
    firstCell: Uint32Array.from([...a.firstCell, ...b.firstCell.subarray(1).map((first) => first + cells)]),
  };
}

function sharesOf(bank: NodeBank, weights: Uint32Array): Float64Array {
  const shares = new Float64Array(bank.firstCell[bank.nodeCount] + 1);
  for (let t = 0; t < bank.nodeCount; t++) {
    shares.set(cellShares(bank, t, weights).subarray(1), bank.firstCell[t] + 1);
  }
  return shares;
}
