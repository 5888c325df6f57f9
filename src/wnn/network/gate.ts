/**
 * How a history of some length is trusted: a weight for each named part of a readout, by number of ratings, one set a knot,
 * linear in log(1 + n) between knots, constant beyond them.
 */
export interface GateCurve<Part extends string = string> {
  /** Ascending numbers of ratings. */
  knots: readonly number[];
  parts: readonly Part[];
  /** Row-major, knots x parts. */
  weights: Float64Array;
}

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

/** The weight of each part for a history of n ratings. */
export function gateAt<Part extends string>(
  { knots, parts, weights }: GateCurve<Part>,
  n: number,
): Record<Part, number> {
  const { index, share } = knotPosition(knots, n);
  const low = index * parts.length;
  const high = Math.min(index + 1, knots.length - 1) * parts.length;
  const gate: Partial<Record<Part, number>> = {};
  parts.forEach((part, p) => {
    gate[part] = weights[low + p] + share * (weights[high + p] - weights[low + p]);
  });
  return gate as Record<Part, number>;
}
