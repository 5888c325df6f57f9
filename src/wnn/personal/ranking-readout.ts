import type { Network } from '../network/network';
import { DISLIKES, LIKES, type Memory, STRIDE } from './memory';

/** Fixed point of recalls: integer sums are exact in any order, so a changed cell can be replaced without drift. */
export const RECALL_UNITS = 2 ** 20;

/**
 * What a node recalls of a cell's likes, in 1/RECALL_UNITS, at least 0. Together with `recallOfDislikes`:
 *
 *   s_t [ log(1 + L / (a bg)) - d log(1 + D / (a bg')) ]
 *
 * with L likes and D dislikes of the user in the cell and bg, bg' the public's shares there. This is the log-ratio
 * log(((L + a bg) / (N + a)) / bg), N all likes of the user, less the term log(N + a) / a that all films share, so every like
 * adds and every dislike subtracts.
 */
export function recallOfLikes(network: Network, memory: Memory, node: number, cell: number): number {
  const likes = memory.cells[STRIDE * cell + LIKES];
  if (likes === 0) return 0;
  const { strength, smoothing } = network.ranking;
  return Math.round(
    strength[node] * RECALL_UNITS * Math.log1p(likes / (smoothing * network.likeBackground[cell])),
  );
}

/** What a node recalls of a cell's dislikes, in 1/RECALL_UNITS, at most 0. */
export function recallOfDislikes(network: Network, memory: Memory, node: number, cell: number): number {
  const dislikes = memory.cells[STRIDE * cell + DISLIKES];
  if (dislikes === 0) return 0;
  const { strength, smoothing, dislikeWeight } = network.ranking;
  const recall = Math.log1p(dislikes / (smoothing * network.dislikeBackground[cell]));
  return -Math.round(strength[node] * dislikeWeight * RECALL_UNITS * recall);
}

/** Where a film starts before any click of the user: how well liked and known it is. */
export function startingPoint(network: Network, item: number): number {
  return network.startingPoints[item];
}
