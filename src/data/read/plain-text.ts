import { CsvError } from './csv-table';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** What begins like this is no text file of ratings or films, whatever it is called. */
const MAGIC: readonly [bytes: string, what: string][] = [
  ['PK\x03\x04', 'a zip file or a spreadsheet'],
  ['\x1f\x8b', 'packed with gzip'],
  ['7z\xbc\xaf', 'packed with 7-Zip'],
  ['Rar!', 'packed with RAR'],
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['SQLite format 3', 'a database'],
];

/** How a page of the web begins, behind any white space and comment marks. */
const WEB_PAGE = /^(?:<\?xml[^>]{0,200}>)?\s{0,1000}<(?:!doctype\s{1,10}html|html|head|body|meta|script)\b/i;

/** Zero bytes in the head of a file above which it is none of text; a few may be damage, and are told of by line. */
const MOST_ZEROS = 16;

/** What is looked at to tell what a file is, in bytes. */
export const HEAD_BYTES = 4096;

/**
 * Says what a file is if it is none of text lines: "a web page", "a picture", "empty"; null if it may be one.
 * @param head the first bytes, HEAD_BYTES at most are looked at.
 */
export function foreignKind(head: Uint8Array): string | null {
  if (head.length === 0) return 'empty';
  const letters = String.fromCharCode(...head.subarray(0, 16));
  const known = MAGIC.find(([bytes]) => letters.startsWith(bytes));
  if (known) return known[1];
  const text = decodeText(head.subarray(0, HEAD_BYTES));
  if (WEB_PAGE.test(text.trimStart())) return 'a web page';
  return text.split('\0').length > MOST_ZEROS ? 'binary data' : null;
}

/** The encoding that the bytes say they are in; null for one of those that need no mark (UTF-8, Latin-1). */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: every other byte of digits and Latin letters is 0.
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  if (first > 0 && second === 0 && bytes[2] > 0 && bytes[3] === 0) return 'utf-16le';
  return first === 0 && second > 0 && bytes[2] === 0 && bytes[3] > 0 ? 'utf-16be' : null;
}

/** UTF-8 or UTF-16, by their marks or without, or the Latin-1 of older editions. */
function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  // The decoder takes the byte order mark off.
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/**
 * The text of a file, without byte order mark, every line end a line feed.
 * @param file the file's name, for messages.
 * @throws CsvError if it is a web page, a picture or another thing without lines of text.
 */
export function readPlainText(bytes: Uint8Array, file: string): string {
  refuseForeign(bytes, file);
  const text = decodeText(bytes);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The same as bytes of UTF-8 (or Latin-1), for files too large to make texts of; lines may also end in CR LF.
 * @returns the bytes themselves, or a part of them, wherever that will do.
 * @throws CsvError as readPlainText.
 */
export function readPlainBytes(bytes: Uint8Array, file: string): Uint8Array {
  refuseForeign(bytes, file);
  if (wideEncoding(bytes)) return new TextEncoder().encode(readPlainText(bytes, file));
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const plain = marked ? bytes.subarray(3) : bytes;
  return hasLoneReturn(plain) ? withLineFeeds(plain) : plain;
}

/** An empty file is none of another kind: what it lacks is said by whoever looks for it. */
function refuseForeign(bytes: Uint8Array, file: string): void {
  const kind = foreignKind(bytes);
  if (kind !== null && bytes.length > 0) {
    const advice = kind === 'a web page' ? ' (save the file itself, not the page that shows it)' : '';
    throw new CsvError(file, 1, `this is ${kind}, not lines of text${advice}`);
  }
}

function hasLoneReturn(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(CARRIAGE_RETURN);
  while (at >= 0) {
    if (bytes[at + 1] !== LINE_FEED) return true;
    at = bytes.indexOf(CARRIAGE_RETURN, at + 2);
  }
  return false;
}

/** A copy in which a line feed stands for every carriage return that has none behind it. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  // Not slice(): of Node's Buffer it gives the same bytes.
  const plain = new Uint8Array(bytes);
  for (let at = plain.indexOf(CARRIAGE_RETURN); at >= 0; at = plain.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (plain[at + 1] !== LINE_FEED) plain[at] = LINE_FEED;
  }
  return plain;
}

/** How many lines there are, whatever they end in; an empty file has one. In UTF-16 it may be a few more. */
export function countLines(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  for (let at = bytes.indexOf(CARRIAGE_RETURN); at >= 0; at = bytes.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (bytes[at + 1] !== LINE_FEED) lines++;
  }
  return lines;
}
