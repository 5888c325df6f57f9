import type { Catalogue } from '../../data/catalogue';
import type { Scale } from '../../data/deviation';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { alignFactors } from '../../lib/procrustes';
import { createRandom, deriveSeed } from '../../lib/random';
import { regardAxis } from '../network/axes';
import { addCodeBits, type Codes, type View, viewWith } from '../network/codes';
import { addressFilms } from '../network/node-bank';
import { assembleRating, type RatingPart } from '../network/rating-part';
import { type Retina, retinaOf } from '../network/retina';
import { type CandidateStrata, drawCandidates } from './candidates';
import { type CaseDraft, layOutCases } from './cases';
import { codeCuts } from './code-cuts';
import { fitItemFactors, quantized } from './collaborative-codes';
import { type FoldCases, fitRating, type RatingFitOptions } from './rating-fit';
import {
  BEGINNING_PLANS,
  crossFitEffects,
  draftTraining,
  INNER_FOLDS,
  type InnerFold,
  STRENGTH_PLANS,
} from './training-cases';

/** What the network is learned from: training users only. */
export interface LearningData {
  catalogue: Catalogue;
  ratings: Ratings;
  /** Fitted on the same users. */
  effects: ItemEffects;
  seed: number;
}

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
  feedback: Scale;
  /** Whether codes learned from other people's ratings take part. */
  hybrid: boolean;
  /** Whether users' slopes along regard and codes take part: a slope can hold a like against a film. */
  hasAxes: boolean;
  strata: CandidateStrata;
  /** Parts of the training users by which everything shared is cross-fitted. */
  innerFolds: number;
  /** Targets of a history as a share of a user's ratings: for strengths, and for the gate of beginnings. */
  targetShare: number;
  beginningShare: number;
}

/** A full fit: taught by stars or by likes, with codes (hybrid) or on public facts alone. */
export function ratingDefaults(feedback: Scale, hybrid: boolean): RatingOptions {
  return {
    feedback,
    hybrid,
    strata: hybrid ? HYBRID_STRATA : CONTENT_STRATA,
    innerFolds: INNER_FOLDS,
    lambda: feedback === 'stars' ? 0.7 : 4,
    hasAxes: feedback === 'stars',
    nodes: 160,
    ridge: 20,
    sweeps: 40,
    targetShare: 0.2,
    beginningShare: 0.06,
  };
}

/** About a quarter of the work, at a small loss: for many fits, or while somebody waits. */
export function quickRating(options: RatingOptions): RatingOptions {
  const strata = Object.entries(options.strata).map(([kind, count]) => [kind, Math.ceil(count / 4)]);
  return {
    ...options,
    innerFolds: 2,
    strata: Object.fromEntries(strata),
    targetShare: options.targetShare / 4,
    beginningShare: options.beginningShare / 4,
  };
}

/** Learns nodes, strengths and gate from training users. */
export function learnRating(data: LearningData, options: RatingOptions): RatingPart {
  const { catalogue, ratings, seed } = data;
  const { feedback, strata } = options;
  const retina = retinaOf(catalogue);
  const folds = crossFitEffects(catalogue, ratings, seed, options.innerFolds);
  const coded = options.hybrid ? learnCodes(data, retina, folds) : null;
  const whole = coded?.whole ?? { retina, axes: [] };
  const withRegard = (view: View, effects: ItemEffects) =>
    options.hasAxes ? [regardAxis(effects), ...view.axes] : [];
  const codeBits = coded?.codeBits ?? [];
  const candidates = drawCandidates(retina, codeBits, strata, createRandom(deriveSeed(seed, 'candidates')));
  const ownBank = addressFilms(retina, coded ? [] : candidates);
  const inner = folds.map(({ effects }, f) => {
    const view = coded?.folds[f] ?? whole;
    return {
      bank: coded ? addressFilms(view.retina, candidates) : ownBank,
      axes: withRegard(view, effects),
    };
  });
  const lay = (drafts: CaseDraft[], f: number): FoldCases => ({
    cases: layOutCases(ratings, drafts, feedback),
    ...inner[f],
  });
  const rows = draftTraining(ratings, folds, STRENGTH_PLANS, options.targetShare, seed).map(lay);
  const beginnings = draftTraining(ratings, folds, BEGINNING_PLANS, options.beginningShare, seed).map(lay);
  const fit = fitRating(rows, beginnings, options);
  const tuples = fit.kept.map((node) => ({ bits: candidates[node].bits }));
  return assembleRating(catalogue, data.effects, fit, tuples, coded?.codes ?? null);
}

interface LearnedCodes {
  codes: Codes;
  codeBits: number[];
  /** With codes of all training users, and with codes fitted without each inner fold. */
  whole: View;
  folds: View[];
}

/** Codes of all training users, and of all but each inner fold, turned to match (docs/model.md, Cross-fitting and Codes). */
function learnCodes(
  { ratings, effects, seed }: LearningData,
  retina: Retina,
  folds: readonly InnerFold[],
): LearnedCodes {
  const weight = effects.ratings;
  const fitted = (from: ItemEffects, includes: (user: number) => boolean) =>
    fitItemFactors(ratings, from, retina, includes, createRandom(deriveSeed(seed, 'codes')));
  const exact = fitted(effects, () => true);
  const factors = quantized(exact);
  const cuts = codeCuts(factors, weight);
  return {
    codes: { factors, cuts },
    codeBits: addCodeBits(retina, factors, cuts).codeBits,
    whole: viewWith(retina, { factors, cuts }),
    folds: folds.map((fold) => {
      const inside = new Set(fold.users);
      const without = fitted(fold.effects, (user) => !inside.has(user));
      return viewWith(retina, { factors: quantized(alignFactors(without, exact, weight)), cuts });
    }),
  };
}
