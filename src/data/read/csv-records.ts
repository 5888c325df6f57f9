/** No table has so many columns: the reading ends behind a record of them. */
const MOST_CELLS = 10_000;

/** A record of a CSV text. */
export interface CsvRecord {
  /** 1-based line that it begins in. */
  line: number;
  cells: string[];
  /** A quotation mark that is not closed, or is closed inside a cell; the cells end there. */
  broken: boolean;
}

/**
 * The records of a CSV text (RFC 4180), lazily, each character looked at a bounded number of times: whoever finds a record
 * wrong stops there, and a hostile file costs no more than was read of it. Papa Parse, which reads single lines elsewhere,
 * neither counts lines as a file has them nor stops at the first stray quotation mark. Blank lines are left out.
 * @param text with line feeds for line ends, without byte order mark.
 */
export function* csvRecords(text: string, separator = ','): Generator<CsvRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [], broken: false };
    let more = true;
    let quoted = false;
    while (more) {
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
      record.cells.push(cell.value);
      quoted ||= text[at] === '"';
      line += cell.lines;
      at = cell.end;
      const next = text[at];
      more = next === separator;
      record.broken = cell.open || !(more || next === '\n' || next === undefined);
      if (record.broken) break;
      at++;
      if (record.cells.length >= MOST_CELLS) {
        yield record;
        return;
      }
    }
    line++;
    const isBlank = record.cells.length === 1 && !quoted && record.cells[0].trim() === '';
    if (!isBlank) yield record;
    if (record.broken) return;
  }
}

/** What a cell holds, where it ends, the line feeds in it, and whether a quotation mark is missing. */
interface Cell {
  value: string;
  end: number;
  lines: number;
  open: boolean;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return { value: text.slice(from, end), end, lines: 0, open: false };
}

/** @param from where the opening mark is. */
function quotedCell(text: string, from: number): Cell {
  let end = text.indexOf('"', from + 1);
  let doubled = false;
  while (end >= 0 && text[end + 1] === '"') {
    doubled = true;
    end = text.indexOf('"', end + 2);
  }
  const open = end < 0;
  if (open) end = text.length;
  const inside = text.slice(from + 1, end);
  const lines = open ? 0 : countOf(inside, '\n');
  return { value: doubled ? inside.replaceAll('""', '"') : inside, end: open ? end : end + 1, lines, open };
}

function countOf(text: string, letter: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++;
  return count;
}
