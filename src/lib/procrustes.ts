import { symmetricEigenpairs } from './eigen';

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
  const cross = new Float64Array(d * d);
  const rows = factors.values.length / d;
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < d; a++) {
      const x = weight[i] * factors.values[i * d + a];
      if (x !== 0) for (let b = 0; b < d; b++) cross[a * d + b] += x * reference.values[i * d + b];
    }
  }
  const rotation = polarRotation(cross, d);
  const values = new Float64Array(factors.values.length);
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < d; a++) {
      const x = factors.values[i * d + a];
      for (let b = 0; b < d; b++) values[i * d + b] += x * rotation[a * d + b];
    }
  }
  return { dimensions: d, values };
}

/** The orthogonal factor U Vᵀ of a square matrix M: M (MᵀM)^(-1/2). */
export function polarRotation(m: Float64Array, d: number): Float64Array {
  const square = new Float64Array(d * d);
  for (let k = 0; k < d; k++) {
    for (let a = 0; a < d; a++) for (let b = 0; b < d; b++) square[a * d + b] += m[k * d + a] * m[k * d + b];
  }
  const { values, vectors } = symmetricEigenpairs(square, d);
  const floor = 1e-12 * Math.max(values[0], 1e-300);
  const inverseRoot = new Float64Array(d * d);
  for (let k = 0; k < d; k++) {
    const scale = 1 / Math.sqrt(Math.max(values[k], floor));
    for (let a = 0; a < d; a++) {
      for (let b = 0; b < d; b++) inverseRoot[a * d + b] += scale * vectors[a * d + k] * vectors[b * d + k];
    }
  }
  const rotation = new Float64Array(d * d);
  for (let a = 0; a < d; a++) {
    for (let k = 0; k < d; k++) {
      for (let b = 0; b < d; b++) rotation[a * d + b] += m[a * d + k] * inverseRoot[k * d + b];
    }
  }
  return rotation;
}
