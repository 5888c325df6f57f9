import { CsvError } from '../csv-table';
import { readPlainBytes } from '../plain-text';
import type { RatingsStyle } from '../wrong-line';
import { type Rows, readRatingLines } from './rating-lines';

const LINE_FEED = 10;
/** Longest line that is waited for, in bytes: a rating has some thirty. */
const LONGEST_LINE = 100_000;

/** Takes a ratings file piece by piece, as large as it may be. */
export interface RatingsStream {
  /** @throws CsvError naming file and line. */
  push(bytes: Uint8Array): void;
  /** Takes what is left behind the last line end. @throws CsvError as `push` */
  end(): void;
}

/**
 * Reads a ratings file as a stream, by the rules of `readRatingLines`: only the lines of one piece are held at a time.
 * @param file the file's name, for messages.
 * @param itemOf index of each movie id in the catalogue.
 * @param take is given the ratings of each piece, in the order of the file.
 */
export function streamRatings(
  file: string,
  itemOf: ReadonlyMap<number, number>,
  style: RatingsStyle,
  take: (rows: Rows) => void,
): RatingsStream {
  let rest = new Uint8Array(0);
  let line = 1;
  const read = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    // A piece that begins within the file is taken as it is: what a file is, its first piece tells.
    const plain = line === 1 ? readPlainBytes(bytes, file) : bytes;
    const rows = readRatingLines(plain, file, itemOf, style, line);
    line = rows.nextLine;
    if (rows.count > 0) take(rows);
  };
  return {
    push(bytes) {
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      const whole = new Uint8Array(rest.length + end);
      whole.set(rest);
      whole.set(bytes.subarray(0, end), rest.length);
      if (end > 0) {
        rest = bytes.slice(end);
        read(whole);
        return;
      }
      const longer = new Uint8Array(rest.length + bytes.length);
      longer.set(rest);
      longer.set(bytes, rest.length);
      rest = longer;
      if (rest.length > LONGEST_LINE) {
        throw new CsvError(file, line, `a line is longer than ${LONGEST_LINE.toLocaleString('en')} bytes`);
      }
    },
    end() {
      read(rest);
      rest = new Uint8Array(0);
    },
  };
}
