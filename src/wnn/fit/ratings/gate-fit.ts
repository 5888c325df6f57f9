import { solveSymmetric } from '../../../lib/linear-algebra';
import { type GateCurve, knotPosition } from '../../network/gate';

/** Numbers of ratings at which a gate is fitted. */
export const GATE_KNOTS: readonly number[] = [0, 1, 2, 5, 10, 20, 50, 120, 300, 800];

/** Rows that a gate is fitted on; parallel arrays. */
export interface GateRows<Part extends string> {
  /** Length of the history. */
  ratings: ArrayLike<number>;
  /** What each part says, and what is sensible to make of it where rows are few. */
  parts: Record<Part, { values: ArrayLike<number>; prior: number }>;
  /** The deviation to be foretold. */
  target: ArrayLike<number>;
}

/** Toward the priors with this weight, in the parts' own unit squared. */
const PRIOR_WEIGHT = 50;
/** Neighbouring knots are held together with this weight. */
const SMOOTHNESS = 200;

/** Least squares over all knots at once, each row shared by the two knots it lies between (docs/model.md, Gate). */
export function fitGateCurve<Part extends string>(
  rows: GateRows<Part>,
  knots: readonly number[] = GATE_KNOTS,
): GateCurve<Part> {
  const parts = Object.keys(rows.parts) as Part[];
  const columns = parts.map((part) => rows.parts[part]);
  const width = parts.length;
  const size = knots.length * width;
  const gram = new Float64Array(size * size);
  const moment = new Float64Array(size);
  const values = new Float64Array(2 * width);
  for (let r = 0; r < rows.target.length; r++) {
    const { index, share } = knotPosition(knots, rows.ratings[r]);
    const used = index + 1 < knots.length ? 2 * width : width;
    for (let p = 0; p < width; p++) {
      values[p] = columns[p].values[r] * (1 - share);
      values[width + p] = columns[p].values[r] * share;
    }
    const first = index * width;
    for (let a = 0; a < used; a++) {
      moment[first + a] += values[a] * rows.target[r];
      for (let b = 0; b <= a; b++) gram[(first + a) * size + first + b] += values[a] * values[b];
    }
  }
  const priors = columns.map(({ prior }) => prior);
  holdTogether({ gram, moment }, knots.length, priors, { prior: PRIOR_WEIGHT, smoothness: SMOOTHNESS });
  return { knots, parts, weights: solveSymmetric(gram, size, moment) };
}

/** Adds what draws the weights of all knots toward the priors and toward their neighbours to normal equations. */
export function holdTogether(
  { gram, moment }: { gram: Float64Array; moment: Float64Array },
  knots: number,
  priors: readonly number[],
  weight: { prior: number; smoothness: number },
): void {
  const size = moment.length;
  const width = priors.length;
  for (let k = 0; k < knots; k++) {
    for (let p = 0; p < width; p++) {
      const at = k * width + p;
      gram[at * size + at] += weight.prior;
      moment[at] += weight.prior * priors[p];
      if (k === 0) continue;
      gram[at * size + at] += weight.smoothness;
      gram[(at - width) * size + at - width] += weight.smoothness;
      gram[at * size + at - width] -= weight.smoothness;
    }
  }
}
