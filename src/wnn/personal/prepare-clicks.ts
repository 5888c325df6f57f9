import type { Network } from '../network/network';
import { filmsOfCells, makeCellFilms } from './cell-films';
import { recallingNodes } from './ranking-readout';

/** Addresses looked at in one part: some milliseconds on a page that has only just begun. */
const IN_A_PART = 50_000;

/** Does ahead, a part at a time, what the first clicks would wait for, whoever makes them. @returns whether all of it is done */
export function prepareClicks({ bank, ranking }: Network): boolean {
  return makeCellFilms(bank, filmsOfCells(bank, recallingNodes(ranking)), IN_A_PART);
}
