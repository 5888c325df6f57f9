import Dexie from 'dexie';
import type { Database, StoredEvent } from './database';
import { type RatingEvent, readRatingEvent, type UnsavedEvent } from './rating-event';
import { guarded, StorageError } from './storage-error';

/** A stretch of one profile's log. */
export interface LogPage {
  /** In order of `seq`, ascending. */
  events: RatingEvent[];
  /** Rows that this version does not understand; they stay in the log. */
  unreadable: number;
  /** `seq` of the last row read, understood or not; where nothing was read, the one asked from. */
  lastSeq: number;
}

/** The append-only log. Every method rejects with a StorageError. */
export interface RatingLog {
  /**
   * Appends events in the given order, all or none. Events whose id is in the log already are left as they are, so
   * that trying again after an unclear failure saves each exactly once.
   * @throws StorageError 'profile-gone' if an event's profile does not exist.
   */
  append(events: readonly UnsavedEvent[]): Promise<void>;
  readAll(profileId: string): Promise<LogPage>;
  /** What came after the entry `seq`. Writers take turns, so nothing can appear before an entry once read. */
  readAfter(profileId: string, seq: number): Promise<LogPage>;
  count(profileId: string): Promise<number>;
}

/** Key range over a profile's events, for deleting and reading alike. */
export function eventsOf(db: Database, profileId: string, afterSeq = 0) {
  return db.events
    .where('[profileId+seq]')
    .between([profileId, afterSeq], [profileId, Dexie.maxKey], false, true);
}

export function createRatingLog(db: Database): RatingLog {
  const readAfter = (profileId: string, seq: number) =>
    guarded(async () => {
      const rows = await eventsOf(db, profileId, seq).toArray();
      const events = rows.map(readRatingEvent).filter((event) => event !== undefined);
      return { events, unreadable: rows.length - events.length, lastSeq: rows.at(-1)?.seq ?? seq };
    });

  return {
    append: (events) =>
      guarded(() =>
        db.transaction('rw', db.profiles, db.events, async () => {
          const profileIds = [...new Set(events.map((event) => event.profileId))];
          const [profiles, present] = await Promise.all([
            db.profiles.bulkGet(profileIds),
            db.events
              .where('id')
              .anyOf(events.map((event) => event.id))
              .toArray(),
          ]);
          if (profiles.includes(undefined)) throw new StorageError('profile-gone');
          const saved = new Set(present.map((event) => event.id));
          const rows: Omit<StoredEvent, 'seq'>[] = events.filter((event) => !saved.has(event.id));
          await db.events.bulkAdd(rows);
        }),
      ),
    readAll: (profileId) => readAfter(profileId, 0),
    readAfter,
    count: (profileId) => guarded(() => eventsOf(db, profileId).count()),
  };
}
