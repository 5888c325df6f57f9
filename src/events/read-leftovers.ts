import * as v from 'valibot';
import type { Json } from '../lib/text/canonical-json';
import type { Backup, BackupEvent } from './backup-file';
import { BackupRefusal } from './backup-refusal';
import { inOrder, LAST_SEQ, type RatingEvent, readRatingEvent } from './rating-event';

/*
 * The file of rows of a damaged log (`weightless-rows`, version 1: state/profile/leftovers) holds one person's log as it was
 * stored, without tombstones, moods and checksum. What can be read of it is restored; the other rows come along as they are.
 */

const rows = v.array(v.unknown());
const schema = v.object({
  ...{ version: v.literal(1), appVersion: v.optional(v.string(), '') },
  ...{ profile: v.optional(v.unknown()), readable: rows, unreadable: rows },
});
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_SEQ));
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const profileSchema = v.object({
  id: v.fallback(v.optional(text), undefined),
  name: v.fallback(text, 'Somebody'),
  createdAt: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)), 0),
  sealedSeq: v.fallback(v.optional(count), undefined),
});

/** A row of a log with its id, whatever else it holds. */
export type Row = { [name: string]: Json } & { id: string };

/** Rows with an id, one of each. */
export function withIds(all: readonly unknown[]): Row[] {
  const found = new Map<string, Row>();
  for (const row of all) {
    const { success, output } = v.safeParse(v.object({ id: text }), row);
    if (success && !found.has(output.id)) found.set(output.id, row as Row);
  }
  return [...found.values()];
}

/**
 * Reads a file of rows as a backup of its one person.
 * @param file its name as it may stand in a message
 * @throws BackupRefusal where it is of another version, or holds nobody
 */
export function readLeftovers(fields: { [name: string]: Json }, file: string): Backup {
  if (typeof fields.version === 'number' && fields.version > 1) {
    throw new BackupRefusal(`${file} was written by a newer Weightless; update this one: reload the page.`);
  }
  const { success, output } = v.safeParse(schema, fields);
  if (!success)
    throw new BackupRefusal(`${file} is damaged: the rows of a log should be in it, and are not.`);
  const all = withIds([...output.readable, ...output.unreadable]);
  const { output: profile } = v.safeParse(profileSchema, output.profile ?? {});
  const known = v.is(profileSchema, output.profile ?? {})
    ? (profile as v.InferOutput<typeof profileSchema>)
    : null;
  const profileId = known?.id ?? all.map((row) => row.profileId).find((id) => v.is(text, id));
  if (typeof profileId !== 'string') throw new BackupRefusal(`${file} holds nobody’s ratings.`);
  const read = all.map((row) => readRatingEvent({ ...row, profileId }));
  const events = read.filter((event) => event !== undefined);
  return {
    appVersion: output.appVersion.slice(0, 40) || 'unknown',
    written: null,
    runs: [],
    ownFilms: [],
    people: [
      {
        ...{ id: profileId, name: known?.name ?? 'Somebody', createdAt: known?.createdAt ?? 0, order: 1 },
        ...(known?.sealedSeq === undefined ? {} : { sealedSeq: known.sealedSeq }),
        ...{ tombstones: [], events: withoutOwner(numbered(events)) },
        unreadable: all
          .filter((_, n) => read[n] === undefined)
          .map(({ profileId: _, seq: __, ...row }) => row),
      },
    ],
  };
}

/** Rows numbered as they were where each has a number of its own, else anew in the order of events. */
export function numbered(events: readonly RatingEvent[]): RatingEvent[] {
  if (new Set(events.map(({ seq }) => seq)).size === events.length) {
    return events.toSorted((a, b) => a.seq - b.seq);
  }
  return events.toSorted(inOrder).map((event, n) => ({ ...event, seq: n + 1 }));
}

/** Events as a backup holds them. */
export function withoutOwner(events: readonly RatingEvent[]): BackupEvent[] {
  return events.map(({ profileId: _, ...event }) => event as BackupEvent);
}
