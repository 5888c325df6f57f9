/** What a short history is worth: c(N) + beta(N) * user bias + gamma(N) * votes (evaluation.md, recipe 7). */
export type Gate = [offset: number, userBias: number, votes: number];

/** A gate at a number of ratings. */
export interface GatePoint {
  ratings: number;
  gate: Gate;
}

/** The gate for a history of n ratings: linear in log(1 + n) between points, constant beyond them. */
export function gateAt(points: readonly GatePoint[], n: number): Gate {
  const next = points.findIndex(({ ratings }) => ratings >= n);
  if (next < 0) return points[points.length - 1].gate;
  if (next === 0 || points[next].ratings === n) return points[next].gate;
  const low = points[next - 1];
  const high = points[next];
  const share =
    (Math.log1p(n) - Math.log1p(low.ratings)) / (Math.log1p(high.ratings) - Math.log1p(low.ratings));
  return low.gate.map((value, k) => value + share * (high.gate[k] - value)) as Gate;
}
