import type { Network } from '../network/network';
import { filmsOfCells, makeCellFilms } from './cell-films';
import { recallingNodes } from './ranking-readout';

/** Does ahead, a part at a time, what the first clicks would wait for, whoever makes them. @returns whether all of it is done */
export function prepareClicks({ bank, rating, ranking }: Network): boolean {
  rating?.neighbours?.(0);
  return makeCellFilms(bank, filmsOfCells(bank, recallingNodes(ranking)));
}
