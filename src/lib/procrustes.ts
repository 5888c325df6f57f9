import { symmetricEigenpairs } from './eigen';
import { addProduct, rowMajor, transposed } from './matrix-product';

/** A short vector a row: row i is values[i * dimensions .. (i + 1) * dimensions]. */
export interface Factors {
  dimensions: number;
  values: Float64Array;
}

/**
 * Turns `factors` so that they lie as close as possible to `reference` (orthogonal Procrustes, Schönemann 1966):
 * R = U Vᵀ of the singular value decomposition of factorsᵀ W reference.
 * @param weight of each row, at least 0; length = number of rows.
 */
export function alignFactors(factors: Factors, reference: Factors, weight: ArrayLike<number>): Factors {
  const d = factors.dimensions;
  const rows = factors.values.length / d;
  const own = rowMajor(factors.values, d);
  const weighted = factors.values.map((value, at) => weight[Math.floor(at / d)] * value);
  const cross = new Float64Array(d * d);
  addProduct(
    d,
    d,
    rows,
    transposed(rowMajor(weighted, d)),
    rowMajor(reference.values, d),
    rowMajor(cross, d),
  );
  const values = new Float64Array(factors.values.length);
  addProduct(rows, d, d, own, rowMajor(polarRotation(cross, d), d), rowMajor(values, d));
  return { dimensions: d, values };
}

/** The orthogonal factor U Vᵀ of a square matrix M (d x d, row-major): M (MᵀM)^(-1/2). */
export function polarRotation(m: Float64Array, d: number): Float64Array {
  const square = new Float64Array(d * d);
  addProduct(d, d, d, transposed(rowMajor(m, d)), rowMajor(m, d), rowMajor(square, d));
  const { values, vectors } = symmetricEigenpairs(square, d);
  const floor = 1e-12 * Math.max(values[0], 1e-300);
  const scaled = vectors.map((value, at) => (1 / Math.sqrt(Math.max(values[at % d], floor))) * value);
  const inverseRoot = new Float64Array(d * d);
  addProduct(d, d, d, rowMajor(scaled, d), transposed(rowMajor(vectors, d)), rowMajor(inverseRoot, d));
  const rotation = new Float64Array(d * d);
  addProduct(d, d, d, rowMajor(m, d), rowMajor(inverseRoot, d), rowMajor(rotation, d));
  return rotation;
}
