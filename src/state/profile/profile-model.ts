import { happenedAt, inOrder, type RatingEvent, type UnsavedEvent } from '../../events/rating-event';
import type { Appended, LogPage } from '../../storage/rating-log';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { decodeSnapshot, encodeSnapshot, type Unfit, UnfitSnapshotError } from '../../wnn/personal/snapshot';
import { LogFold } from '../log/fold';
import { type Judgement, latestFirst, withJudgement } from '../log/judgement';
import { logText } from '../log/log-text';
import { alignModel, answerBy, opinionsOf } from '../log/opinions';
import type { Library } from '../platform/library';

type Warn = (message: string, ...details: unknown[]) => void;

/** A model that was learned anew, because the one saved could not be used. */
export interface Relearned {
  /** Events that it was learned from: above 0. */
  clicks: number;
  /** 'unsound' where what was saved was damaged, or not learned from this log. */
  why: Unfit | 'unsound';
}

/**
 * One profile's log, folded: the events read from it in order, this tab's own unsaved ones on top, and the
 * personal model that follows from both. The model always equals, byte for byte, one that learned the final opinions.
 */
export class ProfileModel {
  readonly profileId: string;
  readonly model: PersonalModel;
  /** Whether the model started from the snapshot, not from nothing. */
  readonly restored: boolean;
  /** Where there was a snapshot that could not be used: what was learned anew instead. */
  readonly relearned: Relearned | null;
  /** `LogPage.erasures` of the log it was read from. */
  readonly erasures: number;
  private readonly library: Library;
  private readonly warn: Warn;
  private readonly logged: RatingEvent[];
  private skipped = 0;
  private unconfirmed: UnsavedEvent[];
  private last: number;
  /** `LogPage.sealedSeq`. */
  readonly sealedSeq: number;
  private folded: LogFold;
  /** What `judgements` and `waiting` tell; null where that has to be gathered anew. */
  private told: readonly Judgement[] | null = null;
  private awaited: number | null = null;

  /**
   * @param page the profile's whole log
   * @param snapshot a saved model to start from; used only if it is sound and agrees with the log
   * @param pending events of this tab that may not be in the log yet
   */
  constructor(
    library: Library,
    profileId: string,
    page: LogPage,
    snapshot: Uint8Array | undefined,
    pending: readonly UnsavedEvent[],
    warn: Warn,
  ) {
    this.library = library;
    this.profileId = profileId;
    this.warn = warn;
    this.logged = this.understood(page);
    this.last = page.lastSeq;
    this.erasures = page.erasures;
    this.sealedSeq = page.sealedSeq;
    const saved = new Set(page.events.map((event) => event.id));
    this.unconfirmed = pending.filter((event) => !saved.has(event.id));
    this.folded = this.foldAll();
    const restored = this.restore(snapshot);
    this.restored = restored instanceof PersonalModel;
    const clicks = this.logged.length;
    const isNews = typeof restored === 'string' && !(restored === 'network' && library.wasChosen);
    this.relearned = isNews && clicks > 0 ? { clicks, why: restored } : null;
    this.model = restored instanceof PersonalModel ? restored : new PersonalModel(library.network);
    this.align();
  }

  /** `seq` of the last entry of the log that was read. */
  get lastSeq(): number {
    return this.last;
  }

  /** Entries of the log that this version cannot read. */
  get unreadable(): number {
    return this.skipped;
  }

  /** Where every film stands, and what can be undone and redone, with the unsaved events on top. */
  get fold(): LogFold {
    return this.folded;
  }

  /** All events, unsaved ones last (these have no `seq` yet). */
  get events(): (UnsavedEvent & { seq?: number })[] {
    return [...this.logged, ...this.unconfirmed];
  }

  /** What is said of each film, latest first. */
  get judgements(): readonly Judgement[] {
    this.told ??= this.gatherJudgements();
    return this.told;
  }

  private gatherJudgements(): Judgement[] {
    const judgements: Judgement[] = [];
    for (const { movieId } of this.folded.speakers) {
      const item = this.itemOf(movieId);
      const judgement = item === undefined ? null : this.judgementOf(movieId, item);
      if (judgement) judgements.push(judgement);
    }
    return judgements.sort(latestFirst);
  }

