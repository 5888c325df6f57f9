import { type DeviceLog, mergeLogs } from '../events/merge-logs';
import {
  inOrder,
  LAST_TIME,
  type RatingEvent,
  readRatingEvent,
  timesAfter,
  type UnsavedEvent,
} from '../events/rating-event';
import type { Profile, StoredEvent } from './database';
import type { Appended, Erasure, LogPage, RatingLog } from './rating-log';
import type { StoredRows } from './rescue';
import { guarded, StorageError } from './storage-error';

/** What a storage in memory holds of people and their logs, each by the id of the profile. */
export interface MemoryTables {
  profiles: Map<string, Profile>;
  /** Rows in ascending order of `seq`. */
  events: Map<string, StoredEvent[]>;
  /** Ids of events that were erased for good. */
  tombstones: Map<string, Set<string>>;
  snapshots: Map<string, Uint8Array>;
}

/** The log in memory: the promises of `RatingLog`, over plain maps. */
export class MemoryLog implements RatingLog {
  private readonly tables: MemoryTables;
  private lastSeq = 0;

  /** @param tables read and written in place */
  constructor(tables: MemoryTables) {
    this.tables = tables;
  }

  append(events: readonly UnsavedEvent[], erasures: ReadonlyMap<string, number> = new Map()) {
    return guarded(async () => {
      const profileIds = [...new Set(events.map(({ profileId }) => profileId))];
      for (const profileId of profileIds) {
        const known = erasures.get(profileId) ?? 0;
        if ((this.profileOf(profileId).erasures ?? 0) !== known) throw new StorageError('log-changed');
      }
      return profileIds.map((profileId) => ({
        ...this.appendTo(
          profileId,
          events.filter((event) => event.profileId === profileId),
        ),
        erasures: erasures.get(profileId) ?? 0,
      }));
    });
  }

  erase(profileId: string, erasure: Erasure) {
    return guarded(async () => {
      this.profileOf(profileId);
      const rows = this.rowsOf(profileId);
      const gone = erasure.plan(understood(rows));
      const goes = (row: StoredEvent) =>
        readRatingEvent(row) ? gone.has(row.id) : erasure.takesUnreadable(structuredClone({ ...row }));
      const going = new Set(rows.filter(goes));
      const ids = [...going].map(({ id }) => id);
      this.tables.tombstones.set(profileId, new Set([...this.tombstonesOf(profileId), ...ids]));
      const left = rows.filter((row) => !going.has(row));
      return { erased: going.size, erasures: this.replace(profileId, left, {}) };
    });
  }

  merge(profileId: string, other: DeviceLog) {
    return guarded(async () => {
      this.profileOf(profileId);
      const rows = this.rowsOf(profileId);
      const events = understood(rows);
      const tombstones = this.tombstonesOf(profileId);
      const merged = mergeLogs<UnsavedEvent>({ events, tombstones }, other);
      const present = new Set(rows.map(({ id }) => id));
      const left = rows.filter(({ id }) => !merged.tombstones.has(id));
      const added = merged.events
        .filter(({ id }) => !present.has(id))
        .map((event) => ({ ...structuredClone(event), profileId, seq: ++this.lastSeq }));
      const removed = rows.length - left.length;
      if (added.length + removed > 0 || merged.tombstones.size > tombstones.size) {
        this.tables.tombstones.set(profileId, new Set(merged.tombstones));
        const sealed = added.length > 0 ? { sealedSeq: this.lastSeq } : {};
        this.replace(profileId, [...left, ...added], sealed);
      }
      return { added: added.length, removed };
    });
  }

  async readDeviceLog(profileId: string): Promise<DeviceLog<RatingEvent>> {
    const tombstones = new Set(this.tombstonesOf(profileId));
    return { events: understood(this.rowsOf(profileId)), tombstones };
  }

  readAll(profileId: string): Promise<LogPage> {
    return this.readAfter(profileId, 0);
  }

