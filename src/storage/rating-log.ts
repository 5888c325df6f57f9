import { type DeviceLog, mergeLogs } from '../events/merge-logs';
import {
  inOrder,
  LAST_TIME,
  type RatingEvent,
  readRatingEvent,
  timesAfter,
  type UnsavedEvent,
} from '../events/rating-event';
import type { Database, StoredEvent } from './database';
import { inOwn } from './identity';
import {
  countOf,
  erasuresOf,
  eventsOf,
  goneOrLost,
  isRow,
  lastRow,
  lastSeqOf,
  lastTimeOf,
  tombstonesOf,
} from './log-rows';
import { guarded, StorageError } from './storage-error';

/** A stretch of one profile's log. */
export interface LogPage {
  /** In order (`inOrder`). */
  events: RatingEvent[];
  /** Rows that this version does not understand; they stay in the log. */
  unreadable: number;
  /** `seq` of the last row read, understood or not; where nothing was read, the one asked from. */
  lastSeq: number;
  /** How often something was erased from this log for good: where it grew, everything read before is void. */
  erasures: number;
  /** Last row that came by a merge with another device; nothing up to there is undone step by step. 0 for none. */
  sealedSeq: number;
  /** Set where there is no such profile: it was removed, or its row was lost. */
  missing?: true;
}

/** Where an append put one profile's events. */
export interface Appended {
  profileId: string;
  /** The profile's events of this append in the order given, as they are in the log now; those saved earlier included. */
  events: RatingEvent[];
  /**
   * `seq` of the profile's last row before the new ones; 0 where there was none. A tab that has read up to there knows
   * the whole log now; otherwise rows of other tabs lie between, and it has to read on.
   */
  previous: number;
  /** `LogPage.erasures` of the log that was appended to. */
  erasures: number;
}

/** What is to leave a log for good. Both functions are called within the transaction and must not wait. */
export interface Erasure {
  /**
   * @param events the whole log as far as this version understands it, in order
   * @returns ids of the events that go
   */
  plan(events: readonly RatingEvent[]): ReadonlySet<string>;
  /** Whether a row that this version does not understand goes too, as far as its fields tell. */
  takesUnreadable(row: Readonly<Record<string, unknown>>): boolean;
}

/** The log: append-only, but for what is erased for good. Every method rejects with a StorageError. */
export interface RatingLog {
  /**
   * Appends events in the given order, all or none. Times are raised where needed, so that each comes after all that is in
   * the log. Events whose id is in the log already are left as they are, so that trying again after an unclear failure
   * saves each exactly once.
   * @param erasures `LogPage.erasures` by profile, as known when the events were made; 0 for those left out
   * @returns where they stand now, one entry a profile
   * @throws StorageError 'profile-gone' if an event's profile does not exist; 'log-changed' if something was erased
   *   since: the events may point at what is gone
   */
  append(events: readonly UnsavedEvent[], erasures?: ReadonlyMap<string, number>): Promise<Appended[]>;
  /**
   * Erases for good, all or nothing: events, and the snapshot. Their ids are kept as tombstones.
   * @returns how many rows went, and `LogPage.erasures` from now on
   * @throws StorageError 'profile-gone' if there is no such profile
   */
  erase(profileId: string, erasure: Erasure): Promise<{ erased: number; erasures: number }>;
  /**
   * Merges another device's log into this one (`mergeLogs`), all or nothing. Counts as an erasure, so that every tab reads
   * the log anew, unless it brings nothing new; where it brings events, nothing that is in the log by then is undone step
   * by step any more.
   * @throws StorageError 'profile-gone' if there is no such profile
   */
  merge(profileId: string, other: DeviceLog): Promise<{ added: number; removed: number }>;
  /** The log as another device would merge it. */
  readDeviceLog(profileId: string): Promise<DeviceLog<RatingEvent>>;
  readAll(profileId: string): Promise<LogPage>;
  /** The rows written after the row `seq`. Writers take turns, so no row can appear before one that was read. */
  readAfter(profileId: string, seq: number): Promise<LogPage>;
  count(profileId: string): Promise<number>;
}

/** Refuses events of profiles that are gone, or whose log lost something since they were made. */
async function checkProfiles(
  db: Database,
  profileIds: readonly string[],
  erasures: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [n, profile] of (await db.profiles.bulkGet([...profileIds])).entries()) {
    if (!profile) throw await goneOrLost(db, profileIds[n]);
    if (erasuresOf(profile) !== (erasures.get(profileIds[n]) ?? 0)) throw new StorageError('log-changed');
  }
}

/** See `RatingLog.append`; within a transaction over profiles and events. */
export async function appendTo(
  db: Database,
  events: readonly UnsavedEvent[],
  erasures: ReadonlyMap<string, number>,
): Promise<Appended[]> {
  const profileIds = [...new Set(events.map((event) => event.profileId))];
  await checkProfiles(db, profileIds, erasures);
  let seq = await lastRow(db);
  const appended: Appended[] = [];
  const rows: StoredEvent[] = [];
  for (const profileId of profileIds) {
    const own = events.filter((event) => event.profileId === profileId);
    const keys = own.map(({ id }): [string, string] => [profileId, id]);
    const present = await db.events.where('[profileId+id]').anyOf(keys).toArray();
    const saved = new Map(present.map((row) => [row.id, row]));
    const previous = await lastSeqOf(db, profileId);
    let lastTime = await lastTimeOf(db, profileId);
    const placed = own.map((event) => {
      const known = saved.get(event.id);
      if (known) return (readRatingEvent(known) ?? { ...event, seq: known.seq }) as RatingEvent;
      const rises = event.time > lastTime && event.time <= LAST_TIME;
      const times = rises ? { time: event.time } : timesAfter(lastTime, event.about ?? event.time);
      lastTime = times.time;
      const row: RatingEvent = { ...event, ...times, seq: ++seq };
      rows.push(row);
      return row;
    });
    appended.push({ profileId, events: placed, previous, erasures: erasures.get(profileId) ?? 0 });
  }
  await db.events.bulkAdd(rows);
  return appended;
}

