import type { Catalogue } from './catalogue';

/** A row of a list: the film that stands there, and others of its series that fold behind it, best first. */
export interface FoldedRow {
  item: number;
  folded: number[];
}

/**
 * A list that shows one film a series: the best of each stands where it is, all later ones of the same series fold behind it.
 * @param ranked films, best first, distinct. @param length rows to show; those that fold in behind a row do not count.
 */
export function foldSeries(
  { collection }: Pick<Catalogue, 'collection'>,
  ranked: readonly number[],
  length = ranked.length,
): FoldedRow[] {
  const rows: FoldedRow[] = [];
  const rowOfSeries = new Map<number, FoldedRow>();
  for (const item of ranked) {
    const series = collection[item];
    const first = series > 0 ? rowOfSeries.get(series) : undefined;
    if (first) {
      first.folded.push(item);
      continue;
    }
    if (rows.length === length) continue;
    const row = { item, folded: [] };
    rows.push(row);
    if (series > 0) rowOfSeries.set(series, row);
  }
  return rows;
}
