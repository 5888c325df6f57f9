import { type CellCounts, recallOfCell } from './cell-recall';
import { DISLIKES, LIKES, STRIDE } from './memory';
import type { PersonalModel } from './personal-model';

/** What a node recalls of a cell for one person, in 1/RANKING_UNITS. @param cell global id. */
export function recallIn(
  { network, memory, watched }: Pick<PersonalModel, 'network' | 'memory' | 'watched'>,
  node: number,
  cell: number,
): CellCounts {
  return recallOfCell(network.ranking, node, cell, {
    likes: memory.cells[STRIDE * cell + LIKES],
    watched: watched[cell],
    dislikes: memory.cells[STRIDE * cell + DISLIKES],
  });
}
