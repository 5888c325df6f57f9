import type { NodeBank } from '../node-bank';
import type { Cases, Feedback } from './cases';
import { fitGateCurve, type GateCurve, type GateRows } from './gate';
import { nodeVotes, type VoteOptions } from './node-votes';
import { selectColumns } from './prune';
import { slopeVotes } from './regard';

/** Rows of one inner fold with the addresses they are read by: codes differ from fold to fold, tuples do not. */
export interface FoldCases {
  cases: Cases;
  bank: NodeBank;
}

export interface RatingFitOptions {
  feedback: Feedback;
  /** Shrinkage of a cell's vote, in units of mass (recipe 5). */
  lambda: number;
  /** Nodes to keep. */
  nodes: number;
  /** Penalty on squared strengths, in rows' worth of votes squared. */
  ridge: number;
  /** Sweeps of coordinate descent over all candidates. */
  sweeps: number;
}

/** A fitted rating readout over some of the candidates. */
export interface RatingFit {
  /** Candidates that are kept, ascending, and their strengths, > 0. */
  kept: number[];
  strength: Float64Array;
  /** Strength of the user's slope on regard (stars) or of the user's generosity (likes). */
  ownStrength: number;
  lambda: number;
  gate: GateCurve;
}

/**
 * Strengths of candidate nodes by non-negative least squares, pruned, and the gate by length of history
 * (evaluation.md, recipes 5 to 7).
 *
 * Stars: d ~ b_u + s_0 slope + sum_t s_t v_t. Likes: d ~ s_0 B + sum_t s_t V_t, where every click for a film counts for
 * it or not at all; see VoteOptions.
 * @param rows on which strengths are fitted; @param beginnings short histories, for the gate alone.
 * @param allowed candidates that may be kept; all by default.
 */
export function fitRating(
  rows: readonly FoldCases[],
  beginnings: readonly FoldCases[],
  options: RatingFitOptions,
  allowed?: readonly number[],
): RatingFit {
  const { feedback, lambda, nodes, ridge, sweeps } = options;
  const vote: VoteOptions = { lambda, absolute: feedback === 'likes' };
  const candidates = allowed ?? Array.from({ length: rows[0].bank.nodeCount }, (_, node) => node);
  const own = concatenate(rows, (cases) => ownVotes(cases, feedback));
  const columns = candidates.map((node) => votesOf(rows, node, vote));
  const userBias = concatenate(rows, userBiasOf);
  const target = concatenate(rows, ({ targetDeviation }) => targetDeviation);
  if (feedback === 'stars') for (let r = 0; r < target.length; r++) target[r] -= userBias[r];
  const selection = selectColumns({ columns: [...columns, own], target, ridge }, nodes, sweeps, columns.length);
  const strengthOf = new Map(selection.kept.map((column, place) => [column, selection.strength[place]]));
  const places = [...columns.keys()].filter((column) => (strengthOf.get(column) ?? 0) > 0);
  const kept = places.map((column) => candidates[column]);
  const strength = Float64Array.from(places, (column) => strengthOf.get(column) ?? 0);
  const fit = { kept, strength, ownStrength: strengthOf.get(columns.length) ?? 0, lambda };
  return { ...fit, gate: fitGate([...rows, ...beginnings], fit, feedback, vote) };
}

/** What a user says of all films alike (likes) or by the public's regard (stars). */
function ownVotes(cases: Cases, feedback: Feedback): Float32Array {
  return feedback === 'stars' ? slopeVotes(cases) : userBiasOf(cases);
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

function votesOf(rows: readonly FoldCases[], node: number, vote: VoteOptions): Float32Array {
  const votes = new Float32Array(rows.reduce((sum, { cases }) => sum + cases.targetItem.length, 0));
  let at = 0;
  for (const { cases, bank } of rows) {
    const end = at + cases.targetItem.length;
    nodeVotes(cases, bank, node, vote, votes.subarray(at, end));
    at = end;
  }
  return votes;
}

function fitGate(
  rows: readonly FoldCases[],
  { kept, strength, ownStrength }: Pick<RatingFit, 'kept' | 'strength' | 'ownStrength'>,
  feedback: Feedback,
  vote: VoteOptions,
): GateCurve {
  const votes = new Float32Array(rows.reduce((sum, { cases }) => sum + cases.targetItem.length, 0));
  kept.forEach((node, k) => {
    const column = votesOf(rows, node, vote);
    for (let r = 0; r < votes.length; r++) votes[r] += strength[k] * column[r];
  });
  const own = concatenate(rows, (cases) => ownVotes(cases, feedback)).map((value) => ownStrength * value);
  const lengths = concatenate(rows, (cases) =>
    spread(cases, (c) => cases.historyOffsets[c + 1] - cases.historyOffsets[c]),
  );
  const gateRows: GateRows = {
    ratings: lengths,
    userBias: feedback === 'stars' ? concatenate(rows, userBiasOf) : own,
    votes,
    slope: feedback === 'stars' ? own : new Float32Array(votes.length),
    target: concatenate(rows, ({ targetDeviation }) => targetDeviation),
  };
  return fitGateCurve(gateRows);
}
