import fc from 'fast-check';
import {
  ANSWERS,
  type Answer,
  type RatingKind,
  timesAfter,
  type UnsavedEvent,
  WISHES,
} from '../../../src/events/rating-event';
import { foldLog, type LogFold } from '../../../src/state/log/fold';
import { clearing, redoing, refiling, restoring, type Step, undoing } from '../../../src/state/log/steps';

export const DAY = 86_400_000;
const MOODS = ['alone', 'kids'] as const;

/** What a person did: which button, which film, which answer, under which mood, how many days later. */
export interface Deed {
  what: 'click' | 'watch' | 'unwatch' | 'undo' | 'redo' | 'refile' | 'clear-two' | 'go-back';
  film: number;
  kind: RatingKind;
  /** How many answers the screen offered; three where "so-so" was given. */
  choices: Answer['choices'];
  mood: (typeof MOODS)[number] | null;
  daysLater: number;
  /** How many of the last events this tab has not heard of yet. */
  behind: number;
}

const EVERYTHING: readonly Deed['what'][] = [
  'click',
  'click',
  'click',
  'watch',
  'unwatch',
  'undo',
  'redo',
  'refile',
  'clear-two',
  'go-back',
];

/** What people may do in a row. */
export function deeds(
  films: number,
  options: {
    what?: readonly Deed['what'][];
    kinds?: readonly RatingKind[];
    behind?: number;
    length?: number;
  } = {},
): fc.Arbitrary<Deed[]> {
  const {
    what = EVERYTHING,
    kinds = ['like', 'so-so', 'dislike', 'unseen', 'clear'],
    behind = 0,
    length = 25,
  } = options;
  const deed = fc.record({
    what: fc.constantFrom(...what),
    film: fc.nat(films - 1),
    kind: fc.constantFrom(...kinds),
    choices: fc.constantFrom(2 as const, 3 as const),
    mood: fc.constantFrom(null, ...MOODS),
    daysLater: fc.constantFrom(0, 0, 1),
    behind: fc.nat(behind),
  });
  return fc.array(deed, { maxLength: length });
}

function stepOf(
  { what, film, kind, choices, mood }: Deed,
  fold: LogFold,
  log: readonly UnsavedEvent[],
  movieIds: readonly number[],
): Step {
  const movieId = movieIds[film];
  if (what === 'undo') return undoing(fold);
  if (what === 'redo') return redoing(fold);
  if (what === 'refile') return refiling(fold, movieId, mood);
  if (what === 'watch' || what === 'unwatch') return [{ movieId, kind: what }];
  if (what === 'clear-two') return clearing(fold, [movieId, movieIds[(film + 1) % movieIds.length]]);
  if (what === 'go-back') {
    const then = foldLog(log.slice(0, log.length >> 1));
    return restoring(
      fold,
      new Map(
        [...then.speakers].map((event) => [event.movieId, { kind: event.kind, mood: then.moodOf(event) }]),
      ),
    );
  }
  const filed = mood === null || kind === 'clear' ? {} : { mood };
  return [{ movieId, kind, choices: kind === 'so-so' ? 3 : choices, ...filed }];
}

/**
 * The log that the deeds leave: `seq` and ids by their places, so that the same deeds give the same log, and times that
 * rise from event to event, as the log makes them.
 */
export function logOf(
  done: readonly Deed[],
  movieIds: readonly number[],
  firstId = 0,
): (UnsavedEvent & { seq: number })[] {
  const log: (UnsavedEvent & { seq: number })[] = [];
  let clock = 10 * DAY;
  for (const [place, deed] of done.entries()) {
    clock += deed.daysLater * DAY + 1000;
    const known = log.slice(0, Math.max(0, log.length - deed.behind));
    const step = stepOf(deed, foldLog(known), known, movieIds);
    const batch = step.length > 1 ? { batch: `b${firstId + place}` } : {};
    for (const [part, said] of step.entries()) {
      const told = { profileId: 'p', place: 'rate', predictionVisible: false } as const;
      const times = timesAfter(log.at(-1)?.time ?? 0, clock);
      const id = `e${firstId + place}.${part}`;
      log.push({ id, ...told, ...times, ...batch, ...said, seq: log.length + 1 });
    }
  }
  return log;
}

/** Where every film that is not clear stands. */
export function standingsOf(events: Iterable<UnsavedEvent>): Map<number, RatingKind> {
  const speakers = [...foldLog(events).speakers].filter(({ kind }) => kind !== 'clear');
  return new Map(
    speakers.map(({ movieId, kind }): [number, RatingKind] => [movieId, kind]).sort(([a], [b]) => a - b),
  );
}

/*
 * The law of the log (docs/format.md), worked out event by event without a fold, for comparing.
 */

/** What was said and filed and is not undone, in the order in which it was said or repeated last. */
export function liveIn(log: readonly UnsavedEvent[]): UnsavedEvent[] {
  const told = new Map<string, UnsavedEvent>();
  let live: string[] = [];
  for (const event of log) {
    if (event.kind !== 'undo' && event.kind !== 'redo') {
      if (event.kind === 'file' && !told.has(event.of)) continue;
      told.set(event.id, event);
      live.push(event.id);
      continue;
    }
    if (!told.has(event.of)) continue;
    if (event.kind === 'undo') live = live.filter((id) => id !== event.of);
    else if (!live.includes(event.of)) live.push(event.of);
  }
  return live.map((id) => told.get(id) as UnsavedEvent);
}

/** Where every film that is not clear stands: its last answer that is not undone. */
export function standsIn(log: readonly UnsavedEvent[]): Map<number, RatingKind> {
  return new Map([...speakersIn(log)].map(([movieId, { kind }]) => [movieId, kind]));
}

/** The answers that speak for the films, but those taken back, by ascending MovieLens id. */
export function speakersIn(log: readonly UnsavedEvent[]): Map<number, Answer> {
  const answers = liveIn(log).filter((event): event is Answer => 'choices' in event);
  const speakers = new Map(answers.map((answer) => [answer.movieId, answer]));
  return new Map([...speakers].filter(([, { kind }]) => kind !== 'clear').sort(([a], [b]) => a - b));
}

/** MovieLens ids of the films that a person said to want to see, and not to have seen since; ascending. */
export function wantedIn(log: readonly UnsavedEvent[]): number[] {
  const live = liveIn(log);
  const lastOf = (movieId: number, kinds: readonly string[]) =>
    live.findLastIndex((event) => event.movieId === movieId && kinds.includes(event.kind));
  return [...new Set(live.map(({ movieId }) => movieId))]
    .filter((movieId) => {
      const wish = lastOf(movieId, WISHES);
      const answer = lastOf(movieId, ANSWERS);
      const seenSince = answer > wish && ['like', 'so-so', 'dislike'].includes(live[answer].kind);
      return live[wish]?.kind === 'watch' && !seenSince;
    })
    .sort((a, b) => a - b);
}
