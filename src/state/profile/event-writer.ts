import type { UnsavedEvent } from '../../events/rating-event';
import type { Appended } from '../../storage/rating-log';
import { StorageError, toStorageError } from '../../storage/storage-error';

/** An attempt that takes longer is said to take long, in milliseconds; it is not given up before a new one is asked for. */
const SLOW_AFTER = 6000;

/** How far saving has come. */
export interface Saving {
  /** Events made on this page that are not in the log yet, over all profiles. */
  unsaved: number;
  /**
   * Why the last attempt failed, or 'slow' while it takes long; 'lost' where what was saved is gone from the browser, even
   * with nothing unsaved. Null while all is well or the first attempt is under way.
   */
  error: StorageError | null;
}

/** What the writer needs from outside. */
export interface EventWriterParts {
  /** All or none, and safe to repeat; rejects with a StorageError (`RatingLog.append`). */
  append(events: readonly UnsavedEvent[], erasures: ReadonlyMap<string, number>): Promise<Appended[]>;
  /** Resolves when what a click changed is on the screen, which saving must not hold up. Never rejects. */
  painted(): Promise<void>;
  /** Opens a new connection to the database; rejects with a StorageError. */
  reconnect(): Promise<void>;
  /** Calls back once after that many milliseconds. @returns how to call it off */
  schedule(callback: () => void, milliseconds: number): () => void;
  /** Calls `replace` with what may still be saved for a profile; asked after 'log-changed'. */
  onLogChanged(profileId: string): Promise<void>;
  /** Whether a profile's person is gone for all that is known, which has them asked about; asked after 'profile-gone'. */
  isGone(profileId: string): Promise<boolean>;
  /** Called after a batch is in the log, with where it was put: one entry a profile. */
  onSaved(appended: readonly Appended[]): void;
  /** Called whenever the number of unsaved events or the last error changed. */
  onStatus(saving: Saving): void;
  logger: { warn(message: string, ...details: unknown[]): void };
}

/**
 * Appends events to the log in the order in which they were made, one batch at a time. After a failure nothing is lost
 * while the page lives: the events wait for `retry`, or for the next click.
 */
export class EventWriter {
  private readonly parts: EventWriterParts;
  private pending: UnsavedEvent[] = [];
  /** Events of people who are gone: kept until somebody decides, out of the way of the others'. */
  private aside: UnsavedEvent[] = [];
  /** `LogPage.erasures` of the log that each profile's pending events were made on. */
  private readonly erasures = new Map<string, number>();
  private error: StorageError | null = null;
  private draining: Promise<void> | null = null;
  /** Counts attempts: one that does not answer is given up for the next. */
  private attempt = 0;

  /** A writer with nothing to save yet. */
  constructor(parts: EventWriterParts) {
    this.parts = parts;
  }

  /**
   * @param events appended together, all or none
   * @param erasures `LogPage.erasures` of the log that they were made on; 0 where left out
   */
  enqueue(events: readonly UnsavedEvent[], erasures = 0): void {
    this.pending = [...this.pending, ...events];
    for (const { profileId } of events) this.erasures.set(profileId, erasures);
    this.report();
    this.save(false);
  }

  /**
   * Tries again to save what waits, over a new connection after a failure; an attempt that takes long is given up for it.
   * Resolves when done: saved, failed or found to take long. Never rejects.
   */
  retry(): Promise<void> {
    if (this.error?.failure === 'slow') this.draining = null;
    return this.save(this.error !== null);
  }

  /** Events of everybody that are not in the log yet. */
  get waiting(): readonly UnsavedEvent[] {
    return [...this.aside, ...this.pending];
  }

  /** Notes that what was saved is gone from the browser. What waits is tried again after `resume`. */
  lose(): void {
    this.error = new StorageError('lost');
    this.report();
  }

  /** Whether what was saved is gone from the browser. */
  get isLost(): boolean {
    return this.error?.failure === 'lost';
  }

  /** Goes on after `lose`: what the page holds is in the database again. */
  resume(): Promise<void> {
    this.error = null;
    this.draining = null;
    this.report();
    return this.save(false);
  }

  /** A profile's events that are not known to be saved, in order. */
  pendingOf(profileId: string): UnsavedEvent[] {
    return [...this.aside, ...this.pending].filter((event) => event.profileId === profileId);
  }

  /** Puts others in place of what waits for a profile, after something was erased from its log. */
  replace(profileId: string, events: readonly UnsavedEvent[], erasures: number): void {
    this.aside = this.aside.filter((event) => event.profileId !== profileId);
    this.pending = [...this.others(profileId), ...events];
    this.erasures.set(profileId, erasures);
    if (this.pending.length === 0 && !this.isLost) this.error = null;
    this.report();
  }

