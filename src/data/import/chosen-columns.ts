import { printable } from '../../lib/printable';
import { readDatedTitle, readImdbId, readNumber, readStars, readYear } from './cells';
import { type History, LONGEST_QUOTE } from './history';
import { ambiguousDates, datesOf, type ReadRow, readRows } from './read-rows';
import { headerNames, type NamedCells, type Table } from './table';

/** What a column may hold. */
const MEANINGS = ['title', 'rating', 'year', 'date', 'imdbId', 'tmdbId'] as const;
/** One of `MEANINGS`. */
type Meaning = (typeof MEANINGS)[number];

/** Which columns hold what, as places from 0, and how ratings are counted. */
export interface ChosenColumns {
  places: Partial<Record<Meaning, number>> & { title: number };
  /** The best that can be given: 5, 10 or 100. */
  scale: number;
  /** Whether the first line names the columns. */
  hasHeader: boolean;
}

/** The columns of a table that no site is known by, to choose from. */
export interface ColumnOffer {
  /** The file's name as it was given, by which the choice is handed back. */
  path: string;
  /** The name to show. */
  file: string;
  /** The first lines as they stand, a header among them; cells are cut. */
  sample: string[][];
  /** What they seem to be; null where no column looks like a title. */
  proposal: ChosenColumns | null;
  /** Lines of the whole file. */
  rows: number;
}

/** Names of columns in small letters without spaces and signs, in the languages of spreadsheets most often seen. */
const NAMES: Record<Meaning, string[]> = {
  title:
    'title name film movie filmtitle movietitle primarytitle moviename filmname titel titre título titulo titolo'.split(
      ' ',
    ),
  rating: [
    ...'rating myrating yourrating userrating stars score myscore rate rated ratings'.split(' '),
    ...'bewertung note nota voto puntuación calificación wertung valoración'.split(' '),
  ],
  year: 'year releaseyear yearreleased released releasedate jahr année annee año ano anno'.split(' '),
  date: 'date daterated ratedat rateddate watcheddate datewatched watchedon watched datum data fecha'.split(
    ' ',
  ),
  imdbId: 'imdbid imdb const tconst imdburl imdblink'.split(' '),
  tmdbId: 'tmdbid tmdb'.split(' '),
};

const MOST_COLUMNS = 50;
const SAMPLE_LINES = 4;
/** Rows that are looked at to find out what a column holds. */
const LOOKED_AT = 1000;

function cellsOf({ rows }: Table, place: number): string[] {
  return rows.slice(1, LOOKED_AT).map(({ cells }) => (cells[place] ?? '').trim());
}

function isNumber(cell: string): boolean {
  return /^\d{1,3}(?:[.,]\d{1,4})?$/.test(cell);
}

/** The scale that a column's ratings seem to be on. */
function scaleOf(cells: readonly string[]): number {
  if (cells.some((cell) => cell.length < 9 && cell.includes('%'))) return 100;
  const most = cells.filter(isNumber).reduce((top, cell) => Math.max(top, Number(cell.replace(',', '.'))), 0);
  return most > 10 ? 100 : most > 5 ? 10 : 5;
}

/** Proposes which columns of a table hold title, rating and so on, by their names. */
export function proposeColumns(table: Table, path: string): ColumnOffer {
  const names = headerNames(table.rows[0]).slice(0, MOST_COLUMNS);
  const plain = names.map((name) => name.replace(/[^\p{L}]/gu, ''));
  const sample = table.rows
    .slice(0, SAMPLE_LINES)
    .map(({ cells }) => names.map((_, place) => printable((cells[place] ?? '').trim(), LONGEST_QUOTE)));
  const places: Partial<Record<Meaning, number>> = {};
  for (const meaning of MEANINGS) {
    const wanted = NAMES[meaning].map((name) => plain.indexOf(name)).find((place) => place >= 0);
    if (wanted !== undefined) places[meaning] = wanted;
  }
  const { title, rating } = places;
  const scale = rating === undefined ? 5 : scaleOf(cellsOf(table, rating));
  const proposal = title === undefined ? null : { places: { ...places, title }, scale, hasHeader: true };
  return { path, file: table.file, sample, proposal, rows: table.rows.length };
}

/** Reads a table by the columns that were chosen. A row without a rating was watched. */
export function readChosenColumns(table: Table, { places, scale, hasHeader }: ChosenColumns): History {
  const rows = hasHeader ? table.rows : [{ line: 0, cells: [], isBroken: false }, ...table.rows];
  const whole: Table = { ...table, rows };
  const cells: NamedCells = {
    has: (name) => Object.hasOwn(places, name),
    of: (row, name) => (row.cells[places[name as Meaning] ?? -1] ?? '').trim(),
    problemOf: ({ isBroken }) => (isBroken ? 'a quotation mark is not closed' : null),
  };
  const dates = datesOf(whole, cells, 'date');
  const history = readRows(whole, 'csv', cells, (row): ReadRow => {
    const { title, otherTitles, year } = readDatedTitle(cells.of(row, 'title'));
    const stars = readStars(cells.of(row, 'rating'), 'the rating', scale);
    return {
      ...{ title, otherTitles, stars },
      year: readYear(cells.of(row, 'year')) ?? year,
      imdbId: readImdbId(cells.of(row, 'imdbId')),
      tmdbId: readNumber(cells.of(row, 'tmdbId')),
      kind: stars === undefined ? 'watched' : 'rated',
      date: dates.read(cells.of(row, 'date')),
    };
  });
  if (dates.isAmbiguous) history.notices.push(ambiguousDates(table.file));
  return history;
}
