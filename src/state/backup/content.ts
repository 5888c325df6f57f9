import type { BackupContent, BackupEvent, BackupPerson, BackupRun } from '../../events/backup-file';
import { knownOwnFilms } from '../../events/own-film';
import { type RatingEvent, readRatingEvent, timesAfter, type UnsavedEvent } from '../../events/rating-event';
import type { Json } from '../../lib/text/canonical-json';
import { plainJson } from '../../lib/text/plain-json';
import type { StoredPeople, StoredPerson } from '../../storage/backup/restore-order';
import type { StoredResult } from '../../storage/database';

/** How deep a stored value may be nested in a file; what a database holds deeper is damaged. */
const DEEPEST = 40;
const MAX_ID = 200;
const LATEST_DATE = 8.64e15;

/** A stored value as JSON. */
function json(value: unknown): Json {
  return JSON.parse(JSON.stringify(plainJson(value, DEEPEST)) ?? 'null') as Json;
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_ID;

/** Rows by what this version understands of them. */
function sortRows(rows: readonly unknown[]): {
  events: RatingEvent[];
  unreadable: BackupPerson['unreadable'];
} {
  const events: RatingEvent[] = [];
  const unreadable: BackupPerson['unreadable'] = [];
  for (const row of rows) {
    const event = readRatingEvent(row);
    if (event) events.push(event);
    else {
      const { profileId: _, ...fields } = json(row) as { [name: string]: Json };
      // A row without an id is told apart by its place.
      unreadable.push({ ...fields, id: isId(fields.id) ? fields.id : `unreadable-${unreadable.length}` });
    }
  }
  return { events: events.sort((a, b) => a.seq - b.seq), unreadable };
}

/** Events that are not in the log yet, told after all that is, as the log would place them. @param after last row of all logs */
function placed(
  events: readonly RatingEvent[],
  unsaved: readonly UnsavedEvent[],
  after: number,
): RatingEvent[] {
  const known = new Set(events.map(({ id }) => id));
  let seq = after;
  let last = events.reduce((latest, { time }) => Math.max(latest, time), 0);
  return unsaved
    .filter(({ id }) => !known.has(id))
    .map((event) => {
      const times = event.time > last ? { time: event.time } : timesAfter(last, event.about ?? event.time);
      last = times.time;
      return { ...event, ...times, seq: ++seq } as RatingEvent;
    });
}

function personOf(
  { profile, rows, tombstones, settings }: StoredPerson,
  unsaved: readonly UnsavedEvent[],
  after: number,
): BackupPerson {
  const { events, unreadable } = sortRows(rows);
  const { contexts, tuning, oldDislikes } = settings;
  return {
    ...{ id: profile.id.slice(0, MAX_ID), name: profile.name },
    ...{ createdAt: Math.min(profile.createdAt, LATEST_DATE), order: profile.order },
    ...(profile.sealedSeq === undefined ? {} : { sealedSeq: profile.sealedSeq }),
    ...(contexts === undefined ? {} : { moods: json(contexts) }),
    ...(tuning === undefined ? {} : { tuning: json(tuning) }),
    ...(oldDislikes === undefined ? {} : { oldDislikes: json(oldDislikes) }),
    tombstones: tombstones.filter(isId),
    events: [...events, ...placed(events, unsaved, after)].map(
      ({ profileId: _, ...event }) => event as BackupEvent,
    ),
    unreadable,
  };
}

/** Kept runs as a file holds them; rows that are none are left out. */
function runsOf(stored: readonly StoredResult[]): BackupRun[] {
  return stored.flatMap(({ id, name, createdAt, status, content }) => {
    const isRun =
      isId(id) &&
      typeof name === 'string' &&
      name.length <= MAX_ID &&
      createdAt >= 0 &&
      createdAt <= LATEST_DATE;
    const isKnown = ['running', 'done', 'cancelled', 'failed'].includes(status);
    return isRun && isKnown ? [{ id, name, createdAt, status, content: json(content) }] : [];
  });
}

/**
 * What a backup holds of what is stored.
 * @param unsaved events of a person that are not known to be saved, in order
 */
export function contentOf(
  { people, runs, network, ownFilms }: StoredPeople,
  unsaved: (profileId: string) => readonly UnsavedEvent[],
): BackupContent {
  const rows = people.flatMap((person) => person.rows as { seq?: unknown }[]);
  let last = rows.reduce((seq, row) => (typeof row.seq === 'number' ? Math.max(seq, row.seq) : seq), 0);
  if (last >= 2 ** 49) last = 0;
  const content: BackupContent = { people: [], runs: runsOf(runs), ownFilms: knownOwnFilms(ownFilms) };
  for (const person of people) {
    const waiting = unsaved(person.profile.id);
    content.people.push(personOf(person, waiting, last));
    last += waiting.length;
  }
  return typeof network === 'string' && isId(network) ? { ...content, network } : content;
}
