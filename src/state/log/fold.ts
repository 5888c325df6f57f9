import {
  type Answer,
  type Filing,
  isAnswer,
  isSaid,
  type RatingKind,
  type UnsavedEvent,
  type Wish,
} from '../../events/rating-event';

/**
 * What an event did: 'said' speaks for its film; 'undid' and 'redid' moved an event off and onto the stack; 'filed' put an
 * answer under another mood; 'void' did nothing, because what it points at is not there to be undone, repeated or filed.
 */
export type EventRole = 'said' | 'undid' | 'redid' | 'filed' | 'void';

/** Events that stand on the stack; undos and redos move them, and are not on it themselves. */
export type Undoable = Answer | Wish | Filing;

/**
 * One profile's log folded in order (`inOrder`): where every film stands, what a person wants to see, what can be undone.
 *
 * Answers, wishes and filings stack up; an undo takes its event off the stack, wherever it lies, and a redo puts it back on
 * top. A film stands by the last answer about it on the stack. What an event does depends on those before it alone, so the
 * fold of a log without some events is that of a log that never held them. Events of one batch are one step of undo.
 */
export class LogFold {
  private readonly done: Undoable[] = [];
  /** What was taken off the stack and not put back, by id. */
  private readonly off = new Map<string, Undoable>();
  /** Those of them that redo offers, the first to repeat last: none once something new was said. */
  private undone: Undoable[] = [];
  /** The answer on the stack that speaks for each film, by MovieLens id. */
  private readonly standing = new Map<number, Answer>();
  /** The wish on the stack that speaks for each film, by MovieLens id. */
  private readonly wishes = new Map<number, Wish>();
  /** Filings on the stack by the id of the answer they file, oldest first. */
  private readonly filings = new Map<string, Filing[]>();
  /** Answers seen so far, undone or not. */
  private readonly answers = new Set<string>();
  /** Stacked events that no undo takes back any more. */
  private sealed = 0;
  private latest = 0;

  /**
   * The fold of a whole log.
   * @param events in order, those without a place in the log last
   * @param sealedSeq as in `LogPage`
   */
  static of(events: Iterable<UnsavedEvent & { seq?: number }>, sealedSeq: number): LogFold {
    const fold = new LogFold();
    let sealed = sealedSeq === 0;
    for (const event of events) {
      // What came by a merge stands together below what was told since.
      if (!sealed && !((event.seq ?? Number.POSITIVE_INFINITY) <= sealedSeq)) {
        fold.seal();
        sealed = true;
      }
      fold.apply(event);
    }
    if (!sealed) fold.seal();
    return fold;
  }

  /** Folds one more event in. */
  apply(event: UnsavedEvent): EventRole {
    this.latest = Math.max(this.latest, event.time);
    if (event.kind === 'undo') return this.undo(event.movieId, event.of);
    if (event.kind === 'redo') return this.redo(event.movieId, event.of);
    if (event.kind === 'file') {
      if (!this.answers.has(event.of)) return 'void';
      this.push(event);
      this.undone = [];
      return 'filed';
    }
    if (isAnswer(event)) this.answers.add(event.id);
    this.push(event as Answer | Wish);
    this.undone = [];
    return 'said';
  }

  private undo(movieId: number, of: string): EventRole {
    const at = this.done.findLastIndex(({ id }) => id === of);
    const target = this.done[at];
    if (!target || target.movieId !== movieId) return 'void';
    this.done.splice(at, 1);
    if (at < this.sealed) this.sealed--;
    this.off.set(of, target);
    this.undone.push(target);
    if (target.kind === 'file') {
      const left = this.filings.get(target.of)?.filter((filing) => filing !== target);
      this.filings.set(target.of, left ?? []);
    } else this.stand(movieId, isAnswer(target));
    return 'undid';
  }

  private redo(movieId: number, of: string): EventRole {
    // Also where something was said since, in a tab that had not heard of it: what is told of one film hangs on nothing
    // that is told of another, so that erasing one leaves the others where they stand.
    const target = this.off.get(of);
    if (!target || target.movieId !== movieId) return 'void';
    this.off.delete(of);
    this.undone = this.undone.filter((event) => event !== target);
    this.push(target);
    return 'redid';
  }

