import type { Backup, BackupPerson } from '../../events/backup-file';
import { ownedBy } from '../../events/backup-file';
import { type DeviceLog, mergeLogs } from '../../events/merge-logs';
import { happenedAt, inOrder, type RatingEvent, readRatingEvent } from '../../events/rating-event';
import type { StoredPeople, TakenSettings } from '../../storage/backup/restore-order';
import { FIRST_NAME } from '../../storage/profiles';
import { foldName, freeName } from '../../storage/read-profiles';
import { type Mood, MoodError, readMoods, writeMoods } from '../log/moods';

/** What becomes of one person of a backup. */
export type RestoreChoice =
  /** Put together with somebody here: all that either device knows, but for what was erased on one of them. */
  | { mode: 'merge'; profileId: string }
  /** In place of all that is here of somebody. */
  | { mode: 'replace'; profileId: string }
  | { mode: 'add' }
  | { mode: 'leave' };

/** A person of a backup, for a screen. */
export interface PersonPreview {
  name: string;
  /** Entries of the log, undone ones included. */
  clicks: number;
  /** When the first and the last happened, in milliseconds since 1970; null where there is none. */
  span: { from: number; to: number } | null;
  /** What seems to be meant. */
  suggested: RestoreChoice;
}

/** Somebody who is here. */
interface PersonHere {
  id: string;
  name: string;
  clicks: number;
}

/** What a backup holds, and what it meets here. */
export interface BackupPreview {
  /** The file's name, printable. */
  file: string;
  appVersion: string;
  /** In milliseconds since 1970; null where the file does not say. */
  writtenAt: number | null;
  people: PersonPreview[];
  /** Kept comparisons in it. */
  runs: number;
  here: PersonHere[];
  /** How many clicks a choice adds and takes away (`RestoreOutcome`). @param person by place in `people` */
  outcomeOf(person: number, choice: RestoreChoice): RestoreOutcome;
}

/** What a choice would do, counted in entries of the log, as things are now. */
interface RestoreOutcome {
  added: number;
  /** Already here. */
  known: number;
  /** Taken away here: erased on the other device, or, where a log is replaced, not in the file. */
  removed: number;
  /** In the file and erased for good here: they stay away where logs are put together, and come back where one is replaced. */
  erasedHere: number;
}

/** A person's log in a backup, as one of a device. */
function deviceLogOf({ events, tombstones }: BackupPerson): DeviceLog<RatingEvent> {
  const owned = events.map((event) => ownedBy('', event));
  return { events: owned.sort(inOrder), tombstones: new Set(tombstones) };
}

/** @param stored everybody who is here */
export function previewOf(backup: Backup, file: string, stored: StoredPeople): BackupPreview {
  const logs = new Map(
    stored.people.map(({ profile, rows, tombstones }) => {
      const events = rows.map(readRatingEvent).filter((event) => event !== undefined);
      return [profile.id, { events: events.sort(inOrder), tombstones: new Set(tombstones) }];
    }),
  );
  const here = stored.people.map(({ profile, rows }) => ({
    ...{ id: profile.id, name: profile.name, clicks: rows.length },
  }));
  return {
    ...{
      file,
      appVersion: backup.appVersion,
      writtenAt: timeOf(backup.written),
      runs: backup.runs.length,
      here,
    },
    people: backup.people.map((person) => ({
      ...{ name: person.name, clicks: person.events.length + person.unreadable.length },
      ...{ span: spanOf(person), suggested: suggest(person, here) },
    })),
    outcomeOf(n, choice) {
      const person = deviceLogOf(backup.people[n]);
      const known =
        choice.mode === 'merge' || choice.mode === 'replace' ? logs.get(choice.profileId) : undefined;
      return outcome(choice.mode, person, known ?? { events: [], tombstones: new Set() });
    },
  };
}

function timeOf(written: string | null): number | null {
  const time = Date.parse(written ?? '');
  return Number.isNaN(time) ? null : time;
}

function spanOf({ events }: BackupPerson): PersonPreview['span'] {
  if (events.length === 0) return null;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const event of events) {
    const time = happenedAt(event);
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  return { from, to };
}

function suggest({ id, name }: BackupPerson, here: readonly PersonHere[]): RestoreChoice {
  const same = here.find((person) => person.id === id);
  // Everybody is called "You" at first: that says nothing of who it is.
  const isNamed = foldName(name) !== foldName(FIRST_NAME);
  const namesake = here.find((person) => isNamed && foldName(person.name) === foldName(name));
  const found = same ?? namesake;
  return found ? { mode: 'merge', profileId: found.id } : { mode: 'add' };
}

function outcome(mode: RestoreChoice['mode'], file: DeviceLog, here: DeviceLog): RestoreOutcome {
  const ids = new Set(here.events.map(({ id }) => id));
  const known = file.events.filter(({ id }) => ids.has(id)).length;
  const erasedHere = file.events.filter(({ id }) => here.tombstones.has(id)).length;
  if (mode === 'leave') return { added: 0, known, removed: 0, erasedHere };
  if (mode !== 'merge') {
    return { added: file.events.length - known, known, removed: here.events.length - known, erasedHere };
  }
  const merged = mergeLogs(here, file).events;
  const stay = merged.filter(({ id }) => ids.has(id)).length;
  return { added: merged.length - stay, known, removed: here.events.length - stay, erasedHere };
}

/** What becomes of a person's settings here. Never throws. */
export function settingsAfter(
  mode: 'merge' | 'replace' | 'add',
  { moods, tuning, oldDislikes }: BackupPerson,
  now: TakenSettings,
): TakenSettings {
  if (mode !== 'merge') return { contexts: moods, tuning, oldDislikes };
  const said = now.oldDislikes ?? oldDislikes;
  return { contexts: unionOf(now.contexts, moods), tuning: now.tuning, oldDislikes: said };
}

/** Moods of either device; of one id the one that is here, with names of their own. */
function unionOf(here: unknown, file: unknown): unknown {
  if (file === undefined) return here;
  if (here === undefined) return file;
  try {
    const list: Mood[] = readMoods(here);
    const before = list.length;
    for (const mood of readMoods(file)) {
      if (!list.some(({ id }) => id === mood.id)) list.push({ ...mood, name: freeName(mood.name, list) });
    }
    return list.length === before ? here : writeMoods(list);
  } catch (error) {
    if (error instanceof MoodError) return here;
    throw error;
  }
}
