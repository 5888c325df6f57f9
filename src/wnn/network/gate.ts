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
