import { GENRES } from '../catalogue';
import { CsvError, readCsvTable } from './csv-table';
import { readMovieLensTitle } from './movielens-title';
import { readPlainText } from './plain-text';
import { listOf, quote } from './refusal';
import { MAX_ID, type RatingsStyle } from './wrong-line';

/** One line of the movies file. */
export interface Movie {
  movieId: number;
  title: string;
  alternates: string[];
  /** 0 if unknown. */
  year: number;
  /** Bits over GENRES. */
  genres: number;
}

/** A line of the movies file, unread. */
interface MovieRow {
  line: number;
  id: string;
  title: string;
  genres: string;
}

/** Names that other editions use; '' for none. */
const GENRE_NAMES = new Map([
  ["Children's", 'Children'],
  ['(no genres listed)', ''],
]);
/** In characters; the longest of MovieLens has 197. */
const LONGEST_TITLE = 2000;

/**
 * Reads `movies.csv` or `movies.dat`; the year is parsed from the title. Genres that MovieLens does not have are left out.
 * @param onNotice is told what was left out or read otherwise than it stands, for a person.
 * @returns films by ascending id.
 * @throws CsvError naming file and line.
 */
export function readMovies(
  bytes: Uint8Array,
  style: RatingsStyle,
  onNotice: (notice: string) => void,
): Movie[] {
  const file = `movies.${style}`;
  const text = readPlainText(bytes, file);
  const rows = style === 'csv' ? csvMovies(text, file) : datMovies(text, file);
  const genres = createGenreReader();
  const found: Movie[] = [];
  const seen = new Set<number>();
  for (const { line, id, title, genres: list } of rows) {
    const movieId = /^\d{1,10}(\.0+)?$/.test(id) ? Number(id) : Number.NaN;
    if (!(movieId <= MAX_ID)) {
      throw new CsvError(
        file,
        line,
        `movieId should be a whole number from 0 to ${MAX_ID}, found ${quote(id)}`,
      );
    }
    if (seen.has(movieId)) throw new CsvError(file, line, `movieId ${movieId} has a row already`);
    seen.add(movieId);
    found.push({ movieId, ...readTitle(title, file, line), genres: genres.read(list, line) });
  }
  if (found.length === 0) throw new CsvError(file, 1, 'there are no movies');
  for (const notice of genres.notices(file)) onNotice(notice);
  return found.sort((a, b) => a.movieId - b.movieId);
}

function* csvMovies(text: string, file: string): Generator<MovieRow> {
  for (const row of readCsvTable(text, file, ['movieId', 'title', 'genres'], { lineBreaks: true })) {
    yield {
      line: row.line,
      id: row.text('movieId').trim(),
      title: row.text('title'),
      genres: row.text('genres'),
    };
  }
}

function* datMovies(text: string, file: string): Generator<MovieRow> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = line.split('::');
    if (cells.length !== 3) {
      const hint = cells.length === 1 ? ` in ${quote(line)}` : '';
      throw new CsvError(file, index + 1, `expected 3 cells between "::", found ${cells.length}${hint}`);
    }
    yield { line: index + 1, id: cells[0].trim(), title: cells[1], genres: cells[2] };
  }
}

/**
 * "Toy Story (1995)"; a year range ("2009–2012") counts from its start; the year may be missing. White space is made one
 * space before anything is looked for, so that every pattern here takes time in proportion to the title.
 */
function readTitle(raw: string, file: string, line: number): Pick<Movie, 'title' | 'alternates' | 'year'> {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_TITLE) {
    const length = text.length.toLocaleString('en');
    throw new CsvError(file, line, `the title has ${length} characters, at most 2,000 are read`);
  }
  const match = /\((\d{4})(?:[-–] ?(?:\d{4})?)?\)$/u.exec(text);
  const { title, alternates } = readMovieLensTitle(match ? text.slice(0, match.index) : text);
  if (title === '') throw new CsvError(file, line, 'the title is missing');
  const year = Number(match?.[1] ?? 0);
  return { title, alternates, year: year >= 1870 && year <= 2100 ? year : 0 };
}

/** Reads lists of genres, and keeps account of what MovieLens does not have. */
function createGenreReader() {
  const bitOf = new Map<string, number>(GENRES.map((name, g) => [name, 1 << g]));
  const unknown = new Map<string, { line: number; films: number }>();
  let betweenCommas = 0;
  const bits = (names: readonly string[], line: number) => {
    let all = 0;
    for (const raw of names) {
      const name = GENRE_NAMES.get(raw) ?? raw;
      if (name === '') continue;
      const bit = bitOf.get(name);
      if (bit !== undefined) all |= bit;
      else {
        const seen = unknown.get(name) ?? { line, films: 0 };
        unknown.set(name, { ...seen, films: seen.films + 1 });
      }
    }
    return all >>> 0;
  };
  return {
    /** @param list between vertical bars, or, where it has none, between commas. @returns bits over GENRES. */
    read(list: string, line: number): number {
      const isCommaList = !list.includes('|') && list.includes(',');
      if (isCommaList) betweenCommas++;
      return bits(
        list.split(isCommaList ? ',' : '|').map((name) => name.trim()),
        line,
      );
    },
    notices(file: string): string[] {
      const said: string[] = [];
      if (betweenCommas > 0) {
        said.push(`${file}: genres stand between commas and were read as if between vertical bars.`);
      }
      if (unknown.size > 0) {
        const names = [...unknown]
          .sort(([, a], [, b]) => b.films - a.films)
          .map(([name, { films, line }]) => `${quote(name)} of ${films} films, first in line ${line}`);
        said.push(`${file}: genres that MovieLens does not have were left out: ${listOf(names)}.`);
      }
      return said;
    },
  };
}
