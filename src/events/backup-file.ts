import { sha256 } from '../lib/sha256';
import { canonicalJson, type Json } from '../lib/text/canonical-json';
import type { OwnFilm } from './own-film';
import type { RatingEvent } from './rating-event';

/*
 * The backup file, format `weightless-backup`, version 2 (docs/format.md): one or more people with their whole logs, as JSON
 * that a person can read, an event a line. `read-backup.ts` reads it.
 */

/** What a backup file calls itself. */
export const BACKUP_FORMAT = 'weightless-backup';
/** Raised with every field that comes or changes: a file of this version has these fields and no others. Version 1 had no `ownFilms`. */
export const BACKUP_VERSION = 2;
/** Schema version of the events (docs/format.md, Versions). */
export const EVENT_SCHEMA = 3;

/** An event without its owner, who is the person it stands under. */
type WithoutOwner<E> = E extends unknown ? Omit<E, 'profileId'> : never;
/** An event of the log as a backup holds it. */
export type BackupEvent = WithoutOwner<RatingEvent>;

/** A person in a backup. */
export interface BackupPerson {
  id: string;
  /** 1..40 characters. */
  name: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Place in the list, ascending. */
  order: number;
  /** Last row that came by a merge with another device (`Profile.sealedSeq`); none where left out. */
  sealedSeq?: number;
  /** Named moods, tuning and the declined offer as they are stored; whoever reads them checks them. */
  moods?: Json;
  tuning?: Json;
  oldDislikes?: Json;
  /** Ids of events that were erased for good. */
  tombstones: string[];
  /** In ascending order of rows. */
  events: BackupEvent[];
  /** Rows of the log that the version that wrote the file did not understand, as they were stored. */
  unreadable: { [name: string]: Json }[];
}

/** A kept run of the Compare screen in a backup. */
export interface BackupRun {
  id: string;
  name: string;
  createdAt: number;
  status: 'running' | 'done' | 'cancelled' | 'failed';
  /** Checked by whoever reads it. */
  content: Json;
}

/** All that a backup holds. */
export interface BackupContent {
  people: BackupPerson[];
  /** Empty in a backup of one person. */
  runs: BackupRun[];
  /** The chosen network; left out in a backup of one person, and where none was chosen. */
  network?: string;
  /** Films added by hand, by ascending id; in a backup of one person those of which something was said. */
  ownFilms: OwnFilm[];
}

/** A backup with what it says of itself. */
export interface Backup extends BackupContent {
  appVersion: string;
  /** When it was written, by ISO 8601 ("2026-01-31T20:15:00.000Z"); null where the file does not say. */
  written: string | null;
}

/** SHA-256 in hexadecimal over the canonical text of a file's fields, `sha256` itself left out. */
export function checksumOf(fields: { [name: string]: Json }): string {
  const { sha256: _, ...others } = fields;
  return sha256(new TextEncoder().encode(canonicalJson(others)));
}

/** An event as others are merged with it: as one of a person's. */
export function ownedBy(profileId: string, event: BackupEvent): RatingEvent {
  return { ...event, profileId } as RatingEvent;
}

/** Lines of one list, an element each, so that two files can be compared line by line. */
function list(name: string, all: readonly unknown[]): string {
  const inside = all.map((element) => JSON.stringify(element)).join(',\n');
  return `${JSON.stringify(name)}:[${inside === '' ? '' : `\n${inside}\n`}]`;
}

function personText({ tombstones, events, unreadable, ...facts }: BackupPerson): string {
  const head = JSON.stringify(facts).slice(0, -1);
  return `${head},\n${list('tombstones', tombstones)},\n${list('unreadable', unreadable)},\n${list('events', events)}}`;
}

/** The text of a backup file. Takes time linear in what is in it. */
export function writeBackup({ appVersion, written, people, runs, network, ownFilms }: Backup): string {
  const head = {
    ...{ format: BACKUP_FORMAT, version: BACKUP_VERSION, schema: EVENT_SCHEMA, appVersion },
    ...(written === null ? {} : { written }),
    ...(network === undefined ? {} : { network }),
  };
  // Values that JSON leaves out, such as undefined, are not there for the checksum either.
  const content = JSON.parse(JSON.stringify({ people, runs, ownFilms })) as { [name: string]: Json };
  const checksum = checksumOf({ ...head, ...content });
  const start = JSON.stringify({ ...head, sha256: checksum }).slice(0, -1);
  return `${start},\n"people":[\n${people.map(personText).join(',\n')}\n],\n${list('runs', runs)},\n${list('ownFilms', ownFilms)}}\n`;
}
