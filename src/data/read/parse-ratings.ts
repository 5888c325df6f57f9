import type { Ratings } from '../ratings';
import { CsvError } from './csv-table';

/** How the fields of a MovieLens ratings file are set apart. */
type RatingsStyle = 'csv' | 'dat';

/** How a ratings file is read. */
export interface ParseRatingsOptions {
  style: RatingsStyle;
  /** Leaves out users with a single rating, who can neither be learned nor tested; else such a user is an error. */
  skipSingleRatings?: boolean;
}

const HEADER = 'userId,movieId,rating,timestamp';
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const ZERO = 48;
const MAX_UINT32 = 0xffffffff;

/** The columns of a file, in the order of its lines. */
interface Rows {
  count: number;
  user: Uint32Array;
  item: Uint32Array;
  halfStars: Uint8Array;
  timestamp: Uint32Array;
  line: Uint32Array;
}

/**
 * Reads `userId,movieId,rating,timestamp` with a header, or `userId::movieId::rating::timestamp` without one, straight
 * from the bytes into typed arrays: a million ratings take a fraction of a second and about 40 MB.
 * @param file the file's name, for messages.
 * @param itemOf index of each movie id in the catalogue.
 * @throws CsvError naming file and line.
 */
export function parseRatings(
  bytes: Uint8Array,
  file: string,
  itemOf: ReadonlyMap<number, number>,
  options: ParseRatingsOptions,
): Ratings {
  const rows = parseRows(bytes, file, itemOf, options.style);
  if (rows.count === 0) throw new CsvError(file, 1, 'there are no ratings');
  return groupByUser(rows, file, options.skipSingleRatings ?? false);
}

function parseRows(
  bytes: Uint8Array,
  file: string,
  itemOf: ReadonlyMap<number, number>,
  style: RatingsStyle,
): Rows {
  const capacity = countLines(bytes);
  const rows: Rows = {
    count: 0,
    user: new Uint32Array(capacity),
    item: new Uint32Array(capacity),
    halfStars: new Uint8Array(capacity),
    timestamp: new Uint32Array(capacity),
    line: new Uint32Array(capacity),
  };
  const fields = createFieldReader(bytes, file, style);
  let at = style === 'csv' ? skipHeader(bytes, file) : 0;
  for (let line = style === 'csv' ? 2 : 1; at < bytes.length; line++) {
    let end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) end = bytes.length;
    const next = end + 1;
    if (end > at && bytes[end - 1] === CARRIAGE_RETURN) end--;
    if (end === at && next >= bytes.length) break;
    fields.start(at, end, line);
    const r = rows.count++;
    rows.user[r] = fields.integer('userId', false);
    const movieId = fields.integer('movieId', false);
    const item = itemOf.get(movieId);
    if (item === undefined) throw new CsvError(file, line, `movieId ${movieId} is not among the movies`);
    rows.item[r] = item;
    rows.halfStars[r] = fields.halfStars();
    rows.timestamp[r] = fields.integer('timestamp', true);
    rows.line[r] = line;
    at = next;
  }
  return rows;
}

