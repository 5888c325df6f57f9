import { readNumber, readStars, unexpected } from './cells';
import { readDate } from './dates';
import { type History, ImportRefusal, MAX_IMPORT_ROWS } from './history';
import { readRows } from './read-rows';
import { headerNames, type NamedCells, refuseTooMany, type Table, type TableRow } from './table';

/** One person of a data set of many. */
export interface PersonOfSet {
  userId: number;
  ratings: number;
}

const COLUMNS = ['userid', 'movieid', 'rating', 'timestamp'];

/** A column's name as most editions have it: "rat_userId" and "user_id" are "userid". */
function plainName(name: string): string {
  const plain = name.replace(/[^a-z]/g, '');
  return COLUMNS.find((column) => plain === column || plain === `rat${column}`) ?? plain;
}

/** The places of user, film, rating and time in a table of a data set; null where it is none. */
function placesIn(rows: readonly TableRow[]): { places: number[]; hasHeader: boolean } | null {
  const names = headerNames(rows[0]).map(plainName);
  const places = COLUMNS.map((column) => names.indexOf(column));
  if (places.slice(0, 3).every((place) => place >= 0)) return { places, hasHeader: true };
  const first = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  const isNumbers = first.length >= 4 && first.slice(0, 4).every((cell) => /^\d{1,10}(?:\.\d)?$/.test(cell));
  return isNumbers && /^\d{9,10}$/.test(first[3]) ? { places: [0, 1, 2, 3], hasHeader: false } : null;
}

/** Whether a table is of a MovieLens data set: `userId,movieId,rating,timestamp`, with a header or without. */
export function isMovieLensSet({ rows }: Table): boolean {
  return placesIn(rows) !== null;
}

/**
 * A `.dat` file as a table: its cells are set apart by two colons. Null where its first line is not of that kind.
 * @throws ImportRefusal where there are more rows than a person's history has.
 */
export function datTable(text: string, file: string): Table | null {
  if (!/^\d{1,10}::\d{1,10}::[\d.]{1,4}::\d{1,10}$/m.test(text.slice(0, 100))) return null;
  const lines = text.split('\n', MAX_IMPORT_ROWS + 2);
  refuseTooMany(lines.length - 1, file);
  const rows = lines
    .map((content, at) => ({ line: at + 1, cells: content.split('::'), isBroken: false }))
    .filter(({ cells }) => cells.length > 1);
  return { file, delimiter: '::', rows };
}

/** What was read of a data set: one person's ratings, or the people to choose from. */
export type SetHistory = History & { people?: PersonOfSet[] };

/**
 * Reads the ratings of one person in a data set.
 * @param userId whose; where it is left out and there are several, there are no rows but `people`
 * @throws ImportRefusal where the data set numbers films in its own way
 */
export function readMovieLensSet(table: Table, userId?: number): SetHistory {
  const { file, rows, delimiter } = table;
  const found = placesIn(rows);
  if (!found) throw new ImportRefusal(`${file} is not of a MovieLens data set.`);
  if (delimiter === '\t' && !found.hasHeader) {
    throw new ImportRefusal(
      `${file} looks like MovieLens 100K, which numbers its films in a way of its own; later editions can be read.`,
    );
  }
  const [user, film, rating, time] = found.places;
  const people = countPeople(found.hasHeader ? rows.slice(1) : rows, user);
  if (people.length > 1 && userId === undefined) {
    const notices = [`${file} holds the ratings of ${people.length} people; choose whose to import.`];
    return { source: 'movielens', rows: [], refused: [], notices, people };
  }
  const wanted = userId ?? people[0]?.userId;
  const width = Math.max(...found.places) + 1;
  let hasMore = false;
  // The rows are counted from below a header.
  const below = { ...table, rows: found.hasHeader ? rows : [rows[0], ...rows] };
  const history = readRows(below, 'movielens', anyCells, (row) => {
    const cells = row.cells.map((cell) => cell.trim());
    if (readNumber(cells[user] ?? '') !== wanted) return null;
    hasMore ||= !found.hasHeader && cells.length > width;
    const movieId = readNumber(cells[film] ?? '');
    if (movieId === undefined) throw unexpected('movieId', 'a whole number from 1', cells[film] ?? '');
    const stars = readStars(cells[rating] ?? '', 'rating', 5);
    if (stars === undefined) throw unexpected('rating', '0.5 to 5', cells[rating] ?? '');
    return { title: '', movieId, stars, kind: 'rated', date: readDate(cells[time] ?? '') };
  });
  if (hasMore) history.notices.push(`${file} has cells behind the fourth, which are left out.`);
  return history;
}

/** Cells behind those that are read do not matter: spreadsheets leave numbers there. */
const anyCells: NamedCells = {
  has: () => false,
  of: () => '',
  problemOf: ({ isBroken }) => (isBroken ? 'a quotation mark is not closed' : null),
};

function countPeople(rows: readonly TableRow[], place: number): PersonOfSet[] {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const userId = readNumber((cells[place] ?? '').trim());
    if (userId !== undefined) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  }
  return [...counts].map(([id, ratings]) => ({ userId: id, ratings })).sort((a, b) => a.userId - b.userId);
}