  private push(event: Undoable): void {
    this.done.push(event);
    if (event.kind === 'file') {
      this.filings.set(event.of, [...(this.filings.get(event.of) ?? []), event]);
    } else if (isAnswer(event)) this.standing.set(event.movieId, event);
    else this.wishes.set(event.movieId, event);
  }

  /** Looks anew for what speaks for a film, after an event about it left the stack. */
  private stand(movieId: number, answer: boolean): void {
    const last = this.done.findLast(
      (event) => event.movieId === movieId && isSaid(event) && isAnswer(event) === answer,
    );
    const speakers: Map<number, UnsavedEvent> = answer ? this.standing : this.wishes;
    if (last) speakers.set(movieId, last);
    else speakers.delete(movieId);
  }

  /** Where a film stands; 'clear' where nothing was answered. */
  kindOf(movieId: number): RatingKind {
    return this.standing.get(movieId)?.kind ?? 'clear';
  }

  /** The answer that speaks for a film, if any. */
  speakerOf(movieId: number): Answer | undefined {
    return this.standing.get(movieId);
  }

  /** The answers that speak for the films, taken-back ones included, in no useful order. */
  get speakers(): Iterable<Answer> {
    return this.standing.values();
  }

  /** What was said last of wanting to see a film, if anything. */
  wishOf(movieId: number): Wish | undefined {
    return this.wishes.get(movieId);
  }

  /** Whether a person wants to see a film: said so, and not seen it since. */
  wants(movieId: number): boolean {
    const wish = this.wishes.get(movieId);
    if (wish?.kind !== 'watch') return false;
    const answer = this.standing.get(movieId);
    const seen = answer?.kind === 'like' || answer?.kind === 'so-so' || answer?.kind === 'dislike';
    return !seen || this.done.lastIndexOf(answer) < this.done.lastIndexOf(wish);
  }

  /** MovieLens ids of the films that a person wants to see, in no useful order. */
  get wanted(): number[] {
    return [...this.wishes.keys()].filter((movieId) => this.wants(movieId));
  }

  /** Answers that were not undone, in the order in which they were given or repeated last. */
  get said(): Answer[] {
    return this.done.filter(isAnswer);
  }

  /** All that was told and not taken back, in the order in which it was told or repeated last. */
  get stacked(): readonly Undoable[] {
    return this.done;
  }

  /** All that was told and taken back, and not repeated since, in no useful order. */
  get takenBack(): Iterable<Undoable> {
    return this.off.values();
  }

  /** Id of the mood that an answer is filed under now, undone or not. */
  moodOf(event: Answer): string | undefined {
    const last = this.filings.get(event.id)?.at(-1);
    return last ? last.mood : event.mood;
  }

  /** The latest time of any event folded in; 0 before the first. */
  get lastTime(): number {
    return this.latest;
  }

  /** Ends the history of undo here: nothing folded in so far can be undone or redone by `undoStep` and `redoStep`. */
  seal(): void {
    this.sealed = this.done.length;
    this.undone = [];
  }

  /** The event that undo would take back first. */
  get undoable(): Undoable | undefined {
    return this.done.length > this.sealed ? this.done.at(-1) : undefined;
  }

  /** The event that redo would repeat first. */
  get redoable(): Undoable | undefined {
    return this.undone.at(-1);
  }

  /** All events that one step of undo takes back, in the order of taking them back. */
  get undoStep(): Undoable[] {
    return wholeBatch(this.sealed > 0 ? this.done.slice(this.sealed) : this.done);
  }

  /** All events that one step of redo repeats, in the order of repeating them. */
  get redoStep(): Undoable[] {
    return wholeBatch(this.undone);
  }
}

/** The last event with the others of its batch, last first. */
function wholeBatch(stack: readonly Undoable[]): Undoable[] {
  const top = stack.at(-1);
  if (!top) return [];
  return top.batch === undefined ? [top] : stack.filter(({ batch }) => batch === top.batch).reverse();
}

/** Folds a whole log. @param events in order */
export function foldLog(events: Iterable<UnsavedEvent>): LogFold {
  const fold = new LogFold();
  for (const event of events) fold.apply(event);
  return fold;
}
