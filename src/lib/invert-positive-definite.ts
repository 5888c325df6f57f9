import { addProduct, type MatrixView, rowMajor, transposed } from './matrix-product';

/**
 * Rows and columns of a block. Three large ones fit a processor's cache beside the rows they are multiplied with; a matrix that
 * fits it whole wants small ones, within which there is less to be done one number at a time.
 */
function blockOf(n: number): number {
  return n < 1000 ? 16 : 48;
}

/**
 * Inverts a symmetric positive definite matrix in place, by way of A = L Lᵀ: A⁻¹ = L⁻ᵀ L⁻¹.
 * About n³ / 2 multiplications, in blocks; needs a second matrix of the same size while it runs.
 * @param a n x n, row-major; only the lower triangle is read, both are written.
 * @throws RangeError if the matrix is not positive definite.
 */
export function invertPositiveDefinite(a: Float64Array, n: number): void {
  const size = blockOf(n);
  factor(a, n, size);
  const columns = invertFactor(a, n, size);
  multiplyByTranspose(columns, n, a, size);
}

/** Calls `visit` with the first index of each block and the index after its last. */
function eachBlock(to: number, size: number, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < to; start += size) visit(start, Math.min(to, start + size));
}

/** Rows from `row`, columns from `column` of a row-major matrix with n columns. */
function at(values: Float64Array, n: number, row: number, column: number): MatrixView {
  return rowMajor(values, n, row * n + column);
}

/** Cholesky, in place, block by block (Golub and Van Loan, 4.2.9): L in the lower triangle. `choleskyInPlace` is for small ones. */
function factor(a: Float64Array, n: number, size: number): void {
  const product = new Float64Array(size * size);
  eachBlock(n, size, (i0, i1) => {
    eachBlock(i1, size, (j0, j1) => {
      // What the columns before this block take away.
      product.fill(0);
      const rows = at(a, n, i0, 0);
      addProduct(i1 - i0, j1 - j0, j0, rows, transposed(at(a, n, j0, 0)), at(product, size, 0, 0));
      for (let i = i0; i < i1; i++) {
        for (let j = j0; j < Math.min(j1, i + 1); j++) {
          let value = a[i * n + j] - product[(i - i0) * size + j - j0];
          for (let k = j0; k < j; k++) value -= a[i * n + k] * a[j * n + k];
          if (i > j) a[i * n + j] = value / a[j * n + j];
          else if (value > 0) a[i * n + i] = Math.sqrt(value);
          else throw new RangeError('The matrix is not positive definite.');
        }
      }
    });
  });
}

/** @returns the columns of L⁻¹ as rows: upper triangular, zeros below. */
function invertFactor(l: Float64Array, n: number, size: number): Float64Array {
  const columns = new Float64Array(n * n);
  eachBlock(n, size, (i0, i1) => {
    eachBlock(i1, size, (j0, j1) => {
      // Column j of L⁻¹ is 0 above its diagonal, so that sums start at the block's first column.
      const before = transposed(at(l, n, i0, j0));
      if (j0 < i0)
        addProduct(j1 - j0, i1 - i0, i0 - j0, at(columns, n, j0, j0), before, at(columns, n, j0, i0));
      for (let j = j0; j < j1; j++) {
        for (let i = Math.max(i0, j); i < i1; i++) {
          let sum = columns[j * n + i];
          for (let k = Math.max(i0, j); k < i; k++) sum += l[i * n + k] * columns[j * n + k];
          columns[j * n + i] = (Number(i === j) - sum) / l[i * n + i];
        }
      }
    });
  });
  return columns;
}

/** result = M Mᵀ for an upper triangular M. */
function multiplyByTranspose(m: Float64Array, n: number, result: Float64Array, size: number): void {
  result.fill(0);
  eachBlock(n, size, (i0, i1) => {
    eachBlock(i1, size, (j0, j1) => {
      const right = transposed(at(m, n, j0, i0));
      addProduct(i1 - i0, j1 - j0, n - i0, at(m, n, i0, i0), right, at(result, n, i0, j0));
      for (let i = i0; i < i1; i++) for (let j = j0; j < j1; j++) result[j * n + i] = result[i * n + j];
    });
  });
}
