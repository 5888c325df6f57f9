import { solveSymmetric } from '../../lib/linear-algebra';

/** How a history of some length is trusted: offset + userBias b_u + votes (sum of node votes) + slope (slope vote). */
export interface Gate {
  offset: number;
  userBias: number;
  votes: number;
  slope: number;
}

/** A gate by number of ratings: one gate a knot, linear in log(1 + n) between knots, constant beyond them. */
export interface GateCurve {
  /** Ascending numbers of ratings. */
  knots: readonly number[];
  gates: readonly Gate[];
}

export const GATE_KNOTS: readonly number[] = [0, 1, 2, 5, 10, 20, 50, 120, 300, 800];

/** Position of n between the knots: knot `index` weighs 1 - share, the next one share. */
export function knotPosition(knots: readonly number[], n: number): { index: number; share: number } {
  if (n <= knots[0]) return { index: 0, share: 0 };
  for (let index = 0; index < knots.length - 1; index++) {
    if (n > knots[index + 1]) continue;
    const low = Math.log1p(knots[index]);
    return { index, share: (Math.log1p(n) - low) / (Math.log1p(knots[index + 1]) - low) };
  }
  return { index: knots.length - 1, share: 0 };
}

/** The gate for a history of n ratings. */
export function gateAt({ knots, gates }: GateCurve, n: number): Gate {
  const { index, share } = knotPosition(knots, n);
  const low = gates[index];
  const high = gates[Math.min(index + 1, gates.length - 1)];
  const between = (a: number, b: number) => a + share * (b - a);
  return {
    offset: between(low.offset, high.offset),
    userBias: between(low.userBias, high.userBias),
    votes: between(low.votes, high.votes),
    slope: between(low.slope, high.slope),
  };
}

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

/** Least squares over all knots at once, each row shared by the two knots it lies between (evaluation.md, recipe 7). */
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
