import { dotProduct, type NonNegativeProblem, solveNonNegative } from '../../lib/non-negative';

/** The columns that were kept, and their strengths. */
export interface Selection {
  /** Indices into the problem's columns, the most useful first. */
  kept: number[];
  strength: Float64Array;
}

/** Share of the columns that one round drops (docs/model.md, Strengths). */
const DROP = 0.15;

/**
 * Drops the columns that matter least, strength times spread, and fits again, until `most` are left.
 * @param always index from which on columns are never dropped (they are not nodes); all may be dropped by default.
 * @param sweeps of the first fit; later fits start from the last one's strengths.
 */
export function selectColumns(
  problem: NonNegativeProblem,
  most: number,
  sweeps: number,
  always: number = problem.columns.length,
): Selection {
  const { columns } = problem;
  const spread = columns.map((column) => Math.sqrt(dotProduct(column, column)));
  let kept = columns.map((_, k) => k);
  let strength = solveNonNegative(problem, sweeps);
  for (let first = true; ; first = false) {
    const order = [...kept.keys()].filter((place) => kept[place] < always && strength[place] > 0);
    order.sort((a, b) => strength[b] * spread[kept[b]] - strength[a] * spread[kept[a]] || a - b);
    const count = first ? order.length : Math.max(most, Math.floor(order.length * (1 - DROP)));
    const fixed = [...kept.keys()].filter((place) => kept[place] >= always);
    const chosen = [...order.slice(0, count), ...fixed];
    strength = Float64Array.from(chosen, (place) => strength[place]);
    kept = chosen.map((place) => kept[place]);
    if (!first || order.length <= most) {
      const rest = { ...problem, columns: kept.map((k) => columns[k]) };
      strength = solveNonNegative(rest, Math.ceil(sweeps / 2), strength);
    }
    if (kept.length - fixed.length <= most) return { kept, strength };
  }
}
