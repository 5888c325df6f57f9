import Papa from 'papaparse';
import { quote } from '../read/refusal';
import { ImportRefusal, MAX_IMPORT_ROWS } from './history';

/** A line of a table. */
export interface TableRow {
  /** 1-based line in the file on which it begins. */
  line: number;
  cells: string[];
  /** Whether a quotation mark in it is not closed. */
  isBroken: boolean;
}

/** A CSV file, its header among the rows. */
export interface Table {
  /** The file's name, for messages. */
  file: string;
  delimiter: string;
  rows: TableRow[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter of most cells in the first line; Excel may name it there ("sep=;"). */
function findDelimiter(text: string): { delimiter: string; start: number } {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  if (/^"?sep=.?"?$/i.test(first)) {
    const named = first.replaceAll('"', '')[4] ?? '\t';
    return { delimiter: DELIMITERS.includes(named) ? named : ',', start: end < 0 ? text.length : end + 1 };
  }
  const start = first.slice(0, 10_000);
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))], start: 0 };
}

/**
 * Reads comma-, semicolon- or tab-separated text (RFC 4180, but for rows of any length). Where a quotation mark is not
 * closed, every line is read by itself, so that the rest of the file is not lost in one cell.
 * @param text with line feeds. Empty lines are left out.
 * @throws ImportRefusal where there are more rows than a person's history has.
 */
export function readTable(text: string, file: string): Table {
  const { delimiter, start } = findDelimiter(text);
  const body = start === 0 ? text : text.slice(start);
  const { data, errors } = Papa.parse<string[]>(body, {
    ...{ delimiter, newline: '\n', preview: MAX_IMPORT_ROWS + 2 },
  });
  const isBroken = errors.some(({ type }) => type === 'Quotes');
  const rows = isBroken ? lineByLine(body, delimiter) : withLines(data);
  refuseTooMany(rows.length - 1, file);
  const offset = start === 0 ? 0 : 1;
  if (offset > 0) for (const row of rows) row.line += offset;
  return { file, delimiter, rows };
}

/** @throws ImportRefusal where there are more rows than a person's history has. */
export function refuseTooMany(rows: number, file: string): void {
  if (rows <= MAX_IMPORT_ROWS) return;
  throw new ImportRefusal(
    `${file} has more than ${MAX_IMPORT_ROWS.toLocaleString('en')} rows: more than a person's history. ` +
      'Data sets of many people can be opened on the Compare screen.',
  );
}

/** Numbers the rows, of which each takes as many lines as its cells have. */
function withLines(data: string[][]): TableRow[] {
  let line = 1;
  const rows: TableRow[] = [];
  for (const cells of data) {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells, isBroken: false });
    line++;
    for (const cell of cells)
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line++;
  }
  return rows;
}

function lineByLine(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  const lines = text.split('\n', MAX_IMPORT_ROWS + 2);
  for (const [at, content] of lines.entries()) {
    if (content === '') continue;
    if (!content.includes('"')) {
      rows.push({ line: at + 1, cells: content.split(delimiter), isBroken: false });
      continue;
    }
    const { data, errors } = Papa.parse<string[]>(content, { delimiter, newline: '\n' });
    rows.push({
      line: at + 1,
      cells: data[0] ?? [],
      isBroken: errors.some(({ type }) => type === 'Quotes') || data.length > 1,
    });
  }
  return rows;
}

/** The header's names as they are looked for: in small letters, without what stands around them. */
export function headerNames(row: TableRow | undefined): string[] {
  return (row?.cells ?? []).slice(0, 200).map((cell) => cell.slice(0, 100).trim().toLowerCase());
}

/** Cells by the names of a header. */
export interface NamedCells {
  has(name: string): boolean;
  /** The cell of the first of these columns that the table has, trimmed; '' where there is none. */
  of(row: TableRow, ...names: string[]): string;
  /** Why a row's cells cannot be told apart; null where they can. */
  problemOf(row: TableRow): string | null;
}

/** Finds cells by the names in a table's first row; of two columns of one name the first counts. */
export function namedCells({ rows }: Table): NamedCells {
  const names = headerNames(rows[0]);
  const places = new Map<string, number>();
  names.forEach((name, at) => {
    if (!places.has(name)) places.set(name, at);
  });
  return {
    has: (name) => places.has(name),
    of(row, ...wanted) {
      for (const name of wanted) {
        const place = places.get(name);
        if (place !== undefined) return (row.cells[place] ?? '').trim();
      }
      return '';
    },
    problemOf({ cells, isBroken }) {
      if (isBroken) return `a quotation mark is not closed in ${quote(cells.join(' '))}`;
      // Excel drops empty cells at the end, and adds some.
      const extra = cells.slice(names.length).some((cell) => cell.trim() !== '');
      if (extra) return `expected ${names.length} cells, found ${cells.length}`;
      return null;
    },
  };
}
