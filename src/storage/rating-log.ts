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
  /** How often something was erased from this log for good: where it grew, everything read before is void. */
  erasures: number;
}

/** Where an append put one profile's events. */
export interface Appended {
  profileId: string;
  /** The profile's events of this append in the order given, each with its `seq`; those saved earlier included. */
  events: RatingEvent[];
  /**
   * `seq` of the profile's last entry before the new ones; 0 where there was none. A tab that has read up to there knows
   * the whole log now; otherwise entries of other tabs lie between, and it has to read on.
   */
  previous: number;
  /** `LogPage.erasures` of the log that was appended to. */
  erasures: number;
}

/** What is to leave a log for good. Both functions are called within the transaction and must not wait. */
export interface Erasure {
  /** @param events the whole log as far as this version understands it, in order of `seq` */
  plan(events: readonly RatingEvent[]): {
    /** Ids of the events that go. */
    gone: ReadonlySet<string>;
    /** Events that stay but must not repeat what went, as they are to be, by id. */
    changed: ReadonlyMap<string, RatingEvent>;
  };
  /** Whether a row that this version does not understand goes too, as far as its fields tell. */
  takesUnreadable(row: Readonly<Record<string, unknown>>): boolean;
}

/** The log: append-only, but for what is erased for good. Every method rejects with a StorageError. */
export interface RatingLog {
  /**
   * Appends events in the given order, all or none. Events whose id is in the log already are left as they are, so
   * that trying again after an unclear failure saves each exactly once.
   * @param erasures `LogPage.erasures` by profile, as known when the events were made; 0 for those left out
   * @returns where they stand now, one entry a profile
   * @throws StorageError 'profile-gone' if an event's profile does not exist; 'log-changed' if something was erased
   *   since: the events may repeat or point at what is gone
   */
  append(events: readonly UnsavedEvent[], erasures?: ReadonlyMap<string, number>): Promise<Appended[]>;
  /**
   * Erases for good, all or nothing: events, what other events repeat of them, and the snapshot.
   * @returns how many rows went, and `LogPage.erasures` from now on
   * @throws StorageError 'profile-gone' if there is no such profile
   */
  erase(profileId: string, erasure: Erasure): Promise<{ erased: number; erasures: number }>;
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

/** Parts rows into those that go, by `seq`, and those that stay in other words. */
function sortRows(rows: readonly StoredEvent[], erasure: Erasure) {
  const events = rows.map(readRatingEvent);
  const { gone, changed } = erasure.plan(events.filter((event) => event !== undefined));
  const goes: number[] = [];
  const rewritten: StoredEvent[] = [];
  for (const [index, row] of rows.entries()) {
    if (events[index] ? gone.has(row.id) : erasure.takesUnreadable({ ...row })) goes.push(row.seq);
    else if (changed.has(row.id)) rewritten.push({ ...changed.get(row.id), ...identityOf(row) });
  }
  return { goes, rewritten };
}

function identityOf({ seq, id, profileId }: StoredEvent): StoredEvent {
  return { seq, id, profileId };
}

/** `seq` of a profile's last entry; 0 where there is none. */
async function lastSeqOf(db: Database, profileId: string): Promise<number> {
  const [last] = await eventsOf(db, profileId).reverse().limit(1).primaryKeys();
  return last ?? 0;
}

/** Refuses events of profiles that are gone, or whose log lost something since they were made. */
async function checkProfiles(
  db: Database,
  profileIds: readonly string[],
  erasures: ReadonlyMap<string, number>,
): Promise<void> {
  for (const profile of await db.profiles.bulkGet([...profileIds])) {
    if (!profile) throw new StorageError('profile-gone');
    if ((profile.erasures ?? 0) !== (erasures.get(profile.id) ?? 0)) throw new StorageError('log-changed');
  }
}

/** See `RatingLog.append`; within a transaction. */
async function appendTo(
  db: Database,
  events: readonly UnsavedEvent[],
  erasures: ReadonlyMap<string, number>,
): Promise<Appended[]> {
  const profileIds = [...new Set(events.map((event) => event.profileId))];
  const ids = events.map((event) => event.id);
  const [present, previous] = await Promise.all([
    db.events.where('id').anyOf(ids).toArray(),
    Promise.all(profileIds.map((profileId) => lastSeqOf(db, profileId))),
    checkProfiles(db, profileIds, erasures),
  ]);
  const seqs = new Map(present.map(({ id, seq }) => [id, seq]));
  const rows: Omit<StoredEvent, 'seq'>[] = events.filter(({ id }) => !seqs.has(id));
  const added = await db.events.bulkAdd(rows, { allKeys: true });
  rows.forEach(({ id }, n) => {
    seqs.set(id, added[n]);
  });
  return profileIds.map((profileId, n) => ({
    profileId,
    events: events
      .filter((event) => event.profileId === profileId)
      .map((event) => ({ ...event, seq: seqs.get(event.id) as number })),
    previous: previous[n],
    erasures: erasures.get(profileId) ?? 0,
  }));
}

/** The logs of all profiles, over an open database. */
export function createRatingLog(db: Database): RatingLog {
  const readAfter = (profileId: string, seq: number) =>
    guarded(() =>
      db.transaction('r', db.profiles, db.events, async () => {
        const [profile, rows] = await Promise.all([
          db.profiles.get(profileId),
          eventsOf(db, profileId, seq).toArray(),
        ]);
        const events = rows.map(readRatingEvent).filter((event) => event !== undefined);
        return {
          events,
          unreadable: rows.length - events.length,
          lastSeq: rows.at(-1)?.seq ?? seq,
          erasures: profile?.erasures ?? 0,
        };
      }),
    );

  return {
    append: (events, erasures) =>
      guarded(() =>
        db.transaction('rw', db.profiles, db.events, () => appendTo(db, events, erasures ?? new Map())),
      ),
    erase: (profileId, erasure) =>
      guarded(() =>
        db.transaction('rw', db.profiles, db.events, db.snapshots, async () => {
          const [profile, rows] = await Promise.all([
            db.profiles.get(profileId),
            eventsOf(db, profileId).toArray(),
          ]);
          if (!profile) throw new StorageError('profile-gone');
          const { goes, rewritten } = sortRows(rows, erasure);
          const erasures = (profile.erasures ?? 0) + 1;
          await db.events.bulkDelete(goes);
          await db.events.bulkPut(rewritten);
          await db.snapshots.delete(profileId);
          await db.profiles.update(profileId, { erasures });
          return { erased: goes.length, erasures };
        }),
      ),
    readAll: (profileId) => readAfter(profileId, 0),
    readAfter,
    count: (profileId) => guarded(() => eventsOf(db, profileId).count()),
  };
}
