import { solveSymmetric } from '../../../lib/linear-algebra';
import { type GateCurve, knotPosition } from '../../network/gate';
import { MATCH_TERMS, type MatchTerm } from '../../network/rating-part';
import { GATE_KNOTS, holdTogether } from './gate-fit';

/** Rows by which the match figure is calibrated; parallel arrays. */
export interface MatchRows {
  /** Length of the history. */
  ratings: ArrayLike<number>;
  /** Expected stars from the middle of the scale of likes on, and log odds of the film's public like rate. */
  stars: ArrayLike<number>;
  liked: ArrayLike<number>;
  /** Whether the film came to be liked (1) or not (0). */
  target: ArrayLike<number>;
}

/** Where the weights start and what they are drawn to: a like is two in three at four stars, and 2.2 log odds a star. */
const PRIORS: Record<MatchTerm, number> = { level: 0, stars: 2.2, high: 0, liked: 0.2 };
/** Least slope over expected stars, on either side of where likes begin: the figure must rise with them. */
const LEAST_SLOPE = 0.2;
const WEIGHT = { prior: 2, smoothness: 20 };
const ROUNDS = 8;

/**
 * Chances of a like by logistic regression on expected stars, with a slope of their own above where likes begin, and the
 * film's like rate, one set of weights a knot of history
 * length, fitted by Newton's method (iteratively reweighted least squares; Platt 1999 for calibration by it).
 */
export function fitMatchCurve(rows: MatchRows, knots: readonly number[] = GATE_KNOTS): GateCurve<MatchTerm> {
  const width = MATCH_TERMS.length;
  const size = knots.length * width;
  const priors = MATCH_TERMS.map((term) => PRIORS[term]);
  let weights = Float64Array.from({ length: size }, (_, at) => priors[at % width]);
  const terms = new Float64Array(width);
  const values = new Float64Array(2 * width);
  for (let round = 0; round < ROUNDS; round++) {
    const gram = new Float64Array(size * size);
    const moment = new Float64Array(size);
    for (let r = 0; r < rows.target.length; r++) {
      const { index, share } = knotPosition(knots, rows.ratings[r]);
      const used = index + 1 < knots.length ? 2 * width : width;
      terms[0] = 1;
      terms[1] = rows.stars[r];
      terms[2] = Math.max(0, rows.stars[r]);
      terms[3] = rows.liked[r];
      for (let a = 0; a < width; a++) {
        values[a] = terms[a] * (1 - share);
        values[width + a] = terms[a] * share;
      }
      const first = index * width;
      let odds = 0;
      for (let a = 0; a < used; a++) odds += values[a] * weights[first + a];
      const chance = 1 / (1 + Math.exp(-odds));
      const curvature = Math.max(1e-3, chance * (1 - chance));
      const working = curvature * odds + rows.target[r] - chance;
      for (let a = 0; a < used; a++) {
        moment[first + a] += values[a] * working;
        for (let b = 0; b <= a; b++)
          gram[(first + a) * size + first + b] += curvature * values[a] * values[b];
      }
    }
    holdTogether({ gram, moment }, knots.length, priors, WEIGHT);
    weights = solveSymmetric(gram, size, moment).slice();
  }
  const [stars, high] = [MATCH_TERMS.indexOf('stars'), MATCH_TERMS.indexOf('high')];
  for (let at = 0; at < size; at += width) {
    weights[at + stars] = Math.max(LEAST_SLOPE, weights[at + stars]);
    weights[at + high] = Math.max(LEAST_SLOPE - weights[at + stars], weights[at + high]);
  }
  return { knots, parts: MATCH_TERMS, weights };
}
