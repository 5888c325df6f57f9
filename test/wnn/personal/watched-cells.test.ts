import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilmRows } from '../../../src/wnn/network/film-rows';
import type { NodeBank } from '../../../src/wnn/network/node-bank';
import { WatchedCells } from '../../../src/wnn/personal/watched-cells';

/** Three nodes of two cells over four films; film 3 has no cell of node 1. */
const bank: NodeBank = {
  nodeCount: 3,
  itemCount: 4,
  cell: Uint16Array.of(...[1, 1, 2, 2], ...[1, 2, 1, 0], ...[2, 2, 2, 1]),
  firstCell: Uint32Array.of(0, 2, 4, 6),
};
const CELLS = 7;
/** Node 2 asks for nothing. */
const nodes = Uint16Array.of(0, 1);

function watchedCells() {
  const wrote: number[] = [];
  const cells = new WatchedCells(new FilmRows(bank), nodes, CELLS, (item) => wrote.push(item));
  return { cells, wrote };
}

describe('watched cells', () => {
  it('count a film in its cells of the nodes that ask, and in cell 0 where it has none', () => {
    const { cells, wrote } = watchedCells();
    cells.add(0, 1);
    cells.add(3, 1);
    expect([...cells.counts]).toEqual([1, 1, 1, 1, 0, 0, 0]);
    expect(wrote).toEqual([0, 3]);
  });

  it('write nothing of a film that came and went', () => {
    const { cells, wrote } = watchedCells();
    cells.add(1, 1);
    cells.add(2, 1);
    cells.add(1, -1);
    expect([...cells.counts]).toEqual([0, 0, 1, 1, 0, 0, 0]);
    expect(wrote).toEqual([2]);
  });

  it('hold the same counts in the same array, however often they are read between', () => {
    const moves = fc.array(fc.record({ item: fc.nat(3), sign: fc.constantFrom<(1 | -1)[]>(1, -1) }));
    fc.assert(
      fc.property(moves, (all) => {
        const [read, unread] = [watchedCells().cells, watchedCells().cells];
        const { counts } = read;
        for (const { item, sign } of all) {
          read.add(item, sign);
          unread.add(item, sign);
          expect(read.counts).toBe(counts);
        }
        expect(counts).toEqual(unread.counts);
      }),
    );
  });
});
