import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImportedFilm, USUAL_RULES } from '../../../src/data/import/imported-films';
import { readRatingEvent, recencyOf, type UnsavedEvent } from '../../../src/events/rating-event';
import { foldLog, type LogFold } from '../../../src/state/log/fold';
import { type ImportOrder, type ImportPlan, planImport } from '../../../src/state/log/importing';
import { carryOut, clearing, type Step, saying, undoing, wishing } from '../../../src/state/log/steps';
import { DAY, deeds, logOf, standingsOf } from './random-log';

const NOW = Date.UTC(2026, 0, 1);
const ORDER: ImportOrder = { origin: 'letterboxd', rules: USUAL_RULES, now: NOW };
let ids = 0;

/** Appends a step to a log, as the app does. */
function tell(log: readonly UnsavedEvent[], step: Step, time = NOW): UnsavedEvent[] {
  const after = [...log];
  const fold = foldLog(log);
  const add = (event: UnsavedEvent) => {
    fold.apply(event);
    after.push(event);
  };
  const told = { profileId: 'p', time, place: 'import', predictionVisible: false } as const;
  carryOut(step, { fold, add }, told, () => `i${ids++}`);
  return after;
}

const plan = (
  log: readonly UnsavedEvent[],
  films: readonly ImportedFilm[],
  more: Partial<ImportOrder> = {},
) => planImport(foldLog(log), films, { ...ORDER, ...more });
const bring = (
  log: readonly UnsavedEvent[],
  films: readonly ImportedFilm[],
  more: Partial<ImportOrder> = {},
) => tell(log, plan(log, films, more).step, more.now);
const by = (log: readonly UnsavedEvent[], step: (fold: LogFold) => Step, time?: number) =>
  tell(log, step(foldLog(log)), time);

const rated = (movieId: number, stars: number, date?: number): ImportedFilm => ({
  movieId,
  seen: { stars, liked: false, ...(date !== undefined && { date }) },
  wish: null,
});
const wish = (movieId: number, date?: number): ImportedFilm => ({
  movieId,
  seen: null,
  wish: date === undefined ? {} : { date },
});

