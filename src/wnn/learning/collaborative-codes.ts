import type { Ratings } from '../../data/ratings';
import type { ItemEffects } from '../../data/item-effects';
import { solveSymmetric } from '../../lib/linear-algebra';
import type { Random } from '../../lib/random';
import type { Retina } from '../retina';
import { symmetricEigenpairs } from './eigen';

export interface CodeOptions {
  dimensions: number;
  /** Penalty on squared factors, in ratings. */
  lambda: number;
  iterations: number;
  /** Ratings' worth of trust in what content says of a film's factors. */
  priorRatings: number;
}

/** evaluation.md, recipe 3. */
export const CODE_DEFAULTS: CodeOptions = { dimensions: 24, lambda: 10, iterations: 10, priorRatings: 4 };

/** A point for each film in the space of people's tastes; row-major, itemCount x dimensions. */
export interface ItemFactors {
  dimensions: number;
  values: Float64Array;
}

/** Penalty of the regression of factors on content, in films. */
const CONTENT_RIDGE = 50;
const USER_LAMBDA = 3;

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
  const residual = residualsOf(ratings, effects);
  const byItem = groupByItem(ratings, retina.itemCount, includesUser);
  const items = Float64Array.from({ length: retina.itemCount * d }, () => 0.1 * random.normal());
  const users = new Float64Array(ratings.userCount * d);
  const prior = new Float64Array(retina.itemCount * d);
  const content = contentRegression(retina, byItem.offsets);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let u = 0; u < ratings.userCount; u++) {
      if (!includesUser(u)) continue;
      const row = users.subarray(u * d, (u + 1) * d);
      solveFactors(row, null, lambda, ratings.offsets[u], ratings.offsets[u + 1], (r) => residual[r], (r) => ratings.item[r], items);
    }
    if (iteration > 0) content(items, d, prior);
    for (let i = 0; i < retina.itemCount; i++) {
      const row = items.subarray(i * d, (i + 1) * d);
      const toward = prior.subarray(i * d, (i + 1) * d);
      solveFactors(row, toward, lambda, byItem.offsets[i], byItem.offsets[i + 1], (k) => residual[byItem.rating[k]], (k) => byItem.user[k], users);
    }
  }
  // A film of few ratings is mostly what its content says.
  content(items, d, prior);
  for (let i = 0; i < retina.itemCount; i++) {
    const n = byItem.offsets[i + 1] - byItem.offsets[i];
    const own = n / (n + priorRatings);
    for (let k = 0; k < d; k++) items[i * d + k] = own * items[i * d + k] + (1 - own) * prior[i * d + k];
  }
  whiten(items, d, byItem.offsets);
  return { dimensions: d, values: items };
}

function residualsOf(ratings: Ratings, effects: ItemEffects): Float32Array {
  const residual = new Float32Array(ratings.count);
  for (let u = 0; u < ratings.userCount; u++) {
    let sum = 0;
    const from = ratings.offsets[u];
    const to = ratings.offsets[u + 1];
    for (let r = from; r < to; r++) {
      residual[r] = ratings.halfStars[r] / 2 - effects.globalMean - effects.bias[ratings.item[r]];
      sum += residual[r];
    }
    const bias = sum / (to - from + USER_LAMBDA);
    for (let r = from; r < to; r++) residual[r] -= bias;
  }
  return residual;
}

interface ByItem {
  offsets: Uint32Array;
  /** Positions in ratings, and their users. */
  rating: Uint32Array;
  user: Uint32Array;
}

