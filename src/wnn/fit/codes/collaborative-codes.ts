import { deviationOf, USER_LAMBDA } from '../../../data/deviation';
import type { ItemEffects } from '../../../data/item-effects';
import type { Ratings } from '../../../data/ratings';
import { symmetricEigenpairs } from '../../../lib/eigen';
import { addObservation, solveSymmetric } from '../../../lib/linear-algebra';
import { addProduct, rowMajor } from '../../../lib/matrix-product';
import type { Random } from '../../../lib/random';
import { type SparseMatrix, transpose } from '../../../lib/sparse-matrix';
import { onCodeGrid } from '../../network/code-grid';
import type { ItemFactors } from '../../network/codes';
import { bitsOfFilms, placesByContent } from '../../network/content-map';
import type { Retina } from '../../network/retina';
import { contentRegression } from '../content-regression';

/** How codes are fitted. */
export interface CodeOptions {
  dimensions: number;
  /** Penalty on squared factors, in ratings. */
  lambda: number;
  iterations: number;
  /** Ratings' worth of trust in what content says of a film's factors. */
  priorRatings: number;
}

/** docs/model.md, Codes. */
const CODE_DEFAULTS: CodeOptions = {
  dimensions: 24,
  lambda: 10,
  iterations: 7,
  priorRatings: 4,
};

/** The same on the grid of codes: what is shipped, and what bits and axes are both made of. */
export function quantized({ dimensions, values }: ItemFactors): ItemFactors {
  return { dimensions, values: values.map(onCodeGrid) };
}

/** Penalty of the regression of factors on content, in films. */
const CONTENT_RIDGE = 50;

/**
 * Alternating least squares on residuals (Zhou et al. 2008), with each film's factors shrunk toward what its retina bits
 * suggest, so that a rarely rated film gets the code of its like. Rotated to identity covariance over rated films.
 * @param includesUser users who take part: a code must never come from those it is used on.
 */
export function fitItemFactors(
  ratings: Ratings,
  effects: ItemEffects,
  retina: Retina,
  includesUser: (user: number) => boolean,
  random: Random,
  options: Partial<CodeOptions> = {},
): ItemFactors {
  const { dimensions: d, lambda, iterations, priorRatings } = { ...CODE_DEFAULTS, ...options };
  const byUser = residualMatrix(ratings, effects, retina.itemCount, includesUser);
  const byItem = transpose(byUser);
  const items = Float64Array.from({ length: retina.itemCount * d }, () => 0.1 * random.normal());
  const users = new Float64Array(ratings.userCount * d);
  const prior = new Float64Array(retina.itemCount * d);
  const bits = bitsOfFilms(retina);
  const regress = contentRegression(bits, retina.bits.length + 1, trustIn(byItem.offsets), CONTENT_RIDGE);
  for (let iteration = 0; iteration < iterations; iteration++) {
    solveRows(byUser, items, users, null, d, lambda);
    if (iteration > 0) prior.set(placesByContent(bits, regress(items, d), d));
    solveRows(byItem, users, items, prior, d, lambda);
  }
  prior.set(placesByContent(bits, regress(items, d), d));
  // A film of few ratings is mostly what its content says.
  for (let i = 0; i < retina.itemCount; i++) {
    const n = byItem.offsets[i + 1] - byItem.offsets[i];
    const own = n / (n + priorRatings);
    for (let k = i * d; k < (i + 1) * d; k++) items[k] = own * items[k] + (1 - own) * prior[k];
  }
  const values = new Float64Array(items.length);
  const turn = rowMajor(whitening(items, d, byItem.offsets), d);
  addProduct(retina.itemCount, d, d, rowMajor(items, d), turn, rowMajor(values, d));
  return { dimensions: d, values };
}

/** Films weighted by n / (n + 10), n their ratings. */
function trustIn(offsets: Uint32Array): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, i) => {
    const n = offsets[i + 1] - offsets[i];
    return n / (n + 10);
  });
}

/** Users by items: rating minus mu, b_i and b_u in stars; users who do not take part have empty rows. */
function residualMatrix(
  ratings: Ratings,
  effects: ItemEffects,
  itemCount: number,
  includesUser: (user: number) => boolean,
): SparseMatrix {
  const offsets = new Uint32Array(ratings.userCount + 1);
  const column = new Uint32Array(ratings.count);
  const value = new Float32Array(ratings.count);
  let at = 0;
  for (let u = 0; u < ratings.userCount; u++) {
    const first = at;
    if (includesUser(u)) {
      let sum = 0;
      for (let r = ratings.offsets[u]; r < ratings.offsets[u + 1]; r++, at++) {
        column[at] = ratings.item[r];
        value[at] = deviationOf(effects, 'stars', ratings.item[r], ratings.halfStars[r]);
        sum += value[at];
      }
      const bias = sum / (at - first + USER_LAMBDA);
      for (let k = first; k < at; k++) value[k] -= bias;
    }
    offsets[u + 1] = at;
  }
  return {
    rowCount: ratings.userCount,
    columnCount: itemCount,
    offsets,
    column: column.slice(0, at),
    value: value.slice(0, at),
  };
}

/** For every row a ridge regression on the other side's factors, toward `toward` (zero if null), into `solved`. */
function solveRows(
  { rowCount, offsets, column, value }: SparseMatrix,
  fixed: Float64Array,
  solved: Float64Array,
  toward: Float64Array | null,
  d: number,
  lambda: number,
): void {
  const gram = new Float64Array(d * d);
  const row = new Float64Array(d);
  for (let r = 0; r < rowCount; r++) {
    row.fill(0);
    if (toward) for (let a = 0; a < d; a++) row[a] = toward[r * d + a];
    if (offsets[r] < offsets[r + 1]) {
      gram.fill(0);
      for (let a = 0; a < d; a++) {
        row[a] *= lambda;
        gram[a * d + a] = lambda;
      }
      for (let k = offsets[r]; k < offsets[r + 1]; k++) {
        addObservation(gram, row, fixed, column[k] * d, value[k]);
      }
      solveSymmetric(gram, d, row);
    }
    solved.set(row, r * d);
  }
}

/** The turn and scale, d x d, that gives factors the identity as their covariance over ratings. */
function whitening(items: Float64Array, d: number, offsets: Uint32Array): Float64Array {
  const covariance = new Float64Array(d * d);
  let total = 0;
  for (let i = 0; i * d < items.length; i++) {
    const n = offsets[i + 1] - offsets[i];
    total += n;
    for (let a = 0; a < d; a++)
      for (let b = 0; b < d; b++) covariance[a * d + b] += n * items[i * d + a] * items[i * d + b];
  }
  const { values, vectors } = symmetricEigenpairs(
    covariance.map((value) => value / Math.max(1, total)),
    d,
  );
  return vectors.map((value, at) => value / Math.sqrt(Math.max(1e-9, values[at % d])));
}
