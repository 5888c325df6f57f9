import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SparseMatrix, transpose } from '../../src/lib/sparse-matrix';

const COLUMNS = 6;

/** A sparse matrix of rows, each with some of the columns 0..5. */
function matrixOf(rows: readonly number[][]): SparseMatrix {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, r) => {
    offsets[r + 1] = offsets[r] + row.length;
  });
  const column = Uint32Array.from(rows.flat());
  const value = Float32Array.from(column, (_, k) => k + 1);
  return { rowCount: rows.length, columnCount: COLUMNS, offsets, column, value };
}

const entriesOf = ({ rowCount, offsets, column, value }: SparseMatrix) =>
  Array.from({ length: rowCount }, (_, r) =>
    Array.from(column.subarray(offsets[r], offsets[r + 1]), (c, k) => [r, c, value[offsets[r] + k]]),
  ).flat();

const rows = fc.array(fc.subarray([0, 1, 2, 3, 4, 5]), { maxLength: 7 });

describe('transpose', () => {
  it('swaps row and column of every entry, rows ascending, when a matrix has any shape', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const matrix = matrixOf(list);
        const swapped = entriesOf(matrix).map(([r, c, v]) => [c, r, v]);
        swapped.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(entriesOf(transpose(matrix))).toEqual(swapped);
      }),
    );
  });

  it('gives the matrix back when applied twice', () => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(transpose(transpose(matrixOf(list)))).toEqual(matrixOf(list));
      }),
    );
  });
});
