import type { Network } from '../network/network';
import { cellCount, NO_CELL } from '../network/node-bank';
import { COUNT, type Memory, STRIDE } from '../personal/memory';
import type { PersonalModel } from '../personal/personal-model';
import { encodeSnapshot } from '../personal/snapshot';

/** Number of cells the user has written, and of all there are. */
export function memoryUse({ bank }: Network, { cells }: Memory): { written: number; total: number } {
  const total = cellCount(bank);
  let written = 0;
  for (let id = 1; id <= total; id++) if (cells[STRIDE * id + COUNT] > 0) written++;
  return { written, total };
}

/** How large a model is. */
export interface ModelSize {
  /** Cells written, and all cells. */
  written: number;
  total: number;
  nodes: number;
  /** Of the memory alone, and of the saved model with its opinions. */
  bytes: number;
  snapshotBytes: number;
}

/** Counts cells and bytes of a model; encodes it twice, some milliseconds for a thousand ratings. */
export function sizeOf(model: PersonalModel): ModelSize {
  const { network, memory } = model;
  return {
    ...memoryUse(network, memory),
    nodes: network.bank.nodeCount,
    bytes: model.stateBytes().length,
    snapshotBytes: encodeSnapshot(model, 0).length,
  };
}

/**
 * Of the cells that a film leads to, those that hold so many films.
 * @param item index into the catalogue. @param films 0 or more.
 */
export function cellsHolding(
  { network: { bank }, memory }: PersonalModel,
  item: number,
  films: number,
): number {
  let cells = 0;
  for (let t = 0, at = item; t < bank.nodeCount; t++, at += bank.itemCount) {
    const local = bank.cell[at];
    if (local !== NO_CELL && memory.cells[STRIDE * (bank.firstCell[t] + local) + COUNT] === films) cells++;
  }
  return cells;
}
