/** How far to trust a history of this many ratings: weights of the user bias and of what else it says. */
export interface HistoryGate {
  ratings: number;
  userBias: number;
  votes: number;
}

/** b_u and votes as they are, however short the history. */
export const UNGATED: readonly HistoryGate[] = [{ ratings: 1, userBias: 1, votes: 1 }];

/** The gate for n ratings: linear in log(1 + n) between the points, constant beyond them. @param gates ascending. */
export function gateFor(gates: readonly HistoryGate[], n: number): HistoryGate {
  const next = gates.findIndex(({ ratings }) => ratings >= n);
  if (next === 0) return gates[0];
  if (next < 0) return gates[gates.length - 1];
  const low = gates[next - 1];
  const high = gates[next];
  const share = Math.log((1 + n) / (1 + low.ratings)) / Math.log((1 + high.ratings) / (1 + low.ratings));
  return {
    ratings: n,
    userBias: low.userBias + share * (high.userBias - low.userBias),
    votes: low.votes + share * (high.votes - low.votes),
  };
}