  /** Drops what waits for a profile that was removed, or that is kept in another way. */
  drop(profileId: string): void {
    this.aside = this.aside.filter((event) => event.profileId !== profileId);
    this.pending = this.others(profileId);
    if (this.pending.length === 0 && !this.isLost) this.error = null;
    this.report();
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    // An attempt that ends may have begun the next; one that takes long stays, and is not waited for twice.
    for (let last: Promise<void> | null = null; this.draining && this.draining !== last; ) {
      last = this.draining;
      await last;
    }
  }

  private others(profileId: string): UnsavedEvent[] {
    return this.pending.filter((event) => event.profileId !== profileId);
  }

  private report(): void {
    this.parts.onStatus({ unsaved: this.pending.length + this.aside.length, error: this.error });
  }

  /** Saves what waits, one attempt at a time. @param anew whether over a new connection */
  private save(anew: boolean): Promise<void> {
    if (this.isLost) return Promise.resolve();
    this.draining ??= this.attemptToSave(anew);
    return this.draining;
  }

  private attemptToSave(anew: boolean): Promise<void> {
    const attempt = ++this.attempt;
    let callOff = () => {};
    const slow = new Promise<void>((resolve) => {
      callOff = this.parts.schedule(() => {
        if (attempt === this.attempt && !this.isLost) {
          this.error = new StorageError('slow');
          this.report();
        }
        resolve();
      }, SLOW_AFTER);
    });
    const done = this.drain(attempt, anew).finally(() => {
      callOff();
      if (attempt !== this.attempt) return;
      this.draining = null;
      if (this.error?.failure === 'slow') {
        this.error = null;
        this.report();
      }
      // A click may have come after the last look at what waits.
      if (this.pending.length > 0 && !this.error) this.save(false);
    });
    return Promise.race([done, slow]);
  }

  private async drain(attempt: number, anew: boolean): Promise<void> {
    let isFresh = anew;
    try {
      if (anew) await this.parts.reconnect();
      else await this.parts.painted();
      while (this.pending.length > 0 && attempt === this.attempt) {
        try {
          await this.saveBatch();
        } catch (failure) {
          const known = failure instanceof StorageError ? failure : null;
          if (known?.failure === 'profile-gone') await this.setAside(known);
          else if (known?.failure === 'log-changed') await this.takeUpChanges(known);
          else if (known?.failure === 'closed' && !isFresh) {
            isFresh = true;
            await this.parts.reconnect();
          } else throw failure;
        }
      }
    } catch (failure) {
      this.parts.logger.warn('Saving failed; the clicks wait on this page.', failure);
      if (attempt !== this.attempt || this.isLost) return;
      this.error = toStorageError(failure);
      this.report();
    }
  }

  private async saveBatch(): Promise<void> {
    const batch = this.pending;
    const appended = await this.parts.append(batch, this.erasures);
    const saved = new Set(batch.map((event) => event.id));
    this.pending = this.pending.filter((event) => !saved.has(event.id));
    if (!this.isLost) this.error = null;
    this.report();
    this.parts.onSaved(appended);
  }

  /** Sets the events of people who are gone aside. @throws StorageError where nobody is known to be gone */
  private async setAside(failure: StorageError): Promise<void> {
    const waiting = this.pending.length;
    for (const profileId of new Set(this.pending.map((event) => event.profileId))) {
      if (!(await this.parts.isGone(profileId))) continue;
      this.parts.logger.warn(`Profile ${profileId} is gone: what was done in its name waits for an answer.`);
      this.aside = [...this.aside, ...this.pending.filter((event) => event.profileId === profileId)];
      this.pending = this.others(profileId);
      if (this.pending.length === 0 && !this.isLost) this.error = null;
      this.report();
    }
    // Not 'profile-gone', which would say that somebody was removed.
    if (this.pending.length === waiting) throw new StorageError('unknown', failure);
  }

  /** Lets what waits be fitted to logs from which something was erased. @throws the failure where none was */
  private async takeUpChanges(failure: StorageError): Promise<void> {
    const known = new Map(this.erasures);
    const profileIds = [...new Set(this.pending.map((event) => event.profileId))];
    for (const profileId of profileIds) await this.parts.onLogChanged(profileId);
    const same = profileIds.every((id) => this.erasures.get(id) === known.get(id));
    if (this.pending.length > 0 && same) throw failure;
  }
}
