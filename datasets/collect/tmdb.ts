/**
 * Reads the TMDB facts in the npm package: `movies_metadata.csv` (one row per film) and `keywords.csv`.
 *
 * The files were written by a Python script, so lists inside cells are Python literals, not JSON. Three rows of the
 * metadata are broken (an unquoted line break shifted their columns); they are recognized by an id that is no number.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** One film as TMDB describes it. `row` is its position among the data rows of the file, which matters: see match.ts. */
export interface TmdbMovie {
  row: number;
  tmdbId: number;
  imdbId: string;
  title: string;
  originalTitle: string;
  year: number | null;
  language: string;
  runtime: number | null;
  genres: string[];
  /** The series it belongs to, such as "Toy Story Collection"; empty for none. */
  collection: string;
  voteAverage: number;
  voteCount: number;
}

type CsvRow = Record<string, string>;

/** Parses CSV text with a header line into one record per row. */
export function parseCsv(text: string): CsvRow[] {
  return Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** Undoes the escapes of a Python string literal. */
function unescapePython(text: string): string {
  return text.replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gi, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
  );
}

/** The values of `'name'` in a Python list of dictionaries, in file order, without repeats. */
export function pythonNames(literal: string): string[] {
  const names = new Set<string>();
  for (const found of literal.matchAll(/'name': (?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)) {
    const name = unescapePython(found[1] ?? found[2] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (name) names.add(name);
  }
  return [...names];
}

/** TMDB writes 0 where it does not know a runtime. */
function positiveOrNull(text: string | undefined): number | null {
  const value = Number(text);
  return value > 0 ? value : null;
}

function toTmdbMovie(cells: CsvRow, row: number): TmdbMovie | null {
  if (!/^\d+$/.test(cells.id ?? '')) return null;
  return {
    row,
    tmdbId: Number(cells.id),
    imdbId: /^tt\d+$/.test(cells.imdb_id ?? '') ? (cells.imdb_id ?? '') : '',
    title: cells.title ?? '',
    originalTitle: cells.original_title ?? '',
    year: positiveOrNull(cells.release_date?.slice(0, 4)),
    language: cells.original_language ?? '',
    runtime: positiveOrNull(cells.runtime),
    genres: pythonNames(cells.genres ?? ''),
    collection: pythonNames(cells.belongs_to_collection ?? '')[0] ?? '',
    voteAverage: Number(cells.vote_average),
    voteCount: Number(cells.vote_count),
  };
}

/** All well-formed rows of the metadata, repeated films included, in file order. */
export function readTmdbMovies(path: string): TmdbMovie[] {
  return parseCsv(readFileSync(path, 'utf8'))
    .map(toTmdbMovie)
    .filter((movie) => movie !== null);
}

/** Keyword names by TMDB id, in TMDB's order (ascending keyword id). A film listed twice keeps its first list. */
export function readKeywords(path: string): Map<number, string[]> {
  const keywords = new Map<number, string[]>();
  for (const cells of parseCsv(readFileSync(path, 'utf8'))) {
    const id = Number(cells.id);
    if (!keywords.has(id)) keywords.set(id, pythonNames(cells.keywords ?? ''));
  }
  return keywords;
}
