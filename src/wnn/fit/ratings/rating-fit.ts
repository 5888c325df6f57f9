import type { ItemEffects } from '../../../data/item-effects';
import { addScaled } from '../../../lib/non-negative';
import { type GateCurve, gateAt } from '../../network/gate';
import { likedOdds, starsFromLike } from '../../network/match-terms';
import type { NodeBank } from '../../network/node-bank';
import type { RatingNeighbours } from '../../network/rating-neighbours';
import { RATING_TERMS, type RatingFit, type RatingTerm } from '../../network/rating-part';
import type { GramPart } from '../../network/taste/gram-part';
import type { CandidateBank } from '../candidate-bank';
import { selectColumns } from '../prune';
import { anchorVotes, type CaseTastes, caseTastes, neighbourVotes, recentMoods } from './case-terms';
import type { Cases } from './cases';
import { fitGateCurve } from './gate-fit';
import { fitMatchCurve } from './match-fit';
import { nodeVotes } from './node-votes';

/** What one inner fold's rows are read by: everything differs from fold to fold but tuples. */
export interface FoldView {
  /** Nodes of all candidates. */
  bank: CandidateBank;
  anchors: NodeBank;
  gram: GramPart;
  /** By the ratings of the other folds; null on public facts. */
  neighbours: RatingNeighbours | null;
  effects: ItemEffects;
}

