import * as v from 'valibot';

/*
 * One entry of the rating log, schema version 3 (docs/format.md). An event is never changed: what it does follows from the
 * events before it alone (state/log/fold). So events of one profile can be left out (erased) or put together from two
 * devices (merged) without touching those that stay.
 */

/** Screens on which a film can be judged. */
const PLACES = [
  'rate',
  'for-you',
  'want-to-see',
  'film',
  'search',
  'my-ratings',
  'why',
  'my-model',
  'import',
] as const;
/** Name of such a screen. */
export type Place = (typeof PLACES)[number];

/** What a person may answer of a film; `clear` takes back whatever was answered. */
export const ANSWERS = ['like', 'so-so', 'dislike', 'unseen', 'clear'] as const;
/** Name of an answer. */
export type RatingKind = (typeof ANSWERS)[number];
/** Whether a person wants to see a film: beside the answer, not instead of it. */
export const WISHES = ['watch', 'unwatch'] as const;
/** Name of a wish. */
type WishKind = (typeof WISHES)[number];

/** What every event tells. */
interface Told {
  /** UUID, unique within the profile: tells apart what was saved once and what was tried twice. */
  id: string;
  profileId: string;
  /**
   * When it was told, in milliseconds since 1970. Made monotone when it is appended: never below or at that of an event
   * already in the log, however the clock of the device jumps. With `id` it is the order of everything (`inOrder`).
   */
  time: number;
  /** What the time is that it is about, where that differs: a rating brought from elsewhere, a clock set back. */
  about?: number;
  /** MovieLens id: stable, whatever the bundled catalogue holds. */
  movieId: number;
  /** Where it was made; places that this version does not know are read as 'elsewhere'. */
  place: Place | 'elsewhere';
  /** Whether a prediction for this film was on screen: such clicks are no fair test of the model. */
  predictionVisible: boolean;
  /** Shared by events made in one step, such as an import or removing all from a day: undo takes them back together. */
  batch?: string;
  /** Where it comes from, such as "letterboxd"; this app where left out. The import is named by `batch`. */
  origin?: string;
}

/** An answer of a person about a film. */
export interface Answer extends Told {
  kind: RatingKind;
  /** Id of the mood that it is filed under; none where left out. */
  mood?: string;
  /** Stars given elsewhere, 0.5..5 in halves. */
  stars?: number;
  /**
   * How many answers could be chosen from: 2 before there was "so-so". A dislike among two means "not a like", also of
   * films that were just so-so.
   */
  choices: 2 | 3;
  /**
   * The time from which it counts as recent, in milliseconds since 1970, where that is not when it was told: an answer
   * brought back is as old as it was.
   */
  since?: number;
}

/** Wants to see a film, or no longer. */
export interface Wish extends Told {
  kind: WishKind;
}

/** Takes an earlier answer, wish or filing back. Without effect where that is undone already. */
export interface Undo extends Told {
  kind: 'undo';
  /** Id of the event taken back. */
  of: string;
}

/** Repeats what was taken back. Without effect where it stands. */
export interface Redo extends Told {
  kind: 'redo';
  /** Id of the event repeated. */
  of: string;
}

/** Files an earlier answer under another mood. */
export interface Filing extends Told {
  kind: 'file';
  /** Id of the answer. */
  of: string;
  /** None where left out. */
  mood?: string;
}

/** An event before the log has given it its place. */
export type UnsavedEvent = Answer | Wish | Undo | Redo | Filing;

/** An event of the log. */
export type RatingEvent = UnsavedEvent & {
  /**
   * Row of the log, from 1: grows with every row written in this browser, over all profiles, so that a tab can ask for
   * what is new. Not the order of events: what another device told earlier is written later.
   */
  seq: number;
};

/** The end of the year 9999, in milliseconds since 1970: a clock that says more is not believed. */
export const LATEST = 253_402_300_799_999;
/** The last time that an event can have, in milliseconds since 1970; beyond `LATEST` for events after such a clock. */
export const LAST_TIME = 2 * LATEST;

/** Rows from here on are damaged: far more than anyone can click, and far from where IndexedDB's keys stop being exact (2^53). */
export const LAST_SEQ = 2 ** 50;

/** Whether an event is an answer. */
export function isAnswer(event: UnsavedEvent): event is Answer {
  return (ANSWERS as readonly string[]).includes(event.kind);
}

/** Whether an event says something of a film by itself, rather than pointing at another event. */
export function isSaid(event: UnsavedEvent): event is Answer | Wish {
  return isAnswer(event) || event.kind === 'watch' || event.kind === 'unwatch';
}

/** Id of the event that another one undoes, repeats or files; undefined for answers and wishes. */
export function pointedAt(event: UnsavedEvent): string | undefined {
  return isSaid(event) ? undefined : (event as Undo | Redo | Filing).of;
}

/** When what an event says happened, for people, in milliseconds since 1970. */
export function happenedAt({ time, about }: Pick<UnsavedEvent, 'time' | 'about'>): number {
  return about ?? time;
}

/**
 * How recent an answer is among others, in whole milliseconds since 1970, 0 at least: the order of telling, but for what is
 * brought back and for what is brought from elsewhere.
 */
export function recencyOf({
  time,
  about,
  since,
  origin,
}: Pick<Answer, 'time' | 'about' | 'since' | 'origin'>): number {
  const from = since ?? (origin === undefined ? time : (about ?? time));
  return Math.max(0, Math.floor(from));
}

/**
 * The times of an event told now: the order stays that of telling, whatever the clock says, and what the clock said is kept
 * beside it where that differs.
 * @param lastTime of the event before it; @param clock milliseconds since 1970
 */
export function timesAfter(lastTime: number, clock: number): Pick<UnsavedEvent, 'time' | 'about'> {
  const believed = clock >= 0 && clock <= LATEST;
  if (believed && clock > lastTime) return { time: clock };
  // At the end of all times events stand by their ids, rather than where nobody reads them.
  return { time: Math.min(lastTime + 1, LAST_TIME), ...(believed ? { about: clock } : {}) };
}

/** The one order of events of a profile: replay, windows, time travel, merge and export all go by it. */
export function inOrder(a: Pick<UnsavedEvent, 'time' | 'id'>, b: Pick<UnsavedEvent, 'time' | 'id'>): number {
  if (a.time !== b.time) return a.time - b.time;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const moment = v.pipe(v.number(), v.minValue(-LATEST), v.maxValue(LATEST));

const told = {
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LAST_SEQ - 1)),
  id,
  profileId: v.string(),
  time: v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME)),
  about: v.optional(moment),
  movieId: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  place: v.fallback(v.picklist([...PLACES, 'elsewhere']), 'elsewhere'),
  predictionVisible: v.boolean(),
  batch: v.optional(id),
  origin: v.optional(v.string()),
};

const schema = v.variant('kind', [
  v.object({
    ...told,
    kind: v.picklist(ANSWERS),
    mood: v.optional(id),
    stars: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(5), v.multipleOf(0.5))),
    choices: v.picklist([2, 3]),
    since: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME))),
  }),
  v.object({ ...told, kind: v.picklist(WISHES) }),
  v.object({ ...told, kind: v.picklist(['undo', 'redo']), of: id }),
  v.object({ ...told, kind: v.literal('file'), of: id, mood: v.optional(id) }),
]);

/** Reads a row of the log; undefined if it is not an event that this version understands. */
export function readRatingEvent(row: unknown): RatingEvent | undefined {
  const result = v.safeParse(schema, row);
  return result.success ? (result.output as RatingEvent) : undefined;
}
