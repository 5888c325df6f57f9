import { type BlockOperator, type Eigenpairs, leadingEigenpairs } from '../../lib/eigen';
import type { Random } from '../../lib/random';
import type { LikedFilms } from './like-similarity';

/** A place in space for each film; rows of `dimensions` numbers, of length 1 (or 0 where nothing is known). */
export interface Positions {
  dimensions: number;
  rows: Float32Array;
}

/** Multiplications of subspace iteration: positions need not be exact. */
const ITERATIONS = 3;

/** Positions from the leading eigenvectors of the similarity, each times the root of its eigenvalue. */
export function positionsOfSimilarity(
  similarity: Float32Array,
  n: number,
  dimensions: number,
  random: Random,
): Positions {
  const apply: BlockOperator = (block, width, out) => {
    out.fill(0);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const value = similarity[a * n + b];
        if (value !== 0) addRow(out, a * width, block, b * width, width, value);
      }
    }
  };
  return toPositions(leadingEigenpairs(apply, n, dimensions, ITERATIONS, random), n);
}

/** Users with many likes count less: a user's row is divided by the root of likes + 10. */
const ACTIVITY_SHRINKAGE = 10;

/** As above for Sn, the cosine of columns after each user's row is divided; never formed, only applied. */
export function positionsOfUsers(films: LikedFilms, dimensions: number, random: Random): Positions {
  const { items, users } = films;
  const n = items.length;
  const weight = users.map((liked) => 1 / (liked.length + ACTIVITY_SHRINKAGE));
  const norm = new Float64Array(n);
  users.forEach((liked, u) => {
    for (const p of liked) norm[p] += weight[u];
  });
  const inverse = norm.map((value) => (value > 0 ? 1 / Math.sqrt(value) : 0));
  const apply: BlockOperator = (block, width, out) => {
    out.fill(0);
    const sum = new Float64Array(width);
    users.forEach((liked, u) => {
      sum.fill(0);
      for (const p of liked) addRow(sum, 0, block, p * width, width, weight[u] * inverse[p]);
      for (const p of liked) addRow(out, p * width, sum, 0, width, inverse[p]);
    });
  };
  return toPositions(leadingEigenpairs(apply, n, dimensions, ITERATIONS, random), n);
}

/** out[at ..] += factor * from[start ..], `width` numbers. */
function addRow(
  out: Float64Array,
  at: number,
  from: Float64Array,
  start: number,
  width: number,
  factor: number,
): void {
  for (let k = 0; k < width; k++) out[at + k] += factor * from[start + k];
}

function toPositions({ values, vectors }: Eigenpairs, n: number): Positions {
  const dimensions = values.length;
  const scale = values.map((value) => Math.sqrt(Math.max(0, value)));
  const rows = new Float32Array(n * dimensions);
  for (let i = 0, row = 0; i < n; i++, row += dimensions) {
    let squares = 0;
    for (let k = 0; k < dimensions; k++) squares += (scale[k] * vectors[row + k]) ** 2;
    if (squares === 0) continue;
    for (let k = 0; k < dimensions; k++) rows[row + k] = (scale[k] * vectors[row + k]) / Math.sqrt(squares);
  }
  return { dimensions, rows };
}
