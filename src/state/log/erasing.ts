import type { ErasureScope } from '../../events/erasure-scope';
import { happenedAt, isAnswer, pointedAt, type UnsavedEvent } from '../../events/rating-event';
import type { Erasure } from '../../storage/rating-log';
import { foldLog } from './fold';

/*
 * Erasing for good. What it means, in order:
 *
 *   1. The scope chooses events: all that name a film; all that happened at a time; all filed under a mood; all.
 *   2. With an event go all that undo, repeat or file it, whenever they were made.
 *   3. What remains is folded anew. A film stands where its remaining events leave it: a like of yesterday that was taken
 *      back today stands again when today is erased.
 *   4. The ids of what went are kept, so that another device's log cannot bring it back.
 *
 * Events that stay are not changed. What an event does depends on those before it alone, so the log is then one that never
 * held what was erased, and so is every model folded from it.
 */

/** Whether a scope chooses an event by itself. @param mood the one it is filed under */
function chooses(scope: ErasureScope, event: UnsavedEvent, mood: string | undefined): boolean {
  if (scope.what === 'films') return scope.movieIds.includes(event.movieId);
  if (scope.what === 'time') return happenedAt(event) >= scope.from && happenedAt(event) < scope.to;
  return scope.what === 'everything' || mood === scope.mood;
}

/** Ids of the events that leave a log with a scope. @param events in order */
function eventsIn(scope: ErasureScope, events: readonly UnsavedEvent[]): Set<string> {
  const fold = foldLog(events);
  const gone = new Set<string>();
  for (const event of events) {
    const target = pointedAt(event);
    // What points at an event comes after it, so one pass finds what points at what points at it.
    const follows = target !== undefined && gone.has(target);
    if (follows || chooses(scope, event, isAnswer(event) ? fold.moodOf(event) : undefined))
      gone.add(event.id);
  }
  return gone;
}

/** The number that a damaged field still says; NaN for none. Not every object can be made a number of. */
function numberIn(field: unknown): number {
  return typeof field === 'number' || typeof field === 'string' ? Number(field) : Number.NaN;
}

/** A scope as the log erases it. */
export function erasureOf(scope: ErasureScope): Erasure {
  return {
    plan: (events) => eventsIn(scope, events),
    takesUnreadable({ movieId, time, about, mood, context }) {
      if (scope.what === 'films') return scope.movieIds.includes(numberIn(movieId));
      const at = numberIn(about ?? time);
      if (scope.what === 'time') return at >= scope.from && at < scope.to;
      return scope.what === 'everything' || (mood ?? context) === scope.mood;
    },
  };
}

/**
 * A tab's unsaved events after something was erased from the log under them: those that were erased too, and those that
 * point at what went, are dropped.
 * @param logged the log as it is now
 * @param tombstones ids of what was erased for good from that log: an event may have been saved without this tab hearing of
 *   it, and been erased there
 * @param scope what was erased; null where the tab was not told
 * @param known the log as this tab knew it. Where the scope is not known, unsaved events go with films that vanished.
 */
export function rebaseUnsaved<E extends UnsavedEvent>(
  logged: readonly UnsavedEvent[],
  tombstones: ReadonlySet<string>,
  unsaved: readonly E[],
  scope: ErasureScope | null,
  known: readonly UnsavedEvent[],
): E[] {
  const ids = new Set(logged.map(({ id }) => id));
  const left = new Set(logged.map(({ movieId }) => movieId));
  const unsavedIds = new Set(unsaved.map(({ id }) => id));
  const knownFilms = known.filter(({ id }) => !unsavedIds.has(id)).map(({ movieId }) => movieId);
  const vanished = new Set(knownFilms.filter((movieId) => !left.has(movieId)));
  const kept: E[] = [];
  for (const event of unsaved) {
    if (ids.has(event.id) || tombstones.has(event.id)) continue;
    const target = pointedAt(event);
    const mood = isAnswer(event) ? event.mood : undefined;
    const erased = scope ? chooses(scope, event, mood) : vanished.has(event.movieId);
    if (erased || (target !== undefined && !ids.has(target))) continue;
    ids.add(event.id);
    kept.push(event);
  }
  return kept;
}

/** What erasing a scope would take, for asking first. */
export interface ErasurePreview {
  /** Films that are named nowhere any more after it. */
  films: number;
  /** Films that lose some of what was said of them and keep the rest. */
  filmsInPart: number;
  /** Events of all kinds, undos included. */
  events: number;
}

/** Counts what erasing a scope would take. @param events in order */
export function previewErasure(events: readonly UnsavedEvent[], scope: ErasureScope): ErasurePreview {
  const gone = eventsIn(scope, events);
  const losing = new Set<number>();
  const keeping = new Set<number>();
  for (const { id, movieId } of events) (gone.has(id) ? losing : keeping).add(movieId);
  const filmsInPart = [...losing].filter((movieId) => keeping.has(movieId)).length;
  return { films: losing.size - filmsInPart, filmsInPart, events: gone.size };
}
