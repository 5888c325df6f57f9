import type { RatingKind, UnsavedEvent } from '../../storage/rating-event';

/**
 * How the fold understood an event: 'said' speaks for its film; 'undid' and 'redid' moved an event off and onto the
 * stack; 'filed' put an earlier event under another mood; 'repeated' said what stood already and changed nothing.
 */
export type EventRole = 'said' | 'undid' | 'redid' | 'filed' | 'repeated';

/**
 * One profile's log folded in order of `seq`: where every film stands, and what can be undone and redone.
 *
 * What a film's last event says is where it stands, always. Undo history on top of that: ordinary events stack up;
 * an undo takes its event off the stack, a redo puts it back. Two tabs can undo the same event before they hear of each
 * other; an undo, a redo or a filing that does not fit the stack then counts as an ordinary event. So the last event on
 * the stack for a film always agrees with where the film stands, and undoing everything empties the model, whatever
 * happened. Events of one batch are one step of undo.
 */
export class LogFold {
  private readonly done: UnsavedEvent[] = [];
  private undone: UnsavedEvent[] = [];
  /** The event on the stack that speaks for each film, by MovieLens id. */
  private readonly standing = new Map<number, UnsavedEvent>();
  /** Filings on the stack by the id of the event they file, oldest first. */
  private readonly filings = new Map<string, UnsavedEvent[]>();

  /** Folds one more event in. */
  apply(event: UnsavedEvent): EventRole {
    const fits =
      (event.undoOf !== undefined && this.applyUndo(event, event.undoOf)) ||
      (event.redoOf !== undefined && this.applyRedo(event, event.redoOf)) ||
      (event.refileOf !== undefined && this.applyFiling(event));
    if (fits) return fits;
    this.push(event.refileOf === undefined ? event : { ...event, refileOf: undefined });
    this.undone = [];
    return 'said';
  }

  private applyUndo(event: UnsavedEvent, undoOf: string): EventRole | false {
    const at = this.done.findLastIndex(({ id }) => id === undoOf);
    if (at < 0) return this.kindOf(event.movieId) === event.kind && 'repeated';
    const target = this.done[at];
    if (target.movieId !== event.movieId || this.kindWithout(target) !== event.kind) return false;
    const before = this.speaker(event.movieId, target);
    this.done.splice(at, 1);
    this.undone.push(target);
    if (target.refileOf !== undefined) {
      const left = this.filings.get(target.refileOf)?.filter((filing) => filing !== target);
      this.filings.set(target.refileOf, left ?? []);
    } else if (before) this.standing.set(event.movieId, before);
    else this.standing.delete(event.movieId);
    return 'undid';
  }

  private applyRedo(event: UnsavedEvent, redoOf: string): EventRole | false {
    const at = this.undone.findLastIndex(({ id }) => id === redoOf);
    if (at < 0) return this.kindOf(event.movieId) === event.kind && 'repeated';
    const target = this.undone[at];
    if (target.movieId !== event.movieId || this.kindWith(target) !== event.kind) return false;
    this.undone.splice(at, 1);
    this.push(target);
    return 'redid';
  }

  private applyFiling(event: UnsavedEvent): EventRole | false {
    if (this.kindOf(event.movieId) !== event.kind) return false;
    this.push(event);
    this.undone = [];
    return 'filed';
  }

  private push(event: UnsavedEvent): void {
    this.done.push(event);
    if (event.refileOf === undefined) this.standing.set(event.movieId, event);
    else this.filings.set(event.refileOf, [...(this.filings.get(event.refileOf) ?? []), event]);
  }

  private speaker(movieId: number, without: UnsavedEvent): UnsavedEvent | undefined {
    return this.done.findLast(
      (event) => event.movieId === movieId && event.refileOf === undefined && event !== without,
    );
  }

  /** Where a film stands; 'clear' where nothing was said. */
  kindOf(movieId: number): RatingKind {
    return this.standing.get(movieId)?.kind ?? 'clear';
  }

  /** The event that speaks for a film, if any. */
  speakerOf(movieId: number): UnsavedEvent | undefined {
    return this.standing.get(movieId);
  }

  /** The events that speak for the films, taken-back ones included, in no useful order. */
  get speakers(): Iterable<UnsavedEvent> {
    return this.standing.values();
  }

  /** What was said and not undone, in order; filings left out. */
  get said(): UnsavedEvent[] {
    return this.done.filter((event) => event.refileOf === undefined);
  }

  /** Id of the mood that an event is filed under now, undone or not. */
  moodOf(event: UnsavedEvent): string | undefined {
    const last = this.filings.get(event.id)?.at(-1);
    return last ? last.context : event.context;
  }

  /** The event with that id, if it is on the stack: said and not undone. */
  onStack(id: string): UnsavedEvent | undefined {
    return this.done.findLast((event) => event.id === id);
  }

  /** The event with that id, if it is off the stack: undone, and not said anew since. */
  offStack(id: string): UnsavedEvent | undefined {
    return this.undone.findLast((event) => event.id === id);
  }

  /** The event that undo would undo first. */
  get undoable(): UnsavedEvent | undefined {
    return this.done.at(-1);
  }

  /** The event that redo would repeat first. */
  get redoable(): UnsavedEvent | undefined {
    return this.undone.at(-1);
  }

  /** All events that one step of undo takes back, in the order of taking them back. */
  get undoStep(): UnsavedEvent[] {
    return wholeBatch(this.done);
  }

  /** All events that one step of redo repeats, in the order of repeating them. */
  get redoStep(): UnsavedEvent[] {
    return wholeBatch(this.undone);
  }

  /** Where an event's film would stand without it. */
  kindWithout(event: UnsavedEvent): RatingKind {
    if (event.refileOf !== undefined) return this.kindOf(event.movieId);
    return this.speaker(event.movieId, event)?.kind ?? 'clear';
  }

  /** Where the film of an undone event would stand with it. */
  kindWith(event: UnsavedEvent): RatingKind {
    return event.refileOf === undefined ? event.kind : this.kindOf(event.movieId);
  }
}

/** The last event with the others of its batch, last first. */
function wholeBatch(stack: readonly UnsavedEvent[]): UnsavedEvent[] {
  const top = stack.at(-1);
  if (!top) return [];
  return top.batch === undefined ? [top] : stack.filter(({ batch }) => batch === top.batch).reverse();
}

/** Folds a whole log. @param events oldest first */
export function foldLog(events: Iterable<UnsavedEvent>): LogFold {
  const fold = new LogFold();
  for (const event of events) fold.apply(event);
  return fold;
}
