import type { RatingKind, UnsavedEvent } from '../../storage/rating-event';
import type { LogFold } from './fold';
import { kindInMood } from './moods';

/** The part of an event that says something; the rest is who, when and where. */
export type Said = Pick<UnsavedEvent, 'movieId' | 'kind' | 'undoOf' | 'redoOf' | 'refileOf' | 'context'>;

/**
 * What one step of a person is to append, in order. Each part is made when those before it have been folded in, since
 * what an undo says depends on what stands by then. Several parts are one batch, which one undo takes back.
 */
export type Step = readonly (() => Said)[];

const NOTHING: Step = [];

/** Where a film stood once, and under which mood that was filed. */
export interface Standing {
  kind: RatingKind;
  context?: string;
}

/**
 * Says something of a film; nothing where that was said already, in the profile and in the mood.
 * @param context id of the mood to file it under
 */
export function saying(fold: LogFold, movieId: number, kind: RatingKind, context?: string): Step {
  const filed = kind === 'clear' || context === undefined ? {} : { context };
  const known = fold.kindOf(movieId) === kind;
  const news = filed.context !== undefined && kindInMood(fold, filed.context, movieId) !== kind;
  return known && !news ? NOTHING : [() => ({ movieId, kind, ...filed })];
}

export function undoing(fold: LogFold): Step {
  return fold.undoStep.map((event) => () => ({
    movieId: event.movieId,
    kind: fold.kindWithout(event),
    undoOf: event.id,
  }));
}

export function redoing(fold: LogFold): Step {
  return fold.redoStep.map((event) => () => ({
    movieId: event.movieId,
    kind: fold.kindWith(event),
    redoOf: event.id,
  }));
}

/** Takes back all that was said of some films. */
export function clearing(fold: LogFold, movieIds: readonly number[]): Step {
  return movieIds
    .filter((movieId) => fold.kindOf(movieId) !== 'clear')
    .map((movieId) => () => ({ movieId, kind: 'clear' }));
}

/** Brings every film back to where it stood; films not named to where nothing was said. */
export function restoring(fold: LogFold, wanted: ReadonlyMap<number, Standing>): Step {
  const films = new Set([...wanted.keys(), ...[...fold.speakers].map(({ movieId }) => movieId)]);
  return [...films].flatMap((movieId) => {
    const { kind, context } = wanted.get(movieId) ?? { kind: 'clear' };
    if (fold.kindOf(movieId) === kind) return [];
    return [() => ({ movieId, kind, ...(kind === 'clear' || context === undefined ? {} : { context }) })];
  });
}

/** Files what is said of a film under another mood; null for none. Nothing where it is filed there already. */
export function refiling(fold: LogFold, movieId: number, context: string | null): Step {
  const speaker = fold.speakerOf(movieId);
  if (!speaker || speaker.kind === 'clear' || (fold.contextOf(speaker) ?? null) === context) return NOTHING;
  const { id: refileOf, kind } = speaker;
  return [() => ({ movieId, kind, refileOf, ...(context === null ? {} : { context }) })];
}

/**
 * Makes the events of a step and folds them in one by one.
 * @returns them in order, and where the first one's film stood before.
 */
export function carryOut(
  step: Step,
  profile: { fold: LogFold; add(event: UnsavedEvent): void },
  told: Pick<UnsavedEvent, 'profileId' | 'time' | 'place' | 'predictionVisible'>,
  uuid: () => string,
): { events: UnsavedEvent[]; before: RatingKind } {
  const batch = step.length > 1 ? { batch: uuid() } : {};
  let before: RatingKind | undefined;
  const events = step.map((say) => {
    const said = say();
    before ??= profile.fold.kindOf(said.movieId);
    const event = { id: uuid(), ...told, ...batch, ...said };
    profile.add(event);
    return event;
  });
  return { events, before: before ?? 'clear' };
}
