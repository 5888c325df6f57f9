import { invertPositiveDefinite } from './invert-positive-definite';
import { type SparseMatrix, transpose } from './sparse-matrix';

/**
 * Scores x B of all columns for a row x that is set at `liked`, length columnCount.
 * @param weight x of each of them; 1 by default.
 */
export type EaseScorer = (liked: Uint32Array, weight?: Float64Array) => Float64Array;

/**
 * @param likes users by films, ones.
 * @param by which inverse to take; the smaller one by default. Both give the same scores.
 */
export function fitEase(likes: SparseMatrix, lambda: number, by?: 'users' | 'items'): EaseScorer {
  const byItem = transpose(likes);
  const items = Uint32Array.from(byItem.offsets.keys())
    .subarray(0, byItem.rowCount)
    .filter((i) => byItem.offsets[i + 1] > byItem.offsets[i]);
  const smaller = likes.rowCount < items.length ? 'users' : 'items';
  return (by ?? smaller) === 'users'
    ? fitByUsers(likes, byItem, lambda)
    : fitByItems(likes, byItem, items, lambda);
}

/** Adds lambda I and the number of common columns of each two rows, row-major; `place` maps rows to the result's. */
function regularizedGram(
  rows: SparseMatrix,
  columns: SparseMatrix,
  lambda: number,
  chosen: Uint32Array,
): Float64Array {
  const n = chosen.length;
  const place = new Int32Array(rows.rowCount).fill(-1);
  chosen.forEach((row, p) => {
    place[row] = p;
  });
  const gram = new Float64Array(n * n);
  for (let p = 0; p < n; p++) {
    gram[p * n + p] = lambda;
    for (let k = rows.offsets[chosen[p]]; k < rows.offsets[chosen[p] + 1]; k++) {
      const c = rows.column[k];
      for (let m = columns.offsets[c]; m < columns.offsets[c + 1]; m++)
        gram[p * n + place[columns.column[m]]]++;
    }
  }
  return gram;
}

function fitByUsers(likes: SparseMatrix, byItem: SparseMatrix, lambda: number): EaseScorer {
  const n = likes.rowCount;
  const kernel = regularizedGram(
    likes,
    byItem,
    lambda,
    Uint32Array.from({ length: n }, (_, u) => u),
  );
  invertPositiveDefinite(kernel, n);
  // 1 - x_jᵀ K x_j, that is lambda P_jj.
  const diagonal = new Float64Array(byItem.rowCount).fill(1);
  for (let j = 0; j < byItem.rowCount; j++) {
    for (let a = byItem.offsets[j]; a < byItem.offsets[j + 1]; a++) {
      const row = byItem.column[a] * n;
      for (let b = byItem.offsets[j]; b < byItem.offsets[j + 1]; b++)
        diagonal[j] -= kernel[row + byItem.column[b]];
    }
  }
  return (liked, weight) => {
    const common = new Float64Array(n);
    liked.forEach((item, r) => {
      const own = weight ? weight[r] : 1;
      for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) common[byItem.column[k]] += own;
    });
    const spread = new Float64Array(n);
    for (let v = 0; v < n; v++) {
      if (common[v] === 0) continue;
      for (let u = 0; u < n; u++) spread[u] += common[v] * kernel[v * n + u];
    }
    // lambda x P = x - (X x)ᵀ K X, from which x - x P / diag(P) follows.
    const scores = new Float64Array(byItem.rowCount);
    for (let u = 0; u < n; u++) {
      for (let k = likes.offsets[u]; k < likes.offsets[u + 1]; k++) scores[likes.column[k]] += spread[u];
    }
    for (let j = 0; j < scores.length; j++) scores[j] /= diagonal[j];
    liked.forEach((item, r) => {
      scores[item] += (weight ? weight[r] : 1) * (1 - 1 / diagonal[item]);
    });
    return scores;
  };
}

function fitByItems(
  likes: SparseMatrix,
  byItem: SparseMatrix,
  items: Uint32Array,
  lambda: number,
): EaseScorer {
  const n = items.length;
  const inverse = regularizedGram(byItem, likes, lambda, items);
  invertPositiveDefinite(inverse, n);
  const place = new Int32Array(byItem.rowCount).fill(-1);
  items.forEach((item, p) => {
    place[item] = p;
  });
  return (liked, weight) => {
    const product = new Float64Array(n);
    const own = new Float64Array(n);
    liked.forEach((item, r) => {
      const p = place[item];
      // A film that no training user likes has no weights.
      if (p < 0) return;
      own[p] = weight ? weight[r] : 1;
      for (let q = 0; q < n; q++) product[q] += own[p] * inverse[p * n + q];
    });
    const scores = new Float64Array(byItem.rowCount);
    for (let q = 0; q < n; q++) scores[items[q]] = own[q] - product[q] / inverse[q * n + q];
    return scores;
  };
}

/**
 * The weights themselves, where all of them are wanted: B_ij = (i = j) - P_ij / P_jj, in one go.
 * @param rows every column set by one row or more. @param lambda penalty on the squared weights, above 0.
 * @returns row-major, columnCount squared; the diagonal is 0.
 */
export function easeWeights(rows: SparseMatrix, lambda: number): Float32Array {
  const n = rows.columnCount;
  const columns = transpose(rows);
  const weights =
    rows.rowCount < n ? inverseByRows(rows, columns, lambda) : inverseByColumns(rows, columns, lambda);
  const diagonal = Float64Array.from({ length: n }, (_, j) => weights[j * n + j]);
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j < n; j++, at++) weights[at] = i === j ? 0 : -weights[at] / diagonal[j];
  }
  return weights;
}

/** lambda P = I - X^T K X with K = (X X^T + lambda I)^-1; B does not ask for P's scale. */
function inverseByRows(rows: SparseMatrix, columns: SparseMatrix, lambda: number): Float32Array {
  const n = rows.columnCount;
  const m = rows.rowCount;
  const all = Uint32Array.from({ length: m }, (_, u) => u);
  const kernel = regularizedGram(rows, columns, lambda, all);
  invertPositiveDefinite(kernel, m);
  const result = new Float32Array(n * n);
  const common = new Float64Array(m);
  for (let i = 0; i < n; i++) {
    common.fill(0);
    for (let k = columns.offsets[i]; k < columns.offsets[i + 1]; k++) {
      const at = columns.column[k] * m;
      for (let v = 0; v < m; v++) common[v] += kernel[at + v];
    }
    for (let v = 0; v < m; v++) {
      for (let k = rows.offsets[v]; k < rows.offsets[v + 1]; k++) result[i * n + rows.column[k]] -= common[v];
    }
    result[i * n + i] += 1;
  }
  return result;
}

function inverseByColumns(rows: SparseMatrix, columns: SparseMatrix, lambda: number): Float32Array {
  const all = Uint32Array.from({ length: rows.columnCount }, (_, i) => i);
  const inverse = regularizedGram(columns, rows, lambda, all);
  invertPositiveDefinite(inverse, rows.columnCount);
  return Float32Array.from(inverse);
}
