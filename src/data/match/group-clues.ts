import { compareText } from '../search/sorted-text';
import type { FilmClue } from './film-clue';
import { nameKeys } from './name-keys';

/** Rows that name the same film in the same way. */
export interface ClueGroup {
  /** What all of them say, put together; the same for the same rows in any order. */
  clue: FilmClue;
  /** Places of the rows among all clues, ascending. */
  rows: number[];
  /** Whether a list names two films of this title and year. */
  hasTwin: boolean;
}

/** Title and year as text, equal for rows that spell a film alike. */
function nameOf({ title, year }: FilmClue): string {
  return `${nameKeys(title).exact || title} ${year ?? ''}`;
}

function keyOf(clue: FilmClue): string {
  if (clue.movieId !== undefined) return `movieId ${clue.movieId}`;
  if (clue.tmdbId !== undefined) return `tmdbId ${clue.tmdbId}`;
  if (clue.imdbId !== undefined) return `imdbId ${clue.imdbId}`;
  return clue.twin === undefined ? `name ${nameOf(clue)}` : `twin ${clue.twin} ${nameOf(clue)}`;
}

/** The clues of one film as one; of names that differ the first by code units is the title. */
function together(clues: readonly FilmClue[]): FilmClue {
  const names = (list: readonly string[]) =>
    [...new Set(list)].filter((name) => name !== '').sort(compareText);
  const [title = '', ...more] = names(clues.map((clue) => clue.title));
  const otherTitles = names([...more, ...clues.flatMap((clue) => clue.otherTitles ?? [])]);
  const least = (of: (clue: FilmClue) => number | undefined) =>
    clues.map(of).reduce((a, b) => (b === undefined || (a !== undefined && a <= b) ? a : b), undefined);
  return {
    ...{ title, otherTitles },
    year: least(({ year }) => year),
    imdbId: least(({ imdbId }) => imdbId),
    tmdbId: least(({ tmdbId }) => tmdbId),
    movieId: least(({ movieId }) => movieId),
    isSeries: clues.some(({ isSeries }) => isSeries),
  };
}

/** Puts rows of the same film together: by the first id that they have, else by title and year. */
export function groupClues(clues: readonly FilmClue[]): ClueGroup[] {
  const groups = new Map<string, number[]>();
  const twins = new Set<string>();
  clues.forEach((clue, row) => {
    // A series has ids of its own, which say nothing of the film with the same number.
    const key = clue.isSeries ? `series ${keyOf(clue)}` : keyOf(clue);
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
    if (clue.twin !== undefined) twins.add(nameOf(clue));
  });
  return [...groups.values()].map((rows) => {
    const members = rows.map((row) => clues[row]);
    return { rows, clue: together(members), hasTwin: members.some((clue) => twins.has(nameOf(clue))) };
  });
}
