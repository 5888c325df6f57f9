import type { Ratings } from '../ratings';
import type { Caller } from './caller';
import { CsvError } from './csv-table';
import { readPlainBytes } from './plain-text';
import { type Rows, readRatingLines } from './rating-lines';
import type { RatingsStyle } from './wrong-line';

/** How a ratings file is read. */
interface ParseRatingsOptions {
  style: RatingsStyle;
  /** Leaves out users with a single rating, who can neither be learned nor tested; else such a user is an error. */
  skipSingleRatings?: boolean;
  caller: Pick<Caller, 'leaveOutSingles'>;
  /** Is told what was read otherwise than it stands, for a person. */
  onNotice(notice: string): void;
}

/**
 * Reads `userId,movieId,rating,timestamp` with a header, or `userId::movieId::rating::timestamp` without one, straight
 * from the bytes into typed arrays: a million ratings take a fraction of a second and about 40 MB. Quotation marks,
 * blank lines, spaces around cells, any line ends, "4.00" and fractions of seconds are taken; times may be in milliseconds.
 * @param file the file's name, for messages.
 * @param itemOf index of each movie id in the catalogue.
 * @throws CsvError naming file and line.
 */
export function parseRatings(
  bytes: Uint8Array,
  file: string,
  itemOf: ReadonlyMap<number, number>,
  { style, skipSingleRatings = false, caller, onNotice }: ParseRatingsOptions,
): Ratings {
  const rows = readRatingLines(readPlainBytes(bytes, file), file, itemOf, style);
  if (rows.count === 0) throw new CsvError(file, 1, 'there are no ratings');
  const ratings = groupByUser(rows, file, skipSingleRatings ? null : caller);
  if (rows.inMilliseconds > 0) {
    const times = rows.inMilliseconds.toLocaleString('en');
    onNotice(`${file}: ${times} times are in milliseconds since 1970 and were read as seconds.`);
  }
  return ratings;
}

/** @param caller null where users with a single rating are left out. */
function groupByUser(rows: Rows, file: string, caller: Pick<Caller, 'leaveOutSingles'> | null): Ratings {
  const { userId, counts, single } = countByUser(rows);
  if (caller && single !== null) refuseSingleRating(rows, single, file, caller);
  const userCount = userId.length;
  if (userCount === 0) throw new CsvError(file, 1, 'no user has more than one rating');
  const offsets = new Uint32Array(userCount + 1);
  for (let u = 0; u < userCount; u++) offsets[u + 1] = offsets[u] + counts[u];
  const order = new Uint32Array(offsets[userCount]);
  const filled = offsets.slice();
  for (let r = 0; r < rows.count; r++) {
    const u = placeOf(userId, rows.user[r]);
    if (u >= 0) order[filled[u]++] = r;
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

/** Users with two ratings or more, ascending, how many each has, and whether there are others. No map: there may be millions. */
function countByUser(rows: Rows): { userId: Uint32Array; counts: Uint32Array; single: Uint32Array | null } {
  const sorted = rows.user.slice(0, rows.count).sort();
  const [userId, counts, single] = Array.from({ length: 3 }, () => new Uint32Array(sorted.length));
  let users = 0;
  let singles = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from === 1) single[singles++] = sorted[from];
    else {
      userId[users] = sorted[from];
      counts[users++] = to - from;
    }
  }
  return {
    userId: userId.slice(0, users),
    counts: counts.slice(0, users),
    single: singles === 0 ? null : single.slice(0, singles),
  };
}

/** Place in an ascending list; -1 if it is not there. */
function placeOf(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}

function refuseSingleRating(
  rows: Rows,
  single: Uint32Array,
  file: string,
  { leaveOutSingles }: Pick<Caller, 'leaveOutSingles'>,
): void {
  const r = rows.user.findIndex((user) => placeOf(single, user) >= 0);
  throw new CsvError(
    file,
    rows.line[r],
    `this is the only rating of user ${rows.user[r]}; every user needs at least two, one to learn and one to test ` +
      `(${leaveOutSingles})`,
  );
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
