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

/**
 * Appends events to the log in the order in which they were made, one batch at a time. After a failure nothing is lost
 * while the page lives: the events wait for `retry`, or for the next click.
 */
export interface EventWriter {
  /**
   * @param events appended together, all or none
   * @param erasures `LogPage.erasures` of the log that they were made on; 0 where left out
   */
  enqueue(events: readonly UnsavedEvent[], erasures?: number): void;
  /** Tries again to save what waits. Resolves when done, saved or failed; never rejects. */
  retry(): Promise<void>;
  /** A profile's events that are not known to be saved, in order. */
  pendingOf(profileId: string): UnsavedEvent[];
  /** Puts others in place of what waits for a profile, after something was erased from its log. */
  replace(profileId: string, events: readonly UnsavedEvent[], erasures: number): void;
  /** Drops what waits for a profile that was removed. */
  drop(profileId: string): void;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
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

/** A writer with nothing to save yet. */
export function createEventWriter(parts: EventWriterParts): EventWriter {
  let pending: UnsavedEvent[] = [];
  const erasures = new Map<string, number>();
  let error: StorageError | null = null;
  let draining: Promise<void> | null = null;

  const report = () => parts.onStatus({ unsaved: pending.length, error });

  const others = (profileId: string) => pending.filter((event) => event.profileId !== profileId);

  const drop = (profileId: string) => {
    pending = others(profileId);
    if (pending.length === 0) error = null;
    report();
  };

  const saveBatch = async () => {
    const batch = pending;
    const appended = await parts.append(batch, erasures);
    const saved = new Set(batch.map((event) => event.id));
    pending = pending.filter((event) => !saved.has(event.id));
    error = null;
    report();
    parts.onSaved(appended);
  };

  const dropGone = async (failure: StorageError) => {
    const waiting = pending.length;
    for (const profileId of new Set(pending.map((event) => event.profileId))) {
      if (await parts.exists(profileId)) continue;
      parts.logger.warn(`Profile ${profileId} is gone: what was done in its name is dropped.`);
      drop(profileId);
    }
    if (pending.length === waiting) throw failure;
  };

  const takeUpChanges = async (failure: StorageError) => {
    const known = new Map(erasures);
    const profileIds = [...new Set(pending.map((event) => event.profileId))];
    for (const profileId of profileIds) await parts.onLogChanged(profileId);
    if (pending.length > 0 && profileIds.every((id) => erasures.get(id) === known.get(id))) throw failure;
  };

  const drain = async () => {
    try {
      while (pending.length > 0) {
        try {
          await saveBatch();
        } catch (failure) {
          const known = failure instanceof StorageError ? failure : null;
          if (known?.failure === 'profile-gone') await dropGone(known);
          else if (known?.failure === 'log-changed') await takeUpChanges(known);
          else throw failure;
        }
      }
    } catch (failure) {
      error = toStorageError(failure);
      parts.logger.warn('Saving failed; the clicks wait on this page.', failure);
      report();
    }
  };

  const retry = (): Promise<void> => {
    draining ??= drain().finally(() => {
      draining = null;
      // A click may have come after the last look at what waits.
      if (pending.length > 0 && !error) retry();
    });
    return draining;
  };

  return {
    enqueue(events, made = 0) {
      pending = [...pending, ...events];
      for (const { profileId } of events) erasures.set(profileId, made);
      report();
      retry();
    },
    retry,
    pendingOf: (profileId) => pending.filter((event) => event.profileId === profileId),
    replace(profileId, events, made) {
      pending = [...others(profileId), ...events];
      erasures.set(profileId, made);
      if (pending.length === 0) error = null;
      report();
    },
    drop,
    settled: async () => {
      await draining;
    },
  };
}
