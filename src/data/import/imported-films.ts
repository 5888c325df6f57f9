import type { Catalogue } from '../catalogue';
import type { FilmMatch } from '../match/match-films';
import type { SeenAnswer } from '../opinion';
import type { ImportRow } from './history';

/** What all rows of a history say of one film. */
export interface ImportedFilm {
  movieId: number;
  /** As a film seen; null where it is only wished for. Date in milliseconds since 1970. */
  seen: { stars?: number; liked: boolean; date?: number } | null;
  /** As a film to see; null where it is not on the watchlist. */
  wish: { date?: number } | null;
}

/** What a person decided of matches, by their first row: the film that is meant, or null to leave it out. */
export type Decisions = ReadonlyMap<number, number | null>;

/** How stars become answers. */
export interface ImportRules {
  /** Fewest stars of a like, 0.5..5. */
  likeFrom: number;
  /** Most stars of a dislike, 0..4.5, below `likeFrom`; what lies between is so-so. */
  dislikeTo: number;
  /** What films are that were watched and neither rated nor liked. */
  unrated: 'so-so' | 'leave-out';
}

/** As MovieLens' ratings are read here (`answerOf`); what was not rated says nothing. */
export const USUAL_RULES: ImportRules = { likeFrom: 4, dislikeTo: 2, unrated: 'leave-out' };

/** The answer that a film seen stands for; null where it is left out. A heart is a like where there are no stars. */
export function importedAnswer(
  seen: NonNullable<ImportedFilm['seen']>,
  rules: ImportRules,
): SeenAnswer | null {
  const { stars, liked } = seen;
  if (stars === undefined) return liked ? 'like' : rules.unrated === 'so-so' ? 'so-so' : null;
  if (stars >= rules.likeFrom) return 'like';
  return stars <= rules.dislikeTo ? 'dislike' : 'so-so';
}

function latest(rows: readonly ImportRow[]): number | undefined {
  return rows.reduce<number | undefined>(
    (last, { date }) => (date !== undefined && (last === undefined || date > last) ? date : last),
    undefined,
  );
}

/** A diary says how a film was rated then, all other files how it is rated now. */
function isOfDiary({ file }: ImportRow): boolean {
  return file.toLowerCase().startsWith('diary');
}

/** The row that says how a film is rated now: the last, of several on one day the best. */
function speakingRow(rated: readonly ImportRow[]): ImportRow {
  const now = rated.filter((row) => !isOfDiary(row));
  return (now.length > 0 ? now : rated).reduce((best, row) => {
    const later = (row.date ?? -Infinity) - (best.date ?? -Infinity);
    return later > 0 || (!(later < 0) && (row.stars ?? 0) > (best.stars ?? 0)) ? row : best;
  });
}

/** What some rows say of the film that all of them mean. */
function together(movieId: number, rows: readonly ImportRow[]): ImportedFilm {
  const of = (kind: ImportRow['kind']) => rows.filter((row) => row.kind === kind);
  const [rated, watched, wished] = [of('rated'), of('watched'), of('wish')];
  const seen = rated.length > 0 ? rated : watched;
  const stars = rated.length > 0 ? speakingRow(rated).stars : undefined;
  const date = latest(seen);
  const wishDate = latest(wished);
  return {
    movieId,
    seen:
      seen.length === 0
        ? null
        : {
            ...(stars !== undefined && { stars }),
            liked: rows.some(({ liked }) => liked === true),
            ...(date !== undefined && { date }),
          },
    wish: wished.length === 0 ? null : wishDate === undefined ? {} : { date: wishDate },
  };
}

/**
 * Puts together what a history says of each film: those that are sure, and those that a person decided.
 * @param rows of one source @param matches of these rows
 * @param decided items by a match's first row; two matches may be decided to be the same film
 * @returns by ascending movieId
 */
export function importedFilms(
  rows: readonly ImportRow[],
  matches: readonly FilmMatch[],
  { movieId }: Pick<Catalogue, 'movieId'>,
  decided: Decisions = new Map(),
): ImportedFilm[] {
  const byFilm = new Map<number, ImportRow[]>();
  for (const { rows: places, outcome } of matches) {
    const own = decided.get(places[0]);
    const item = own === undefined ? (outcome.kind === 'sure' ? outcome.item : null) : own;
    if (item === null) continue;
    const film = byFilm.get(movieId[item]) ?? [];
    for (const place of places) film.push(rows[place]);
    byFilm.set(movieId[item], film);
  }
  return [...byFilm].map(([id, said]) => together(id, said)).sort((a, b) => a.movieId - b.movieId);
}
