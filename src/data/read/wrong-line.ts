import { csvRecords } from './csv-records';
import { quote } from './refusal';

/** How the fields of a MovieLens ratings file are set apart. */
export type RatingsStyle = 'csv' | 'dat';

/** What stands between the fields. */
export const SEPARATOR: Record<RatingsStyle, string> = { csv: ',', dat: '::' };
/** The fields of a rating, in this order. */
export const RATING_COLUMNS = ['userId', 'movieId', 'rating', 'timestamp'] as const;
/** Greatest id, and greatest time in seconds since 1970: 32 bits. */
export const MAX_ID = 0xffffffff;

/** What stands between cells where it should be something else. */
const FOREIGN_SEPARATORS = [';', '\t', '|', ':', ','];

/**
 * Says what is wrong with a line of ratings that could not be read: how many cells it has, or which cell is not what it
 * should be, and what was found there.
 * @param line or its beginning, if it is very long.
 */
export function wrongLine(line: string, style: RatingsStyle): string {
  const cells = cellsOf(line, style).map((cell) => cell.trim());
  if (cells.length !== RATING_COLUMNS.length) return wrongCount(line, cells, style);
  const [user, movie, rating, time] = cells;
  if (!isId(user)) return shouldBe('userId', `a whole number from 0 to ${MAX_ID}`, user);
  if (!isId(movie)) return shouldBe('movieId', `a whole number from 0 to ${MAX_ID}`, movie);
  if (!isRating(rating)) {
    const hint = /^\d,\d+$/.test(rating) ? ' (with a decimal comma: expected a point, as in 4.5)' : '';
    return `${shouldBe('rating', 'a multiple of 0.5 from 0.5 to 5', rating)}${hint}`;
  }
  const rounded = /^\d+([.,]\d+)?E\+?\d+$/i.test(time) ? ' (a spreadsheet has rounded it)' : '';
  return `${shouldBe('timestamp', `a whole number of seconds since 1970, from 0 to ${MAX_ID}`, time)}${rounded}`;
}

function cellsOf(line: string, style: RatingsStyle): string[] {
  if (style === 'dat') return line.split(SEPARATOR.dat);
  const record = csvRecords(line).next();
  return record.done ? [] : record.value.cells;
}

function shouldBe(column: string, kind: string, found: string): string {
  return `${column} should be ${kind}, found ${quote(found)}`;
}

function isId(cell: string): boolean {
  return /^\d+(\.0+)?$/.test(cell) && Number(cell) <= MAX_ID;
}

function isRating(cell: string): boolean {
  const halves = /^\d+(\.\d+)?$/.test(cell) ? 2 * Number(cell) : 0;
  return Number.isInteger(halves) && halves >= 1 && halves <= 10;
}

function wrongCount(line: string, cells: string[], style: RatingsStyle): string {
  const said = `expected 4 cells, found ${cells.length}`;
  if (cells.length === 5 && /^\d$/.test(cells[2]) && /^\d{1,2}$/.test(cells[3])) {
    return `${said} (is ${quote(`${cells[2]},${cells[3]}`)} a rating with a decimal comma? expected a point, as in 4.5)`;
  }
  const between = style === 'dat' ? '"::"' : 'commas';
  const foreign = FOREIGN_SEPARATORS.find((sign) => cells.length === 1 && line.split(sign).length === 4);
  if (foreign === undefined) return said;
  return `${said}: expected them between ${between}, found ${quote(foreign)} in ${quote(line)}`;
}
