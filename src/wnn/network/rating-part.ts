import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import { type Axis, regardAxis } from './axes';
import { type Codes, viewWith } from './codes';
import type { GateCurve } from './gate';
import { addressFilms, type NodeBank } from './node-bank';
import { retinaOf } from './retina';

/** A fitted rating readout over some of the candidates. */
export interface RatingFit {
  /** Candidates that are kept, ascending, and their strengths, > 0. */
  kept: number[];
  strength: Float64Array;
  /** Strength of the user's slope on each axis, >= 0. */
  axisStrength: Float64Array;
  /** Shrinkage of a cell's vote, in ratings. */
  lambda: number;
  gate: GateCurve;
}

/** The part of a network that tells ratings: everything that a person's memory is read by. */
export interface RatingPart {
  fit: RatingFit;
  /** The kept nodes alone, in the order of `fit.kept`. */
  bank: NodeBank;
  /** Retina bits of each kept node; bits behind the retina's own are code bits. */
  tuples: { bits: Uint16Array }[];
  axes: Axis[];
  /** What the code bits and axes are made of; null without codes. */
  codes: Codes | null;
}

/** Makes a model whole again from what is shipped of it: addresses and axes follow from facts, effects and codes. */
export function assembleRating(
  catalogue: Catalogue,
  effects: ItemEffects,
  fit: RatingFit,
  tuples: { bits: Uint16Array }[],
  codes: Codes | null,
): RatingPart {
  const retina = retinaOf(catalogue);
  const view = codes ? viewWith(retina, codes) : { retina, axes: [] };
  const axes = fit.axisStrength.length === 0 ? [] : [regardAxis(effects), ...view.axes];
  return { fit, tuples, bank: addressFilms(view.retina, tuples), axes, codes };
}
