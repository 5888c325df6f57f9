import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { FeatureRows } from '../../lib/gaussian/gaussian-posterior';
import { alignFactors } from '../../lib/procrustes';
import { createRandom, deriveSeed } from '../../lib/random';
import { fitItemFactors } from '../../wnn/fit/codes/collaborative-codes';
import { crossFitEffects } from '../../wnn/fit/training-cases';
import { expectedOfFilms } from '../deviations';
import type { Training } from '../recommender';
import { retinaBits } from '../retina-bits';

/** Positions of films as 32-bit numbers, so that they are the same when read back from a file. */
export interface Codes {
  dimensions: number;
  /** Row-major, films x dimensions. */
  values: Float32Array;
}

/** What `ridge-prior` knows of every film. */
export interface Films {
  codes: Codes;
  features: FeatureRows;
}

/** A part of the training users, and their films as the other users know them. */
export interface FilmsOfFold {
  /** Indices into the training ratings' users. */
  users: number[];
  /** From `expectedOfFilms`. */
  expected: Float64Array;
  features: FeatureRows;
}

/** Features from all training users, for new ones, and for each fifth of the training users from the others. */
export function crossFitFilms(
  training: Training,
  dimensions: number,
): { films: Films; folds: FilmsOfFold[] } {
  const { catalogue, ratings, effects, feedback, seed } = training;
  const { retina } = retinaBits(catalogue);
  const expected = expectedOfFilms(effects, feedback);
  const scale = scaleOf(expected, effects.ratings);
  const factorsOf = (from: ItemEffects, includes: (user: number) => boolean) =>
    fitItemFactors(ratings, from, retina, includes, createRandom(deriveSeed(seed, 'prior codes')), {
      dimensions,
    });
  const exact = dimensions > 0 ? factorsOf(effects, () => true) : null;
  const codesOf = (values: Float64Array | undefined): Codes => ({
    dimensions,
    values: Float32Array.from(values ?? []),
  });
  const codes = codesOf(exact?.values);
  const folds = crossFitEffects(catalogue, ratings, seed).map(({ users, effects: without }) => {
    const inside = new Set(users);
    const own =
      exact &&
      alignFactors(
        factorsOf(without, (user) => !inside.has(user)),
        exact,
        effects.ratings,
      );
    const expectedWithout = expectedOfFilms(without, feedback);
    return {
      users,
      expected: expectedWithout,
      features: featureRows(catalogue, expectedWithout, scale, codesOf(own?.values)),
    };
  });
  return { films: filmsOf(training, codes), folds };
}

/** The films as all training users know them. */
export function filmsOf({ catalogue, effects, feedback }: Training, codes: Codes): Films {
  const expected = expectedOfFilms(effects, feedback);
  return { codes, features: featureRows(catalogue, expected, scaleOf(expected, effects.ratings), codes) };
}

interface Scale {
  mean: number;
  deviation: number;
}

/** Mean and deviation over ratings. */
function scaleOf(values: Float64Array, weight: Uint32Array): Scale {
  let [total, sum, squares] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    total += weight[i];
    sum += weight[i] * values[i];
    squares += weight[i] * values[i] ** 2;
  }
  const mean = sum / Math.max(1, total);
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares / Math.max(1, total) - mean * mean)) };
}

/** Columns: 1, standardized bias, codes, retina bits. */
function featureRows(
  catalogue: Catalogue,
  expected: Float64Array,
  { mean, deviation }: Scale,
  { dimensions, values }: Codes,
): FeatureRows {
  const bits = retinaBits(catalogue);
  const dense = 2 + dimensions;
  const size = catalogue.count * dense + bits.bit.length;
  const rows: FeatureRows = {
    width: dense + bits.bitCount,
    offsets: new Uint32Array(catalogue.count + 1),
    column: new Uint16Array(size),
    value: new Float64Array(size).fill(1),
  };
  let at = 0;
  for (let i = 0; i < catalogue.count; i++) {
    rows.column[at++] = 0;
    rows.value[at] = (expected[i] - mean) / deviation;
    rows.column[at++] = 1;
    for (let d = 0; d < dimensions; d++) {
      rows.value[at] = values[i * dimensions + d];
      rows.column[at++] = 2 + d;
    }
    for (let k = bits.offsets[i]; k < bits.offsets[i + 1]; k++) rows.column[at++] = dense + bits.bit[k];
    rows.offsets[i + 1] = at;
  }
  return rows;
}
