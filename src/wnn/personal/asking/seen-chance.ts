import type { Ratings } from '../../../data/ratings';

/** What was said of a film that was asked for. */
export interface AskedFilm {
  item: number;
  /** An answer of films seen, or 'unseen'. */
  kind: string;
}

/** How much of a person's having seen a film is told by people who saw the same films; the rest is told by its fame. */
const KINDRED = 0.5;
/** A chance stays this far from certainty, so that no answer is impossible. */
const MARGIN = 0.001;

/**
 * The chance that a person has seen each film, told from which of the films asked for they had seen and which not: a mixture
 * of the public's people, each weighted by how well it explains those answers,
 *
 *   q_j(u) = (1 - k) p_j + k [u rated j],   w_u ~ prod_seen q_j(u) prod_unseen (1 - q_j(u)),   chance_i = (1 - k) p_i + k sum_u w_u [u rated i]
 *
 * with p_j the share of people who rated film j: naive Bayes over people. Two passes over the ratings.
 * Where nobody's ratings are at hand, fame alone tells.
 * @param judgements what was said of films, in any order.
 * @param people how many people `fame` counts; those of the ratings unless these are a sample of them.
 * @returns 0..1, length `fame.length`.
 */
export function seenChances(
  ratings: Pick<Ratings, 'userCount' | 'offsets' | 'item'>,
  fame: Uint32Array,
  judgements: readonly AskedFilm[],
  people: number = ratings.userCount,
): Float64Array {
  const { userCount, offsets, item } = ratings;
  const base = (film: number) => fame[film] / Math.max(1, people);
  // What it tells for someone to have rated the film; that others did not is common to all others.
  const told = new Float64Array(fame.length);
  for (const { item: film, kind } of judgements) {
    const without = Math.min(1 - MARGIN, Math.max(MARGIN, (1 - KINDRED) * base(film)));
    const having = Math.min(1 - MARGIN, without + KINDRED);
    told[film] = kind === 'unseen' ? Math.log((1 - having) / (1 - without)) : Math.log(having / without);
  }
  const weight = new Float64Array(userCount);
  let top = Number.NEGATIVE_INFINITY;
  for (let u = 0; u < userCount; u++) {
    for (let r = offsets[u]; r < offsets[u + 1]; r++) weight[u] += told[item[r]];
    top = Math.max(top, weight[u]);
  }
  const chance = new Float64Array(fame.length);
  let total = 0;
  for (let u = 0; u < userCount; u++) {
    const w = Math.exp(weight[u] - top);
    total += w;
    for (let r = offsets[u]; r < offsets[u + 1]; r++) chance[item[r]] += w;
  }
  for (let i = 0; i < chance.length; i++) {
    chance[i] = (1 - KINDRED) * base(i) + (total > 0 ? (KINDRED * chance[i]) / total : 0);
  }
  return chance;
}
