import fc from 'fast-check';
import { foldLog, type LogFold } from '../../../src/state/log/fold';
import { clearing, redoing, refiling, restoring, type Step, undoing } from '../../../src/state/log/steps';
import type { RatingKind, UnsavedEvent } from '../../../src/storage/rating-event';

export const DAY = 86_400_000;
const MOODS = ['alone', 'kids'] as const;

/** What a person did: which button, which film, which answer, under which mood, how many days later. */
export interface Deed {
  what: 'click' | 'undo' | 'redo' | 'refile' | 'clear-two' | 'go-back';
  film: number;
  kind: RatingKind;
  mood: (typeof MOODS)[number] | null;
  daysLater: number;
  /** How many of the last events this tab has not heard of yet. */
  behind: number;
}

const EVERYTHING: readonly Deed['what'][] = [
  'click',
  'click',
  'click',
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
    kinds = ['like', 'dislike', 'unseen', 'clear'],
    behind = 0,
    length = 25,
  } = options;
  const deed = fc.record({
    what: fc.constantFrom(...what),
    film: fc.nat(films - 1),
    kind: fc.constantFrom(...kinds),
    mood: fc.constantFrom(null, ...MOODS),
    daysLater: fc.constantFrom(0, 0, 1),
    behind: fc.nat(behind),
  });
  return fc.array(deed, { maxLength: length });
}

function stepOf(
  { what, film, kind, mood }: Deed,
  fold: LogFold,
  log: readonly UnsavedEvent[],
  movieIds: readonly number[],
): Step {
  const movieId = movieIds[film];
  if (what === 'undo') return undoing(fold);
  if (what === 'redo') return redoing(fold);
  if (what === 'refile') return refiling(fold, movieId, mood);
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
  return [() => ({ movieId, kind, ...(mood === null || kind === 'clear' ? {} : { context: mood }) })];
}

/** The log that the deeds leave: `seq` and ids by their places, so that the same deeds give the same log. */
export function logOf(
  done: readonly Deed[],
  movieIds: readonly number[],
  firstId = 0,
): (UnsavedEvent & { seq: number })[] {
  const log: (UnsavedEvent & { seq: number })[] = [];
  let time = 10 * DAY;
  for (const [place, deed] of done.entries()) {
    time += deed.daysLater * DAY + 1000;
    const known = log.slice(0, Math.max(0, log.length - deed.behind));
    const fold = foldLog(known);
    const step = stepOf(deed, fold, known, movieIds);
    const batch = step.length > 1 ? { batch: `b${firstId + place}` } : {};
    for (const [part, say] of step.entries()) {
      const said = say();
      const event = {
        id: `e${firstId + place}.${part}`,
        profileId: 'p',
        time,
        place: 'rate',
        predictionVisible: false,
        ...batch,
        ...said,
      } as const;
      fold.apply(event);
      log.push({ ...event, seq: log.length + 1 });
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
