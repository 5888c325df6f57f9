import * as v from 'valibot';
import type { Answer, RatingKind } from '../../events/rating-event';
import { checkName } from '../../storage/profiles';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import * as words from '../../words/en/log/moods';
import type { Library } from '../platform/library';
import type { LogFold } from './fold';
import { alignModel, opinionsOf } from './opinions';

/*
 * Moods: named contexts in a profile ("with the kids", "alone") that clicks can be filed under.
 *
 * The log of a mood is what was said under it and not undone, in order, and what was taken back altogether: a
 * film removed under My ratings is removed from every mood. The log of several moods together is the union of theirs, so
 * their model is that of the union. Unfiled clicks count in the whole list only, where all clicks count. A click whose
 * mood is gone is unfiled.
 */

/** A named context that clicks can be filed under. */
export interface Mood {
  id: string;
  /** 1..40 characters, unique in its profile whatever the case. */
  name: string;
}

/** Answers of some moods together, in order. @param moods ids; none is a log without a click */
export function logOfMoods(fold: LogFold, moods: ReadonlySet<string>): Answer[] {
  return fold.said.filter((event) => {
    const mood = fold.moodOf(event);
    return event.kind === 'clear' || (mood !== undefined && moods.has(mood));
  });
}

/** The last event of each film, by MovieLens id: where the film stands in that log. */
function lastOfEach(events: readonly Answer[]): Map<number, Answer> {
  return new Map(events.map((event) => [event.movieId, event]));
}

/** Brings a model to what was said under some moods. @param moods their ids */
export function alignToMoods(
  library: Library,
  model: PersonalModel,
  fold: LogFold,
  moods: readonly string[],
): void {
  const speakers = lastOfEach(logOfMoods(fold, new Set(moods))).values();
  alignModel(model, opinionsOf(library, speakers));
}

/** Where a film stands in one mood. @param mood its id @param movieId MovieLens id */
export function kindInMood(fold: LogFold, mood: string, movieId: number): RatingKind {
  const said = logOfMoods(fold, new Set([mood])).findLast((event) => event.movieId === movieId);
  return said?.kind ?? 'clear';
}

const STORED_VERSION = 1;
const schema = v.object({ version: v.literal(STORED_VERSION), moods: v.array(v.unknown()) });
const newer = v.object({ version: v.pipe(v.number(), v.safeInteger(), v.minValue(STORED_VERSION + 1)) });
const text = v.pipe(v.string(), v.nonEmpty());
const moodSchema = v.object({ id: text, name: text });

/** Where a profile's moods are kept in the settings. */
export function moodsKey(profileId: string): string {
  return `contexts:${profileId}`;
}

/** Thrown for moods that cannot be read or changed; the message is for a person. */
export class MoodError extends Error {
  override name = 'MoodError';
}

/**
 * Reads stored moods: those that can be read where some are damaged, none where nothing is stored or all is.
 * @throws MoodError where a newer version stored them
 */
export function readMoods(stored: unknown): Mood[] {
  if (v.is(newer, stored)) throw new MoodError(words.savedByNewer);
  const { success, output } = v.safeParse(schema, stored);
  const moods = success ? output.moods.filter((mood) => v.is(moodSchema, mood)) : [];
  const first = moods.filter(({ id }, n) => moods.findIndex((mood) => mood.id === id) === n);
  return first.map(({ id, name }) => ({ id, name }));
}

/** The form in which moods are stored; `readMoods` reads it. */
export function writeMoods(moods: readonly Mood[]): unknown {
  return { version: STORED_VERSION, moods: moods.map(({ id, name }) => ({ id, name })) };
}

/** Trims a mood's name and checks it against the others. @throws ProfileNameError as for people's names. */
export function checkMoodName(name: string, others: readonly Mood[]): string {
  return checkName(name, others, words.taken);
}
