import type { UnsavedEvent } from '../../storage/rating-event';
import type { Appended } from '../../storage/rating-log';
import { StorageError, toStorageError } from '../../storage/storage-error';

/** How far saving has come. */
export interface Saving {
  /** Events made on this page that are not in the log yet, over all profiles. */
  unsaved: number;
  /** Why the last attempt failed; null while all is well or the first attempt is under way. */
  error: StorageError | null;
}

/** What the writer needs from outside. */
export interface EventWriterParts {
  /** All or none, and safe to repeat; rejects with a StorageError (`RatingLog.append`). */
  append(events: readonly UnsavedEvent[], erasures: ReadonlyMap<string, number>): Promise<Appended[]>;
  /** Calls `replace` with what may still be saved for a profile; asked after 'log-changed'. */
  onLogChanged(profileId: string): Promise<void>;
  /** Whether a profile still exists; asked after 'profile-gone'. */
  exists(profileId: string): Promise<boolean>;
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
  /** `LogPage.erasures` of the log that each profile's pending events were made on. */
  private readonly erasures = new Map<string, number>();
  private error: StorageError | null = null;
  private draining: Promise<void> | null = null;

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
    this.retry();
  }

  /** Tries again to save what waits. Resolves when done, saved or failed; never rejects. */
  retry(): Promise<void> {
    this.draining ??= this.drain().finally(() => {
      this.draining = null;
      // A click may have come after the last look at what waits.
      if (this.pending.length > 0 && !this.error) this.retry();
    });
    return this.draining;
  }

  /** A profile's events that are not known to be saved, in order. */
  pendingOf(profileId: string): UnsavedEvent[] {
    return this.pending.filter((event) => event.profileId === profileId);
  }

  /** Puts others in place of what waits for a profile, after something was erased from its log. */
  replace(profileId: string, events: readonly UnsavedEvent[], erasures: number): void {
    this.pending = [...this.others(profileId), ...events];
    this.erasures.set(profileId, erasures);
    if (this.pending.length === 0) this.error = null;
    this.report();
  }

  /** Drops what waits for a profile that was removed. */
  drop(profileId: string): void {
    this.pending = this.others(profileId);
    if (this.pending.length === 0) this.error = null;
    this.report();
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.draining;
  }

  private others(profileId: string): UnsavedEvent[] {
    return this.pending.filter((event) => event.profileId !== profileId);
  }

  private report(): void {
    this.parts.onStatus({ unsaved: this.pending.length, error: this.error });
  }

  private async drain(): Promise<void> {
    try {
      while (this.pending.length > 0) {
        try {
          await this.saveBatch();
        } catch (failure) {
          const known = failure instanceof StorageError ? failure : null;
          if (known?.failure === 'profile-gone') await this.dropGone(known);
          else if (known?.failure === 'log-changed') await this.takeUpChanges(known);
          else throw failure;
        }
      }
    } catch (failure) {
      this.error = toStorageError(failure);
      this.parts.logger.warn('Saving failed; the clicks wait on this page.', failure);
      this.report();
    }
  }

  private async saveBatch(): Promise<void> {
    const batch = this.pending;
    const appended = await this.parts.append(batch, this.erasures);
    const saved = new Set(batch.map((event) => event.id));
    this.pending = this.pending.filter((event) => !saved.has(event.id));
    this.error = null;
    this.report();
    this.parts.onSaved(appended);
  }

  /** Drops the events of profiles that are gone. @throws the failure where none is */
  private async dropGone(failure: StorageError): Promise<void> {
    const waiting = this.pending.length;
    for (const profileId of new Set(this.pending.map((event) => event.profileId))) {
      if (await this.parts.exists(profileId)) continue;
      this.parts.logger.warn(`Profile ${profileId} is gone: what was done in its name is dropped.`);
      this.drop(profileId);
    }
    if (this.pending.length === waiting) throw failure;
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
