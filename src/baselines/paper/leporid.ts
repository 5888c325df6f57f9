import { leadingEigenpairs } from '../../lib/eigen';
import type { Random } from '../../lib/random';
import { type SparseMatrix, transpose } from '../../lib/sparse-matrix';
import { topK } from '../../lib/top-k';

/** Most similar rows that each row is joined with. */
const NEIGHBOURS = 1000;
/** How far degrees are drawn toward the largest: 0 is the plain normalized Laplacian. */
const REGULARIZATION = 0.5;
/** Multiplications of the subspace iteration: the leading directions stand still long before. */
const ITERATIONS = 12;

/**
 * Where rows start in an embedding by LEPORID (Khawar and Zhang 2021, "Learning to embed: local popularity regularized
 * embeddings", arXiv 2106.04993): the eigenvectors of smallest eigenvalue of
 *
 *   L = D'^-1/2 (D' - W) D'^-1/2,   d'_i = d_i + .5 (d_max - d_i)
 *
 * W: Jaccard similarity of the rows' columns between nearest rows; d its sums. Rows of few entries, whose neighbourhoods say
 * little, are thereby drawn to the middle. Each dimension has mean 0 and deviation 1.
 * @param entries rows, with their columns ascending; values do not matter.
 * @returns row-major, rowCount x dimensions.
 */
export function leporidEmbedding(entries: SparseMatrix, dimensions: number, random: Random): Float64Array {
  const n = entries.rowCount;
  const similarity = nearestByJaccard(entries, NEIGHBOURS);
  const degree = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = similarity.offsets[i]; k < similarity.offsets[i + 1]; k++) degree[i] += similarity.value[k];
  }
  const largest = degree.reduce((a, b) => Math.max(a, b), 1e-9);
  const root = degree.map((d) => 1 / Math.sqrt(d + REGULARIZATION * (largest - d)));
  // 2 I - L has the same eigenvectors, the wanted ones first, and no eigenvalue below 0.
  const apply = (block: Float64Array, width: number, out: Float64Array) => {
    out.set(block);
    for (let i = 0; i < n; i++) {
      for (let k = similarity.offsets[i]; k < similarity.offsets[i + 1]; k++) {
        const j = similarity.column[k];
        const weight = root[i] * root[j] * similarity.value[k];
        for (let c = 0; c < width; c++) out[i * width + c] += weight * block[j * width + c];
      }
    }
  };
  const wanted = Math.min(dimensions, n);
  const { vectors } = leadingEigenpairs(apply, n, wanted, ITERATIONS, random);
  const embedding = new Float64Array(n * dimensions);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < wanted; c++) embedding[i * dimensions + c] = vectors[i * wanted + c];
  }
  standardize(embedding, dimensions);
  return embedding;
}

/** Gives each column mean 0 and deviation 1; constant columns become 0. */
function standardize(values: Float64Array, width: number): void {
  const rows = values.length / width;
  for (let c = 0; c < width; c++) {
    let [sum, squares] = [0, 0];
    for (let at = c; at < values.length; at += width) {
      sum += values[at];
      squares += values[at] ** 2;
    }
    const mean = sum / rows;
    const deviation = Math.sqrt(Math.max(0, squares / rows - mean * mean));
    for (let at = c; at < values.length; at += width) {
      values[at] = deviation > 1e-12 ? (values[at] - mean) / deviation : 0;
    }
  }
}

/**
 * Jaccard similarity between rows: columns in both over columns in either. Symmetric: an entry stands where one of the two
 * rows is among the `count` nearest of the other; none on the diagonal.
 */
export function nearestByJaccard(entries: SparseMatrix, count: number): SparseMatrix {
  const n = entries.rowCount;
  const byColumn = transpose(entries);
  const size = (row: number) => entries.offsets[row + 1] - entries.offsets[row];
  const common = new Float64Array(n);
  const near = emptyRows(n);
  for (let i = 0; i < n; i++) {
    common.fill(0);
    for (let k = entries.offsets[i]; k < entries.offsets[i + 1]; k++) {
      const c = entries.column[k];
      for (let m = byColumn.offsets[c]; m < byColumn.offsets[c + 1]; m++) common[byColumn.column[m]]++;
    }
    for (let j = 0; j < n; j++) if (common[j] > 0) common[j] /= size(i) + size(j) - common[j];
    const chosen = topK(common, count, (j) => j === i || common[j] === 0).sort((a, b) => a - b);
    near.append(
      chosen,
      chosen.map((j) => common[j]),
    );
  }
  return joined(near.finish());
}

/** Rows of a matrix of n x n, as they come. */
function emptyRows(n: number) {
  const offsets = [0];
  const column: number[] = [];
  const value: number[] = [];
  return {
    append(columns: readonly number[], values: readonly number[]) {
      for (let k = 0; k < columns.length; k++) {
        column.push(columns[k]);
        value.push(values[k]);
      }
      offsets.push(column.length);
    },
    finish: (): SparseMatrix => ({
      ...{ rowCount: n, columnCount: n, offsets: Uint32Array.from(offsets) },
      ...{ column: Uint32Array.from(column), value: Float32Array.from(value) },
    }),
  };
}

/** Entries of the matrix and of its transpose, each once. */
function joined(matrix: SparseMatrix): SparseMatrix {
  const other = transpose(matrix);
  const rows = emptyRows(matrix.rowCount);
  for (let i = 0; i < matrix.rowCount; i++) {
    const values = new Map<number, number>();
    for (const { offsets, column, value } of [matrix, other]) {
      for (let k = offsets[i]; k < offsets[i + 1]; k++) values.set(column[k], value[k]);
    }
    const columns = [...values.keys()].sort((a, b) => a - b);
    rows.append(
      columns,
      columns.map((j) => values.get(j) ?? 0),
    );
  }
  return rows.finish();
}