function countLines(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

/** @returns where the second line begins. */
function skipHeader(bytes: Uint8Array, file: string): number {
  const end = bytes.indexOf(LINE_FEED);
  const header = new TextDecoder().decode(bytes.subarray(0, end < 0 ? bytes.length : end)).trim();
  if (header !== HEADER) {
    const found = header === '' ? 'nothing' : header.slice(0, 80);
    throw new CsvError(file, 1, `expected the columns ${HEADER}, found ${found}`);
  }
  return end < 0 ? bytes.length : end + 1;
}

/** Reads the fields of one line after the other; no text is made unless something is wrong. */
function createFieldReader(bytes: Uint8Array, file: string, style: RatingsStyle) {
  const separator = style === 'csv' ? ',' : '::';
  const first = separator.charCodeAt(0);
  let at = 0;
  let lineStart = 0;
  let lineEnd = 0;
  let line = 0;

  const fieldEnd = () => {
    let end = at;
    while (end < lineEnd && bytes[end] !== first) end++;
    return end;
  };
  const fail = (column: string, kind: string): CsvError => {
    const found = new TextDecoder().decode(bytes.subarray(at, fieldEnd()));
    const whole = new TextDecoder().decode(bytes.subarray(lineStart, lineEnd));
    const cells = whole.split(separator).length;
    return new CsvError(
      file,
      line,
      cells === 4
        ? `${column} should be ${kind}, found "${found.slice(0, 40)}"`
        : `expected 4 cells, found ${cells}`,
    );
  };
  const finishField = (end: number, last: boolean) => {
    if (last) return end === lineEnd;
    for (let k = 0; k < separator.length; k++) {
      if (end + k >= lineEnd || bytes[end + k] !== separator.charCodeAt(k)) return false;
    }
    at = end + separator.length;
    return true;
  };

  return {
    start(from: number, to: number, number: number) {
      at = from;
      lineStart = from;
      lineEnd = to;
      line = number;
    },
    /** A whole number of 32 bits; ids begin at 1. */
    integer(column: string, last: boolean): number {
      const kind = `a whole number from ${last ? 0 : 1} to ${MAX_UINT32}`;
      const end = fieldEnd();
      let value = 0;
      for (let k = at; k < end; k++) {
        const digit = bytes[k] - ZERO;
        if (digit < 0 || digit > 9) throw fail(column, kind);
        value = value * 10 + digit;
      }
      const ok = end > at && end < at + 11 && value <= MAX_UINT32 && (last || value > 0);
      if (!ok || !finishField(end, last)) throw fail(column, kind);
      return value;
    },
    /** "4", "4.0", "3.5": 0.5 to 5 stars in steps of a half; as 1 to 10. */
    halfStars(): number {
      const end = fieldEnd();
      const whole = bytes[at] - ZERO;
      const half = end - at === 3 && bytes[at + 1] === 46 && bytes[at + 2] === ZERO + 5;
      const plain = end - at === 1 || (end - at === 3 && bytes[at + 1] === 46 && bytes[at + 2] === ZERO);
      const value = 2 * whole + Number(half);
      const ok = (half || plain) && whole >= 0 && value >= 1 && value <= 10;
      if (!ok || !finishField(end, false)) throw fail('rating', 'a multiple of 0.5 from 0.5 to 5');
      return value;
    },
  };
}

function groupByUser(rows: Rows, file: string, skipSingleRatings: boolean): Ratings {
  const counts = new Map<number, number>();
  for (let r = 0; r < rows.count; r++) counts.set(rows.user[r], (counts.get(rows.user[r]) ?? 0) + 1);
  if (!skipSingleRatings) refuseSingleRatings(rows, counts, file);
  const userId = Uint32Array.from([...counts].filter(([, n]) => n > 1).map(([user]) => user)).sort();
  const userCount = userId.length;
  if (userCount === 0) throw new CsvError(file, 1, 'no user has more than one rating');
  const place = new Map(Array.from(userId, (user, u) => [user, u]));
  const offsets = new Uint32Array(userCount + 1);
  userId.forEach((user, u) => {
    offsets[u + 1] = offsets[u] + (counts.get(user) ?? 0);
  });
  const order = new Uint32Array(offsets[userCount]);
  const filled = offsets.slice();
  for (let r = 0; r < rows.count; r++) {
    const u = place.get(rows.user[r]);
    if (u !== undefined) order[filled[u]++] = r;
  }
  for (let u = 0; u < userCount; u++) {
    const own = order.subarray(offsets[u], offsets[u + 1]);
    refuseDoubleRatings(rows, own, file);
    own.sort((a, b) => rows.timestamp[a] - rows.timestamp[b] || rows.item[a] - rows.item[b]);
  }
  return {
    userCount,
    count: order.length,
    userId,
    offsets,
    item: Uint32Array.from(order, (r) => rows.item[r]),
    halfStars: Uint8Array.from(order, (r) => rows.halfStars[r]),
    timestamp: Uint32Array.from(order, (r) => rows.timestamp[r]),
  };
}

function refuseSingleRatings(rows: Rows, counts: ReadonlyMap<number, number>, file: string): void {
  for (let r = 0; r < rows.count; r++) {
    if (counts.get(rows.user[r]) !== 1) continue;
    throw new CsvError(
      file,
      rows.line[r],
      `this is the only rating of user ${rows.user[r]}; every user needs at least two, one to learn and one to test ` +
        '(--skip-single-ratings leaves such users out)',
    );
  }
}

/** @param own rows of one user, in the order of their lines. */
function refuseDoubleRatings(rows: Rows, own: Uint32Array, file: string): void {
  const seen = new Set<number>();
  for (const r of own) {
    if (seen.has(rows.item[r])) {
      throw new CsvError(file, rows.line[r], `user ${rows.user[r]} has rated this movie already`);
    }
    seen.add(rows.item[r]);
  }
}
