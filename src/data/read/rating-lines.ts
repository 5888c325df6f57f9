import { csvRecords } from './csv-records';
import { CsvError } from './csv-table';
import { describeColumns } from './describe-columns';
import { countLines } from './plain-text';
import { MAX_ID, RATING_COLUMNS, type RatingsStyle, SEPARATOR, wrongLine } from './wrong-line';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const TAB = 9;
const SPACE = 32;
const MARK = 34;
const POINT = 46;
const ZERO = 48;
/** Longest number that is exact. */
const MOST_DIGITS = 15;
/** Shortest line of a rating: four digits, three separators and its end. */
const SHORTEST_LINE = 8;
/** Times from here to there are milliseconds since 1970 (1973 to 5138): as seconds they would lie beyond the year 5000. */
const [MS_FROM, MS_TO] = [100_000_000_000, 100_000_000_000_000];

/** The columns of a file, in the order of its lines. */
export interface Rows {
  count: number;
  user: Uint32Array;
  item: Uint32Array;
  halfStars: Uint8Array;
  /** Seconds since 1970. */
  timestamp: Uint32Array;
  line: Uint32Array;
  /** How many times were written in milliseconds. */
  inMilliseconds: number;
}

/** The number of a field: its whole part, its first decimal, and whether anything but zeros follows that. */
interface Scanner {
  start(from: number, to: number): void;
  /** Reads the next field, which has to be a number; false if it is not, or ends otherwise than it should. */
  next(last: boolean): boolean;
  whole: number;
  tenth: number;
  finer: boolean;
}

/**
 * The ratings of a file as they stand in it.
 * @param bytes as readPlainBytes gives them.
 * @param itemOf index of each movie id in the catalogue.
 * @throws CsvError naming file and line.
 */
export function readRatingLines(
  bytes: Uint8Array,
  file: string,
  itemOf: ReadonlyMap<number, number>,
  style: RatingsStyle,
): Rows {
  const rows = createRows(Math.min(countLines(bytes), Math.ceil(bytes.length / SHORTEST_LINE)));
  const scanner = createScanner(bytes, style);
  let { at, line } = style === 'csv' ? skipHeader(bytes, file) : { at: 0, line: 1 };
  for (; at < bytes.length; line++) {
    let end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) end = bytes.length;
    const next = end + 1;
    if (end > at && bytes[end - 1] === CARRIAGE_RETURN) end--;
    if (!isBlank(bytes, at, end)) {
      scanner.start(at, end);
      const problem = addRow(rows, scanner, itemOf);
      if (problem !== null) {
        const text = new TextDecoder().decode(bytes.subarray(at, Math.min(end, at + 1000)));
        throw new CsvError(file, line, problem || wrongLine(text, style));
      }
      rows.line[rows.count++] = line;
    }
    at = next;
  }
  return rows;
}

function createRows(capacity: number): Rows {
  return {
    count: 0,
    user: new Uint32Array(capacity),
    item: new Uint32Array(capacity),
    halfStars: new Uint8Array(capacity),
    timestamp: new Uint32Array(capacity),
    line: new Uint32Array(capacity),
    inMilliseconds: 0,
  };
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (bytes[k] !== SPACE && bytes[k] !== TAB) return false;
  return true;
}

/** Finds where the line behind the header begins: the first line that is not blank. */
function skipHeader(bytes: Uint8Array, file: string): { at: number; line: number } {
  let at = 0;
  for (let line = 1; ; line++) {
    const found = bytes.indexOf(LINE_FEED, at);
    const end = found < 0 ? bytes.length : found;
    const text = new TextDecoder().decode(bytes.subarray(at, Math.min(end, at + 1000))).trim();
    at = end + 1;
    if (text === '' && at < bytes.length) continue;
    const record = csvRecords(text).next();
    const header = record.done ? [] : record.value.cells.map((cell) => cell.trim());
    if (header.join(',') !== RATING_COLUMNS.join(',')) {
      throw new CsvError(file, line, describeColumns(RATING_COLUMNS, header));
    }
    return { at, line: line + 1 };
  }
}

/** @returns null, or what is wrong with the line; '' where its text has to tell. */
function addRow(rows: Rows, scanner: Scanner, itemOf: ReadonlyMap<number, number>): string | null {
  const r = rows.count;
  if (!nextId(scanner)) return '';
  rows.user[r] = scanner.whole;
  if (!nextId(scanner)) return '';
  const item = itemOf.get(scanner.whole);
  const movieId = scanner.whole;
  rows.item[r] = item ?? 0;
  if (!scanner.next(false) || scanner.finer || scanner.tenth % 5 !== 0) return '';
  const halfStars = 2 * scanner.whole + scanner.tenth / 5;
  if (halfStars < 1 || halfStars > 10) return '';
  rows.halfStars[r] = halfStars;
  if (!scanner.next(true)) return '';
  const inMilliseconds = scanner.whole >= MS_FROM && scanner.whole < MS_TO;
  const seconds = inMilliseconds ? Math.floor(scanner.whole / 1000) : scanner.whole;
  if (seconds > MAX_ID) return '';
  if (inMilliseconds) rows.inMilliseconds++;
  rows.timestamp[r] = seconds;
  return item === undefined ? `movieId ${movieId} is not among the movies` : null;
}

/** Whether the next field is an id: a whole number of 32 bits. */
function nextId(scanner: Scanner): boolean {
  return scanner.next(false) && scanner.tenth === 0 && !scanner.finer && scanner.whole <= MAX_ID;
}

/** Reads the fields of one line after the other; no text is made. */
function createScanner(bytes: Uint8Array, style: RatingsStyle): Scanner {
  const separator = SEPARATOR[style];
  const first = separator.charCodeAt(0);
  let at = 0;
  let lineEnd = 0;

  const skipSpaces = () => {
    while (at < lineEnd && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  };
  const finish = (last: boolean): boolean => {
    if (last) return at === lineEnd;
    if (at + separator.length > lineEnd || bytes[at] !== first) return false;
    if (separator.length === 2 && bytes[at + 1] !== first) return false;
    at += separator.length;
    return true;
  };
  /** Behind a decimal point: keeps the first digit, and whether another is more than 0. False where there is none. */
  const decimals = (): boolean => {
    const from = at;
    for (; at < lineEnd; at++) {
      const digit = bytes[at] - ZERO;
      if (digit < 0 || digit > 9) break;
      if (at === from) scanner.tenth = digit;
      else if (digit > 0) scanner.finer = true;
    }
    return at > from;
  };
  const scanner: Scanner = {
    ...{ whole: 0, tenth: 0, finer: false },
    start(from, to) {
      at = from;
      lineEnd = to;
    },
    next(last) {
      scanner.tenth = 0;
      scanner.finer = false;
      skipSpaces();
      const isQuoted = style === 'csv' && bytes[at] === MARK;
      if (isQuoted) at++;
      const from = at;
      // Kept in a local variable: this loop is where a large file is read.
      let whole = 0;
      for (; at < lineEnd; at++) {
        const digit = bytes[at] - ZERO;
        if (digit < 0 || digit > 9) break;
        whole = whole * 10 + digit;
      }
      scanner.whole = whole;
      if (at === from || at > from + MOST_DIGITS) return false;
      if (at < lineEnd && bytes[at] === POINT) {
        at++;
        if (!decimals()) return false;
      }
      if (isQuoted && bytes[at++] !== MARK) return false;
      skipSpaces();
      return finish(last);
    },
  };
  return scanner;
}
