import { addScaled } from '../../lib/non-negative';
import type { Axis } from '../network/axes';
import type { GateCurve } from '../network/gate';
import type { NodeBank } from '../network/node-bank';
import type { RatingFit } from '../network/rating-part';
import { axisVotes } from './axis-votes';
import type { Cases } from './cases';
import { fitGateCurve } from './gate-fit';
import { nodeVotes } from './node-votes';
import { selectColumns } from './prune';

/** Rows of one inner fold with what they are read by: codes differ from fold to fold, tuples do not. */
export interface FoldCases {
  cases: Cases;
  bank: NodeBank;
  axes: readonly Axis[];
}

/** How strengths are fitted and pruned. */
export interface RatingFitOptions {
  /** Shrinkage of a cell's vote, in ratings. */
  lambda: number;
  /** Nodes to keep. */
  nodes: number;
  /** Penalty on squared strengths, in rows' worth of votes squared. */
  ridge: number;
  /** Sweeps of coordinate descent over all candidates. */
  sweeps: number;
}

/**
 * Strengths of candidate nodes and axes by non-negative least squares, pruned, and the gate by length of history
 * (docs/model.md, Strengths and Gate): d ~ b_u + sum_a s_a slope_a + sum_t s_t v_t.
 * @param rows on which strengths are fitted. @param beginnings short histories, for the gate alone.
 */
export function fitRating(
  rows: readonly FoldCases[],
  beginnings: readonly FoldCases[],
  { lambda, nodes, ridge, sweeps }: RatingFitOptions,
): RatingFit {
  const { nodeCount } = rows[0].bank;
  const columns = Array.from({ length: nodeCount }, (_, node) => votesOf(rows, node, lambda));
  for (let axis = 0; axis < rows[0].axes.length; axis++) columns.push(slopesOf(rows, axis));
  const userBias = concatenate(rows, userBiasOf);
  const target = concatenate(rows, ({ targetDeviation }) => targetDeviation);
  for (let r = 0; r < target.length; r++) target[r] -= userBias[r];
  const selection = selectColumns({ columns, target, ridge }, nodes, sweeps, nodeCount);
  const strengthOf = new Float64Array(columns.length);
  selection.kept.forEach((column, place) => {
    strengthOf[column] = selection.strength[place];
  });
  const kept = Array.from({ length: nodeCount }, (_, node) => node).filter((node) => strengthOf[node] > 0);
  const fit = {
    kept,
    strength: Float64Array.from(kept, (node) => strengthOf[node]),
    axisStrength: strengthOf.slice(nodeCount),
    lambda,
  };
  return { ...fit, gate: fitGate([...rows, ...beginnings], fit) };
}

function userBiasOf(cases: Cases): Float32Array {
  return spread(cases, (c) => cases.userBias[c]);
}

/** One value a case, repeated on its rows. */
function spread(cases: Cases, value: (c: number) => number): Float32Array {
  const values = new Float32Array(cases.targetItem.length);
  for (let c = 0; c < cases.count; c++) {
    values.fill(value(c), cases.targetOffsets[c], cases.targetOffsets[c + 1]);
  }
  return values;
}

function concatenate(rows: readonly FoldCases[], part: (cases: Cases) => Float32Array): Float32Array {
  const parts = rows.map(({ cases }) => part(cases));
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of parts) {
    whole.set(values, at);
    at += values.length;
  }
  return whole;
}

/** One value a row, all inner folds in order. */
function eachFold(
  rows: readonly FoldCases[],
  fill: (fold: FoldCases, values: Float32Array) => void,
): Float32Array {
  const values = new Float32Array(rows.reduce((sum, { cases }) => sum + cases.targetItem.length, 0));
  let at = 0;
  for (const fold of rows) {
    const end = at + fold.cases.targetItem.length;
    fill(fold, values.subarray(at, end));
    at = end;
  }
  return values;
}

function votesOf(rows: readonly FoldCases[], node: number, lambda: number): Float32Array {
  return eachFold(rows, ({ cases, bank }, votes) => nodeVotes(cases, bank, node, lambda, votes));
}

function slopesOf(rows: readonly FoldCases[], axis: number): Float32Array {
  return eachFold(rows, ({ cases, axes }, votes) => axisVotes(cases, axes[axis], votes));
}

function fitGate(rows: readonly FoldCases[], fit: Omit<RatingFit, 'gate'>): GateCurve {
  const total = rows.reduce((sum, { cases }) => sum + cases.targetItem.length, 0);
  const votes = new Float32Array(total);
  fit.kept.forEach((node, k) => {
    addScaled(votes, votesOf(rows, node, fit.lambda), fit.strength[k]);
  });
  const slope = new Float32Array(total);
  fit.axisStrength.forEach((strength, axis) => {
    if (strength > 0) addScaled(slope, slopesOf(rows, axis), strength);
  });
  const lengths = concatenate(rows, (cases) =>
    spread(cases, (c) => cases.historyOffsets[c + 1] - cases.historyOffsets[c]),
  );
  const userBias = concatenate(rows, userBiasOf);
  const target = concatenate(rows, ({ targetDeviation }) => targetDeviation);
  return fitGateCurve({ ratings: lengths, userBias, votes, slope, target });
}
