import type { BackupEvent } from '../../events/backup-file';
import type { Json } from '../../lib/text/canonical-json';
import type { Profile, StoredEvent, StoredResult } from '../database';
import { erasuresOf, isRow } from '../log-rows';
import { freeName } from '../read-profiles';

/** What is kept of each person among the settings and goes along in a backup, as `<name>:<profile>`. */
export const TAKEN_SETTINGS = ['contexts', 'tuning', 'oldDislikes'] as const;
/** Name of such a setting. */
export type TakenSetting = (typeof TAKEN_SETTINGS)[number];
/** Their values, as they are stored. */
export type TakenSettings = Partial<Record<TakenSetting, unknown>>;

/** Rows of a file that are numbered higher are numbered anew: a log must not come to the end of its numbers. */
const HIGHEST_KEPT = 2 ** 40;

/** All that is stored of a person. */
export interface StoredPerson {
  profile: Profile;
  /** Rows of the log as found, in no useful order. */
  rows: unknown[];
  tombstones: string[];
  settings: TakenSettings;
}

/** All that is stored of some people, read at one moment. */
export interface StoredPeople {
  people: StoredPerson[];
  runs: StoredResult[];
  /** The chosen network; undefined where none was chosen. */
  network: unknown;
  /** Films added by hand, as they are stored; undefined where there are none. */
  ownFilms: unknown;
}

/** How a person of a backup comes into the storage. */
type RestoreMode = 'merge' | 'replace' | 'add';

/** A person to be restored. */
export interface RestoredPerson {
  mode: RestoreMode;
  /** Whom to merge into or to replace; in mode 'add' the id to take where it is free. */
  profileId: string;
  /** Taken in mode 'add' where `profileId` is not free. */
  otherId: string;
  profile: Pick<Profile, 'name' | 'createdAt' | 'order' | 'sealedSeq'>;
  events: readonly BackupEvent[];
  /** Rows that this version does not understand. */
  unreadable: readonly { [name: string]: Json }[];
  tombstones: readonly string[];
  /** What becomes of what is kept of the person. @param now empty where nothing is. Must not wait. */
  settings(now: TakenSettings): TakenSettings;
}

/** What is to be restored, all or nothing. */
export interface RestoreOrder {
  people: readonly RestoredPerson[];
  /** Kept runs; those whose id is there already stay as they are. */
  runs: readonly StoredResult[];
  /** Taken where none was chosen here. */
  network: string | undefined;
  /** What becomes of the films added by hand. @param now as they are stored; undefined where there are none. Must not wait. */
  ownFilms(now: unknown): unknown;
}

/** Who was restored, in the order given. */
export interface Restored {
  people: {
    profileId: string;
    name: string;
    /** Rows that came, and rows that went. */
    added: number;
    removed: number;
  }[];
  /** Who gave way: the person of a first visit, who had said nothing. */
  gaveWay: string | null;
}

/** Whether the person of a first visit may give way: somebody is there afterwards, and nothing is restored into them. */
export function mayMakeWay({ people }: RestoreOrder): boolean {
  return people.length > 0 && people.every(({ mode }) => mode === 'add');
}

/** Whether the numbers of rows in a file leave room for all that anyone will ever click. */
export function keepRows(people: readonly RestoredPerson[]): boolean {
  return people.every(
    ({ events, unreadable }) => Math.max(lastOf(events), lastOf(unreadable)) < HIGHEST_KEPT,
  );
}

/** The entry of a person whose whole log is put anew, its sealed row left out. */
export function profileFor(
  { mode, profile }: RestoredPerson,
  there: Profile | undefined,
  { list, isFirst, profileId }: { list: readonly Profile[]; isFirst: boolean; profileId: string },
): Profile {
  if (mode === 'replace' && there) {
    const { sealedSeq: _, ...rest } = there;
    return { ...rest, erasures: erasuresOf(there) + 1 };
  }
  const order = isFirst ? profile.order : (list.at(-1)?.order ?? 0) + 1;
  const { createdAt } = profile;
  return { id: profileId, name: freeName(profile.name, list), createdAt, order };
}

/**
 * The rows of a restored log in their places.
 * @param after the last row that is taken; null where none is, and rows keep their numbers
 * @returns with the last row that is sealed, 0 for none
 */
export function placeRows(
  { events, unreadable, profile }: RestoredPerson,
  profileId: string,
  after: number | null,
): { rows: StoredEvent[]; sealedSeq: number } {
  let last = after ?? Math.max(lastOf(events), lastOf(unreadable));
  const sealed = profile.sealedSeq ?? 0;
  let sealedSeq = after === null ? sealed : 0;
  const all = ([...events, ...unreadable] as { seq?: unknown; id: string }[])
    .map((row) => ({ ...row, seq: isRow(row.seq) ? row.seq : undefined }))
    .toSorted((a, b) => (a.seq ?? Number.POSITIVE_INFINITY) - (b.seq ?? Number.POSITIVE_INFINITY));
  const rows = all.map((row): StoredEvent => {
    const seq = after === null && row.seq !== undefined ? row.seq : ++last;
    if (after !== null && (row.seq ?? Number.POSITIVE_INFINITY) <= sealed) sealedSeq = seq;
    return { ...row, profileId, seq };
  });
  return { rows, sealedSeq };
}

/** How many rows came and went where some were put in the place of others. */
export function changeOf(
  before: readonly StoredEvent[],
  after: readonly StoredEvent[],
): Pick<Restored['people'][number], 'added' | 'removed'> {
  const known = new Set(before.map(({ id }) => id));
  const stayed = after.filter(({ id }) => known.has(id)).length;
  return { added: after.length - stayed, removed: before.length - stayed };
}

/** The last row's number; 0 where none has one. */
function lastOf(rows: readonly { seq?: unknown }[]): number {
  return rows.reduce((last, { seq }) => (isRow(seq) ? Math.max(last, seq) : last), 0);
}
