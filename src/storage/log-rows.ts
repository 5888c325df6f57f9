import Dexie from 'dexie';
import { LAST_SEQ, LAST_TIME } from '../events/rating-event';
import type { Database, Profile } from './database';
import { StorageError } from './storage-error';

/* Where the rows of a profile's log are in a database, and what can be believed of their numbers and times. */

/** Whether a row's number can be counted on. */
export function isRow(seq: unknown): seq is number {
  return typeof seq === 'number' && seq > 0 && seq < LAST_SEQ;
}

/** The least text above another. */
export function textAfter(text: string): string {
  return `${text}\u0000`;
}

/**
 * Key range over a profile's events, whatever their numbers are, for deleting and reading alike.
 * @param afterSeq only rows after that one; all where left out
 */
export function eventsOf(db: Database, profileId: string, afterSeq?: number) {
  const from = afterSeq === undefined ? [profileId] : [profileId, afterSeq];
  return db.events.where('[profileId+seq]').between(from, [textAfter(profileId)], false, false);
}

/** How often something was erased from a profile's log; what cannot be a count is 0. */
export function erasuresOf(profile: Profile | undefined): number {
  return countOf(profile?.erasures);
}

/** A count as stored; 0 for what cannot be one. */
export function countOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0;
}

/**
 * The last row of all logs that can be counted on; 0 where there is none. Rows are numbered from there by hand, which keeps a
 * damaged one from ending all writing.
 */
export async function lastRow(db: Database): Promise<number> {
  const [last] = await db.events
    .where(':id')
    .between(1, LAST_SEQ, true, false)
    .reverse()
    .limit(1)
    .primaryKeys();
  return Math.floor(last ?? 0);
}

/** `seq` of a profile's last row; 0 where there is none. */
export async function lastSeqOf(db: Database, profileId: string): Promise<number> {
  const [last] = await db.events
    .where('[profileId+seq]')
    .between([profileId, Dexie.minKey], [profileId, LAST_SEQ], false, false)
    .reverse()
    .limit(1)
    .primaryKeys();
  return last ?? 0;
}

/** The latest time in a profile's log that can be believed; 0 where there is none. */
export async function lastTimeOf(db: Database, profileId: string): Promise<number> {
  const last = await db.events
    .where('[profileId+time]')
    .between([profileId, 0], [profileId, LAST_TIME], true, true)
    .last();
  return (last as { time?: number } | undefined)?.time ?? 0;
}

/** Whether people were found in a database, and now neither is anybody there nor anything of a log: it was emptied. */
export async function wasEmptied(db: Database): Promise<boolean> {
  if (!db.identity.hasPeople || (await db.profiles.count()) > 0) return false;
  return (await db.events.orderBy('[profileId+seq]').limit(1).count()) === 0;
}

/** A person who is missing was removed, or only their entry is lost; unless nobody is left and nothing of their log. */
export async function goneOrLost(db: Database, profileId: string): Promise<StorageError> {
  const isLost =
    db.identity.hasPeople &&
    (await db.profiles.count()) === 0 &&
    (await eventsOf(db, profileId).count()) === 0;
  return isLost ? db.identity.lost() : new StorageError('profile-gone');
}

/** Ids of what was erased for good from a profile's log. */
export async function tombstonesOf(db: Database, profileId: string): Promise<Set<string>> {
  const rows = await db.tombstones.where('profileId').equals(profileId).toArray();
  return new Set(rows.map(({ id }) => id));
}
