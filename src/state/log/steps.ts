import {
  type Answer,
  type Filing,
  type RatingKind,
  type Redo,
  recencyOf,
  timesAfter,
  type Undo,
  type UnsavedEvent,
  type Wish,
} from '../../events/rating-event';
import type { LogFold } from './fold';
import { kindInMood } from './moods';

type SaidOf<E extends UnsavedEvent> = Pick<E, 'movieId'> &
  Omit<E, 'id' | 'profileId' | 'time' | 'about' | 'place' | 'predictionVisible' | 'batch'>;
/** What is brought from elsewhere says when it was. */
type Dated<E extends Answer | Wish> = SaidOf<E> & Pick<E, 'about'>;
/** The part of an event that says something; the rest is who, when and where. */
export type Said = Dated<Answer> | Dated<Wish> | SaidOf<Undo> | SaidOf<Redo> | SaidOf<Filing>;

/** What one step of a person is to append, in order. Several parts are one batch, which one undo takes back. */
export type Step = readonly Said[];

const NOTHING: Step = [];

/** How many answers every screen offers to a film that was seen (`Answer.choices`). */
const CHOICES = 3;

/** Where a film stood once, and under which mood that was filed. */
export interface Standing {
  kind: RatingKind;
  mood?: string;
  /** As in the answer that it comes from. */
  choices?: Answer['choices'];
  stars?: number;
  /** How recent it was (`recencyOf`). */
  since?: number;
}

function answer(movieId: number, { kind, mood, choices = CHOICES, stars, since }: Standing): Said {
  return {
    ...{ movieId, kind, choices },
    ...(kind === 'clear' || mood === undefined ? {} : { mood }),
    ...(kind === 'clear' || stars === undefined ? {} : { stars }),
    ...(kind === 'clear' || since === undefined ? {} : { since }),
  };
}

/**
 * Answers a film; nothing where that was answered already, in the profile and in the mood.
 * @param mood id of the mood to file it under
 */
export function saying(fold: LogFold, movieId: number, kind: RatingKind, mood?: string): Step {
  // A dislike among two answers says less than one among three, so it may be given again.
  const vague = kind === 'dislike' && (fold.speakerOf(movieId)?.choices ?? CHOICES) < CHOICES;
  const known = fold.kindOf(movieId) === kind && !vague;
  const news = mood !== undefined && kind !== 'clear' && kindInMood(fold, mood, movieId) !== kind;
  return known && !news ? NOTHING : [answer(movieId, { kind, mood })];
}

/** Says that a person wants to see a film, or no longer; nothing where that stands. */
export function wishing(fold: LogFold, movieId: number, wants: boolean): Step {
  return fold.wants(movieId) === wants ? NOTHING : [{ movieId, kind: wants ? 'watch' : 'unwatch' }];
}

/** Takes back the last step that was not undone. */
export function undoing(fold: LogFold): Step {
  return fold.undoStep.map(({ movieId, id }) => ({ movieId, kind: 'undo', of: id }));
}

/** Repeats the last step that was undone. */
export function redoing(fold: LogFold): Step {
  return fold.redoStep.map(({ movieId, id }) => ({ movieId, kind: 'redo', of: id }));
}

/** Takes back all that was answered of some films. */
export function clearing(fold: LogFold, movieIds: readonly number[]): Step {
  return movieIds
    .filter((movieId) => fold.kindOf(movieId) !== 'clear')
    .map((movieId) => answer(movieId, { kind: 'clear' }));
}

/** Brings every film back to where it stood, as recent as it was; films not named to where nothing was answered. */
export function restoring(fold: LogFold, wanted: ReadonlyMap<number, Standing>): Step {
  const films = new Set([...wanted.keys(), ...[...fold.speakers].map(({ movieId }) => movieId)]);
  return [...films].flatMap((movieId) => {
    const standing: Standing = wanted.get(movieId) ?? { kind: 'clear' };
    const speaker = fold.speakerOf(movieId);
    const stands =
      fold.kindOf(movieId) === standing.kind &&
      (!speaker || standing.since === undefined || recencyOf(speaker) === standing.since);
    return stands ? [] : [answer(movieId, standing)];
  });
}

/** Files what was answered of a film under another mood; null for none. Nothing where it is filed there already. */
export function refiling(fold: LogFold, movieId: number, mood: string | null): Step {
  const speaker = fold.speakerOf(movieId);
  if (!speaker || speaker.kind === 'clear' || (fold.moodOf(speaker) ?? null) === mood) return NOTHING;
  return [{ movieId, kind: 'file', of: speaker.id, ...(mood === null ? {} : { mood }) }];
}

/** Who told something, when, and where. `time` is the device's clock, in milliseconds since 1970. */
export type Circumstances = Pick<UnsavedEvent, 'profileId' | 'time' | 'place' | 'predictionVisible'>;

/**
 * Makes the events of a step and folds them in one by one.
 * @returns them in order, and where the first one's film stood before.
 */
export function carryOut(
  step: Step,
  profile: { fold: LogFold; add(event: UnsavedEvent): void },
  told: Circumstances,
  uuid: () => string,
): { events: UnsavedEvent[]; before: RatingKind } {
  const batch = step.length > 1 ? { batch: uuid() } : {};
  const before = step.length > 0 ? profile.fold.kindOf(step[0].movieId) : 'clear';
  const events = step.map((said) => {
    const times = timesAfter(profile.fold.lastTime, told.time);
    const event: UnsavedEvent = { id: uuid(), ...told, ...times, ...batch, ...said };
    profile.add(event);
    return event;
  });
  return { events, before };
}
