import { printable } from '../../lib/printable';
import type { FilmClue } from '../match/film-clue';

/** Where a history comes from: the `origin` of the events made of it. */
export type ImportSource = 'letterboxd' | 'imdb' | 'trakt' | 'movielens' | 'tmdb' | 'csv';

/** One film that somebody rated, watched without rating it, or wants to see. */
export interface ImportRow extends FilmClue {
  kind: 'rated' | 'watched' | 'wish';
  /** 0.5..5 in halves; only where rated. */
  stars?: number;
  /** Marked as liked there, beside or instead of stars. */
  liked?: boolean;
  /** When it was rated, watched or listed, in milliseconds since 1970; noon (UTC) where only the day is known. */
  date?: number;
  /** The file's name, for messages. */
  file: string;
  /** 1-based line in the file; of a JSON file the place in its list. */
  line: number;
}

/** A row that could not be read. */
export interface RefusedRow {
  file: string;
  /** As in `ImportRow`. */
  line: number;
  /** What was expected and what was found, for a person, without file and line. */
  reason: string;
}

/** What was read of a file, or of several of one source. */
export interface History {
  source: ImportSource;
  rows: ImportRow[];
  refused: RefusedRow[];
  /** What a person should know of the whole file; each a sentence. */
  notices: string[];
}

/** A file as it was chosen or found in a zip. */
export interface ImportFile {
  /** Its path within the zip or folder, or its name alone. */
  name: string;
  bytes: Uint8Array;
}

/** Thrown where a whole file cannot be read; the message names the file and says what to do, for a person. */
export class ImportRefusal extends Error {
  override name = 'ImportRefusal';
}

/** Largest file, in bytes: the history of a lifetime has some hundred thousand bytes. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;

/** Most rows of a file that are read. */
export const MAX_IMPORT_ROWS = 200_000;

/** Longest title, in characters; beyond it a quotation mark is missing somewhere. */
export const MAX_TITLE_LENGTH = 500;

/** Longest piece of a file that a message repeats, in characters. */
export const LONGEST_QUOTE = 40;

/** Name of a file without its folders, as a message can show it. */
export function fileName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).trim();
  return printable(name, LONGEST_QUOTE) || 'The file';
}
