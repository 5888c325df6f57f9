import { fitAnswerLines } from '../../data/answer-lines';
import type { Feedback } from '../../data/deviation';
import type { Ratings } from '../../data/ratings';
import { selectUsers } from '../../data/select/select-users';
import { createRandom, deriveSeed } from '../../lib/random';
import type { Codes } from '../network/codes';
import { type RatingNeighbours, ratingNeighbours } from '../network/rating-neighbours';
import { assembleRating, type RatingPart } from '../network/rating-part';
import { retinaOf } from '../network/retina';
import { filmFeatures, regardScaleOf } from '../network/taste/film-features';
import { assembleGram } from '../network/taste/gram-part';
import { candidateBank } from './candidate-bank';
import { type CandidateStrata, drawCandidates } from './candidates';
import type { CodeOptions } from './codes/collaborative-codes';
import { learnCodes } from './codes/learn-codes';
import { type AnchorSource, learnAnchors, type SharedAnchors } from './learn-anchors';
import type { LearningData } from './learning-data';
import { type CaseDraft, layOutCases } from './ratings/cases';
import { type FoldCases, type FoldView, fitRating, type RatingFitOptions } from './ratings/rating-fit';
import { fitTastePrior, TASTE_DEFAULTS, type TasteOptions, tasteGroups } from './ratings/taste-prior';
import {
  BEGINNING_PLANS,
  crossFitEffects,
  draftTraining,
  type HistoryPlan,
  INNER_FOLDS,
  type InnerFold,
  QUICK_PLANS,
  STRENGTH_PLANS,
} from './training-cases';

/** What the network is learned from, owned by a module of its own. */
export type { LearningData };

/** Nodes over public facts: drawn in these numbers, kept by merit. */
const CONTENT_STRATA: CandidateStrata = {
  content: 320,
  keywords: 260,
  genres: 80,
  'genre-and-field': 140,
};

/** The same with nodes on collaborative codes. */
const HYBRID_STRATA: CandidateStrata = {
  content: 240,
  keywords: 200,
  genres: 60,
  'genre-and-field': 80,
  'mixed-codes': 180,
  codes: 140,
};

/** How the rating part is learned. */
export interface RatingOptions extends RatingFitOptions {
  /** What people are taught from: strengths, gate and match are fitted on histories of this. */
  feedback: Feedback;
  /** Whether codes learned from other people's ratings take part. */
  hybrid: boolean;
  strata: CandidateStrata;
  codes: Partial<CodeOptions>;
  taste: TasteOptions;
  anchors: AnchorSource;
  /** Parts of the training users by which everything shared is cross-fitted. */
  innerFolds: number;
  /** Histories of each user by which strengths are fitted. */
  plans: readonly HistoryPlan[];
  /** Targets of a history as a share of a user's ratings: for strengths, and for the gate of beginnings. */
  targetShare: number;
  beginningShare: number;
}

/** A full fit: taught by stars, by likes or by clicks, with codes (hybrid) or on public facts alone. */
export function ratingDefaults(feedback: Feedback, hybrid: boolean): RatingOptions {
  return {
    feedback,
    hybrid,
    strata: hybrid ? HYBRID_STRATA : CONTENT_STRATA,
    codes: {},
    taste: hybrid ? TASTE_DEFAULTS.codes : TASTE_DEFAULTS.facts,
    anchors: hybrid ? { likes: { nodes: 64 } } : { facts: {} },
    innerFolds: INNER_FOLDS,
    plans: STRENGTH_PLANS,
    lambda: 2,
    nodes: 160,
    ridge: 20,
    sweeps: 40,
    targetShare: 0.2,
    beginningShare: 0.06,
  };
}

/**
 * About so many rows at most, by which strengths are fitted (one a history, where these are more): the votes of 900 candidates on
 * each are held, four bytes a vote, 0.9 GB in all.
 */
const MOST_ROWS = 250_000;

/** Targets of a history as a share of a user's ratings: fewer than asked for where there are very many ratings. */
export function targetShareOf(
  { targetShare, plans }: Pick<RatingOptions, 'targetShare' | 'plans'>,
  ratings: number,
): number {
  return targetShare * Math.min(1, MOST_ROWS / (plans.length * targetShare * ratings));
}

/** Fewer nodes, films and dimensions: most of the work grows with their products. */
const QUICK_ANCHORS = {
  likes: { nodes: 32, films: 500, dimensions: [12, 12] as [number, number] },
  facts: { nodes: 16, dimensions: 16, pool: 128 },
};

