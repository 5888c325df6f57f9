/** Rows of a sparse matrix (CSR): row r holds column[offsets[r] .. offsets[r + 1]] and the values beside them. */
export interface SparseMatrix {
  rowCount: number;
  columnCount: number;
  /** Length rowCount + 1. */
  offsets: Uint32Array;
  /** Ascending within a row where the input was. */
  column: Uint32Array;
  value: Float32Array;
}

/** The same matrix by columns, as rows. */
export function transpose(matrix: SparseMatrix): SparseMatrix {
  const { rowCount, columnCount } = matrix;
  const offsets = new Uint32Array(columnCount + 1);
  for (const c of matrix.column) offsets[c + 1]++;
  for (let c = 0; c < columnCount; c++) offsets[c + 1] += offsets[c];
  const next = offsets.slice(0, columnCount);
  const column = new Uint32Array(matrix.column.length);
  const value = new Float32Array(matrix.column.length);
  for (let r = 0; r < rowCount; r++) {
    for (let k = matrix.offsets[r]; k < matrix.offsets[r + 1]; k++) {
      const place = next[matrix.column[k]]++;
      column[place] = r;
      value[place] = matrix.value[k];
    }
  }
  return { rowCount: columnCount, columnCount: rowCount, offsets, column, value };
}