  private judgementOf(movieId: number, item: number): Judgement | null {
    const event = this.folded.speakerOf(movieId);
    if (!event || event.kind === 'clear') return null;
    const { kind, choices } = event;
    return { item, kind, time: happenedAt(event), mood: this.folded.moodOf(event), choices };
  }

  /** Films that the person wants to see. */
  get wanted(): number[] {
    return this.folded.wanted.flatMap((movieId) => this.itemOf(movieId) ?? []);
  }

  /** Films of which something is said, and which the catalogue in use lacks: they wait for one that has them. */
  get waiting(): number {
    if (this.awaited !== null) return this.awaited;
    let waiting = 0;
    for (const { movieId, kind } of this.folded.speakers)
      if (kind !== 'clear' && this.itemOf(movieId) === undefined) waiting++;
    this.awaited = waiting;
    return waiting;
  }

  /** Adds an event of this tab on top and learns it at once. */
  add(event: UnsavedEvent): void {
    this.unconfirmed.push(event);
    this.folded.apply(event);
    const item = this.itemOf(event.movieId);
    if (item === undefined) {
      this.awaited = null;
      return;
    }
    answerBy(this.model, item, this.folded.speakerOf(event.movieId));
    // An event changes what is said of its own film alone.
    this.told &&= withJudgement(this.told, item, this.judgementOf(event.movieId, item));
  }

  /**
   * Takes note of where the log put events of this tab, so that they need not be read back.
   * @returns false, with nothing changed, where the log has to be read on: entries of other tabs lie between what this
   *   tab has read and its own, these are not its next ones, or their times were raised
   */
  place({ events, previous }: Appended): boolean {
    const placed = events.filter(({ seq }) => seq > this.last);
    if (placed.length === 0) return true;
    if (previous !== this.last || !this.areNext(placed)) return false;
    this.logged.push(...placed);
    this.unconfirmed = this.unconfirmed.slice(placed.length);
    this.last = placed[placed.length - 1].seq;
    return true;
  }

  /**
   * Takes in what was read from the log after `lastSeq`: own events now saved, other tabs' events, in their order.
   * @returns whether anything changed besides own events having been saved
   */
  confirm(page: LogPage): boolean {
    const events = this.understood(page);
    const own = this.areNext(events);
    const saved = new Set(events.map((event) => event.id));
    this.logged.push(...events);
    this.logged.sort(inOrder);
    this.last = page.lastSeq;
    this.unconfirmed = this.unconfirmed.filter((event) => !saved.has(event.id));
    if (own) return false;
    this.folded = this.foldAll();
    this.told = null;
    this.awaited = null;
    this.align();
    return true;
  }

  /** The model as snapshot bytes; null while it holds events that are not known to be in the log. */
  snapshot(): Uint8Array | null {
    return this.unconfirmed.length > 0
      ? null
      : encodeSnapshot(this.model, this.last, logText(this.logged, this.last));
  }

  /** Whether events of the log are this tab's next unsaved ones, as it made them: a raised time is another order of answers. */
  private areNext(events: readonly RatingEvent[]): boolean {
    return events.every(
      ({ id, time }, n) => this.unconfirmed[n]?.id === id && this.unconfirmed[n].time === time,
    );
  }

  private itemOf(movieId: number): number | undefined {
    return this.library.itemOf.get(movieId);
  }

  /** All events count, also of films that the catalogue lacks: what is left out is left out after the fold. */
  private understood({ events, unreadable }: LogPage): RatingEvent[] {
    this.skipped += unreadable;
    if (unreadable > 0)
      this.warn(`${unreadable} entries of the rating log are unknown to this version; left out.`);
    return [...events];
  }

  private foldAll(): LogFold {
    return LogFold.of(this.events, this.sealedSeq);
  }

  /** The saved model, or why it is of no use; undefined where there is none. */
  private restore(bytes: Uint8Array | undefined): PersonalModel | Relearned['why'] | undefined {
    if (!bytes) return undefined;
    try {
      const { model } = decodeSnapshot(this.library.network, bytes, (row) => logText(this.logged, row));
      return model;
    } catch (error) {
      this.warn('The saved model cannot be used; it is built again from the log.', error);
      return error instanceof UnfitSnapshotError ? error.why : 'unsound';
    }
  }

  private align(): void {
    alignModel(this.model, opinionsOf(this.library, this.folded.speakers));
  }
}
