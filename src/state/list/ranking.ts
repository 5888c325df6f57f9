import { tieOrder, topK } from '../../lib/top-k';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { matchOf } from '../../wnn/personal/rating-readout';
import { type CompiledTuning, tuneScores } from '../../wnn/personal/tuning';

/** All films in order of what to show first; ranks start at 1. */
export interface Ranking {
  /** Scores of the whole catalogue, rated films included. */
  raw: Float64Array;
  /** The same with NaN for films without a rank: rated ones, and those that the tuning keeps out. */
  scores: Float64Array;
}

/** A film worth showing. */
export interface Recommendation {
  item: number;
  /** From 1, among the films that have a rank. */
  rank: number;
  /** Rank before the last change; null where the film had none then, or where there was no change yet. */
  previousRank: number | null;
  score: number;
  /** Chance that the person likes it, 0.01..0.99. */
  match: number;
}

/**
 * Ranks the catalogue for a model. Liked and disliked films have no rank; films not seen yet keep theirs.
 * @param tuning null leaves the order as learned, exactly
 * @param judged films without a rank, whatever the model holds: a model of some moods does not know what was said under
 *   another
 */
export function rankAll(
  model: PersonalModel,
  tuning: CompiledTuning | null = null,
  judged: Iterable<number> = [],
): Ranking {
  const plain = model.rankingScores();
  const raw = tuning ? tuneScores(model, tuning, plain) : plain;
  const scores = raw.slice();
  tuning?.excluded.forEach((out, item) => {
    if (out === 1) scores[item] = Number.NaN;
  });
  for (const item of model.answers.keys()) scores[item] = Number.NaN;
  for (const item of judged) scores[item] = Number.NaN;
  return { raw, scores };
}

/** The k best films, best first. */
export function topOf(ranking: Ranking, k: number): number[] {
  return topK(ranking.scores, k);
}

/** Whether one film stands before another in a ranking; neither may be rated. */
function standsBefore({ scores }: Ranking, a: number, b: number): boolean {
  return scores[a] > scores[b] || (scores[a] === scores[b] && tieOrder(a, b) < 0);
}

/** Ranks of the given films, from 1, in the order asked for; null for rated ones. One pass over the catalogue. */
export function ranksIn(ranking: Ranking, items: readonly number[]): (number | null)[] {
  const { scores } = ranking;
  const asked = [...new Set(items)].filter((item) => !Number.isNaN(scores[item]));
  if (asked.length === 0) return items.map(() => null);
  asked.sort((a, b) => (standsBefore(ranking, a, b) ? -1 : 1));
  const worst = scores[asked[asked.length - 1]];
  // Films that stand before asked[n] but not before asked[n - 1].
  const between = new Uint32Array(asked.length + 1);
  for (let other = 0; other < scores.length; other++) {
    // Most of the catalogue; false for NaN.
    if (!(scores[other] >= worst)) continue;
    let low = 0;
    let high = asked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (standsBefore(ranking, other, asked[middle])) high = middle;
      else low = middle + 1;
    }
    between[low]++;
  }
  const rankOf = new Map<number, number>();
  let before = 0;
  for (const [n, item] of asked.entries()) {
    before += between[n];
    rankOf.set(item, before + 1);
  }
  return items.map((item) => rankOf.get(item) ?? null);
}

/** The k best films with what a list shows of them. @param previous the ranking before the last change, if any. */
export function recommend(
  model: PersonalModel,
  ranking: Ranking,
  previous: Ranking | null,
  k: number,
): Recommendation[] {
  const top = topOf(ranking, k);
  const before = previous && ranksIn(previous, top);
  return top.map((item, index) => ({
    item,
    rank: index + 1,
    previousRank: before === null ? null : before[index],
    score: ranking.scores[item],
    match: matchOf(model, item),
  }));
}
