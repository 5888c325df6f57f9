import type { Catalogue } from '../data/catalogue';
import { type FoldedRow, foldSeries } from '../data/series';
import { topK } from '../lib/top-k';
import { LIST_LENGTH } from './metrics';

/** So far down a list folds films behind one of their series; what stands lower is not shown at all. */
const FOLDING_DEPTH = 50;

/**
 * The list of ten as every system's is shown: one film a series, the others of the same series among the fifty best folded
 * behind it. @param scores of the whole catalogue. @param skip films that may not appear.
 */
export function shownList(
  catalogue: Pick<Catalogue, 'collection'>,
  scores: ArrayLike<number>,
  skip: (item: number) => boolean,
): FoldedRow[] {
  return foldSeries(catalogue, topK(scores, FOLDING_DEPTH, skip), LIST_LENGTH);
}

/** All films of the rows, shown or folded. */
export function filmsOfRows(rows: readonly FoldedRow[]): number[] {
  return rows.flatMap(({ item, folded }) => [item, ...folded]);
}

/**
 * nDCG@10 of a list with folded rows, 0..1: each hit counts at the place of its row, and the ideal list folds the same way,
 * so that it holds all relevant films of a series in one row.
 * @param relevant not empty. @param gainOf what a hit is worth; 1 by default.
 */
export function ndcgOfRows(
  { collection }: Pick<Catalogue, 'collection'>,
  rows: readonly FoldedRow[],
  relevant: ReadonlySet<number>,
  gainOf: (item: number) => number = () => 1,
): number {
  const discounted = (gains: readonly number[]) =>
    gains.slice(0, LIST_LENGTH).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
  const worth = ({ item, folded }: FoldedRow) =>
    [item, ...folded].reduce((sum, film) => sum + (relevant.has(film) ? gainOf(film) : 0), 0);
  const best = foldSeries({ collection }, [...relevant]).map(worth);
  return discounted(rows.map(worth)) / discounted(best.sort((a, b) => b - a));
}
