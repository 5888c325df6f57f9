import type { UnsavedEvent } from '../storage/rating-event';
import { StorageError, toStorageError } from '../storage/storage-error';

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
  enqueue(event: UnsavedEvent): void;
  /** Tries again to save what waits. Resolves when done, saved or failed; never rejects. */
  retry(): Promise<void>;
  /** A profile's events that are not known to be saved, in order. */
  pendingOf(profileId: string): UnsavedEvent[];
  /** Drops what waits for a profile that was removed. */
  forget(profileId: string): void;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

export interface EventWriterContext {
  /** All or none, and safe to repeat; rejects with a StorageError. */
  append(events: readonly UnsavedEvent[]): Promise<void>;
  /** Whether a profile still exists; asked after 'profile-gone'. */
  exists(profileId: string): Promise<boolean>;
  onSaved(profileIds: string[]): void;
  onStatus(saving: Saving): void;
  logger: { warn(message: string, ...details: unknown[]): void };
}

export function createEventWriter(context: EventWriterContext): EventWriter {
  let pending: UnsavedEvent[] = [];
  let error: StorageError | null = null;
  let draining: Promise<void> | null = null;

  const report = () => context.onStatus({ unsaved: pending.length, error });

  const forget = (profileId: string) => {
    pending = pending.filter((event) => event.profileId !== profileId);
    if (pending.length === 0) error = null;
    report();
  };

  const saveBatch = async () => {
    const batch = pending;
    await context.append(batch);
    const saved = new Set(batch.map((event) => event.id));
    pending = pending.filter((event) => !saved.has(event.id));
    error = null;
    report();
    context.onSaved([...new Set(batch.map((event) => event.profileId))]);
  };

  const dropGone = async (failure: StorageError) => {
    const waiting = pending.length;
    for (const profileId of new Set(pending.map((event) => event.profileId))) {
      if (await context.exists(profileId)) continue;
      context.logger.warn(`Profile ${profileId} is gone: what was done in its name is dropped.`);
      forget(profileId);
    }
    if (pending.length === waiting) throw failure;
  };

  const drain = async () => {
    try {
      while (pending.length > 0) {
        try {
          await saveBatch();
        } catch (failure) {
          if (!(failure instanceof StorageError) || failure.failure !== 'profile-gone') throw failure;
          await dropGone(failure);
        }
      }
    } catch (failure) {
      error = toStorageError(failure);
      context.logger.warn('Saving failed; the clicks wait on this page.', failure);
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
    enqueue(event) {
      pending = [...pending, event];
      report();
      retry();
    },
    retry,
    pendingOf: (profileId) => pending.filter((event) => event.profileId === profileId),
    forget,
    settled: async () => {
      await draining;
    },
  };
}
