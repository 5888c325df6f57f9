import type { Catalogue } from './catalogue';

/** The series that films belong to, as a catalogue has them: 0 is none. */
export type SeriesOf = Catalogue['collection'];

/** A row of a list: the film that stands for its series, and the others, which stand behind it. */
export interface SeriesRow {
  item: number;
  /** In their order. */
  folded: readonly number[];
}

/**
 * Folds a list so that no series fills it: the first film of a series has a row, later ones stand behind it, and a film
 * without a series has a row of its own.
 * @param ranked films, best first, each once
 * @returns rows in the order of their films
 */
export function foldSeries(collection: SeriesOf, ranked: readonly number[]): SeriesRow[] {
  const rows: { item: number; folded: number[] }[] = [];
  const rowOf = new Map<number, (typeof rows)[number]>();
  for (const item of ranked) {
    const series = collection[item];
    const known = rowOf.get(series);
    if (known) {
      known.folded.push(item);
      continue;
    }
    const row: (typeof rows)[number] = { item, folded: [] };
    rows.push(row);
    if (series !== 0) rowOf.set(series, row);
  }
  return rows;
}
