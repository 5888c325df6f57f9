import { CellProblem, readStars, readTitle, readYear, unexpected } from './cells';
import type { History } from './history';
import { ambiguousDates, datesOf, emptyHistory, type ReadRow, readRows } from './read-rows';
import { type NamedCells, namedCells, type Table } from './table';

/** The files of an export that tell of films. */
type Part = 'ratings' | 'diary' | 'watched' | 'watchlist' | 'likes';

/** Whether a table is one of Letterboxd's. */
export function isLetterboxd(cells: NamedCells): boolean {
  return cells.has('letterboxd uri') && cells.has('name');
}

/** Which part a table is; the lists of films alone differ by their names only. Null for reviews, which repeat the diary. */
function partOf(path: string, cells: NamedCells): Part | null {
  if (cells.has('review')) return null;
  if (cells.has('watched date')) return 'diary';
  if (cells.has('rating')) return 'ratings';
  const [folder, name] = path.toLowerCase().split(/[/\\]/).slice(-2);
  const base = name ?? folder;
  if (base.startsWith('watchlist')) return 'watchlist';
  if (folder === 'likes' || base.startsWith('films') || base.startsWith('likes')) return 'likes';
  return 'watched';
}

/**
 * Reads a table of Letterboxd's export: `Date,Name,Year,Letterboxd URI` and, by the part, `Rating`, `Rewatch`, `Tags`,
 * `Watched Date`. A row of the diary without a rating was watched; a heart is `liked`.
 * @param path within the export: only the names tell what was watched from what is on the watchlist
 */
export function readLetterboxd(table: Table, path: string): History {
  const cells = namedCells(table);
  const { file } = table;
  const part = partOf(path, cells);
  if (part === null) {
    return emptyHistory('letterboxd', [`${file} holds reviews, which repeat the diary; it is left out.`]);
  }
  const dateName = part === 'diary' ? 'watched date' : 'date';
  const dates = datesOf(table, cells, dateName);
  // Spreadsheets drop empty cells at the end, but for the rating that a row of ratings has.
  const width = part === 'ratings' ? 5 : 3;
  const twins = part === 'diary' ? new Set<string>() : twinsIn(table, cells);
  const history = readRows(table, 'letterboxd', cells, (row): ReadRow => {
    if (row.cells.length < width) {
      throw new CellProblem(`expected ${width} cells, found ${row.cells.length}`);
    }
    const title = readTitle(cells.of(row, 'name'));
    const year = readYear(cells.of(row, 'year'));
    const rating = cells.of(row, 'rating');
    const stars = readStars(rating, 'Rating', 5);
    if (part === 'ratings' && stars === undefined) throw unexpected('Rating', '0.5 to 5', rating);
    const name = filmName(title, year);
    return {
      ...{ title, year, stars },
      kind: part === 'watchlist' ? 'wish' : stars === undefined ? 'watched' : 'rated',
      liked: part === 'likes' ? true : undefined,
      date: dates.read(cells.of(row, dateName)) ?? dates.read(cells.of(row, 'date')),
      twin: twins.has(name) ? cells.of(row, 'letterboxd uri') : undefined,
    };
  });
  if (dates.isAmbiguous) history.notices.push(ambiguousDates(file));
  const isNamed = /^(?:watched|watchlist|films|likes)/i.test(file);
  if (part === 'watched' && !isNamed && history.rows.length > 0) {
    history.notices.push(
      `${file} was read as films watched. To read a watchlist, give the file its name from the export, watchlist.csv.`,
    );
  }
  return history;
}

function filmName(title: string, year: number | undefined): string {
  return `${title.toLowerCase()} ${year ?? ''}`;
}

/** Films of one name and year that one list tells apart by their address. */
function twinsIn(table: Table, cells: NamedCells): Set<string> {
  const first = new Map<string, string>();
  const twins = new Set<string>();
  for (const row of table.rows.slice(1)) {
    const uri = cells.of(row, 'letterboxd uri');
    const name = filmName(cells.of(row, 'name'), readYear(cells.of(row, 'year')));
    const known = first.get(name);
    if (known === undefined) first.set(name, uri);
    else if (known !== uri) twins.add(name);
  }
  return twins;
}
