import { RANKING_UNITS } from '../network/lists/ranking-part';
import type { RankingParameters } from '../network/network';

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
  counts: CellCounts,
): CellCounts {
  return {
    likes: recallOfLikes(view, node, cell, counts.likes),
    watched: recallOfWatched(view, node, cell, counts.watched),
    dislikes: recallOfDislikes(view, node, cell, counts.dislikes),
  };
}

/** The likes' part of `recallOfCell`, at least 0. */
export function recallOfLikes(view: RankingParameters, node: number, cell: number, likes: number): number {
  return recall(view.liked[node], likes, view.smoothing, view.likeShare[cell]);
}

/** The watched films' part of `recallOfCell`, at least 0. */
export function recallOfWatched(
  view: RankingParameters,
  node: number,
  cell: number,
  watched: number,
): number {
  return recall(view.watched[node], watched, view.smoothing, view.ratingShare[cell]);
}

/** The dislikes' part of `recallOfCell`, at most 0. */
export function recallOfDislikes(
  view: RankingParameters,
  node: number,
  cell: number,
  dislikes: number,
): number {
  if (dislikes === 0) return 0;
  const weight = view.settings.dislikes * (view.liked[node] + view.watched[node]);
  return -recall(weight, dislikes, view.smoothing, view.dislikeShare[cell]);
}