/** About a tenth of the work, at a small loss (docs/model.md, What was tried): for many fits, or while somebody waits. */
export function quickRating(options: RatingOptions): RatingOptions {
  const strata = Object.entries(options.strata).map(([kind, count]) => [kind, Math.ceil(count / 7)]);
  return {
    ...options,
    innerFolds: 2,
    strata: Object.fromEntries(strata),
    nodes: 100,
    codes: { dimensions: 12, iterations: 2 },
    taste: { ...options.taste, dimensions: 16, rounds: 2, people: 80, ratings: 40 },
    anchors:
      'likes' in options.anchors
        ? { likes: { ...options.anchors.likes, ...QUICK_ANCHORS.likes } }
        : { facts: { ...options.anchors.facts, ...QUICK_ANCHORS.facts } },
    plans: QUICK_PLANS,
    targetShare: options.targetShare / 2,
    beginningShare: options.beginningShare / 2,
  };
}

/** What share of the work is done when this is. */
const DONE = { codes: 0.15, taste: 0.3, anchors: 0.5, cases: 0.55 };

/**
 * Learns nodes, strengths, taste and gate from training users.
 * @param shared anchor nodes of all training users, where they are at hand: those of the list.
 * @param tell is told, between pieces of the work, what share of it is done, 0..1; it changes nothing.
 */
export function learnRating(
  data: LearningData,
  options: RatingOptions,
  shared?: SharedAnchors,
  tell: (share: number) => void = () => {},
): RatingPart {
  const { catalogue, ratings, effects, seed } = data;
  const { feedback, hybrid, strata } = options;
  const retina = retinaOf(catalogue);
  const folds = crossFitEffects(catalogue, ratings, seed, options.innerFolds);
  const coded = hybrid ? learnCodes(data, retina, folds, options.codes) : null;
  tell(DONE.codes);
  const lines = feedback === 'stars' ? null : fitAnswerLines(ratings, effects, feedback === 'likes' ? 2 : 3);
  const scale = regardScaleOf(effects);
  const features = (bias: Float64Array, codes: Codes | undefined) =>
    filmFeatures(retina, bias, scale, codes?.factors ?? null);
  const own = folds.map((fold, f) => features(fold.effects.bias, coded?.folds[f]));
  const taste = fitTastePrior(
    folds.flatMap((fold, f) => {
      const { people, ratings: most } = options.taste;
      return tasteGroups(ratings, fold, own[f], { people: people / folds.length, ratings: most });
    }),
    {
      features: features(effects.bias, coded?.whole),
      codes: coded?.whole.factors.dimensions ?? 0,
      weight: effects.ratings,
    },
    options.taste,
  );
  tell(DONE.taste);
  const anchors = learnAnchors(data, retina, folds, options.anchors, shared);
  tell(DONE.anchors);
  const codeBits = coded?.codeBits ?? [];
  const candidates = drawCandidates(retina, codeBits, strata, createRandom(deriveSeed(seed, 'candidates')));
  const plain = coded ? null : candidateBank(retina, candidates);
  const views = folds.map(
    (fold, f): FoldView => ({
      bank: plain ?? candidateBank(coded?.retinas[f] ?? retina, candidates),
      anchors: anchors.folds[f],
      gram: assembleGram(taste, own[f]),
      neighbours: hybrid ? neighboursWithout(ratings, fold) : null,
      effects: fold.effects,
    }),
  );
  const lay = (drafts: CaseDraft[], f: number): FoldCases => ({
    cases: layOutCases(ratings, drafts, lines),
    view: views[f],
  });
  const share = targetShareOf(options, ratings.count);
  const rows = draftTraining(ratings, folds, options.plans, share, seed).map(lay);
  const beginnings = draftTraining(ratings, folds, BEGINNING_PLANS, options.beginningShare, seed).map(lay);
  tell(DONE.cases);
  const fit = fitRating(rows, beginnings, options, (share) => tell(DONE.cases + (1 - DONE.cases) * share));
  return assembleRating(catalogue, effects, {
    fit,
    tuples: fit.kept.map((node) => ({ bits: candidates[node].bits })),
    codes: coded?.whole ?? null,
    taste,
    lines,
    ...anchors.whole,
  });
}

/** How films are rated alike by everybody outside an inner fold. */
function neighboursWithout(ratings: Ratings, { users, effects }: InnerFold): RatingNeighbours {
  const inside = new Set(users);
  const outside = Array.from(ratings.userId.keys()).filter((user) => !inside.has(user));
  return ratingNeighbours(selectUsers(ratings, outside), effects);
}