function groupByItem(ratings: Ratings, itemCount: number, includesUser: (user: number) => boolean): ByItem {
  const offsets = new Uint32Array(itemCount + 1);
  const each = (visit: (r: number, user: number) => void) => {
    for (let u = 0; u < ratings.userCount; u++) {
      if (!includesUser(u)) continue;
      for (let r = ratings.offsets[u]; r < ratings.offsets[u + 1]; r++) visit(r, u);
    }
  };
  each((r) => {
    offsets[ratings.item[r] + 1]++;
  });
  for (let i = 0; i < itemCount; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice(0, itemCount);
  const rating = new Uint32Array(offsets[itemCount]);
  const user = new Uint32Array(offsets[itemCount]);
  each((r, u) => {
    const at = next[ratings.item[r]]++;
    rating[at] = r;
    user[at] = u;
  });
  return { offsets, rating, user };
}

/** Ridge regression of targets on the fixed factors of the other side, toward `toward` (zero if null), into `row`. */
function solveFactors(
  row: Float64Array,
  toward: Float64Array | null,
  lambda: number,
  from: number,
  to: number,
  target: (k: number) => number,
  other: (k: number) => number,
  fixed: Float64Array,
): void {
  const d = row.length;
  const gram = new Float64Array(d * d);
  for (let a = 0; a < d; a++) {
    row[a] = toward ? lambda * toward[a] : 0;
    gram[a * d + a] = lambda;
  }
  for (let k = from; k < to; k++) {
    const at = other(k) * d;
    const y = target(k);
    for (let a = 0; a < d; a++) {
      const x = fixed[at + a];
      row[a] += x * y;
      for (let b = 0; b <= a; b++) gram[a * d + b] += x * fixed[at + b];
    }
  }
  solveSymmetric(gram, d, row);
}

/** A ridge regression of factors on retina bits, weighted by trust n / (n + 10), factored once. */
function contentRegression(retina: Retina, offsets: Uint32Array) {
  const width = retina.bits.length + 1;
  const bitsOf = Array.from({ length: retina.itemCount }, (_, i) => {
    const bits: number[] = [];
    for (let b = 0; b < width - 1; b++) {
      if ((retina.words[i * retina.wordsPerItem + (b >>> 5)] >>> (b & 31)) & 1) bits.push(b);
    }
    bits.push(width - 1);
    return Uint16Array.from(bits);
  });
  const weight = Float64Array.from({ length: retina.itemCount }, (_, i) => {
    const n = offsets[i + 1] - offsets[i];
    return n / (n + 10);
  });
  const gram = new Float64Array(width * width);
  bitsOf.forEach((bits, i) => {
    if (weight[i] === 0) return;
    for (const a of bits) for (const b of bits) if (b <= a) gram[a * width + b] += weight[i];
  });
  for (let a = 0; a < width; a++) gram[a * width + a] += CONTENT_RIDGE;
  return (items: Float64Array, d: number, prior: Float64Array): void => {
    for (let k = 0; k < d; k++) {
      const moment = new Float64Array(width);
      bitsOf.forEach((bits, i) => {
        const y = weight[i] * items[i * d + k];
        if (y !== 0) for (const a of bits) moment[a] += y;
      });
      const solution = solveSymmetric(gram.slice(), width, moment);
      bitsOf.forEach((bits, i) => {
        let sum = 0;
        for (const a of bits) sum += solution[a];
        prior[i * d + k] = sum;
      });
    }
  };
}

/** Turns and scales the factors to identity covariance over ratings. */
function whiten(items: Float64Array, d: number, offsets: Uint32Array): void {
  const covariance = new Float64Array(d * d);
  let total = 0;
  for (let i = 0; i * d < items.length; i++) {
    const n = offsets[i + 1] - offsets[i];
    total += n;
    for (let a = 0; a < d; a++) for (let b = 0; b < d; b++) covariance[a * d + b] += n * items[i * d + a] * items[i * d + b];
  }
  const { values, vectors } = symmetricEigenpairs(
    covariance.map((value) => value / Math.max(1, total)),
    d,
  );
  const turned = new Float64Array(d);
  for (let i = 0; i * d < items.length; i++) {
    turned.fill(0);
    for (let a = 0; a < d; a++) {
      for (let k = 0; k < d; k++) turned[k] += items[i * d + a] * vectors[a * d + k];
    }
    for (let k = 0; k < d; k++) items[i * d + k] = turned[k] / Math.sqrt(Math.max(1e-9, values[k]));
  }
}
