import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addProduct, type MatrixView } from '../../src/lib/matrix-product';

const size = fc.integer({ min: 1, max: 9 });

function fill(rows: number, columns: number, seed: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => ((i * 7 + j * 3 + seed) % 11) - 5),
  );
}

function view(values: number[][], layout: 'rows' | 'columns', offset: number): MatrixView {
  const rows = values.length;
  const columns = values[0].length;
  const flat = new Float64Array(offset + rows * columns);
  const [rowStride, columnStride] = layout === 'rows' ? [columns, 1] : [1, rows];
  values.forEach((row, i) => {
    row.forEach((x, j) => {
      flat[offset + i * rowStride + j * columnStride] = x;
    });
  });
  return { values: flat, offset, rowStride, columnStride };
}

test('adds the product of two matrices of any size and layout, and touches nothing else', () => {
  const layout = fc.constantFrom('rows' as const, 'columns' as const);
  fc.assert(
    fc.property(
      size,
      size,
      size,
      layout,
      layout,
      fc.integer({ min: 0, max: 3 }),
      (m, n, k, ofA, ofB, offset) => {
        const a = fill(m, k, 1);
        const b = fill(k, n, 4);
        const c = fill(m, n, 8);
        const target = view(c, 'rows', offset);
        addProduct(m, n, k, view(a, ofA, offset), view(b, ofB, offset), target);
        const expected = c.map((row, i) =>
          row.map((x, j) => x + a[i].reduce((sum, aik, t) => sum + aik * b[t][j], 0)),
        );
        expect(Array.from(target.values.subarray(offset))).toEqual(expected.flat());
        expect(Array.from(target.values.subarray(0, offset))).toEqual(new Array(offset).fill(0));
      },
    ),
  );
});
