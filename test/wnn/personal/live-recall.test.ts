import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilmRows } from '../../../src/wnn/network/film-rows';
import type { NodeBank } from '../../../src/wnn/network/node-bank';
import { filmsOfCells, makeCellFilms } from '../../../src/wnn/personal/cell-films';
import { LiveRecall } from '../../../src/wnn/personal/live-recall';

const FILMS = 40;
const CELLS = 4;
/** More than are added up abreast. */
const NODES = 11;

/** Most films in the first cell of a node, so that it is crowded. */
const address = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.nat(CELLS));
const banks = fc.array(address, { minLength: NODES * FILMS, maxLength: NODES * FILMS }).map(
  (cells): NodeBank => ({
    nodeCount: NODES,
    itemCount: FILMS,
    cell: Uint16Array.from(cells),
    firstCell: Uint32Array.from({ length: NODES + 1 }, (_, t) => CELLS * t),
  }),
);
/** Films changed between two looks. */
const changes = fc.array(fc.array(fc.nat(FILMS - 1), { maxLength: 14 }), { maxLength: 8 });
const nodes = Uint16Array.from({ length: NODES }, (_, t) => t).filter((t) => t !== 3);

describe('live recall', () => {
  it('is the sum over nodes of what the cells of each film recall, however many films changed', () => {
    fc.assert(
      fc.property(banks, changes, (bank, steps) => {
        const held = new Int32Array(NODES * CELLS + 1);
        const recallOf = (node: number, cell: number) => (node + 1) * held[cell];
        const live = new LiveRecall(bank, new FilmRows(bank), nodes, recallOf);
        for (const films of [[], ...steps]) {
          for (const film of films) {
            nodes.forEach((t) => {
              const local = bank.cell[t * FILMS + film];
              if (local !== 0) held[bank.firstCell[t] + local] += film - 15;
            });
            live.changed(film);
          }
          live.follow();
          const sums = Array.from(live.recalled, (sum) => sum + live.common);
          expect(sums).toEqual(
            sums.map((_, film) =>
              nodes.reduce((sum, t) => {
                const local = bank.cell[t * FILMS + film];
                return local === 0 ? sum : sum + recallOf(t, bank.firstCell[t] + local);
              }, 0),
            ),
          );
        }
      }),
    );
  });
});

describe('films of cells', () => {
  it('tell a crowded cell by the films that are not in it, and are made a part a time', () => {
    const bank: NodeBank = {
      nodeCount: 2,
      itemCount: 800_000,
      cell: new Uint16Array(1_600_000).fill(1),
      firstCell: Uint32Array.of(0, 2, 4),
    };
    bank.cell.set([0, 2, 1, 2]);
    const films = filmsOfCells(bank, Uint16Array.of(0, 1));
    while (!makeCellFilms(bank, films)) expect(films.made.length).toBeLessThan(2);
    const [one] = films.made;
    expect(one.crowded).toBe(1);
    expect(Array.from(one.films.subarray(one.first[1], one.first[2]))).toEqual([0, 1, 3]);
    expect(Array.from(one.films.subarray(one.first[2], one.first[3]))).toEqual([1, 3]);
    expect(films.made[1].films.length).toBe(0);
    expect(filmsOfCells(bank, Uint16Array.of(0, 1))).toBe(films);
  });
});
