import type { Catalogue } from '../../data/catalogue';
import { HALF_STARS_OF_ANSWER, taughtBy } from '../../data/opinion';
import { type Answer, happenedAt, inOrder, type UnsavedEvent } from '../../events/rating-event';
import { csvText } from '../../lib/text/csv-cell';
import { LogFold } from '../log/fold';
import type { Library } from '../platform/library';

/** Sites whose form ratings can be written in. */
export type RatingsForm = 'movielens' | 'letterboxd';

/** MovieLens numbers people; in a file of one there is only the first. */
const USER = 1;

/** Answers that stand of films seen, oldest first, each with its stars: as given elsewhere, else the middle of its class. */
function starred(events: readonly UnsavedEvent[]): { answer: Answer; stars: number }[] {
  const fold = new LogFold();
  for (const event of events.toSorted(inOrder)) fold.apply(event);
  return [...fold.speakers]
    .sort((a, b) => happenedAt(a) - happenedAt(b) || a.movieId - b.movieId)
    .flatMap((answer) => {
      const kind = taughtBy(answer.kind);
      return kind ? [{ answer, stars: answer.stars ?? HALF_STARS_OF_ANSWER[kind] / 2 }] : [];
    });
}

/** `1979-05-25`, in UTC; an import's day is kept at noon. Nothing for what no date can be. */
function dayOf(time: number): string {
  return Math.abs(time) > 8.64e15 ? '' : new Date(time).toISOString().slice(0, 10);
}

/** An IMDb id as it is written: "tt0078748". */
export function imdbIdOf({ imdbId }: Pick<Catalogue, 'imdbId'>, item: number): string {
  return imdbId[item] === 0 ? '' : `tt${String(imdbId[item]).padStart(7, '0')}`;
}

/**
 * Ratings as MovieLens writes them (its data sets' ratings.csv), or as Letterboxd reads them
 * (letterboxd.com/about/importing-data). Only what was brought from elsewhere has a `WatchedDate`: when a film was rated here
 * is not when it was watched.
 * @param events a person's log
 */
export function ratingsCsv(
  form: RatingsForm,
  events: readonly UnsavedEvent[],
  { catalogue, itemOf }: Pick<Library, 'catalogue' | 'itemOf'>,
): string {
  const rated = starred(events);
  if (form === 'movielens') {
    const rows = rated.map(({ answer, stars }) => {
      const seconds = Math.max(0, Math.floor(happenedAt(answer) / 1000));
      return [USER, answer.movieId, stars.toFixed(1), seconds];
    });
    return csvText([['userId', 'movieId', 'rating', 'timestamp'], ...rows]);
  }
  const rows = rated.flatMap(({ answer, stars }) => {
    const item = itemOf.get(answer.movieId);
    if (item === undefined) return [];
    const { title, year, tmdbId } = catalogue;
    const watched = answer.origin !== undefined && answer.about !== undefined ? dayOf(answer.about) : '';
    const ids = [tmdbId[item] || '', imdbIdOf(catalogue, item)];
    return [[...ids, title[item], year[item] || '', stars, watched]];
  });
  return csvText([['tmdbID', 'imdbID', 'Title', 'Year', 'Rating', 'WatchedDate'], ...rows]);
}
