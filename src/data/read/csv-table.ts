import { csvRecords } from './csv-records';
import { describeColumns } from './describe-columns';
import { quote, RefusalError } from './refusal';

/** Thrown where a file of ratings or films is not as it should be; the message names file and line, for a person. */
export class CsvError extends RefusalError {
  override name = 'CsvError';
  /** 1-based line in the file; the header is line 1. */
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}, line ${line}: ${problem}`);
    this.line = line;
  }
}

/** One row of a CSV table; every getter throws CsvError where the cell is not of the asked kind. */
export interface CsvRow {
  /** 1-based line in the file that the row begins in. */
  line: number;
  text(column: string): string;
  /** A whole number in min..max; `ifEmpty` for an empty cell, which is an error where it is not given. */
  integer(column: string, min: number, max: number, ifEmpty?: number): number;
  /** A number in min..max that is a whole number of steps, as that number of steps. */
  steps(column: string, min: number, max: number, perUnit: number, ifEmpty?: number): number;
  /** Parts between vertical bars; an empty cell has none. */
  list(column: string): string[];
  /** An error about this row. */
  error(problem: string): CsvError;
}

/** How a table is read. */
interface TableOptions {
  /** Whether a cell may hold a line break or a tab; else that is an error. */
  lineBreaks?: boolean;
}

/**
 * Reads a CSV table with exactly these columns in this order (RFC 4180, header first).
 * @param text as readPlainText gives it; a byte order mark and other line ends are taken as well.
 * @param file the file's name, for messages.
 * @throws CsvError if the header or the shape of a row is wrong.
 */
export function* readCsvTable(
  text: string,
  file: string,
  columns: readonly string[],
  { lineBreaks = false }: TableOptions = {},
): Generator<CsvRow> {
  const records = csvRecords(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const first = records.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim());
  if (header.join(',') !== columns.join(',')) {
    throw new CsvError(file, first.done ? 1 : first.value.line, describeColumns(columns, header));
  }
  const place = new Map(columns.map((name, i) => [name, i]));
  for (const { line, cells, broken } of records) {
    if (broken) {
      throw new CsvError(
        file,
        line,
        'a quotation mark is not closed, or stands inside a cell without being doubled',
      );
    }
    if (cells.length !== columns.length) {
      throw new CsvError(file, line, `expected ${columns.length} cells, found ${cells.length}`);
    }
    if (!lineBreaks && cells.some((cell) => /[\n\t]/.test(cell))) {
      throw new CsvError(file, line, 'a cell holds a line break or a tab (is a quotation mark missing?)');
    }
    yield createRow(file, line, cells, place);
  }
}

function createRow(file: string, line: number, cells: string[], place: Map<string, number>): CsvRow {
  const error = (problem: string) => new CsvError(file, line, problem);
  const text = (column: string) => cells[place.get(column) ?? -1];
  const steps = (column: string, min: number, max: number, perUnit: number, ifEmpty?: number) => {
    const cell = text(column);
    if (cell === '' && ifEmpty !== undefined) return ifEmpty;
    const value = /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
    const count = Math.round(value * perUnit);
    if (!(value >= min && value <= max && count / perUnit === value)) {
      const kind = perUnit === 1 ? 'a whole number' : `a multiple of ${1 / perUnit}`;
      throw error(`${column} should be ${kind} from ${min} to ${max}, found ${quote(cell)}`);
    }
    return count;
  };
  return {
    line,
    text,
    steps,
    integer: (column, min, max, ifEmpty) => steps(column, min, max, 1, ifEmpty),
    list: (column) => (text(column) === '' ? [] : text(column).split('|')),
    error,
  };
}
