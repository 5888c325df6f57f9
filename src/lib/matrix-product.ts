/** A matrix inside a typed array: entry (i, j) stands at offset + i * rowStride + j * columnStride. */
export interface MatrixView {
  values: Float64Array;
  offset: number;
  rowStride: number;
  columnStride: number;
}

/** A row-major matrix: its first entry stands at `offset`, its rows are `width` apart. */
export function rowMajor(values: Float64Array, width: number, offset = 0): MatrixView {
  return { values, offset, rowStride: width, columnStride: 1 };
}

/** The same numbers as the transposed matrix; nothing is copied. */
export function transposed({ values, offset, rowStride, columnStride }: MatrixView): MatrixView {
  return { values, offset, rowStride: columnStride, columnStride: rowStride };
}

/** Rows and columns of a register tile: eight running sums, which is what the registers hold. */
const TILE_ROWS = 4;
const TILE_COLUMNS = 2;

/**
 * C += A B, with A m x k, B k x n, C m x n; a transpose is a view with its strides exchanged.
 * Tiled so that each value read serves several products; sums run in a fixed order, so results are reproducible.
 */
export function addProduct(
  m: number,
  n: number,
  k: number,
  a: MatrixView,
  b: MatrixView,
  c: MatrixView,
): void {
  const tiledRows = m - (m % TILE_ROWS);
  const tiledColumns = n - (n % TILE_COLUMNS);
  for (let i = 0; i < tiledRows; i += TILE_ROWS) {
    for (let j = 0; j < tiledColumns; j += TILE_COLUMNS) addTile(i, j, k, a, b, c);
    for (let j = tiledColumns; j < n; j++) {
      for (let r = 0; r < TILE_ROWS; r++) addEntry(i + r, j, k, a, b, c);
    }
  }
  for (let i = tiledRows; i < m; i++) {
    for (let j = 0; j < n; j++) addEntry(i, j, k, a, b, c);
  }
}

function addTile(i: number, j: number, k: number, a: MatrixView, b: MatrixView, c: MatrixView): void {
  const av = a.values;
  const bv = b.values;
  const stepA = a.columnStride;
  const stepB = b.rowStride;
  const a1 = a.rowStride;
  const a2 = 2 * a1;
  const a3 = 3 * a1;
  const b1 = b.columnStride;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  let p = a.offset + i * a.rowStride;
  let q = b.offset + j * b.columnStride;
  for (let t = 0; t < k; t++) {
    const y0 = bv[q];
    const y1 = bv[q + b1];
    const x0 = av[p];
    const x1 = av[p + a1];
    const x2 = av[p + a2];
    const x3 = av[p + a3];
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s30 += x3 * y0;
    s31 += x3 * y1;
    p += stepA;
    q += stepB;
  }
  const cv = c.values;
  const c1 = c.columnStride;
  let z = c.offset + i * c.rowStride + j * c1;
  cv[z] += s00;
  cv[z + c1] += s01;
  z += c.rowStride;
  cv[z] += s10;
  cv[z + c1] += s11;
  z += c.rowStride;
  cv[z] += s20;
  cv[z + c1] += s21;
  z += c.rowStride;
  cv[z] += s30;
  cv[z + c1] += s31;
}

function addEntry(i: number, j: number, k: number, a: MatrixView, b: MatrixView, c: MatrixView): void {
  let sum = 0;
  let p = a.offset + i * a.rowStride;
  let q = b.offset + j * b.columnStride;
  for (let t = 0; t < k; t++) {
    sum += a.values[p] * b.values[q];
    p += a.columnStride;
    q += b.rowStride;
  }
  c.values[c.offset + i * c.rowStride + j * c.columnStride] += sum;
}
