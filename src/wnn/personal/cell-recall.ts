import type { RankingParameters } from '../network/network';
import { RANKING_UNITS } from '../network/ranking-part';

/** What a person has in one cell: numbers of films. */
export interface CellCounts {
  likes: number;
  /** Liked or so-so, of the latest answers. */
  watched: number;
  dislikes: number;
}

/** Whole units of weight * log(1 + count / (a bg)). */
function recall(weight: number, count: number, smoothing: number, share: number): number {
  if (count === 0 || weight === 0) return 0;
  return Math.round(weight * RANKING_UNITS * Math.log1p(count / (smoothing * share)));
}

/**
 * What a node recalls of a cell, in whole units:
 *
 *   w log(1 + L / (a bg)) + w' log(1 + W / (a bg')) - d (w + w') log(1 + D / (a bg''))
 *
 * with L likes, W films watched of late and D dislikes of the person in the cell, and the public's shares there. Each like
 * adds, each dislike subtracts.
 * @param cell global id.
 */
export function recallOfCell(
  view: RankingParameters,
  node: number,
  cell: number,
  { likes, watched, dislikes }: CellCounts,
): { likes: number; watched: number; dislikes: number } {
  const { smoothing, settings } = view;
  const both = view.liked[node] + view.watched[node];
  return {
    likes: recall(view.liked[node], likes, smoothing, view.likeShare[cell]),
    watched: recall(view.watched[node], watched, smoothing, view.ratingShare[cell]),
    dislikes: -recall(settings.dislikes * both, dislikes, smoothing, view.dislikeShare[cell]),
  };
}
