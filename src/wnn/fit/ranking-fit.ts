import type { ItemEffects } from '../../data/item-effects';
import { addScaled, solveNonNegative } from '../../lib/non-negative';
import { cellShares } from '../network/cell-shares';
import type { NodeBank } from '../network/node-bank';
import { selectColumns } from './prune';
import type { RankingCases } from './ranking-cases';

/** Weights of a node's recall of likes and of recently watched films; both >= 0. */
export interface RankingFit {
  /** Candidates that are kept, ascending. */
  kept: number[];
  liked: Float64Array;
  watched: Float64Array;
}

/** How weights are fitted and pruned. */
export interface RankingFitOptions {
  /** Nodes to keep. */
  nodes: number;
  /** Likes' worth of background in every cell. */
  smoothing: number;
  /** Penalty on squared weights. */
  ridge: number;
  sweeps: number;
}

/** Chosen on inner folds (docs/model.md, What was tried). */
const RANKING_DEFAULTS: RankingFitOptions = { nodes: 160, smoothing: 3, ridge: 10, sweeps: 30 };

/** One node's recall log(1 + n / (a bg)) on every row, n the case's films in the row's cell; 0 where there is no cell. */
function recallColumn(
  bank: NodeBank,
  node: number,
  share: Float64Array,
  smoothing: number,
  cases: RankingCases,
  offsets: Uint32Array,
  films: Uint32Array,
): Float32Array {
  const cell = bank.cell.subarray(node * bank.itemCount, (node + 1) * bank.itemCount);
  const column = new Float32Array(cases.row.length);
  const n = new Float64Array(share.length);
  for (let c = 0; c < cases.count; c++) {
    for (let k = offsets[c]; k < offsets[c + 1]; k++) n[cell[films[k]]]++;
    n[0] = 0;
    for (let r = cases.rowOffsets[c]; r < cases.rowOffsets[c + 1]; r++) {
      const at = cell[cases.row[r]];
      if (n[at] > 0) column[r] = Math.log1p(n[at] / (smoothing * share[at]));
    }
    for (let k = offsets[c]; k < offsets[c + 1]; k++) n[cell[films[k]]] = 0;
  }
  return column;
}

/**
 * Non-negative weights that tell the films a user came to like from films drawn by popularity: softmax over each case's
 * rows (sampled softmax, Bengio and Senécal 2008). The first Newton step, from equal chances, is non-negative least squares
 * on columns centred within cases; it chooses the nodes, and `climb` goes on from there.
 */
export function fitRanking(
  cases: RankingCases,
  bank: NodeBank,
  effects: ItemEffects,
  options: Partial<RankingFitOptions> = {},
): RankingFit {
  const { nodes, smoothing, ridge, sweeps } = { ...RANKING_DEFAULTS, ...options };
  const columns: Float32Array[] = [];
  for (let t = 0; t < bank.nodeCount; t++) {
    const shares = [cellShares(bank, t, effects.likes), cellShares(bank, t, effects.ratings)];
    columns.push(
      recallColumn(bank, t, shares[0], smoothing, cases, cases.likedOffsets, cases.liked),
      recallColumn(bank, t, shares[1], smoothing, cases, cases.watchedOffsets, cases.watched),
    );
  }
  for (const column of columns) centre(column, cases);
  const target = new Float32Array(cases.row.length);
  for (let c = 0; c < cases.count; c++) {
    const from = cases.rowOffsets[c];
    target.fill(1 / cases.later[c], from, from + cases.later[c]);
  }
  centre(target, cases);
  const { kept, strength: direction } = selectColumns({ columns, target, ridge }, nodes, sweeps);
  const chosen = kept.map((k) => columns[k]);
  const strength = climb(chosen, direction, target, cases, ridge);
  const liked = new Map<number, number>();
  const watched = new Map<number, number>();
  kept.forEach((k, place) => {
    (k % 2 === 0 ? liked : watched).set(k >> 1, strength[place]);
  });
  const used = [...new Set([...liked.keys(), ...watched.keys()])].sort((a, b) => a - b);
  return {
    kept: used,
    liked: Float64Array.from(used, (node) => liked.get(node) ?? 0),
    watched: Float64Array.from(used, (node) => watched.get(node) ?? 0),
  };
}

/** Takes each case's mean out of its rows. */
function centre(column: Float32Array, { count, rowOffsets }: RankingCases): void {
  for (let c = 0; c < count; c++) {
    let sum = 0;
    for (let r = rowOffsets[c]; r < rowOffsets[c + 1]; r++) sum += column[r];
    const mean = sum / (rowOffsets[c + 1] - rowOffsets[c]);
    for (let r = rowOffsets[c]; r < rowOffsets[c + 1]; r++) column[r] -= mean;
  }
}

const ROUNDS = 20;
/** Share of a full step that a round takes: chances are far from equal where a user's taste is known. */
const STEP = 0.3;

/**
 * Climbs the likelihood from the first direction. Each round is a damped Newton step with the curvature of equal chances,
 * 1 / m in a case of m rows, which makes it the same least squares with another target.
 */
function climb(
  columns: readonly Float32Array[],
  direction: Float64Array,
  target: Float32Array,
  cases: RankingCases,
  ridge: number,
): Float64Array {
  const first = scoresOf(columns, direction);
  const scale = fitScale(first, cases);
  let strength: Float64Array = direction.map((value) => scale * value);
  for (let round = 0; round < ROUNDS; round++) {
    const score = scoresOf(columns, strength);
    const next = new Float32Array(score.length);
    eachCase(cases, (from, to) => {
      let sum = 0;
      for (let r = from; r < to; r++) sum += Math.exp(score[r]);
      for (let r = from; r < to; r++) {
        const missing = target[r] + 1 / (to - from) - Math.exp(score[r]) / sum;
        next[r] = score[r] + STEP * (to - from) * missing;
      }
    });
    strength = solveNonNegative({ columns, target: next, ridge }, 10, strength);
  }
  return strength;
}

function scoresOf(columns: readonly Float32Array[], strength: ArrayLike<number>): Float32Array {
  const score = new Float32Array(columns[0]?.length ?? 0);
  columns.forEach((column, k) => {
    if (strength[k] > 0) addScaled(score, column, strength[k]);
  });
  return score;
}

function eachCase({ count, rowOffsets }: RankingCases, visit: (from: number, to: number) => void): void {
  for (let c = 0; c < count; c++) visit(rowOffsets[c], rowOffsets[c + 1]);
}

/** The factor on scores that makes the later likes most likely, by Newton's method from 0. */
function fitScale(score: ArrayLike<number>, { count, rowOffsets, later }: RankingCases): number {
  let scale = 0;
  for (let step = 0; step < 20; step++) {
    let slope = 0;
    let curvature = 1e-9;
    for (let c = 0; c < count; c++) {
      let sum = 0;
      let first = 0;
      let second = 0;
      let truth = 0;
      for (let r = rowOffsets[c]; r < rowOffsets[c + 1]; r++) {
        const chance = Math.exp(scale * score[r]);
        sum += chance;
        first += chance * score[r];
        second += chance * score[r] ** 2;
        if (r < rowOffsets[c] + later[c]) truth += score[r] / later[c];
      }
      slope += truth - first / sum;
      curvature += second / sum - (first / sum) ** 2;
    }
    scale = Math.max(0, scale + slope / curvature);
  }
  return scale;
}
