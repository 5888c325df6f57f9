import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { createRandom, deriveSeed } from '../../lib/random';
import { addressFilms, type NodeBank } from '../node-bank';
import { encodeRetina, type Retina } from '../retina';
import { type CandidateStrata, drawCandidates } from './candidates';
import { type CaseDraft, type Feedback, layOutCases } from './cases';
import { fitRating, type FoldCases, type RatingFit, type RatingFitOptions } from './rating-fit';
import { BEGINNING_PLANS, crossFitEffects, draftTraining, STRENGTH_PLANS } from './training-cases';

/** What the public model is learned from: training users only. */
export interface LearningData {
  catalogue: Catalogue;
  ratings: Ratings;
  /** Fitted on the same users. */
  effects: ItemEffects;
  seed: number;
}

/** Nodes over public facts: drawn in these numbers, kept by merit. */
export const CONTENT_STRATA: CandidateStrata = {
  content: 320,
  keywords: 260,
  genres: 80,
  'genre-and-field': 140,
};

export const RATING_DEFAULTS: Omit<RatingFitOptions, 'feedback'> = {
  lambda: 0.7,
  nodes: 160,
  ridge: 20,
  sweeps: 40,
};

/** Targets of a history as a share of a user's ratings: for strengths, and for the gate of beginnings. */
const TARGET_SHARE = 0.12;
const BEGINNING_SHARE = 0.06;

/** The rating part of the learned public model. */
export interface LearnedRating {
  fit: RatingFit;
  /** The kept nodes alone, in the order of `fit.kept`. */
  tuples: { bits: Uint16Array }[];
  bank: NodeBank;
}

/** Learns nodes, strengths and gate for one kind of feedback from training users. */
export function learnRating(
  data: LearningData,
  feedback: Feedback,
  options: Partial<RatingFitOptions> = {},
  strata: CandidateStrata = CONTENT_STRATA,
): LearnedRating {
  const retina = encodeRetina(data.catalogue);
  const candidates = drawCandidates(retina, [], strata, createRandom(deriveSeed(data.seed, 'candidates')));
  const bank = addressTuples(retina, candidates);
  const folds = crossFitEffects(data.catalogue, data.ratings, data.seed);
  const lay = (drafts: CaseDraft[]): FoldCases => ({ cases: layOutCases(data.ratings, drafts, feedback), bank });
  const rows = draftTraining(data.ratings, folds, STRENGTH_PLANS, TARGET_SHARE, data.seed).map(lay);
  const beginnings = draftTraining(data.ratings, folds, BEGINNING_PLANS, BEGINNING_SHARE, data.seed).map(lay);
  const fit = fitRating(rows, beginnings, { ...RATING_DEFAULTS, ...options, feedback });
  const tuples = fit.kept.map((node) => candidates[node]);
  return { fit, tuples, bank: addressTuples(retina, tuples) };
}

/** Addresses of all films under the tuples. */
export function addressTuples(retina: Retina, tuples: readonly { bits: Uint16Array }[]): NodeBank {
  return addressFilms(
    retina,
    tuples.map(({ bits }) => ({ kind: 'content', bits })),
  );
}
