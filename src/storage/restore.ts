import { mergeLogs } from '../events/merge-logs';
import { inOrder, type RatingEvent, readRatingEvent, type UnsavedEvent } from '../events/rating-event';
import { type Database, openDatabase, type Profile } from './database';
import { eventsOf, lastRow, tombstonesOf } from './log-rows';
import { freeName, readProfiles } from './read-profiles';

/** What a page holds of one person. */
export interface HeldPerson {
  /** With the erasures and the sealed row of the log that the events are of. */
  profile: Profile;
  /** The whole log as the page knows it; events that are not known to be saved have no `seq`. */
  events: readonly (UnsavedEvent & { seq?: number })[];
  /** By key, as they are stored. */
  settings: ReadonlyMap<string, unknown>;
}

/** See `Storage.restore`. What is there already stays as it is: another tab may have written it before. */
export async function restoreInto(db: Database, held: readonly HeldPerson[]): Promise<void> {
  const id = await inFresh(db, async () => {
    for (const { profile, events, settings } of held) {
      const sealedSeq = await addMissing(db, profile, events);
      if (!(await db.profiles.get(profile.id))) {
        const name = freeName(profile.name, readProfiles(await db.profiles.toArray()).list);
        await db.profiles.add({ ...profile, name, sealedSeq });
      }
      for (const [key, value] of settings) {
        if (!(await db.settings.get(key))) await db.settings.add({ key, value });
      }
    }
    return db.identity.read();
  });
  db.identity.adopt(id);
}

/** See `Storage.holdsStill`. */
export async function holdsStill(db: Database, held: readonly HeldPerson[]): Promise<boolean> {
  const id = await inFresh(db, async () => {
    for (const { profile, events } of held) {
      const [present, tombstones] = await Promise.all([
        eventsOf(db, profile.id).toArray(),
        tombstonesOf(db, profile.id),
      ]);
      const known = new Set([...present.map((row) => row.id), ...tombstones]);
      const missing = events.some((event) => event.seq !== undefined && !known.has(event.id));
      if (missing || !(await db.profiles.get(profile.id))) return null;
    }
    return db.identity.read();
  });
  if (id !== null) db.identity.adopt(id);
  return id !== null;
}

/** Works in the database that is there now, whichever it is, over a new connection. */
async function inFresh<T>(db: Database, work: () => Promise<T>): Promise<T> {
  db.close({ disableAutoOpen: false });
  await openDatabase(db);
  return db.transaction('rw', [db.profiles, db.events, db.tombstones, db.settings], work);
}

/** @returns the last row of what came by a merge with another device: it stays sealed, before all that was told since */
async function addMissing(db: Database, profile: Profile, events: HeldPerson['events']): Promise<number> {
  const [rows, tombstones] = await Promise.all([
    eventsOf(db, profile.id).toArray(),
    tombstonesOf(db, profile.id),
  ]);
  const present = new Set(rows.map(({ id }) => id));
  const there = rows.map(readRatingEvent).filter((event) => event !== undefined);
  const merged = mergeLogs<UnsavedEvent & { seq?: number }>(
    { events: there.sort(inOrder), tombstones },
    { events, tombstones: new Set() },
  );
  const isSealed = ({ seq = Number.POSITIVE_INFINITY }: { seq?: number }) => seq <= (profile.sealedSeq ?? 0);
  const added = merged.events.filter(({ id }) => !present.has(id));
  const sealed = added.filter(isSealed);
  let seq = await lastRow(db);
  const sealedSeq = sealed.length > 0 ? seq + sealed.length : 0;
  const open = added.filter((event) => !isSealed(event));
  await db.events.bulkAdd([...sealed, ...open].map((event): RatingEvent => ({ ...event, seq: ++seq })));
  return sealedSeq;
}
