import type { ImportRow } from '../../data/import/history';
import type { DoubtWhy, FilmMatch, MissingWhy } from '../../data/match/match-films';
import type { MatchedHistory } from '../../worker/import/contract';

/** A film of a history, as it was found. */
export interface FoundFilm {
  /** Place of its history among all. */
  history: number;
  /** The match's first row, by which it is decided. */
  row: number;
  clue: FilmMatch['clue'];
  rows: ImportRow[];
}

/** All films of all histories, by how they were found, in the order of the files. */
export interface FoundFilms {
  sure: (FoundFilm & { item: number })[];
  doubtful: (FoundFilm & { why: DoubtWhy; candidates: number[] })[];
  missing: (FoundFilm & { why: MissingWhy })[];
  series: FoundFilm[];
}

/** Sorts what was found by how sure it is. */
export function sortFound(histories: readonly MatchedHistory[]): FoundFilms {
  const found: FoundFilms = { sure: [], doubtful: [], missing: [], series: [] };
  histories.forEach(({ rows, matches }, history) => {
    for (const match of matches) {
      const { clue, outcome } = match;
      const film = { history, row: match.rows[0], clue, rows: match.rows.map((row) => rows[row]) };
      if (outcome.kind === 'sure') found.sure.push({ ...film, item: outcome.item });
      else if (outcome.kind === 'doubtful') {
        found.doubtful.push({ ...film, why: outcome.why, candidates: outcome.candidates });
      } else if (outcome.kind === 'missing') found.missing.push({ ...film, why: outcome.why });
      else found.series.push(film);
    }
  });
  return found;
}