/** Rows of one inner fold with what they are read by. */
export interface FoldCases {
  cases: Cases;
  view: FoldView;
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

/** The same with what taste says of the rows, which is asked for again and again. */
interface TastedCases extends FoldCases {
  tastes: CaseTastes;
}

/** What each term is worth where rows are few (docs/model.md, Gate). */
const GATE_PRIORS: Record<RatingTerm, number> = {
  offset: 0,
  userBias: 0,
  votes: 0.5,
  gram: 1,
  anchors: 0,
  neighbours: 0,
  recent: 0,
};

/** Share of the work in which the candidates vote. */
const VOTING = 0.5;

/**
 * Strengths of candidate nodes by non-negative least squares on what taste leaves over, pruned, and the gate and the match
 * figure by length of history (docs/model.md, Strengths and Gate): d - g ~ sum_t s_t v_t.
 * @param tell is told what share of the work is done, 0..1, while the nodes vote: most of it.
 * @param rows on which strengths are fitted. @param beginnings short histories, for gate and match alone.
 */
export function fitRating(
  rows: readonly FoldCases[],
  beginnings: readonly FoldCases[],
  options: RatingFitOptions,
  tell: (share: number) => void = () => {},
): RatingFit {
  const { lambda, nodes, ridge, sweeps } = options;
  const tasted = (folds: readonly FoldCases[]) =>
    folds.map((fold): TastedCases => ({ ...fold, tastes: caseTastes(fold.cases, fold.view.gram) }));
  const long = tasted(rows);
  const { nodeCount } = rows[0].view.bank;
  const columns = Array.from({ length: nodeCount }, (_, node) => {
    tell((VOTING * node) / nodeCount);
    return votesOf(long, node, lambda);
  });
  const target = eachRow(long, ({ cases, tastes }, k) => cases.targetDeviation[k] - tastes.targets[k]);
  const selection = selectColumns({ columns, target, ridge }, nodes, sweeps);
  const strengthOf = new Float64Array(nodeCount);
  selection.kept.forEach((column, place) => {
    strengthOf[column] = selection.strength[place];
  });
  const kept = Array.from({ length: nodeCount }, (_, node) => node).filter((node) => strengthOf[node] > 0);
  const fit = { kept, strength: Float64Array.from(kept, (node) => strengthOf[node]), lambda };
  return { ...fit, ...fitCurves([...long, ...tasted(beginnings)], fit) };
}

/** One value a row, all inner folds in order. */
function eachFold<Fold extends FoldCases>(
  rows: readonly Fold[],
  fill: (fold: Fold, values: Float32Array) => void,
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

function eachRow(
  rows: readonly TastedCases[],
  value: (fold: TastedCases, row: number) => number,
): Float32Array {
  return eachFold(rows, (fold, values) => {
    for (let k = 0; k < values.length; k++) values[k] = value(fold, k);
  });
}

/** One value a case, repeated on its rows. */
function eachCase(rows: readonly FoldCases[], value: (cases: Cases) => (c: number) => number): Float32Array {
  return eachFold(rows, ({ cases }, values) => {
    const of = value(cases);
    for (let c = 0; c < cases.count; c++)
      values.fill(of(c), cases.targetOffsets[c], cases.targetOffsets[c + 1]);
  });
}

function votesOf(rows: readonly TastedCases[], node: number, lambda: number): Float32Array {
  return eachFold(rows, ({ cases, tastes, view }, votes) =>
    nodeVotes(cases, tastes.leftover, view.bank.node(node), 0, lambda, votes),
  );
}

/** The gate by which terms add up to expected stars, and the match that these stand for. */
function fitCurves(
  rows: readonly TastedCases[],
  { kept, strength, lambda }: Pick<RatingFit, 'kept' | 'strength' | 'lambda'>,
): Pick<RatingFit, 'gate' | 'match'> {
  const votes = eachRow(rows, () => 0);
  kept.forEach((node, k) => {
    addScaled(votes, votesOf(rows, node, lambda), strength[k]);
  });
  const ratings = eachCase(
    rows,
    ({ historyOffsets }) =>
      (c) =>
        historyOffsets[c + 1] - historyOffsets[c],
  );
  const values: Record<RatingTerm, Float32Array> = {
    offset: eachRow(rows, () => 1),
    userBias: eachCase(
      rows,
      ({ userBias }) =>
        (c) =>
          userBias[c],
    ),
    votes,
    gram: eachRow(rows, ({ tastes }, k) => tastes.targets[k]),
    anchors: eachFold(rows, ({ cases, view }, out) => out.set(anchorVotes(cases, view.anchors))),
    neighbours: eachFold(rows, ({ cases, tastes, view }, out) => {
      if (view.neighbours)
        out.set(neighbourVotes(cases, tastes.leftover, view.neighbours, view.bank.itemCount));
    }),
    recent: eachCase(rows, (cases) => {
      const moods = recentMoods(cases);
      return (c) => moods[c];
    }),
  };
  const parts = Object.fromEntries(
    RATING_TERMS.map((term) => [term, { values: values[term], prior: GATE_PRIORS[term] }]),
  ) as Record<RatingTerm, { values: Float32Array; prior: number }>;
  const target = eachRow(rows, ({ cases }, k) => cases.targetDeviation[k]);
  const gate = fitGateCurve({ ratings, parts, target });
  const shift = readGate(gate, ratings, values);
  let row = 0;
  const stars = eachRow(rows, ({ cases, view: { effects } }, k) => {
    const expected = effects.globalMean + effects.bias[cases.targetItem[k]];
    return starsFromLike(expected + shift[row++]);
  });
  const liked = eachRow(rows, ({ cases, view }, k) => likedOdds(view.effects.likeRate[cases.targetItem[k]]));
  const isLiked = eachRow(rows, ({ cases }, k) => cases.targetLiked[k]);
  return { gate, match: fitMatchCurve({ ratings, stars, liked, target: isLiked }) };
}

/** What the gate makes of the terms of every row. */
function readGate(
  gate: GateCurve<RatingTerm>,
  ratings: Float32Array,
  values: Record<RatingTerm, Float32Array>,
): Float32Array {
  const gates = new Map<number, Record<RatingTerm, number>>();
  return ratings.map((n, r) => {
    let own = gates.get(n);
    if (!own) {
      own = gateAt(gate, n);
      gates.set(n, own);
    }
    let sum = 0;
    for (const term of RATING_TERMS) sum += own[term] * values[term][r];
    return sum;
  });
}
