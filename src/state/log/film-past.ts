import { happenedAt, type RatingKind, type UnsavedEvent } from '../../storage/events/rating-event';
import { LogFold } from './fold';

/** One thing that happened to what was said of a film. */
export interface PastAnswer {
  /** Id of the event. */
  id: string;
  /** When it happened, in milliseconds since 1970. */
  time: number;
  /** Where the film stood after it. */
  kind: RatingKind;
  /** Whether it took something back or repeated it; null for an answer. */
  how: 'undo' | 'redo' | null;
}

/** All that was said of a film, oldest first. @param events the whole log, in order @param movieId MovieLens id */
export function pastOf(events: readonly UnsavedEvent[], movieId: number): PastAnswer[] {
  const fold = new LogFold();
  const past: PastAnswer[] = [];
  for (const event of events) {
    const role = fold.apply(event);
    if (event.movieId !== movieId || role === 'filed' || role === 'void') continue;
    const how = event.kind === 'undo' || event.kind === 'redo' ? event.kind : null;
    past.push({ id: event.id, time: happenedAt(event), kind: fold.kindOf(movieId), how });
  }
  return past;
}
