import * as v from 'valibot';
import { timesAfter } from './rating-event';

/*
 * Rows of the log as schema versions 1 and 2 wrote them, read as they were meant, and put as version 3 puts them.
 *
 * There, an undo, a redo and a filing also said where their film stood after them, and counted as an ordinary answer where
 * that did not fit what came before, because two tabs had acted at once. In version 3 they only point. So the old log is
 * folded once by its own rules: what took effect becomes a pointer, what counted as an answer becomes one.
 */

/** Rows of the log as found. */
export interface LogRow {
  seq: number;
  id: string;
  profileId: string;
}

const old = v.object({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  id: v.pipe(v.string(), v.nonEmpty()),
  profileId: v.string(),
  time: v.pipe(v.number(), v.finite()),
  kind: v.picklist(['like', 'dislike', 'unseen', 'clear']),
  movieId: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  place: v.unknown(),
  predictionVisible: v.boolean(),
  undoOf: v.optional(v.string()),
  redoOf: v.optional(v.string()),
  batch: v.optional(v.string()),
  context: v.optional(v.string()),
  refileOf: v.optional(v.string()),
});
type OldEvent = v.InferOutput<typeof old>;
type OldKind = OldEvent['kind'];

/**
 * One profile's rows of version 1 or 2 in the form of version 3. Their order stays that of `seq`: times that went back are
 * raised, and what the clock said is kept as `about`. Rows that version 2 could not read are left as they are.
 * @param rows in ascending order of `seq`
 */
export function upgradeEvents(rows: readonly LogRow[]): LogRow[] {
  const fold = new OldFold();
  let last = 0;
  return rows.map((row) => {
    const { success, output: event } = v.safeParse(old, row);
    if (!success) return row;
    const times = timesAfter(last, event.time);
    last = times.time;
    const { seq, id, profileId, movieId, place, predictionVisible, batch } = event;
    return {
      ...{ seq, id, profileId, ...times, movieId, place, predictionVisible },
      ...(batch === undefined ? {} : { batch }),
      ...fold.apply(event),
    };
  });
}

/** The fold of version 2, as far as it decides what an event meant. */
class OldFold {
  private readonly done: OldEvent[] = [];
  private undone: OldEvent[] = [];

  /** Folds one more event in. @returns what it says in version 3 */
  apply(event: OldEvent): Record<string, unknown> {
    const { undoOf, redoOf, refileOf, context, kind } = event;
    const mood = context === undefined ? {} : { mood: context };
    if (undoOf !== undefined && this.undo(event, undoOf)) return { kind: 'undo', of: undoOf };
    const redone = redoOf === undefined ? undefined : this.redo(event, redoOf);
    if (redone !== undefined) return { kind: 'redo', of: redone };
    if (refileOf !== undefined && this.kindOf(event.movieId) === kind) {
      this.push(event);
      return { kind: 'file', of: refileOf, ...mood };
    }
    this.push({ ...event, refileOf: undefined });
    return { kind, choices: 2, ...mood };
  }

  /** Whether an undo took effect, or repeated what stood. */
  private undo(event: OldEvent, undoOf: string): boolean {
    const at = this.done.findLastIndex(({ id }) => id === undoOf);
    if (at < 0) return this.kindOf(event.movieId) === event.kind;
    const target = this.done[at];
    const without =
      target.refileOf === undefined ? this.kindOf(event.movieId, target) : this.kindOf(event.movieId);
    if (target.movieId !== event.movieId || without !== event.kind) return false;
    this.done.splice(at, 1);
    this.undone.push(target);
    return true;
  }

  /**
   * What a redo points at: what it repeats, or itself, and so at nothing, where it repeated what stood; undefined where it
   * counted as an answer. Version 3 repeats also what version 2 no longer did, once something else was said.
   */
  private redo(event: OldEvent, redoOf: string): string | undefined {
    const at = this.undone.findLastIndex(({ id }) => id === redoOf);
    if (at < 0) return this.kindOf(event.movieId) === event.kind ? event.id : undefined;
    const target = this.undone[at];
    const kind = target.refileOf === undefined ? target.kind : this.kindOf(event.movieId);
    if (target.movieId !== event.movieId || kind !== event.kind) return undefined;
    this.undone.splice(at, 1);
    this.done.push(target);
    return redoOf;
  }

  private push(event: OldEvent): void {
    this.done.push(event);
    this.undone = [];
  }

  private kindOf(movieId: number, without?: OldEvent): OldKind {
    const last = this.done.findLast(
      (event) => event.movieId === movieId && event.refileOf === undefined && event !== without,
    );
    return last?.kind ?? 'clear';
  }
}
