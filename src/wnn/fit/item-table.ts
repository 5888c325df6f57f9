import { likesMatrix } from '../../data/rating-matrix';
import type { Ratings } from '../../data/ratings';
import { easeWeights } from '../../lib/ease';
import { lowRankOf } from '../../lib/low-rank';
import { createRandom, deriveSeed, type Random } from '../../lib/random';
import type { SparseMatrix } from '../../lib/sparse-matrix';
import { FACTOR_LEVELS, type ItemTable, NO_TABLE, REST_LEVELS } from '../network/lists/item-table';
import type { LearningData } from './learn-rating';
import { timeOrder } from './training-cases';

/** How a table is fitted and how much of it is kept. */
export interface ItemTableOptions {
  /** Penalty of EASE on the squared weights, in rows. */
  lambda: number;
  /** A film has a row where it is set in so many rows of the data, and is among this many set most often. */
  leastRows: number;
  mostFilms: number;
  /** Length of the rows of the product. */
  rank: number;
  /** Largest of what is left over, a film on average. */
  rest: number;
  /** Multiplications of subspace iteration. */
  iterations: number;
}

/**
 * EASE (Steck 2019) on the given rows, stored as a product of low rank and the largest entries of what that leaves over,
 * wherever they stand, both in small whole numbers.
 * @param rows by films, ones. @param random for the first directions of the subspace iteration.
 */
export function fitItemTable(rows: SparseMatrix, options: ItemTableOptions, random: Random): ItemTable {
  const items = filmsOf(rows, options);
  const n = items.length;
  if (n < 2) return NO_TABLE;
  const weights = easeWeights(restrict(rows, items), options.lambda);
  const rank = Math.min(options.rank, n - 1);
  const { from, to, unit } = factorize(weights, n, { ...options, rank }, random);
  leaveOver(weights, n, rank, { from, to, unit });
  return { items, rank, from, to, unit, ...largest(weights, n, Math.floor(options.rest * n)) };
}

function filmsOf(rows: SparseMatrix, { leastRows, mostFilms }: ItemTableOptions): Uint32Array {
  const count = new Uint32Array(rows.columnCount);
  for (const column of rows.column) count[column]++;
  const enough = Array.from(count.keys()).filter((i) => count[i] >= leastRows);
  enough.sort((a, b) => count[b] - count[a] || a - b);
  return Uint32Array.from(enough.slice(0, mostFilms)).sort();
}

/** The same rows with the given columns alone, renumbered; empty rows go. */
function restrict(rows: SparseMatrix, items: Uint32Array): SparseMatrix {
  const place = new Int32Array(rows.columnCount).fill(-1);
  items.forEach((item, p) => {
    place[item] = p;
  });
  const column: number[] = [];
  const offsets = [0];
  for (let r = 0; r < rows.rowCount; r++) {
    for (let k = rows.offsets[r]; k < rows.offsets[r + 1]; k++) {
      if (place[rows.column[k]] >= 0) column.push(place[rows.column[k]]);
    }
    if (column.length > (offsets.at(-1) ?? 0)) offsets.push(column.length);
  }
  return {
    rowCount: offsets.length - 1,
    columnCount: items.length,
    offsets: Uint32Array.from(offsets),
    column: Uint32Array.from(column),
    value: new Float32Array(column.length).fill(1),
  };
}

type Product = Pick<ItemTable, 'from' | 'to' | 'unit'>;

/** The product of low rank in small whole numbers, rounded column by column. */
function factorize(
  weights: Float32Array,
  n: number,
  { rank, iterations }: ItemTableOptions,
  random: Random,
): Product {
  const { left, right } = lowRankOf(weights, n, rank, iterations, random);
  const from = new Int8Array(n * rank);
  const to = new Int8Array(n * rank);
  const unit = Float64Array.from(
    { length: rank },
    (_, k) => roundColumn(left, from, rank, k) * roundColumn(right, to, rank, k),
  );
  return { from, to, unit };
}

/** @returns what one unit of the rounded column is worth. */
function roundColumn(values: Float64Array, rounded: Int8Array, width: number, k: number): number {
  let most = 0;
  for (let at = k; at < values.length; at += width) most = Math.max(most, Math.abs(values[at]));
  if (most === 0) return 0;
  for (let at = k; at < values.length; at += width)
    rounded[at] = Math.round((values[at] / most) * FACTOR_LEVELS);
  return most / FACTOR_LEVELS;
}

/** Takes the product out of B, in place; the diagonal stays 0. */
function leaveOver(weights: Float32Array, n: number, rank: number, { from, to, unit }: Product): void {
  const own = new Float64Array(rank);
  for (let i = 0, at = 0; i < n; i++) {
    for (let k = 0; k < rank; k++) own[k] = unit[k] * from[i * rank + k];
    for (let j = 0, other = 0; j < n; j++, at++) {
      let sum = 0;
      for (let k = 0; k < rank; k++, other++) sum += own[k] * to[other];
      if (i !== j) weights[at] -= sum;
    }
  }
}

