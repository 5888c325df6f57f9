import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilmRows } from '../../../src/wnn/network/film-rows';

const banks = fc
  .record({ nodeCount: fc.integer({ min: 1, max: 5 }), itemCount: fc.integer({ min: 1, max: 100 }) })
  .chain(({ nodeCount, itemCount }) =>
    fc.record({
      nodeCount: fc.constant(nodeCount),
      itemCount: fc.constant(itemCount),
      cell: fc
        .array(fc.nat(9), { minLength: nodeCount * itemCount, maxLength: nodeCount * itemCount })
        .map((cells) => Uint16Array.from(cells)),
      firstCell: fc.constant(Uint32Array.from({ length: nodeCount + 1 }, (_, t) => 9 * t)),
    }),
  );

describe('rows of films', () => {
  it('have the addresses of the bank, whichever films are asked for first', () => {
    fc.assert(
      fc.property(banks, fc.array(fc.nat(99), { maxLength: 10 }), (bank, asked) => {
        const rows = new FilmRows(bank);
        for (const one of asked) {
          const item = one % bank.itemCount;
          const from = rows.at(item);
          const row = Array.from(rows.cell.subarray(from, from + bank.nodeCount));
          expect(row).toEqual(row.map((_, t) => bank.cell[t * bank.itemCount + item]));
        }
      }),
    );
  });
});
