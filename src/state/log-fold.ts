import type { RatingKind, UnsavedEvent } from '../storage/rating-event';

/**
 * One profile's log folded in order of `seq`: where every film stands, and what can be undone and redone.
 *
 * What a film's last event says is where it stands, always. Undo history on top of that: ordinary events stack up;
 * an undo takes its event off the stack, a redo puts it back. Two tabs can undo the same event before they hear of each
 * other; an undo or redo that does not fit the stack then counts as an ordinary event. So the last event on the stack
 * for a film always agrees with where the film stands, and undoing everything empties the model, whatever happened.
 */
export class LogFold {
  private readonly done: UnsavedEvent[] = [];
  private undone: UnsavedEvent[] = [];
  /** The event on the stack that speaks for each film, by MovieLens id. */
  private readonly standing = new Map<number, UnsavedEvent>();

  /** Folds one more event in. */
  apply(event: UnsavedEvent): void {
    if (event.undoOf !== undefined && this.applyUndo(event, event.undoOf)) return;
    if (event.redoOf !== undefined && this.applyRedo(event, event.redoOf)) return;
    this.done.push(event);
    this.standing.set(event.movieId, event);
    this.undone = [];
  }

  private applyUndo(event: UnsavedEvent, undoOf: string): boolean {
    const at = this.done.findLastIndex(({ id }) => id === undoOf);
    if (at < 0) return this.kindOf(event.movieId) === event.kind;
    const target = this.done[at];
    const before = this.speaker(event.movieId, target);
    if (target.movieId !== event.movieId || (before?.kind ?? 'clear') !== event.kind) return false;
    this.done.splice(at, 1);
    this.undone.push(target);
    if (before) this.standing.set(event.movieId, before);
    else this.standing.delete(event.movieId);
    return true;
  }

  private applyRedo(event: UnsavedEvent, redoOf: string): boolean {
    const at = this.undone.findLastIndex(({ id }) => id === redoOf);
    if (at < 0) return this.kindOf(event.movieId) === event.kind;
    const target = this.undone[at];
    if (target.movieId !== event.movieId || target.kind !== event.kind) return false;
    this.undone.splice(at, 1);
    this.done.push(target);
    this.standing.set(event.movieId, target);
    return true;
  }

  private speaker(movieId: number, without: UnsavedEvent): UnsavedEvent | undefined {
    return this.done.findLast((event) => event.movieId === movieId && event !== without);
  }

  /** Where a film stands; 'clear' where nothing was said. */
  kindOf(movieId: number): RatingKind {
    return this.standing.get(movieId)?.kind ?? 'clear';
  }

  /** The events that speak for the films, taken-back ones included, in no useful order. */
  get speakers(): Iterable<UnsavedEvent> {
    return this.standing.values();
  }

  /** The event that undo would undo. */
  get undoable(): UnsavedEvent | undefined {
    return this.done.at(-1);
  }

  /** The event that redo would repeat. */
  get redoable(): UnsavedEvent | undefined {
    return this.undone.at(-1);
  }

  /** Where an event's film would stand without it. */
  kindWithout(event: UnsavedEvent): RatingKind {
    return this.speaker(event.movieId, event)?.kind ?? 'clear';
  }
}
