import { createRandom, deriveSeed } from '../../lib/random';
import { assembleRanking, type RankingPart } from '../network/lists/ranking-part';
import type { RankingSettings } from '../network/lists/ranking-settings';
import { addressFilms } from '../network/node-bank';
import { retinaOf } from '../network/retina';
import { type AnchorOptions, fitAnchorNodes } from './anchor-nodes';
import { type CandidateStrata, drawCandidates } from './candidates';
import { fitTables, QUICK_TABLES, TABLES, type TableOptions } from './item-table';
import { type FactAnchorOptions, fitFactAnchors } from './learn-fact-anchors';
import type { LearningData } from './learn-rating';
import { drawRankingCases } from './ranking-cases';
import { fitRanking, type RankingFitOptions } from './ranking-fit';

/** How the ranking part is learned. */
export interface RankingOptions {
  /** Whether nodes on what people like together take part. */
  hybrid: boolean;
  /** Candidates over public facts. */
  strata: CandidateStrata;
  fit: Partial<RankingFitOptions>;
  /** Factors on the fitted weights of the nodes that read tuples: of likes, and of recently watched films. */
  contentWeights: { liked: number; watched: number };
  /** Anchors by what people like together, or by public facts. */
  anchors: Partial<AnchorOptions>;
  factAnchors: Partial<FactAnchorOptions>;
  /** Sum over anchor nodes of the weights of likes, and of recently watched films. */
  anchorWeights: { liked: number; watched: number };
  /** Tables of what goes together, on likes and on stretches of what was watched; null for public facts alone. */
  tables: TableOptions | null;
  settings: RankingSettings;
  /** Likes' worth of background in every cell. */
  smoothing: number;
}

/** Small tuples within and across fields tell best what is liked next (docs/model.md). */
const RANKING_STRATA: CandidateStrata = {
  content: 60,
  keywords: 40,
  genres: 60,
  'genre-and-field': 100,
  field: 60,
};

/** Chosen on inner folds (docs/model.md, What was tried). */
const HYBRID_SETTINGS: RankingSettings = {
  ...{ popularityFirst: 0.6, popularityLast: 0.4, popularityFalls: 2, dislikes: 0.1 },
  ...{ likesTable: 6, watchedTable: 24, series: 1, seriesLast: 4, steering: 11, steeringFloor: 0.15 },
};
const FACTS_SETTINGS: RankingSettings = {
  ...{ popularityFirst: 1, popularityLast: 1, popularityFalls: 5, dislikes: 0.1 },
  ...{ likesTable: 0, watchedTable: 0, series: 0.5, seriesLast: 0, steering: 0, steeringFloor: 0 },
};

/** What the app ships: with nodes on what people like together (hybrid), or on public facts alone. */
export function rankingDefaults(hybrid: boolean): RankingOptions {
  return {
    hybrid,
    strata: RANKING_STRATA,
    fit: { nodes: hybrid ? 128 : 160 },
    contentWeights: hybrid ? { liked: 0.9, watched: 0.9 } : { liked: 0.8, watched: 0.4 },
    anchors: { nodes: 64 },
    factAnchors: {},
    anchorWeights: hybrid ? { liked: 0.28, watched: 0.28 } : { liked: 0.3, watched: 0.13 },
    tables: hybrid ? TABLES : null,
    settings: hybrid ? HYBRID_SETTINGS : FACTS_SETTINGS,
    smoothing: 3,
  };
}

/** About a quarter of the work, at a small loss: for many fits, or while somebody waits. */
export function quickRanking(options: RankingOptions): RankingOptions {
  const strata = Object.entries(options.strata).map(([kind, count]) => [kind, Math.ceil(count / 4)]);
  return {
    ...options,
    strata: Object.fromEntries(strata),
    fit: { ...options.fit, nodes: 64, sweeps: 10 },
    anchors: { nodes: 64, dimensions: [24, 24] },
    factAnchors: { nodes: 48 },
    tables: options.tables && QUICK_TABLES,
  };
}

/** What share of the work is done when this is. */
const DONE = { nodes: 0.3, anchors: 0.5 };

/**
 * Learns the nodes that order the catalogue, and their weights, from training users.
 * @param tell is told, between pieces of the work, what share of it is done, 0..1; it changes nothing.
 */
export function learnRanking(
  data: LearningData,
  options: RankingOptions,
  tell: (share: number) => void = () => {},
): RankingPart {
  const { catalogue, ratings, effects, seed } = data;
  const { contentWeights, anchorWeights, smoothing } = options;
  const retina = retinaOf(catalogue);
  const random = createRandom(deriveSeed(seed, 'ranking candidates'));
  const candidates = drawCandidates(retina, [], options.strata, random);
  const cases = drawRankingCases(ratings, effects, seed);
  const fit = fitRanking(cases, addressFilms(retina, candidates), effects, { smoothing, ...options.fit });
  tell(DONE.nodes);
  const tuples = fit.kept.map((node) => ({ bits: candidates[node].bits }));
  const anchors = options.hybrid ? fitAnchorNodes(ratings, catalogue.count, seed, options.anchors) : null;
  const factAnchors = options.hybrid ? null : fitFactAnchors(ratings, retina, seed, options.factAnchors);
  tell(DONE.anchors);
  const weights = (own: Float64Array, factor: number, total: number) => {
    const others = anchors?.nodeCount ?? factAnchors?.nodes.length ?? 0;
    const all = new Float64Array(tuples.length + others).fill(total / others);
    for (let t = 0; t < tuples.length; t++) all[t] = factor * own[t];
    return all;
  };
  const parts = {
    tuples,
    anchors,
    factAnchors,
    liked: weights(fit.liked, contentWeights.liked, anchorWeights.liked),
    watched: weights(fit.watched, contentWeights.watched, anchorWeights.watched),
    settings: options.settings,
    ...fitTables(data, options.tables),
    smoothing,
  };
  return assembleRanking(catalogue, effects, parts, ratings);
}
