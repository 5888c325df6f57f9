import { readMovieLensTitle } from '../read/movielens-title';
import { quote } from '../read/refusal';
import { MAX_TITLE_LENGTH } from './history';

/** Thrown where a cell is not of the kind that is expected; the message is the reason for a person. */
export class CellProblem extends Error {
  override name = 'CellProblem';
}

/** A problem with what was found in a column. */
export function unexpected(column: string, expected: string, found: string): CellProblem {
  return new CellProblem(`${column} should be ${expected}, found ${quote(found)}`);
}

/** Half stars up to five, from a value on a scale; halves are rounded up. */
function toStars(value: number, scale: number): number {
  return Math.min(5, Math.max(0.5, Math.round((value / scale) * 10) / 2));
}

/**
 * Reads a rating as stars.
 * @param scale the best that can be given: 5, 10 or 100.
 * @returns 0.5..5 in halves; undefined for an empty cell.
 * @throws CellProblem
 */
export function readStars(cell: string, column: string, scale: number): number | undefined {
  if (cell === '') return undefined;
  if (/^★{1,5}½?$|^½$/.test(cell))
    return toStars(cell.split('★').length - 1 + (cell.endsWith('½') ? 0.5 : 0), 5);
  const match = /^(\d{1,3}(?:[.,]\d{1,6})?)(?: ?\/ ?(5|10|100)| ?%)?$/.exec(cell);
  const own = match?.[2] ? Number(match[2]) : cell.endsWith('%') ? 100 : scale;
  const value = match ? Number(match[1].replace(',', '.')) : Number.NaN;
  if (value > 0 && value <= own) return toStars(value, own);
  const isDate = /\p{L}{3}|\d[./-]\d{1,2}[./-]/u.test(cell.slice(0, 40)) && /\d/.test(cell.slice(0, 40));
  const hint = isDate ? ' (a spreadsheet turns 3.5 into a date)' : '';
  throw new CellProblem(`${column} should be a number up to ${scale}, found ${quote(cell)}${hint}`);
}

/** A year of 1870 to 2100 at the start of a cell ("1999", "1999-03-31", "2009–2012"); undefined for any other. */
export function readYear(cell: string): number | undefined {
  const year = Number(/^\(?(\d{4})(?!\d)/.exec(cell)?.[1]);
  return year >= 1870 && year <= 2100 ? year : undefined;
}

/** An id that is a whole number; undefined for any other cell. Spreadsheets drop zeros in front and add ".0". */
export function readNumber(cell: string): number | undefined {
  const digits = /^0*(\d{1,10})(?:[.,]0)?$/.exec(cell.slice(0, 40))?.[1];
  const id = digits === undefined ? 0 : Number(digits);
  return id > 0 && id <= 0xffffffff ? id : undefined;
}

/** An IMDb id ("tt0133093", "0133093", or within a link); undefined for any other cell. */
export function readImdbId(cell: string): number | undefined {
  const inLink = /(?:^|\/)tt(\d{1,10})(?:$|[/?#])/.exec(cell.slice(0, 200))?.[1];
  return readNumber(inLink ?? cell);
}

/** A title that is there and is one. @throws CellProblem */
export function readTitle(cell: string): string {
  if (cell === '') throw new CellProblem('the title is missing');
  if (cell.length > MAX_TITLE_LENGTH) {
    throw new CellProblem(`the title has ${cell.length} characters (is a quotation mark missing?)`);
  }
  if (cell.includes('\n'))
    throw new CellProblem('the title goes over several lines (is a quotation mark missing?)');
  return cell;
}

/** A title as MovieLens writes it: "Postman, The (Postino, Il) (1994)". @throws CellProblem */
export function readDatedTitle(cell: string): { title: string; otherTitles?: string[]; year?: number } {
  const raw = readTitle(cell);
  const open = raw.endsWith(')') ? raw.lastIndexOf('(') : -1;
  const inside = open >= 0 ? raw.slice(open + 1, -1) : '';
  const year = /^\d{4}(?:[-–](?:\d{4})?)?$/.test(inside) ? readYear(inside) : undefined;
  const { title, alternates } = readMovieLensTitle(year === undefined ? raw : raw.slice(0, open).trimEnd());
  return {
    title: readTitle(title),
    ...(alternates.length > 0 && { otherTitles: alternates }),
    ...(year !== undefined && { year }),
  };
}