  async readAfter(profileId: string, seq: number): Promise<LogPage> {
    const rows = this.rowsOf(profileId).filter((row) => row.seq > seq);
    const events = understood(rows);
    const profile = this.tables.profiles.get(profileId);
    return {
      events,
      unreadable: rows.length - events.length,
      lastSeq: rows.at(-1)?.seq ?? seq,
      erasures: profile?.erasures ?? 0,
      sealedSeq: profile?.sealedSeq ?? 0,
      ...(profile ? {} : { missing: true as const }),
    };
  }

  async count(profileId: string): Promise<number> {
    return this.rowsOf(profileId).length;
  }

  /** See `Rescue.rows`. */
  storedRows(profileId: string): StoredRows {
    const rows = structuredClone(this.rowsOf(profileId));
    const readable = rows.filter((row) => readRatingEvent(row) !== undefined);
    const profile = structuredClone(this.tables.profiles.get(profileId));
    return { profile, readable, unreadable: rows.filter((row) => !readable.includes(row)) };
  }

  /** The last row that was given a number. */
  get last(): number {
    return this.lastSeq;
  }

  /** Puts rows in place of a person's log. @param rows numbered by whoever calls, those that stay and others */
  put(profileId: string, rows: readonly StoredEvent[]): void {
    const kept = structuredClone([...rows]).sort((a, b) => a.seq - b.seq);
    this.tables.events.set(profileId, kept);
    this.lastSeq = Math.max(this.lastSeq, kept.at(-1)?.seq ?? 0);
  }

  private profileOf(profileId: string): Profile {
    const profile = this.tables.profiles.get(profileId);
    if (!profile) throw new StorageError('profile-gone');
    return profile;
  }

  private rowsOf(profileId: string): StoredEvent[] {
    return this.tables.events.get(profileId) ?? [];
  }

  private tombstonesOf(profileId: string): Set<string> {
    return this.tables.tombstones.get(profileId) ?? new Set();
  }

  private appendTo(profileId: string, events: readonly UnsavedEvent[]): Omit<Appended, 'erasures'> {
    const rows = this.rowsOf(profileId);
    const saved = new Map(rows.map((row) => [row.id, row]));
    const times = rows.map((row) => Number((row as { time?: unknown }).time) || 0);
    let lastTime = times.reduce((last, time) => Math.max(last, time), 0);
    const added: RatingEvent[] = [];
    const placed = events.map((event): RatingEvent => {
      const known = saved.get(event.id);
      if (known) return readRatingEvent(structuredClone(known)) ?? { ...event, seq: known.seq };
      const rises = event.time > lastTime && event.time <= LAST_TIME;
      const raised = rises ? { time: event.time } : timesAfter(lastTime, event.about ?? event.time);
      lastTime = raised.time;
      const row: RatingEvent = { ...structuredClone(event), ...raised, seq: ++this.lastSeq };
      added.push(row);
      return { ...row };
    });
    this.tables.events.set(profileId, [...rows, ...added]);
    return { profileId, events: placed, previous: rows.at(-1)?.seq ?? 0 };
  }

  /** Puts rows in place of a log where more than clicks came or went. @returns `LogPage.erasures` from now on */
  private replace(profileId: string, rows: StoredEvent[], changes: Partial<Profile>): number {
    const profile = this.profileOf(profileId);
    const erasures = (profile.erasures ?? 0) + 1;
    this.tables.events.set(profileId, rows);
    this.tables.snapshots.delete(profileId);
    this.tables.profiles.set(profileId, { ...profile, ...changes, erasures });
    return erasures;
  }
}

/** What this version understands of some rows, as copies, in order. */
function understood(rows: readonly StoredEvent[]): RatingEvent[] {
  return rows
    .map((row) => readRatingEvent(structuredClone(row)))
    .filter((event) => event !== undefined)
    .sort(inOrder);
}
