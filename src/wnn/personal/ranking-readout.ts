import type { Network, RankingParameters } from '../network/network';
import {
  type CellCounts,
  recallOfCell,
  recallOfDislikes,
  recallOfLikes,
  recallOfWatched,
} from './cell-recall';
import { DISLIKES, LIKES, type Memory, STRIDE } from './memory';

/** What recall is read from. */
interface Recallable {
  network: Network;
  memory: Memory;
  /** Films of the latest answers in each cell, dislikes left out. */
  watched: Int32Array;
}

/** What a node recalls of a cell for one person, in 1/RANKING_UNITS. @param cell global id. */
export function recallIn({ network, memory, watched }: Recallable, node: number, cell: number): CellCounts {
  return recallOfCell(network.ranking, node, cell, {
    likes: memory.cells[STRIDE * cell + LIKES],
    watched: watched[cell],
    dislikes: memory.cells[STRIDE * cell + DISLIKES],
  });
}

/** The sum of what `recallIn` tells apart; most cells are empty, and this is asked of all of them. */
export function sumOfRecall({ network, memory, watched }: Recallable, node: number, cell: number): number {
  const likes = memory.cells[STRIDE * cell + LIKES];
  const dislikes = memory.cells[STRIDE * cell + DISLIKES];
  if (likes + dislikes + watched[cell] === 0) return 0;
  return (
    recallOfLikes(network.ranking, node, cell, likes) +
    recallOfWatched(network.ranking, node, cell, watched[cell]) +
    recallOfDislikes(network.ranking, node, cell, dislikes)
  );
}

/** Nodes that recall films watched of late, ascending. */
export function watchingNodes({ watched }: RankingParameters): Uint16Array {
  return Uint16Array.from(watched.keys()).filter((t) => watched[t] > 0);
}

/** Nodes that recall anything, ascending. */
export function recallingNodes({ liked, watched }: RankingParameters): Uint16Array {
  return Uint16Array.from(liked.keys()).filter((t) => liked[t] > 0 || watched[t] > 0);
}