/** See `RatingLog.erase`; within a transaction. */
async function eraseFrom(db: Database, profileId: string, erasure: Erasure) {
  const [profile, rows] = await Promise.all([db.profiles.get(profileId), eventsOf(db, profileId).toArray()]);
  if (!profile) throw new StorageError('profile-gone');
  const events = rows.map(readRatingEvent);
  const gone = erasure.plan(events.filter((event) => event !== undefined).sort(inOrder));
  const going = rows.filter((row, n) => (events[n] ? gone.has(row.id) : erasure.takesUnreadable({ ...row })));
  const erasures = erasuresOf(profile) + 1;
  await db.events.bulkDelete(going.map(({ seq }) => seq));
  const named = going.filter(({ id }) => typeof id === 'string');
  await db.tombstones.bulkPut(named.map(({ id }) => ({ profileId, id })));
  await db.snapshots.delete(profileId);
  await db.profiles.update(profileId, { erasures });
  return { erased: going.length, erasures };
}

/** See `RatingLog.merge`; within a transaction. */
export async function mergeInto(db: Database, profileId: string, other: DeviceLog) {
  const [profile, rows, tombstones] = await Promise.all([
    db.profiles.get(profileId),
    eventsOf(db, profileId).toArray(),
    tombstonesOf(db, profileId),
  ]);
  if (!profile) throw new StorageError('profile-gone');
  const events = rows.map(readRatingEvent).filter((event) => event !== undefined);
  const merged = mergeLogs<UnsavedEvent>({ events: events.sort(inOrder), tombstones }, other);
  const present = new Set(rows.map(({ id }) => id));
  // Also rows that this version does not understand: a later one would bring back what was erased.
  const gone = rows.filter(({ id }) => merged.tombstones.has(id));
  let seq = await lastRow(db);
  const added = merged.events
    .filter(({ id }) => !present.has(id))
    .map((event) => ({ ...event, profileId, seq: ++seq }));
  const learned = [...merged.tombstones].filter((id) => !tombstones.has(id));
  if (added.length + gone.length + learned.length === 0) return { added: 0, removed: 0 };
  await db.events.bulkDelete(gone.map((row) => row.seq));
  await db.events.bulkAdd(added);
  await db.tombstones.bulkPut(learned.map((id) => ({ profileId, id })));
  await db.snapshots.delete(profileId);
  const sealed = added.length > 0 ? { sealedSeq: seq } : {};
  await db.profiles.update(profileId, { erasures: erasuresOf(profile) + 1, ...sealed });
  return { added: added.length, removed: gone.length };
}

/** The log in a database; see `RatingLog`. */
export function createRatingLog(db: Database): RatingLog {
  const read = (profileId: string, afterSeq: number) =>
    guarded(() =>
      inOwn(db, 'r', [db.profiles, db.events], async () => {
        const [profile, rows] = await Promise.all([
          db.profiles.get(profileId),
          eventsOf(db, profileId, afterSeq > 0 ? afterSeq : undefined).toArray(),
        ]);
        const gone = profile ? null : await goneOrLost(db, profileId);
        if (gone?.failure === 'lost') throw gone;
        const events = rows.map(readRatingEvent).filter((event) => event !== undefined);
        return {
          events: events.sort(inOrder),
          // Damaged numbers come after all others at every reading, and are counted at the first.
          unreadable: rows.filter(({ seq }) => afterSeq === 0 || isRow(seq)).length - events.length,
          lastSeq: rows.reduce((last, { seq }) => (isRow(seq) ? Math.max(last, seq) : last), afterSeq),
          erasures: erasuresOf(profile),
          sealedSeq: countOf(profile?.sealedSeq),
          ...(profile ? {} : { missing: true as const }),
        };
      }),
    );

  return {
    append: (events, erasures) =>
      guarded(() =>
        inOwn(db, 'rw', [db.profiles, db.events], () => appendTo(db, events, erasures ?? new Map())),
      ),
    erase: (profileId, erasure) =>
      guarded(() =>
        inOwn(db, 'rw', [db.profiles, db.events, db.tombstones, db.snapshots], () =>
          eraseFrom(db, profileId, erasure),
        ),
      ),
    merge: (profileId, other) =>
      guarded(() =>
        inOwn(db, 'rw', [db.profiles, db.events, db.tombstones, db.snapshots], () =>
          mergeInto(db, profileId, other),
        ),
      ),
    readDeviceLog: (profileId) =>
      guarded(() =>
        db.transaction('r', db.events, db.tombstones, async () => {
          const [rows, tombstones] = await Promise.all([
            eventsOf(db, profileId).toArray(),
            tombstonesOf(db, profileId),
          ]);
          const events = rows.map(readRatingEvent).filter((event) => event !== undefined);
          return { events: events.sort(inOrder), tombstones };
        }),
      ),
    readAll: (profileId) => read(profileId, 0),
    readAfter: read,
    count: (profileId) => guarded(() => eventsOf(db, profileId).count()),
  };
}
