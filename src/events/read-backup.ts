import * as v from 'valibot';
import { type Json, jsonDepth } from '../lib/text/canonical-json';
import { printable } from '../lib/text/printable';
import { checkCount, checkNames, problemOf } from './backup-checks';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  type BackupEvent,
  type BackupPerson,
  type BackupRun,
  checksumOf,
  EVENT_SCHEMA,
} from './backup-file';
import { BackupRefusal } from './backup-refusal';
import { MAX_OWN_FILMS, type OwnFilm, readOwnFilm } from './own-film';
import { readRatingEvent } from './rating-event';
import { readLeftovers } from './read-leftovers';
import { readTables } from './read-tables';
import { type LogRow, upgradeEvents } from './upgrade-events';

/** Most people of a backup. */
const MAX_PEOPLE = 1000;
/** Most events of a backup: fifty clicks a day for more than ten years. */
const MAX_EVENTS = 250_000;
/** Most kept runs. */
const MAX_RUNS = 10_000;
/** How deep a value may be nested. */
const MAX_DEPTH = 60;
const MAX_ID = 200;
const MAX_NAME = 200;

/** A JSON object. */
type Fields = { [name: string]: Json };

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID));
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_NAME));
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const anything = v.optional(v.unknown());

const personSchema = v.object({
  ...{ id, name, createdAt: moment, order: v.pipe(v.number(), v.finite(), v.minValue(0)) },
  ...{ sealedSeq: v.optional(count), moods: anything, tuning: anything, oldDislikes: anything },
  tombstones: v.array(id),
  unreadable: v.array(v.object({})),
  events: v.array(v.object({})),
});
const runSchema = v.object({
  ...{ id, name: v.pipe(v.string(), v.maxLength(MAX_NAME)), createdAt: moment, content: v.unknown() },
  status: v.picklist(['running', 'done', 'cancelled', 'failed']),
});
const fileSchema = v.object({
  ...{ format: v.literal(BACKUP_FORMAT), version: v.picklist([1, BACKUP_VERSION]) },
  ...{ schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), appVersion: name },
  ...{ written: v.optional(v.pipe(v.string(), v.maxLength(40))), network: v.optional(id) },
  ...{ sha256: v.string(), people: v.array(v.unknown()), runs: v.array(v.unknown()) },
});
/** Since version 2. */
const laterSchema = v.object({ ownFilms: v.array(v.unknown()) });

/**
 * Reads the text of a backup file, or of what was saved where screens do not work (`weightless-tables`, `weightless-rows`).
 * @param file its name as it may stand in a message
 * @throws BackupRefusal
 */
export function readBackup(text: string, file: string): Backup {
  const fields = parse(text, file);
  if (fields.format === 'weightless-rows') return readLeftovers(fields, file);
  if (fields.format === 'weightless-tables') return readTables(fields, file);
  if (fields.format === 'weightless-compare') {
    throw new BackupRefusal(`${file} is a saved comparison, not a backup: nobody’s ratings are in it.`);
  }
  if (fields.format !== BACKUP_FORMAT) {
    throw new BackupRefusal(
      `${file} is not a backup of Weightless. If it is the export of another site, bring it in under Import.`,
      'import',
    );
  }
  return readFields(fields, file);
}

