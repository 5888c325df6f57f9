import * as v from 'valibot';
import { crc32 } from '../lib/hash';
import { printable } from '../lib/text/printable';

/** A film that no catalogue has, added by hand. */
export interface OwnFilm {
  /** FIRST_OWN_ID or more, and below 2^32; what is said of the film is filed under it. */
  movieId: number;
  /** 1..MAX_TITLE printable characters, without spaces at its ends. */
  title: string;
  /** Release year, EARLIEST_YEAR..LATEST_YEAR; 0 if unknown. */
  year: number;
  /** Names of genres (`GENRES`), each once; others are kept and say nothing. */
  genres: string[];
  /** 0 if unknown. */
  tmdbId: number;
  /** Without "tt"; 0 if unknown. */
  imdbId: number;
}

/** Ids from here on are no MovieLens ids, which count up from 1 and have six digits. */
export const FIRST_OWN_ID = 3_000_000_000;
/** Longest title. */
export const MAX_TITLE = 200;
/** The first films that were shown were made then. */
export const EARLIEST_YEAR = 1874;
/** See `OwnFilm.year`. */
export const LATEST_YEAR = 2150;
/** Most own films of a browser. */
export const MAX_OWN_FILMS = 2000;

const VERSION = 1;

const uint = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2 ** 32 - 1));
const ownFilmSchema = v.object({
  movieId: v.pipe(uint, v.minValue(FIRST_OWN_ID)),
  title: v.pipe(
    v.string(),
    v.check((title) => isTitle(title)),
  ),
  year: v.pipe(
    uint,
    v.check((year) => isYear(year)),
  ),
  genres: v.pipe(
    v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(40))),
    v.maxLength(40),
    v.check((genres) => new Set(genres).size === genres.length),
  ),
  tmdbId: uint,
  imdbId: uint,
});
const storedSchema = v.object({ version: v.literal(VERSION), films: v.array(v.unknown()) });
const newerSchema = v.object({ version: v.pipe(v.number(), v.safeInteger(), v.minValue(VERSION + 1)) });

/** Whether a text can be a film's title (`OwnFilm.title`). */
export function isTitle(text: string): boolean {
  return text !== '' && text.length <= MAX_TITLE && text === text.trim() && printable(text) === text;
}

/** Whether a number can be a film's year (`OwnFilm.year`). */
export function isYear(year: number): boolean {
  return year === 0 || (Number.isInteger(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR);
}

/** An own film with no field but its own; undefined for what is none. */
export function readOwnFilm(value: unknown): OwnFilm | undefined {
  const { success, output } = v.safeParse(ownFilmSchema, value);
  return success ? output : undefined;
}

/** Thrown for own films that a newer version stored; the message is for a person. */
export class OwnFilmsError extends Error {
  override name = 'OwnFilmsError';
}

/**
 * Reads stored own films, by ascending id: those that can be read where some are damaged, none where nothing is stored.
 * @throws OwnFilmsError where a newer version stored them
 */
export function readOwnFilms(stored: unknown): OwnFilm[] {
  if (v.is(newerSchema, stored))
    throw new OwnFilmsError('Your own films were saved by a newer Weightless. Reload the page.');
  const { success, output } = v.safeParse(storedSchema, stored);
  const films = success ? output.films.map(readOwnFilm) : [];
  return mergeOwnFilms(
    [],
    films.filter((film) => film !== undefined),
  );
}

/** Reads stored own films; none where a newer version stored them. Never throws. */
export function knownOwnFilms(stored: unknown): OwnFilm[] {
  return v.is(newerSchema, stored) ? [] : readOwnFilms(stored);
}

/** The form in which own films are stored; `readOwnFilms` reads it. */
export function writeOwnFilms(films: readonly OwnFilm[]): unknown {
  return { version: VERSION, films };
}

/** Own films of two devices by ascending id; of one id those here. At most MAX_OWN_FILMS, those here first. */
export function mergeOwnFilms(here: readonly OwnFilm[], others: readonly OwnFilm[]): OwnFilm[] {
  const all = new Map<number, OwnFilm>();
  for (const film of [...here, ...others]) {
    if (!all.has(film.movieId) && all.size < MAX_OWN_FILMS) all.set(film.movieId, film);
  }
  return [...all.values()].sort((a, b) => a.movieId - b.movieId);
}

/**
 * The id of a film to be added. It follows from title and year, so that two devices that add the same film mean the same,
 * and what was said of one that was removed is there again when it is added again.
 * @param taken ids of other films
 */
export function ownFilmId(
  { title, year }: Pick<OwnFilm, 'title' | 'year'>,
  taken: ReadonlySet<number>,
): number {
  const name = title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const room = 2 ** 32 - FIRST_OWN_ID;
  let place = crc32(new TextEncoder().encode(`${name}\n${year}`)) % room;
  while (taken.has(FIRST_OWN_ID + place)) place = (place + 1) % room;
  return FIRST_OWN_ID + place;
}