/** Shares of the largest magnitudes that the code clips. */
const CLIPPED = 0.001;

/** The `count` entries of largest magnitude, by a code of signed squares. */
function largest(
  left: Float32Array,
  n: number,
  count: number,
): Pick<ItemTable, 'offsets' | 'place' | 'rest' | 'restUnit'> {
  const magnitudes = left.map(Math.abs).sort();
  const wanted = Math.min(count, magnitudes.length);
  const least = wanted > 0 ? magnitudes[magnitudes.length - wanted] : Number.POSITIVE_INFINITY;
  const most = wanted > 0 ? magnitudes[magnitudes.length - 1 - Math.floor(CLIPPED * wanted)] : 1;
  const offsets = new Uint32Array(n + 1);
  const place: number[] = [];
  const rest: number[] = [];
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j < n; j++, at++) {
      const magnitude = Math.abs(left[at]);
      if (magnitude < least) continue;
      const code = Math.min(REST_LEVELS, Math.round(Math.sqrt(magnitude / most) * REST_LEVELS));
      if (code === 0) continue;
      place.push(j);
      rest.push(left[at] < 0 ? -code : code);
    }
    offsets[i + 1] = place.length;
  }
  return {
    offsets,
    place: Uint16Array.from(place),
    rest: Int8Array.from(rest),
    restUnit: most / REST_LEVELS ** 2,
  };
}

/** How the two tables of a ranking model are fitted. */
export interface TableOptions {
  likes: ItemTableOptions;
  watched: ItemTableOptions;
  /** Ratings of one stretch, in time. */
  stretch: number;
}

const FULL = { leastRows: 3, mostFilms: 5000, iterations: 3 };

/** Chosen on inner folds (docs/model.md, What was tried). */
export const TABLES: TableOptions = {
  likes: { ...FULL, lambda: 100, rank: 16, rest: 8 },
  watched: { ...FULL, lambda: 50, rank: 24, rest: 12 },
  stretch: 30,
};

/** For many fits, or while somebody waits. */
export const QUICK_TABLES: TableOptions = {
  likes: { leastRows: 5, mostFilms: 1000, iterations: 1, lambda: 100, rank: 8, rest: 16 },
  watched: { leastRows: 5, mostFilms: 1000, iterations: 1, lambda: 100, rank: 8, rest: 16 },
  stretch: 60,
};

/** With so many users the tables are as large as the options say; with more, they hold more (docs/model.md). */
const USERS = 600;

/** Fits both tables; empty ones without options. */
export function fitTables(
  { ratings, catalogue, seed }: Pick<LearningData, 'ratings' | 'catalogue' | 'seed'>,
  options: TableOptions | null,
): { likesTable: ItemTable; watchedTable: ItemTable } {
  if (!options) return { likesTable: NO_TABLE, watchedTable: NO_TABLE };
  const growth = Math.max(1, Math.sqrt(ratings.userCount / USERS));
  const tableOf = (rows: SparseMatrix, { rank, rest, ...own }: ItemTableOptions, name: string) =>
    fitItemTable(
      rows,
      { ...own, rank: 8 * Math.round((rank * growth) / 8), rest: Math.round(rest * growth) },
      createRandom(deriveSeed(seed, name)),
    );
  return {
    likesTable: tableOf(likesMatrix(ratings, catalogue.count), options.likes, 'likes table'),
    watchedTable: tableOf(
      stretches(ratings, catalogue.count, options.stretch, seed),
      options.watched,
      'watched table',
    ),
  };
}

/**
 * Each user's ratings in time, cut into stretches of equal length, the last one from the end backwards: rows of films that
 * were watched, or remembered, about the same time. Stars do not count.
 */
function stretches(ratings: Ratings, itemCount: number, length: number, seed: number): SparseMatrix {
  const column: number[] = [];
  const offsets = [0];
  for (let user = 0; user < ratings.userCount; user++) {
    const start = ratings.offsets[user];
    const order = timeOrder(
      ratings,
      start,
      ratings.offsets[user + 1] - start,
      deriveSeed(seed, 'stretches', ratings.userId[user]),
    );
    for (let from = 0; from < order.length; from += length) {
      const first = Math.max(0, Math.min(from, order.length - length));
      const films = Array.from(order.subarray(first, first + length), (r) => ratings.item[r]);
      column.push(...films.sort((a, b) => a - b));
      offsets.push(column.length);
    }
  }
  return {
    rowCount: offsets.length - 1,
    columnCount: itemCount,
    offsets: Uint32Array.from(offsets),
    column: Uint32Array.from(column),
    value: new Float32Array(column.length).fill(1),
  };
}
