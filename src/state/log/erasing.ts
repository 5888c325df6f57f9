import type { ErasureScope } from '../../storage/erasure-scope';
import type { RatingEvent, UnsavedEvent } from '../../storage/rating-event';
import type { Erasure } from '../../storage/rating-log';
import { type EventRole, foldLog, LogFold } from './fold';

export type { ErasureScope };

/*
 * Erasing for good. What it means, in order:
 *
 *   1. The scope chooses events: all that name a film; all made at a time; all filed under a mood; all.
 *   2. With an event go all that undo, repeat or file it, whenever they were made.
 *   3. What remains is folded anew. A film stands where its remaining events leave it: a like of yesterday that was taken
 *      back today stands again when today is erased.
 *   4. An undo says where its film stood before (`kind`), which may be what went. For films that lost events, the undos,
 *      redos and filings that remain are told again on the remaining log, so that they repeat nothing of it; those that
 *      no longer were what they say, because two tabs undid at once, become plain clicks.
 *
 * So the log is then one that never held what was erased, and so is every model folded from it.
 */

/** Whether a scope chooses an event by itself. @param mood id of the mood it is filed under */
function chooses(scope: ErasureScope, { movieId, time }: UnsavedEvent, mood: string | undefined): boolean {
  if (scope.what === 'films') return scope.movieIds.includes(movieId);
  if (scope.what === 'time') return time >= scope.from && time < scope.to;
  return scope.what === 'everything' || mood === scope.mood;
}

/** The event that another one undoes, repeats or files. */
function pointedAt({ undoOf, redoOf, refileOf }: UnsavedEvent): string | undefined {
  return undoOf ?? redoOf ?? refileOf;
}

/** Ids of the events that leave a log with a scope. @param events in order */
function eventsIn(scope: ErasureScope, events: readonly UnsavedEvent[]): Set<string> {
  const fold = foldLog(events);
  const gone = new Set<string>();
  for (const event of events) {
    const target = pointedAt(event);
    // What points at an event comes after it, so one pass finds what points at what points at it.
    const follows = target !== undefined && gone.has(target);
    // A pointer is where its target is; its own mood is that of a filing.
    const mood = target === undefined ? fold.moodOf(event) : undefined;
    if (follows || chooses(scope, event, mood)) gone.add(event.id);
  }
  return gone;
}

/** An event told again on another log: the same intention, with the standing that it now leads to. */
function retold<E extends UnsavedEvent>(event: E, fold: LogFold): E {
  const { movieId, undoOf, redoOf } = event;
  const target =
    undoOf !== undefined ? fold.onStack(undoOf) : redoOf !== undefined ? fold.offStack(redoOf) : undefined;
  if (!target) return { ...event, kind: fold.kindOf(movieId) };
  return { ...event, kind: undoOf !== undefined ? fold.kindWithout(target) : fold.kindWith(target) };
}

function plain<E extends UnsavedEvent>({ undoOf: _, redoOf: __, refileOf: ___, ...said }: E): E {
  return said as E;
}

/**
 * Works out what leaves a log with a scope, and what the rest has to say in other words.
 * @param events the whole log, oldest first
 * @returns ids of the events that go, the remaining events that change (by id), and all that remain, oldest first
 */
export function planErasure<E extends UnsavedEvent>(
  events: readonly E[],
  scope: ErasureScope,
): { gone: Set<string>; changed: Map<string, E>; remaining: E[] } {
  const gone = eventsIn(scope, events);
  const touched = new Set(events.filter(({ id }) => gone.has(id)).map(({ movieId }) => movieId));
  const before = new LogFold();
  const after = new LogFold();
  const changed = new Map<string, E>();
  const remaining: E[] = [];
  for (const event of events) {
    const role = before.apply(event);
    if (gone.has(event.id)) continue;
    const kept = touched.has(event.movieId) ? reworded(event, role, after) : event;
    after.apply(kept);
    remaining.push(kept);
    if (kept !== event) changed.set(event.id, kept);
  }
  return { gone, changed, remaining };
}

function reworded<E extends UnsavedEvent>(event: E, role: EventRole, fold: LogFold): E {
  if (pointedAt(event) === undefined) return event;
  if (role === 'said') return plain(event);
  const again = retold(event, fold);
  return again.kind === event.kind ? event : again;
}

/** A scope as `RatingLog.erase` takes it. */
export function erasureOf(scope: ErasureScope): Erasure {
  return {
    plan: (events: readonly RatingEvent[]) => planErasure(events, scope),
    takesUnreadable({ movieId, time, context }) {
      if (scope.what === 'films') return scope.movieIds.includes(Number(movieId));
      if (scope.what === 'time') return Number(time) >= scope.from && Number(time) < scope.to;
      return scope.what === 'everything' || context === scope.mood;
    },
  };
}

/**
 * A tab's unsaved events after something was erased from the log under them: those that were erased too are dropped, the
 * rest is told again on what remains.
 * @param logged the log as it is now
 * @param scope what was erased; null where the tab was not told
 * @param known the log as this tab knew it. Where the scope is not known, unsaved events go with films that vanished.
 */
export function rebaseUnsaved(
  logged: readonly UnsavedEvent[],
  unsaved: readonly UnsavedEvent[],
  scope: ErasureScope | null,
  known: readonly UnsavedEvent[],
): UnsavedEvent[] {
  const fold = foldLog(logged);
  const ids = new Set(logged.map(({ id }) => id));
  const left = new Set(logged.map(({ movieId }) => movieId));
  const unsavedIds = new Set(unsaved.map(({ id }) => id));
  const knownFilms = known.filter(({ id }) => !unsavedIds.has(id)).map(({ movieId }) => movieId);
  const vanished = new Set(knownFilms.filter((movieId) => !left.has(movieId)));
  const kept: UnsavedEvent[] = [];
  for (const event of unsaved) {
    if (ids.has(event.id)) continue;
    const target = pointedAt(event);
    const erased = scope ? chooses(scope, event, event.context) : vanished.has(event.movieId);
    if (erased || (target !== undefined && !ids.has(target))) continue;
    const again = target === undefined ? event : retold(event, fold);
    fold.apply(again);
    ids.add(again.id);
    kept.push(again);
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

/** Counts what erasing a scope would take. @param events the whole log, oldest first */
export function previewErasure(events: readonly UnsavedEvent[], scope: ErasureScope): ErasurePreview {
  const gone = eventsIn(scope, events);
  const losing = new Set<number>();
  const keeping = new Set<number>();
  for (const { id, movieId } of events) (gone.has(id) ? losing : keeping).add(movieId);
  const filmsInPart = [...losing].filter((movieId) => keeping.has(movieId)).length;
  return { films: losing.size - filmsInPart, filmsInPart, events: gone.size };
}
