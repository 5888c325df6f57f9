import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { ItemFactors } from '../fit/collaborative-codes';
import type { RatingFit } from '../fit/rating-fit';
import { type Axis, regardAxis } from './axes';
import { addCodeBits } from './code-retina';
import { addressFilms, type NodeBank } from './node-bank';
import { encodeRetina, type Retina } from './retina';

/** The rating part of a learned public model: everything a personal model reads. */
export interface RatingModel {
  fit: RatingFit;
  /** The kept nodes alone, in the order of `fit.kept`. */
  bank: NodeBank;
  /** Retina bits of each kept node; bits behind the retina's own are code bits. */
  tuples: { bits: Uint16Array }[];
  axes: Axis[];
  /** What the code bits and axes are made of; null without codes. */
  codes: Codes | null;
}

/** Codes learned from other people's ratings, on the grid of axes, and where each dimension is cut into bits. */
export interface Codes {
  factors: ItemFactors;
  /** Length 3 * dimensions. */
  cuts: Float64Array;
}

/** What films look like to nodes and axes: as public facts have it, and with the codes that one set of users gave. */
export interface View {
  retina: Retina;
  axes: Axis[];
}

/** What films look like with these codes. */
export function viewWith(retina: Retina, { factors, cuts }: Codes): View {
  return { retina: addCodeBits(retina, factors, cuts).retina, axes: axesOf(factors) };
}

function axesOf({ dimensions: d, values }: ItemFactors): Axis[] {
  return Array.from({ length: d }, (_, k) =>
    Float32Array.from({ length: values.length / d }, (_value, i) => values[i * d + k]),
  );
}

/** Makes a model whole again from what is shipped of it: addresses and axes follow from facts, effects and codes. */
export function assembleRating(
  catalogue: Catalogue,
  effects: ItemEffects,
  fit: RatingFit,
  tuples: { bits: Uint16Array }[],
  codes: Codes | null,
): RatingModel {
  const retina = encodeRetina(catalogue);
  const view = codes ? viewWith(retina, codes) : { retina, axes: [] };
  const axes = fit.axisStrength.length === 0 ? [] : [regardAxis(effects), ...view.axes];
  return { fit, tuples, bank: addressFilms(view.retina, tuples), axes, codes };
}
