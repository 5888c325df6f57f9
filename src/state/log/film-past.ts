import {
  happenedAt,
  isAnswer,
  pointedAt,
  type RatingKind,
  type UnsavedEvent,
} from '../../events/rating-event';
import { LogFold } from './fold';

/** One thing that happened to what was answered of a film. */
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

/**
 * All that was answered of a film, and taken back or repeated of it, oldest first; wishes and filings are left out.
 * @param events the whole log, in order @param movieId MovieLens id
 */
export function pastOf(events: readonly UnsavedEvent[], movieId: number): PastAnswer[] {
  const fold = new LogFold();
  const past: PastAnswer[] = [];
  const answers = new Set<string>();
  for (const event of events) {
    const role = fold.apply(event);
    if (isAnswer(event)) answers.add(event.id);
    const concerned = answers.has(pointedAt(event) ?? event.id);
    if (event.movieId !== movieId || !concerned || role === 'filed' || role === 'void') continue;
    const how = event.kind === 'undo' || event.kind === 'redo' ? event.kind : null;
    past.push({ id: event.id, time: happenedAt(event), kind: fold.kindOf(movieId), how });
  }
  return past;
}