function parse(text: string, file: string): Fields {
  if (jsonDepth(text) > MAX_DEPTH) {
    throw new BackupRefusal(`${file} is not a backup: its values are nested deeper than a backup’s.`);
  }
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    const isOwn = /"format"\s*:\s*"weightless-/.test(text.slice(0, 1000));
    if (!isOwn) throw new BackupRefusal(`${file} is not a backup of Weightless: it cannot be read as JSON.`);
    throw new BackupRefusal(
      text.trimEnd().endsWith('}')
        ? `${file} is damaged: it is no JSON any more. Take another copy of it.`
        : `${file} is cut off: its end is missing. Download or copy it again.`,
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new BackupRefusal(
    `${file} is not a backup of Weightless. If it is the export of another site, bring it in under Import.`,
    'import',
  );
}

/** @throws BackupRefusal where a version of the form or of its events is newer than this app's */
function checkVersion(fields: Fields, file: string): void {
  const isNewer = (value: Json | undefined, own: number) => typeof value === 'number' && value > own;
  if (isNewer(fields.version, BACKUP_VERSION) || isNewer(fields.schema, EVENT_SCHEMA)) {
    throw new BackupRefusal(
      `${file} was written by a newer Weightless; update this one: reload the page, or open Weightless where it is newer.`,
    );
  }
}

function readFields(fields: Fields, file: string): Backup {
  checkVersion(fields, file);
  const { success, output, issues } = v.safeParse(fileSchema, fields);
  if (!success) throw new BackupRefusal(`${file} is damaged: ${problemOf(issues, 'its head')}.`);
  const later = output.version === 1 ? {} : laterSchema.entries;
  checkNames(fields, [...Object.keys(fileSchema.entries), ...Object.keys(later)], file, 'it');
  if (checksumOf(fields) !== output.sha256) {
    throw new BackupRefusal(
      `${file} was altered after it was saved: its checksum does not match. Take another copy of it.`,
    );
  }
  const counts = [
    [output.people.length, MAX_PEOPLE, 'people'],
    [output.runs.length, MAX_RUNS, 'kept comparisons'],
  ] as const;
  for (const [found, most, what] of counts) checkCount(found, most, what, file);
  const rows = new Set<number>();
  const people = output.people.map((person, n) => readPerson(person, n, output.schema, rows, file));
  checkCount(rows.size, MAX_EVENTS, 'clicks', file);
  if (new Set(people.map((person) => person.id)).size < people.length) {
    throw new BackupRefusal(`${file} is damaged: two people in it have the same id.`);
  }
  const { appVersion, written, network } = output;
  return {
    appVersion,
    written: written ?? null,
    people,
    runs: output.runs.map((run, n) => readRun(run, n, file)),
    ...(network === undefined ? {} : { network }),
    ownFilms: output.version === 1 ? [] : readFilms(fields, file),
  };
}

function readFilms(fields: Fields, file: string): OwnFilm[] {
  const { success, output, issues } = v.safeParse(laterSchema, fields);
  if (!success) throw new BackupRefusal(`${file} is damaged: ${problemOf(issues, 'it')}.`);
  checkCount(output.ownFilms.length, MAX_OWN_FILMS, 'films added by hand', file);
  const films = output.ownFilms.map((value, n) => {
    const film = readOwnFilm(value);
    if (!film) throw new BackupRefusal(`${file} is damaged: film ${n + 1} added by hand is none.`);
    checkNames(value as object, Object.keys(film), file, `film ${n + 1} added by hand`);
    return film;
  });
  if (new Set(films.map(({ movieId }) => movieId)).size < films.length) {
    throw new BackupRefusal(`${file} is damaged: two films added by hand have the same id.`);
  }
  return films;
}

/** @param rows numbers of rows taken by the people before */
function readPerson(
  value: unknown,
  n: number,
  schema: number,
  rows: Set<number>,
  file: string,
): BackupPerson {
  const { success, output, issues } = v.safeParse(personSchema, value);
  const where = `person ${n + 1}`;
  if (!success) throw new BackupRefusal(`${file} is damaged: ${problemOf(issues, where)}.`);
  checkNames(value as object, Object.keys(personSchema.entries), file, where);
  const raw = value as Fields & { events: Fields[]; unreadable: Fields[] };
  checkCount(raw.events.length + raw.unreadable.length, MAX_EVENTS, 'clicks', file);
  const read = schema < EVENT_SCHEMA ? upgraded(raw.events, output.id) : { events: raw.events, left: [] };
  const events = read.events.map((event, at) => readEvent(event, output.id, at, file, where));
  const unreadable = [...raw.unreadable, ...read.left];
  const ids = new Set<unknown>();
  for (const row of [...events, ...unreadable] as { id?: unknown; seq?: unknown }[]) {
    const { seq } = row;
    const isTaken = ids.has(row.id) || (typeof seq === 'number' && rows.has(seq));
    if (isTaken || typeof row.id !== 'string' || row.id === '' || row.id.length > MAX_ID) {
      throw new BackupRefusal(`${file} is damaged: clicks of ${where} have no id, or two have the same.`);
    }
    ids.add(row.id);
    if (typeof seq === 'number') rows.add(seq);
  }
  const { createdAt, order, sealedSeq, tombstones } = output;
  const { moods, tuning, oldDislikes } = raw;
  return {
    ...{ id: output.id, name: output.name, createdAt, order },
    ...(sealedSeq === undefined ? {} : { sealedSeq }),
    ...(moods === undefined ? {} : { moods }),
    ...(tuning === undefined ? {} : { tuning }),
    ...(oldDislikes === undefined ? {} : { oldDislikes }),
    ...{ tombstones: [...new Set(tombstones)], events, unreadable },
  };
}

function readEvent(row: Fields, profileId: string, at: number, file: string, where: string): BackupEvent {
  const event = readRatingEvent({ ...row, profileId });
  if (!event) {
    throw new BackupRefusal(
      `${file} is damaged: click ${at + 1} of ${where} is none that Weightless writes (kind “${printable(String(row.kind), 40)}”).`,
    );
  }
  checkNames(row, Object.keys(event), file, `click ${at + 1} of ${where}`);
  const { profileId: _, ...rest } = event;
  return rest as BackupEvent;
}

/** Events of schema version 1 or 2 as those of version 3, and rows that stay as they were. */
function upgraded(rows: readonly Fields[], profileId: string): { events: Fields[]; left: Fields[] } {
  const ordered = rows.toSorted((a, b) => Number(a.seq) - Number(b.seq));
  const done = upgradeEvents(ordered.map((row) => ({ ...row, profileId })) as unknown as LogRow[]);
  const events: Fields[] = [];
  const left: Fields[] = [];
  for (const { profileId: _, ...row } of done as unknown as Fields[]) {
    (readRatingEvent({ ...row, profileId }) ? events : left).push(row);
  }
  return { events, left };
}

function readRun(value: unknown, n: number, file: string): BackupRun {
  const { success, output, issues } = v.safeParse(runSchema, value);
  const where = `kept comparison ${n + 1}`;
  if (!success) throw new BackupRefusal(`${file} is damaged: ${problemOf(issues, where)}.`);
  checkNames(value as object, Object.keys(runSchema.entries), file, where);
  return output as BackupRun;
}
