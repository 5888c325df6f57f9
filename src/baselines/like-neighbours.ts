import type { SparseMatrix } from '../lib/sparse-matrix';
import { tieOrder } from '../lib/top-k';

/** How likes make films similar. */
export interface LikeNeighbourOptions {
  /** Films that each liked film speaks for. */
  listNeighbours: number;
  /** Similarity is multiplied by n / (n + this), n the users who like both films. */
  listShrinkage: number;
  /** Exponent of the number of likes of the film that is recommended: .5 in the cosine, more holds popular films back. */
  listExponent: number;
}

/** Added to a user's number of likes before its root divides what the user says. */
const ACTIVITY_OFFSET = 10;

/**
 * The most similar films of each film by likes (Deshpande and Karypis 2004). Each user's likes share a vote, so that
 * people who like everything say little:
 *
 *   s_ij = sum_u (likes_u + 10)^-.5 / (likes_i^.5 likes_j^exponent) * n / (n + shrinkage),   u: the n users who like both
 *
 * @returns rows: liked film i; columns: films j it speaks for, ascending.
 */
export function likeNeighbours(
  likes: SparseMatrix,
  byItem: SparseMatrix,
  options: LikeNeighbourOptions,
): SparseMatrix {
  const { listNeighbours, listShrinkage, listExponent } = options;
  const itemCount = byItem.rowCount;
  const degree = (item: number) => byItem.offsets[item + 1] - byItem.offsets[item];
  const share = Float64Array.from(
    { length: likes.rowCount },
    (_, user) => 1 / Math.sqrt(likes.offsets[user + 1] - likes.offsets[user] + ACTIVITY_OFFSET),
  );
  const common = new Uint32Array(itemCount);
  const shares = new Float64Array(itemCount);
  const similarity = new Float64Array(itemCount);
  const met = new Uint32Array(itemCount);
  const offsets = new Uint32Array(itemCount + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < itemCount; i++) {
    let metCount = 0;
    for (let k = byItem.offsets[i]; k < byItem.offsets[i + 1]; k++) {
      const user = byItem.column[k];
      for (let r = likes.offsets[user]; r < likes.offsets[user + 1]; r++) {
        const j = likes.column[r];
        if (common[j]++ === 0 && j !== i) met[metCount++] = j;
        shares[j] += share[user];
      }
    }
    for (let m = 0; m < metCount; m++) {
      const j = met[m];
      const cosine = shares[j] / (Math.sqrt(degree(i)) * degree(j) ** listExponent);
      similarity[j] = (cosine * common[j]) / (common[j] + listShrinkage);
      common[j] = 0;
      shares[j] = 0;
    }
    common[i] = 0;
    shares[i] = 0;
    for (const j of mostSimilar(met.subarray(0, metCount), similarity, listNeighbours)) {
      columns.push(j);
      values.push(similarity[j]);
    }
    offsets[i + 1] = columns.length;
  }
  return {
    rowCount: itemCount,
    columnCount: itemCount,
    offsets,
    column: Uint32Array.from(columns),
    value: Float32Array.from(values),
  };
}

/** The `count` of `items` with the largest similarity, ascending by index; equals in `tieOrder`. */
function mostSimilar(items: Uint32Array, similarity: Float64Array, count: number): Uint32Array {
  if (items.length <= count) return items.sort();
  const threshold = nthSmallest(
    Float64Array.from(items, (item) => similarity[item]),
    items.length - count,
  );
  const above = items.filter((item) => similarity[item] > threshold);
  const equal = items.filter((item) => similarity[item] === threshold).sort(tieOrder);
  const chosen = new Uint32Array(count);
  chosen.set(above);
  chosen.set(equal.subarray(0, count - above.length), above.length);
  return chosen.sort();
}

/** The value that would stand at place n if `values` were sorted (Hoare 1961); reorders them. */
function nthSmallest(values: Float64Array, n: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i++] = values[j];
      values[j--] = held;
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else break;
  }
  return values[n];
}
