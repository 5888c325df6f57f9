import * as v from 'valibot';
import type { Json } from '../lib/text/canonical-json';
import { type Backup, type BackupPerson, type BackupRun, EVENT_SCHEMA } from './backup-file';
import { BackupRefusal } from './backup-refusal';
import { knownOwnFilms } from './own-film';
import { type RatingEvent, readRatingEvent } from './rating-event';
import { numbered, type Row, withIds, withoutOwner } from './read-leftovers';
import { type LogRow, upgradeEvents } from './upgrade-events';

/*
 * What the page saves where its screens do not work (`weightless-tables`, version 1: src/first/page-start.js): the tables of the
 * database as they are, and the events that the page held. What can be read of it is restored; there is no checksum.
 */

const rows = v.optional(v.array(v.unknown()), []);
const fileSchema = v.object({
  ...{ version: v.literal(1), schema: v.optional(v.pipe(v.number(), v.minValue(1)), EVENT_SCHEMA) },
  unsaved: rows,
  tables: v.object({ profiles: rows, events: rows, tombstones: rows, settings: rows, results: rows }),
});
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const profileSchema = v.object({
  id: text,
  name: v.fallback(text, 'Somebody'),
  createdAt: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)), 0),
  order: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 1),
  sealedSeq: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined),
});
const ownedSchema = v.object({ profileId: text });
const tombstoneSchema = v.object({ profileId: text, id: text });
const settingSchema = v.object({ key: v.string(), value: v.unknown() });
const runSchema = v.object({
  ...{ id: text, name: v.pipe(v.string(), v.maxLength(200)), createdAt: v.pipe(v.number(), v.minValue(0)) },
  ...{ status: v.picklist(['running', 'done', 'cancelled', 'failed']), content: v.unknown() },
});

/** The values that are as they should be. */
function fitting<S extends v.GenericSchema>(schema: S, values: readonly unknown[]): v.InferOutput<S>[] {
  return values.flatMap((value) => {
    const { success, output } = v.safeParse(schema, value);
    return success ? [output] : [];
  });
}

/**
 * Reads saved tables as a backup of everybody in them.
 * @param file its name as it may stand in a message
 * @throws BackupRefusal where they are of a newer version, or hold nobody
 */
export function readTables(fields: { [name: string]: Json }, file: string): Backup {
  const { success, output } = v.safeParse(fileSchema, fields);
  const isNewer = (value: Json | undefined, own: number) => typeof value === 'number' && value > own;
  if (isNewer(fields.version, 1) || isNewer(fields.schema, EVENT_SCHEMA))
    throw new BackupRefusal(`${file} was written by a newer Weightless; update this one: reload the page.`);
  if (!success) throw new BackupRefusal(`${file} is damaged: the tables that should be in it are not.`);
  const { tables, unsaved, schema } = output;
  const owners = fitting(ownedSchema, [...tables.events, ...unsaved]).map(({ profileId }) => profileId);
  const known = fitting(profileSchema, tables.profiles);
  const nameless = [...new Set(owners)].filter((id) => !known.some((profile) => profile.id === id));
  // Rows that keep older pages out belong to nobody (docs/format.md, Versions).
  const people = [...known, ...nameless.filter(isSomebody(tables.events)).map(named)];
  if (people.length === 0) throw new BackupRefusal(`${file} holds nobody’s ratings.`);
  const settings = new Map(
    fitting(settingSchema, tables.settings).map(({ key, value }) => [key, value as Json]),
  );
  const tombstones = fitting(tombstoneSchema, tables.tombstones);
  return {
    ...{ appVersion: 'unknown', written: null, runs: fitting(runSchema, tables.results) as BackupRun[] },
    ownFilms: knownOwnFilms(settings.get('ownFilms')),
    people: people.map((profile): BackupPerson => {
      const own = (all: readonly unknown[]) =>
        all.filter((row) => v.is(ownedSchema, row) && row.profileId === profile.id);
      const { events, unreadable } = logOf(profile.id, own(tables.events), own(unsaved), schema);
      const [moods, tuning, oldDislikes] = ['contexts', 'tuning', 'oldDislikes'].map((name) =>
        settings.get(`${name}:${profile.id}`),
      );
      const { sealedSeq, ...facts } = profile;
      return {
        ...facts,
        ...(sealedSeq === undefined ? {} : { sealedSeq }),
        ...(moods === undefined ? {} : { moods }),
        ...(tuning === undefined ? {} : { tuning }),
        ...(oldDislikes === undefined ? {} : { oldDislikes }),
        tombstones: tombstones.filter(({ profileId }) => profileId === profile.id).map(({ id }) => id),
        ...{ events: withoutOwner(events), unreadable },
      };
    }),
  };
}

function isSomebody(events: readonly unknown[]): (id: string) => boolean {
  const all = events as { profileId?: unknown; seq?: unknown }[];
  return (id) => !all.some((row) => row?.profileId === id && typeof row.seq === 'number' && row.seq < 0);
}

function named(id: string): v.InferOutput<typeof profileSchema> {
  return { id, name: 'Somebody', createdAt: 0, order: Number.MAX_SAFE_INTEGER, sealedSeq: undefined };
}

/** One person's log: rows as they were stored, and behind them what only the page held. */
function logOf(profileId: string, stored: readonly unknown[], unsaved: readonly unknown[], schema: number) {
  const known = withIds(stored);
  const ordered = known.toSorted((a, b) => Number(a.seq) - Number(b.seq));
  const all =
    schema < EVENT_SCHEMA ? (upgradeEvents(ordered as unknown as LogRow[]) as unknown as Row[]) : known;
  const ids = new Set(all.map(({ id }) => id));
  let seq = all.reduce((last, row) => (typeof row.seq === 'number' ? Math.max(last, row.seq) : last), 0);
  const added = withIds(unsaved)
    .filter(({ id }) => !ids.has(id))
    .map((row): Row => ({ ...row, seq: ++seq }));
  const events: RatingEvent[] = [];
  const unreadable: Row[] = [];
  for (const row of [...all, ...added]) {
    const event = readRatingEvent({ ...row, profileId });
    if (event) events.push(event);
    else unreadable.push(row);
  }
  return {
    events: numbered(events),
    unreadable: unreadable.map(({ profileId: _, seq: __, ...row }) => row),
  };
}
