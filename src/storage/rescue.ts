import { readRatingEvent, type UnsavedEvent } from '../events/rating-event';
import type { Database, Profile } from './database';
import { inOwn } from './identity';
import { erasuresOf, eventsOf, textAfter, wasEmptied } from './log-rows';
import { FIRST_NAME, type ProfileSources } from './profiles';
import { appendTo } from './rating-log';
import { freeName, readProfiles } from './read-profiles';
import { guarded } from './storage-error';

/** A log whose profile row is missing. */
export interface Orphan {
  profileId: string;
  /** Rows of the log, readable or not. */
  rows: number;
}

/** Who and what is in the database, as found. */
interface PeopleFound {
  /** In list order; empty where there is nobody. */
  list: Profile[];
  /** Logs that belong to nobody in the list. */
  orphans: Orphan[];
  /** Names, as they are now, of people whose row could not be read as it was and is mended. */
  mended: string[];
}

/** A person to be put into the database with what is known of them. */
export interface KeptPerson {
  /** Of the profile; one that is there already gets what it lacks. */
  id: string;
  /** Wished for; where it is taken, a number is added. */
  name: string;
  /** In order; whose they were does not matter. */
  events: readonly UnsavedEvent[];
  /** Values to be set where there is none under the key. */
  settings: ReadonlyMap<string, unknown>;
}

/** A log as it is stored, for saving what is left of it. */
export interface StoredRows {
  /** The profile's row as found; undefined where there is none. */
  profile: unknown;
  readable: unknown[];
  unreadable: unknown[];
}

/** For when not all is as it should be. Every method rejects with a StorageError. */
export interface Rescue {
  /**
   * Reads who is there and what belongs to nobody; makes nobody up. Profile rows that can be mended are mended.
   * @throws StorageError 'lost' where people were there, and neither they nor anything of their logs is any more
   */
  look(): Promise<PeopleFound>;
  /** Puts a person and their log into the database, all or nothing; safe to repeat. */
  keep(person: KeptPerson): Promise<Profile>;
  rows(profileId: string): Promise<StoredRows>;
}

/** Logs whose profile is missing, found by hopping from one to the next. @param known ids of the profiles there are */
async function orphansOf(db: Database, known: ReadonlySet<string>): Promise<Orphan[]> {
  const orphans: Orphan[] = [];
  let after = '';
  for (;;) {
    // No profile can have another id than text, so nothing can be done for such rows. Whatever number a row has, the next
    // profile comes after the least text above this one's id.
    const next = db.events.where('[profileId+seq]').between([textAfter(after)], [[]], true, false);
    const [key] = await next.limit(1).keys();
    const [profileId] = Array.isArray(key) ? (key as unknown[]) : [];
    if (typeof profileId !== 'string') return orphans;
    after = profileId;
    if (known.has(profileId)) continue;
    orphans.push({ profileId, rows: await eventsOf(db, profileId).count() });
  }
}

/** Who and what is in an open database, and putting people into it. */
export function createRescue(db: Database, sources: Pick<ProfileSources, 'now'>): Rescue {
  return {
    look: () =>
      guarded(async () => {
        const found = await inOwn(db, 'rw', [db.profiles, db.events], async () => {
          if (await wasEmptied(db)) throw db.identity.lost();
          const { list, mended } = readProfiles(await db.profiles.toArray());
          await db.profiles.bulkPut(mended);
          const orphans = await orphansOf(db, new Set(list.map(({ id }) => id)));
          return { list, orphans, mended: mended.map(({ name }) => name) };
        });
        if (found.list.length > 0) db.identity.hasPeople = true;
        return found;
      }),
    keep: ({ id, name, events, settings }) =>
      guarded(() =>
        inOwn(db, 'rw', [db.profiles, db.events], async () => {
          const { list } = readProfiles(await db.profiles.toArray());
          let profile = list.find((known) => known.id === id);
          if (!profile) {
            const order = (list.at(-1)?.order ?? 0) + 1;
            profile = { id, name: freeName(name || FIRST_NAME, list), createdAt: sources.now(), order };
            await db.profiles.put(profile);
          }
          const own = events.map((event) => ({ ...event, profileId: id }));
          if (own.length > 0) await appendTo(db, own, new Map([[id, erasuresOf(profile)]]));
          for (const [key, value] of settings) {
            if ((await db.settings.get(key)) === undefined) await db.settings.put({ key, value });
          }
          return profile;
        }),
      ),
    rows: (profileId) =>
      guarded(() =>
        inOwn(db, 'r', [db.profiles, db.events], async () => {
          const [profile, rows] = await Promise.all([
            db.profiles.get(profileId),
            eventsOf(db, profileId).toArray(),
          ]);
          const readable = rows.filter((row) => readRatingEvent(row) !== undefined);
          return { profile, readable, unreadable: rows.filter((row) => !readable.includes(row)) };
        }),
      ),
  };
}
