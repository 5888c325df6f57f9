import type { AnswerLines } from '../../data/answer-lines';
import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { type Codes, codedRetina } from './codes';
import { addressFactAnchors, type FactAnchors } from './fact-anchors';
import type { GateCurve } from './gate';
import { addressFilms, type NodeBank } from './node-bank';
import { retinaOf } from './retina';
import { filmFeatures, regardScaleOf } from './taste/film-features';
import { assembleGram, type GramPart, type TastePrior } from './taste/gram-part';

/** What expected stars are the sum of, each with a weight by number of answers (`StarsReadout`). */
export const RATING_TERMS = [
  'offset',
  'userBias',
  'votes',
  'gram',
  'anchors',
  'neighbours',
  'recent',
] as const;
/** See RATING_TERMS. */
export type RatingTerm = (typeof RATING_TERMS)[number];

/** What the chance of a like is the logistic function of, each with a weight by number of answers (`matchFigure`). */
export const MATCH_TERMS = ['level', 'stars', 'high', 'liked'] as const;
/** See MATCH_TERMS. */
export type MatchTerm = (typeof MATCH_TERMS)[number];

/** Shrinkage of an anchor cell's vote, in answers. */
export const ANCHOR_LAMBDA = 1.5;
/** How many of the latest answers count as recent, and the shrinkage of their mean, in answers. */
export const RECENT_ANSWERS = 10;
/** See RECENT_ANSWERS. */
export const RECENT_LAMBDA = 3;

/** A fitted rating readout over some of the candidates. */
export interface RatingFit {
  /** Candidates that are kept, ascending, and their strengths, > 0. */
  kept: number[];
  strength: Float64Array;
  /** Shrinkage of a content cell's vote, in answers. */
  lambda: number;
  gate: GateCurve<RatingTerm>;
  match: GateCurve<MatchTerm>;
}

/** What is shipped of the part of a network that tells ratings; the rest follows from facts and effects. */
export interface ShippedRating {
  fit: RatingFit;
  /** Retina bits of each kept node; bits behind the retina's own are code bits. */
  tuples: { bits: Uint16Array }[];
  /** What the code bits are made of, and features of taste; null without codes. */
  codes: Codes | null;
  taste: TastePrior;
  /** What answers stand for; null where stars are taught. */
  lines: AnswerLines | null;
  /** The nodes on what people like together; null where they are on public facts. */
  anchors: NodeBank | null;
  /** What the last nodes follow from where they are on public facts; null where they are not. */
  factAnchors: FactAnchors | null;
}

/** The part of a network that tells ratings: everything that a person's memory is read by. */
export interface RatingPart extends ShippedRating {
  /** The kept nodes alone, in the order of `fit.kept`. */
  bank: NodeBank;
  anchorBank: NodeBank;
  gram: GramPart;
}

/** Makes a model whole again from what is shipped of it: addresses and coordinates follow from facts, effects and codes. */
export function assembleRating(
  catalogue: Catalogue,
  effects: ItemEffects,
  shipped: ShippedRating,
): RatingPart {
  const { codes, tuples, taste, anchors, factAnchors } = shipped;
  const retina = retinaOf(catalogue);
  const features = filmFeatures(retina, effects.bias, regardScaleOf(effects), codes?.factors ?? null);
  return {
    ...shipped,
    bank: addressFilms(codes ? codedRetina(retina, codes) : retina, tuples),
    anchorBank: anchors ?? (factAnchors ? addressFactAnchors(factAnchors, retina) : addressFilms(retina, [])),
    gram: assembleGram(taste, features),
  };
}
