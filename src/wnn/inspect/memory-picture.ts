import { cellCount, NO_CELL } from '../network/node-bank';
import { COUNT, DISLIKES, LIKES, STRIDE } from '../personal/memory';
import type { PersonalModel } from '../personal/personal-model';

/** What a cell of the memory is drawn as: with nothing written, more likes, more dislikes, as many of both, or pointed at. */
export type CellLook = 'empty' | 'liked' | 'disliked' | 'mixed' | 'pointed';

/**
 * The look of every cell, node after node.
 * @param pointed a film (catalogue index) whose written cells stand out; null for none.
 * @returns length: number of cells of the network.
 */
export function memoryPicture(model: PersonalModel, pointed: number | null): CellLook[] {
  const { cells } = model.memory;
  const looks: CellLook[] = [];
  for (let id = 1; id <= cellCount(model.network.bank); id++) {
    const [likes, dislikes] = [cells[STRIDE * id + LIKES], cells[STRIDE * id + DISLIKES]];
    if (cells[STRIDE * id + COUNT] === 0) looks.push('empty');
    else if (likes === dislikes) looks.push('mixed');
    else looks.push(likes > dislikes ? 'liked' : 'disliked');
  }
  if (pointed !== null) {
    for (const id of cellsOf(model, pointed)) if (looks[id - 1] !== 'empty') looks[id - 1] = 'pointed';
  }
  return looks;
}

/** Global ids of the cells that a film addresses. */
function cellsOf({ network: { bank } }: PersonalModel, item: number): number[] {
  const ids: number[] = [];
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local !== NO_CELL) ids.push(bank.firstCell[t] + local);
  }
  return ids;
}
