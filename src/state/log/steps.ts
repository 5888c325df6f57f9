import type { RatingKind, UnsavedEvent } from '../../storage/rating-event';
import type { LogFold } from './fold';
import { kindInMood } from './moods';

/** The part of an event that says something; the rest is who, when and where. */
type Said = Pick<UnsavedEvent, 'movieId' | 'kind' | 'undoOf' | 'redoOf' | 'refileOf' | 'context'>;

/**
 * What one step of a person is to append, in order. Each part is made when those before it have been folded in, since
 * what an undo says depends on what stands by then. Several parts are one batch, which one undo takes back.
 */
export type Step = readonly (() => Said)[];

const NOTHING: Step = [];

/** Where a film stood once, and under which mood that was filed. */
export interface Standing {
  kind: RatingKind;
  /** Id of the mood; none where left out. */
  mood?: string;
}

/** How an event carries the mood it is filed under: its stored field is still called `context`. */
const filedUnder = (mood: string | null | undefined) => (mood == null ? {} : { context: mood });

/**
 * Says something of a film; nothing where that was said already, in the profile and in the mood.
 * @param mood id of the mood to file it under; taking back is filed under none
 */
export function saying(fold: LogFold, movieId: number, kind: RatingKind, mood?: string): Step {
  const filing = kind === 'clear' ? undefined : mood;
  const known = fold.kindOf(movieId) === kind;
  const news = filing !== undefined && kindInMood(fold, filing, movieId) !== kind;
  return known && !news ? NOTHING : [() => ({ movieId, kind, ...filedUnder(filing) })];
}

/** Takes back the last step that was not undone yet; nothing where there is none. */
export function undoing(fold: LogFold): Step {
  return fold.undoStep.map((event) => () => ({
    movieId: event.movieId,
    kind: fold.kindWithout(event),
    undoOf: event.id,
  }));
}

/** Repeats the step that was undone last; nothing where there is none. */
export function redoing(fold: LogFold): Step {
  return fold.redoStep.map((event) => () => ({
    movieId: event.movieId,
    kind: fold.kindWith(event),
    redoOf: event.id,
  }));
}

/** Takes back all that was said of some films. @param movieIds MovieLens ids */
export function clearing(fold: LogFold, movieIds: readonly number[]): Step {
  return movieIds
    .filter((movieId) => fold.kindOf(movieId) !== 'clear')
    .map((movieId) => () => ({ movieId, kind: 'clear' }));
}

/** Brings every film back to where it stood; films not named to where nothing was said. */
export function restoring(fold: LogFold, wanted: ReadonlyMap<number, Standing>): Step {
  const films = new Set([...wanted.keys(), ...[...fold.speakers].map(({ movieId }) => movieId)]);
  return [...films].flatMap((movieId) => {
    const { kind, mood } = wanted.get(movieId) ?? { kind: 'clear' };
    if (fold.kindOf(movieId) === kind) return [];
    return [() => ({ movieId, kind, ...filedUnder(kind === 'clear' ? undefined : mood) })];
  });
}

/** Files what is said of a film under another mood; null for none. Nothing where it is filed there already. */
export function refiling(fold: LogFold, movieId: number, mood: string | null): Step {
  const speaker = fold.speakerOf(movieId);
  if (!speaker || speaker.kind === 'clear' || (fold.moodOf(speaker) ?? null) === mood) return NOTHING;
  const { id: refileOf, kind } = speaker;
  return [() => ({ movieId, kind, refileOf, ...filedUnder(mood) })];
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
