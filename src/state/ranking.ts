import { tieOrder, topK } from '../lib/top-k';
import type { PersonalModel } from '../wnn/personal-model';
import { rankingScores } from '../wnn/ranking-readout';
import { matchOf } from '../wnn/rating-readout';

/** All films in order of what to show first; ranks start at 1. */
export interface Ranking {
  /** Scores of the whole catalogue, rated films included. */
  raw: Float64Array;
  /** The same with NaN for rated films: these have no rank. */
  scores: Float64Array;
}

/** A film worth showing. */
export interface Recommendation {
  item: number;
  /** From 1, among the films not rated. */
  rank: number;
  /** Rank before the last change; null where the film was rated then, or where there was no change yet. */
  previousRank: number | null;
  score: number;
  /** Chance that the person likes it, 0.01..0.99. */
  match: number;
}

/** Ranks the catalogue for a model. Liked and disliked films have no rank; films not seen yet keep theirs. */
export function rankAll(model: PersonalModel): Ranking {
  const raw = rankingScores(model.shared, model.memory);
  const scores = raw.slice();
  for (const item of model.opinions.keys()) scores[item] = Number.NaN;
  return { raw, scores };
}

/** The k best films, best first. */
export function topOf(ranking: Ranking, k: number): number[] {
  return topK(ranking.scores, k);
}

/** A film's rank, from 1; null if it is rated. Takes one pass over the catalogue. */
export function rankIn({ scores }: Ranking, item: number): number | null {
  const score = scores[item];
  if (Number.isNaN(score)) return null;
  let rank = 1;
  for (let other = 0; other < scores.length; other++) {
    if (scores[other] > score || (scores[other] === score && tieOrder(other, item) < 0)) rank++;
  }
  return rank;
}

/** The k best films with what a list shows of them. @param previous the ranking before the last change, if any. */
export function recommend(
  model: PersonalModel,
  ranking: Ranking,
  previous: Ranking | null,
  k: number,
): Recommendation[] {
  return topOf(ranking, k).map((item, index) => ({
    item,
    rank: index + 1,
    previousRank: previous && rankIn(previous, item),
    score: ranking.scores[item],
    match: matchOf(model.shared, model.memory, item),
  }));
}
