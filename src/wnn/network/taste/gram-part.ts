import type { FeatureRows } from '../../../lib/gaussian/gaussian-posterior';
import { UNITS } from '../verdict';

/** Steps of a film's coordinates in one standard deviation of the public's ratings. */
export const COORDINATE_UNITS = 16;
/** Coordinates are held within this many steps, so that they fit a byte. */
const COORDINATE_LIMIT = 127;

/**
 * What people's tastes are like, reduced to the directions in which they differ most: weights of a person on the films'
 * features are drawn from N(mean, S); `projection` takes features to coordinates, of which the person's coefficients are
 * independent with variance 1 / precision. What the other directions hold counts as noise.
 */
export interface TastePrior {
  dimensions: number;
  /** Of the weights; length of a film's features. In 32 bits, as it is shipped. */
  mean: Float32Array;
  /** Row-major, features x dimensions; in 32 bits, as it is shipped. */
  projection: Float32Array;
  /** Length dimensions, in coordinates per star, squared. */
  precision: Float64Array;
  /** Variance of a rating around what the coefficients say, in stars squared. */
  noise: number;
}

/** The same with what follows from it for every film. */
export interface GramPart extends TastePrior {
  /** Row-major, films x dimensions; in 1/COORDINATE_UNITS. */
  coordinates: Int8Array;
  /** What people like the person expects beyond mu + b_i, in 1/UNITS star; length films. */
  offset: Int32Array;
}

/** Coordinates and offsets of every film: sums in a fixed order, then whole numbers. */
export function assembleGram(prior: TastePrior, { offsets, column, value }: FeatureRows): GramPart {
  const { dimensions: d, mean, projection } = prior;
  const films = offsets.length - 1;
  const coordinates = new Int8Array(films * d);
  const offset = new Int32Array(films);
  const place = new Float64Array(d);
  for (let i = 0; i < films; i++) {
    place.fill(0);
    let expected = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const x = value[k];
      const from = column[k] * d;
      expected += x * mean[column[k]];
      for (let a = 0; a < d; a++) place[a] += x * projection[from + a];
    }
    offset[i] = Math.round(UNITS * expected);
    for (let a = 0; a < d; a++) {
      const steps = Math.round(COORDINATE_UNITS * place[a]);
      coordinates[i * d + a] = Math.max(-COORDINATE_LIMIT, Math.min(COORDINATE_LIMIT, steps));
    }
  }
  return { ...prior, coordinates, offset };
}
