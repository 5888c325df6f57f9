import { printable } from '../../lib/printable';
import { CellProblem, readTitle, readYear, unexpected } from './cells';
import { readDate } from './dates';
import { type History, ImportRefusal, type ImportRow, LONGEST_QUOTE } from './history';
import { emptyHistory } from './read-rows';
import { refuseTooMany } from './table';

/** An object of JSON; its fields may have any name. */
type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the object's own: a name such as "constructor" is a word like any other. */
function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= 0xffffffff
    ? value
    : undefined;
}

/** Depth of lists within an export: { watched: { movies: [...] } }. */
const DEEPEST = 4;

/** All items that name a film, a series or an episode, with their lists' names ("watchlist/movies"). */
function* itemsIn(
  value: unknown,
  path: string,
  depth = 0,
): Generator<{ item: Fields; path: string; place: number }> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      if (isFields(item)) yield { item, path, place: at + 1 };
    }
  } else if (isFields(value) && depth < DEEPEST) {
    for (const [name, inner] of Object.entries(value)) yield* itemsIn(inner, `${path}/${name}`, depth + 1);
  }
}

/** Whether there is nothing in an export's lists. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (!isFields(value)) return false;
  const lists = Object.values(value).flatMap((list) => (isFields(list) ? Object.values(list) : [list]));
  return lists.every((list) => Array.isArray(list) && list.length === 0);
}

/** What an item says, by its fields or, where these do not tell, by its list's name. */
function kindOf(item: Fields, path: string): ImportRow['kind'] | null {
  if (field(item, 'rating') !== undefined) return 'rated';
  const isSeen = ['watched_at', 'last_watched_at', 'plays'].some((name) => field(item, name) !== undefined);
  if (isSeen || /watched|history/.test(path)) return 'watched';
  return /watchlist/.test(path) || (field(item, 'listed_at') !== undefined && !/list/.test(path))
    ? 'wish'
    : null;
}

function readItem(item: Fields, kind: ImportRow['kind']): Omit<ImportRow, 'file' | 'line'> {
  const film = field(item, 'movie');
  const other = ['show', 'episode', 'season'].map((name) => field(item, name)).find(isFields);
  const named = isFields(film) ? film : other;
  if (!named) throw new CellProblem('expected a "movie" or a "show", found neither');
  const ids = field(named, 'ids');
  const own = isFields(ids) ? ids : {};
  const rating = field(item, 'rating');
  if (
    kind === 'rated' &&
    !(typeof rating === 'number' && Number.isInteger(rating) && rating >= 1 && rating <= 10)
  ) {
    throw unexpected('rating', '1 to 10', typeof rating === 'object' ? 'a list' : String(rating));
  }
  const year = readYear(String(whole(field(named, 'year'))));
  const tmdbId = whole(field(own, 'tmdb'));
  const imdbId = whole(Number(/^tt(\d{1,10})$/.exec(text(field(own, 'imdb')))?.[1]));
  const date = ['rated_at', 'watched_at', 'last_watched_at', 'listed_at']
    .map((name) => readDate(text(field(item, name))))
    .find((time) => time !== undefined);
  return {
    title: readTitle(text(field(named, 'title')) || (isFields(film) ? '' : 'a series')),
    ...(year !== undefined && { year }),
    ...(tmdbId !== undefined && { tmdbId }),
    ...(imdbId !== undefined && { imdbId }),
    ...(!isFields(film) && { isSeries: true }),
    ...(kind === 'rated' && { stars: Number(rating) / 2 }),
    ...(date !== undefined && { date }),
    kind,
  };
}

/**
 * Reads a JSON export of Trakt's: a list of items, or lists by name, at any depth up to four.
 * @param path the file's: "watchlist-movies.json" tells what its items do not
 * @throws ImportRefusal where the text is no JSON or holds no such list
 */
export function readTrakt(json: string, path: string, file: string): History {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? printable(error.message, LONGEST_QUOTE) : '';
    throw new ImportRefusal(`${file} is not whole JSON (${why}). Download the export again.`);
  }
  const history = emptyHistory('trakt');
  let others = 0;
  let count = 0;
  for (const { item, path: list, place } of itemsIn(value, path.toLowerCase())) {
    const within = list.slice(path.length + 1);
    const inList = within === '' ? file : `${file} (${printable(within, LONGEST_QUOTE)})`;
    refuseTooMany(++count, file);
    const kind = kindOf(item, list);
    const hasFilm = ['movie', 'show', 'episode', 'season'].some((name) => isFields(field(item, name)));
    if (kind === null || !(hasFilm || kind === 'rated')) {
      others++;
      continue;
    }
    try {
      history.rows.push({ ...readItem(item, kind), file: inList, line: place });
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      history.refused.push({ file: inList, line: place, reason: error.message });
    }
  }
  if (count === 0) {
    if (!isEmpty(value)) throw new ImportRefusal(`${file} holds no list of films as Trakt exports it.`);
    history.notices.push(`${file} holds no films: nothing was exported.`);
  }
  if (others > 0) {
    history.notices.push(
      `${file}: ${others} items tell neither of a rating, a film watched nor a watchlist; they are left out.`,
    );
  }
  return history;
}