/** The numbers of a plan that are not 0. */
function numbers({ step, ...counts }: ImportPlan) {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe('an import into an empty log', () => {
  const films = [rated(3, 5, NOW - DAY), rated(1, 3, NOW - 3 * DAY), rated(2, 1), wish(4, NOW - 2 * DAY)];

  test('tells every film with its stars, date and origin, oldest first, as one step', () => {
    const { step } = plan([], films);
    const told = { choices: 3, origin: 'letterboxd' };
    expect(step).toEqual([
      { ...told, movieId: 1, kind: 'so-so', stars: 3, about: NOW - 3 * DAY },
      { movieId: 4, kind: 'watch', origin: 'letterboxd', about: NOW - 2 * DAY },
      { ...told, movieId: 3, kind: 'like', stars: 5, about: NOW - DAY },
      { ...told, movieId: 2, kind: 'dislike', stars: 1 },
    ]);
    expect(numbers(plan([], films))).toEqual({ likes: 1, soSo: 1, dislikes: 1, wishes: 1 });
    const log = tell([], step);
    expect(new Set(log.map(({ batch }) => batch)).size).toBe(1);
    expect(foldLog(by(log, undoing)).stacked).toEqual([]);
  });

  test('makes events that the log can read, as recent as they were', () => {
    const log = bring([], films);
    log.forEach((event, at) => {
      expect(readRatingEvent({ ...event, seq: at + 1 })).toEqual({ ...event, seq: at + 1 });
    });
    const like = foldLog(log).speakerOf(3);
    expect(like && recencyOf(like)).toBe(NOW - DAY);
  });

  test('counts films watched without a rating, and takes them as so-so when the rules say so', () => {
    const watched: ImportedFilm = { movieId: 5, seen: { liked: false }, wish: null };
    expect(numbers(plan([], [watched]))).toEqual({ unrated: 1 });
    expect(plan([], [watched], { rules: { ...USUAL_RULES, unrated: 'so-so' } }).soSo).toBe(1);
  });

  test('believes no date that is more than a day to come', () => {
    expect(plan([], [rated(1, 5, NOW + DAY / 2)]).step[0]).toHaveProperty('about');
    expect(plan([], [rated(1, 5, NOW + 2 * DAY)]).step[0]).not.toHaveProperty('about');
  });
});

describe('the same file again', () => {
  const films = [rated(1, 5, NOW - 3 * DAY), rated(2, 3), wish(3, NOW - DAY), wish(4)];
  const log = bring([], films);

  test('adds nothing', () => {
    expect(numbers(plan(log, films, { now: NOW + 9 * DAY }))).toEqual({ known: 4 });
  });

  test('adds nothing after an undo, unless it is asked for again', () => {
    const undone = by(log, undoing);
    expect(numbers(plan(undone, films))).toEqual({ takenBack: 4 });
    const again = bring(undone, films, { again: true });
    expect(standingsOf(again)).toEqual(standingsOf(log));
    expect(numbers(plan(again, films, { again: true }))).toEqual({ known: 4 });
  });

  test('adds nothing when a date that was to come has come', () => {
    const early = [rated(1, 5, NOW + 9 * DAY)];
    expect(numbers(plan(bring([], early), early, { now: NOW + 20 * DAY }))).toEqual({ known: 1 });
  });

  test('adds nothing of a film that was taken back by hand', () => {
    const cleared = by(log, (fold) => clearing(fold, [1]), NOW + DAY);
    expect(numbers(plan(cleared, films, { now: NOW + 2 * DAY }))).toEqual({ known: 3, byHand: 1 });
  });

  test('adds what became another answer when the thresholds were moved, and only that', () => {
    const moved = plan(log, films, { rules: { ...USUAL_RULES, likeFrom: 3 }, now: NOW + DAY });
    expect(numbers(moved)).toEqual({ likes: 1, known: 3 });
  });

  test('adds what was rated anew elsewhere, and nothing of the older file after it', () => {
    const newer = bring(log, [rated(1, 1, NOW + DAY)], { now: NOW + 2 * DAY });
    expect(foldLog(newer).kindOf(1)).toBe('dislike');
    expect(numbers(plan(newer, [films[0]], { now: NOW + 3 * DAY }))).toEqual({ older: 1 });
  });
});

describe('an answer made here by hand', () => {
  const log = by([], (fold) => saying(fold, 1, 'dislike'), NOW - 5 * DAY);

  test.each<[string, number | undefined, object]>([
    ['later than the import', NOW - 6 * DAY, { byHand: 1 }],
    ['at the same time', NOW - 5 * DAY, { byHand: 1 }],
    ['and the import has no date', undefined, { byHand: 1 }],
    ['before the import', NOW - 4 * DAY, { likes: 1 }],
  ])('%s: is counted or replaced', (_, date, expected) => {
    expect(numbers(plan(log, [rated(1, 5, date)]))).toEqual(expected);
  });

  test('a wish taken back: stays so when it was listed before', () => {
    const unwished = by(
      by([], (fold) => wishing(fold, 2, true), NOW - 9 * DAY),
      (fold) => wishing(fold, 2, false),
      NOW - 5 * DAY,
    );
    expect(numbers(plan(unwished, [wish(2, NOW - 6 * DAY)]))).toEqual({ byHand: 1 });
    expect(numbers(plan(unwished, [wish(2, NOW - 4 * DAY)]))).toEqual({ wishes: 1 });
  });

  test('a wish: is left out when the film was seen, and known when it stands', () => {
    expect(numbers(plan(log, [wish(1)]))).toEqual({ wishesSeen: 1 });
    expect(
      numbers(
        plan(
          by([], (fold) => wishing(fold, 2, true)),
          [wish(2)],
        ),
      ),
    ).toEqual({ known: 1 });
  });
});

test('two sources: the later date speaks, whichever is imported first', () => {
  const [old, late] = [rated(1, 1, NOW - 9 * DAY), rated(1, 5, NOW - 5 * DAY)];
  const imdb = { origin: 'imdb' } as const;
  const oneWay = bring(bring([], [old]), [late], imdb);
  const otherWay = bring(bring([], [late], imdb), [old]);
  expect([foldLog(oneWay).kindOf(1), foldLog(otherWay).kindOf(1)]).toEqual(['like', 'like']);
  expect(numbers(plan(bring([], [late], imdb), [old]))).toEqual({ older: 1 });
});

const FILMS = 6;
const movieIds = [11, 12, 13, 14, 15, 16];
/** What a history may say of some of the films that the log knows, and of some that it does not. */
const history = fc
  .array(
    fc.record({
      film: fc.nat(8),
      stars: fc.option(
        fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
        { nil: undefined },
      ),
      daysAgo: fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined }),
      isWish: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((films): ImportedFilm[] => {
    const seen = new Map<number, ImportedFilm>();
    for (const { film, stars, daysAgo, isWish } of films) {
      const date = daysAgo === undefined ? undefined : NOW - daysAgo * DAY;
      const dated = date === undefined ? {} : { date };
      const said = { liked: false, ...(stars !== undefined && { stars }), ...dated };
      seen.set(film, { movieId: 11 + film, seen: isWish ? null : said, wish: isWish ? dated : null });
    }
    return [...seen.values()];
  });

test('imports: after anything, are undone in one step, and add nothing a second time, nor after that undo', () => {
  fc.assert(
    fc.property(deeds(FILMS), history, fc.nat(100), (done, films, days) => {
      const log = logOf(done, movieIds);
      const start = Math.max(NOW, foldLog(log).lastTime);
      const { step } = plan(log, films, { now: start });
      const after = tell(log, step, start);
      const later = { now: start + days * DAY };
      expect(plan(after, films, later).step).toEqual([]);
      if (step.length === 0) return;
      const undone = by(after, undoing);
      expect(standingsOf(undone)).toEqual(standingsOf(log));
      expect(plan(undone, films, later).step).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('imports: say the same when the films come in another order', () => {
  fc.assert(
    fc.property(deeds(FILMS), history, (done, films) => {
      const log = logOf(done, movieIds);
      expect(plan(log, [...films].reverse())).toEqual(plan(log, films));
    }),
  );
});

test('imports: count every film once', () => {
  fc.assert(
    fc.property(deeds(FILMS), history, (done, films) => {
      const { step, ...counts } = plan(logOf(done, movieIds), films);
      const sum = Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum).toBe(films.length);
      expect(step.length).toBe(counts.likes + counts.soSo + counts.dislikes + counts.wishes);
    }),
  );
});
