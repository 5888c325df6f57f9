import { type Indices, indicesFor } from '../../lib/indices';
import { NO_CELL, type NodeBank } from '../network/node-bank';

/** The films of every cell: those of cell id are films[first[id]] .. films[first[id + 1] - 1]. */
export interface CellFilms {
  first: Uint32Array;
  films: Indices;
}

/** Made once a bank, when first asked for: some milliseconds, and two bytes a film and node (four beyond 65,536 films). */
const filmsByBank = new WeakMap<NodeBank, CellFilms>();

/** Which films share each cell, for scores that follow a memory cell by cell. */
export function filmsOfCells(bank: NodeBank): CellFilms {
  const known = filmsByBank.get(bank);
  if (known) return known;
  const { nodeCount, itemCount, cell, firstCell } = bank;
  const first = new Uint32Array(firstCell[nodeCount] + 2);
  const eachFilm = (visit: (id: number, item: number) => void) => {
    for (let t = 0; t < nodeCount; t++) {
      for (let i = 0; i < itemCount; i++) {
        const local = cell[t * itemCount + i];
        if (local !== NO_CELL) visit(firstCell[t] + local, i);
      }
    }
  };
  eachFilm((id) => {
    first[id + 1]++;
  });
  for (let id = 1; id < first.length; id++) first[id] += first[id - 1];
  const films = indicesFor(itemCount, first[first.length - 1]);
  const next = first.slice();
  eachFilm((id, item) => {
    films[next[id]++] = item;
  });
  const made = { first, films };
  filmsByBank.set(bank, made);
  return made;
}
