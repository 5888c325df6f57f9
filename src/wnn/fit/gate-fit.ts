import { solveSymmetric } from '../../lib/linear-algebra';
import { type Gate, type GateCurve, knotPosition } from '../network/gate';

/** Numbers of ratings at which a gate is fitted. */
const GATE_KNOTS: readonly number[] = [0, 1, 2, 5, 10, 20, 50, 120, 300, 800];

/** Rows that a gate is fitted on; parallel arrays. */
export interface GateRows {
  /** Length of the history. */
  ratings: ArrayLike<number>;
  userBias: ArrayLike<number>;
  votes: ArrayLike<number>;
  slope: ArrayLike<number>;
  /** The deviation to be foretold. */
  target: ArrayLike<number>;
}

const PARTS = ['offset', 'userBias', 'votes', 'slope'] as const;
/** Toward these, with the weight below, in the parts' own unit squared. */
const PRIOR: Gate = { offset: 0, userBias: 1, votes: 1, slope: 1 };
const PRIOR_WEIGHT = 20;
/** Neighbouring knots are held together with this weight. */
const SMOOTHNESS = 20;

/** Least squares over all knots at once, each row shared by the two knots it lies between (docs/model.md, Gate). */
export function fitGateCurve(rows: GateRows, knots: readonly number[] = GATE_KNOTS): GateCurve {
  const width = PARTS.length;
  const size = knots.length * width;
  const gram = new Float64Array(size * size);
  const moment = new Float64Array(size);
  const values = new Float64Array(2 * width);
  for (let r = 0; r < rows.target.length; r++) {
    const { index, share } = knotPosition(knots, rows.ratings[r]);
    const parts = [1, rows.userBias[r], rows.votes[r], rows.slope[r]];
    const used = index + 1 < knots.length ? 2 * width : width;
    for (let p = 0; p < width; p++) {
      values[p] = parts[p] * (1 - share);
      values[width + p] = parts[p] * share;
    }
    const first = index * width;
    for (let a = 0; a < used; a++) {
      moment[first + a] += values[a] * rows.target[r];
      for (let b = 0; b <= a; b++) gram[(first + a) * size + first + b] += values[a] * values[b];
    }
  }
  for (let k = 0; k < knots.length; k++) {
    for (let p = 0; p < width; p++) {
      const at = k * width + p;
      gram[at * size + at] += PRIOR_WEIGHT;
      moment[at] += PRIOR_WEIGHT * PRIOR[PARTS[p]];
      if (k === 0) continue;
      gram[at * size + at] += SMOOTHNESS;
      gram[(at - width) * size + at - width] += SMOOTHNESS;
      gram[at * size + at - width] -= SMOOTHNESS;
    }
  }
  const solved = solveSymmetric(gram, size, moment);
  return {
    knots,
    gates: knots.map((_, k) => {
      const [offset, userBias, votes, slope] = solved.subarray(k * width, (k + 1) * width);
      return { offset, userBias, votes, slope };
    }),
  };
}
