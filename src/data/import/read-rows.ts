import { CellProblem } from './cells';
import { type DateColumn, dateColumn } from './dates';
import type { History, ImportRow, ImportSource } from './history';
import type { NamedCells, Table, TableRow } from './table';

/** What a reader makes of one row; file and line are added. */
export type ReadRow = Omit<ImportRow, 'file' | 'line'>;

/** An empty history. */
export function emptyHistory(source: ImportSource, notices: readonly string[] = []): History {
  return { source, rows: [], refused: [], notices: [...notices] };
}

/**
 * Reads the rows of a table below its header; a row that cannot be read is refused with the reason.
 * @param read makes a row, or null for one that is not wanted; may throw CellProblem
 */
export function readRows(
  table: Table,
  source: ImportSource,
  cells: NamedCells,
  read: (row: TableRow) => ReadRow | null,
): History {
  const history = emptyHistory(source);
  const { file } = table;
  for (const row of table.rows.slice(1)) {
    const { line } = row;
    try {
      const problem = cells.problemOf(row);
      if (problem !== null) throw new CellProblem(problem);
      const found = read(row);
      if (found) history.rows.push({ ...withoutGaps(found), file, line });
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      history.refused.push({ file, line, reason: error.message });
    }
  }
  if (table.rows.length < 2) history.notices.push(`${file} has a header and no rows: nothing was exported.`);
  return history;
}

/** A row without the fields that are not known. */
function withoutGaps<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}

/** The reader of a date column, which may add to the notices that its dates cannot be told. */
export function datesOf(table: Table, cells: NamedCells, column: string): DateColumn {
  function* values() {
    for (const row of table.rows.slice(1)) yield cells.of(row, column);
  }
  return dateColumn(values());
}

/** What to say where a column's dates may be of two days each. */
export function ambiguousDates(file: string): string {
  return `The dates of ${file} can be read as day and month or as month and day, so they are left out.`;
}
