import type { SparseMatrix } from '../lib/sparse-matrix';

/** Similarities of films, dense among those that enough people rated. */
export interface ItemSimilarity {
  /** Number of films covered. */
  size: number;
  /** Row of each film in `values`, or -1 where it is not covered; length: all items. */
  place: Int32Array;
  /** size x size, row-major, symmetric, diagonal 0. */
  values: Float32Array;
}

/** Bounds the dense matrix at 144 MB. */
const MAX_ITEMS = 6000;

/**
 * Cosine of two films' residuals over the users who rated both, times n / (n + shrinkage) for n such users
 * (Koren and Bell 2011, section on neighbourhood models).
 * @param byUser users by items, residuals; `byItem` its transpose.
 * @param minimumUsers films with fewer ratings are similar to none.
 */
export function residualSimilarity(
  byUser: SparseMatrix,
  byItem: SparseMatrix,
  shrinkage: number,
  minimumUsers: number,
): ItemSimilarity {
  const covered = mostRated(byItem, minimumUsers);
  const size = covered.length;
  const place = new Int32Array(byItem.rowCount).fill(-1);
  covered.forEach((item, p) => {
    place[item] = p;
  });
  const values = new Float32Array(size * size);
  const product = new Float64Array(size);
  const own = new Float64Array(size);
  const other = new Float64Array(size);
  const common = new Uint32Array(size);
  for (let p = 0; p < size; p++) {
    product.fill(0);
    own.fill(0);
    other.fill(0);
    common.fill(0);
    for (let k = byItem.offsets[covered[p]]; k < byItem.offsets[covered[p] + 1]; k++) {
      const user = byItem.column[k];
      const x = byItem.value[k];
      for (let r = byUser.offsets[user]; r < byUser.offsets[user + 1]; r++) {
        const q = place[byUser.column[r]];
        // Symmetric: each pair is made once, from the film further down.
        if (q < 0 || q >= p) continue;
        const y = byUser.value[r];
        product[q] += x * y;
        own[q] += x * x;
        other[q] += y * y;
        common[q]++;
      }
    }
    for (let q = 0; q < p; q++) {
      const norms = Math.sqrt(own[q] * other[q]);
      if (norms === 0) continue;
      const similarity = ((product[q] / norms) * common[q]) / (common[q] + shrinkage);
      values[p * size + q] = similarity;
      values[q * size + p] = similarity;
    }
  }
  return { size, place, values };
}

/** Items with at least `minimum` ratings, at most MAX_ITEMS of those with the most, ascending. */
function mostRated(byItem: SparseMatrix, minimum: number): Uint32Array {
  const degree = (item: number) => byItem.offsets[item + 1] - byItem.offsets[item];
  const enough = Array.from({ length: byItem.rowCount }, (_, item) => item).filter(
    (item) => degree(item) >= minimum,
  );
  enough.sort((a, b) => degree(b) - degree(a) || a - b);
  return Uint32Array.from(enough.slice(0, MAX_ITEMS)).sort();
}
