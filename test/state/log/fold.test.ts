import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANSWERS,
  type Answer,
  isAnswer,
  type RatingKind,
  type UnsavedEvent,
  WISHES,
} from '../../../src/events/rating-event';
import { foldLog, LogFold } from '../../../src/state/log/fold';
import { redoing, type Said, type Step, undoing } from '../../../src/state/log/steps';
import { deeds, liveIn, logOf, standingsOf, standsIn, wantedIn } from './random-log';

let ids = 0;

function event(said: Said): UnsavedEvent {
  const told = { profileId: 'p', time: ++ids, place: 'rate', predictionVisible: false } as const;
  return { id: `e${ids}`, ...told, ...said };
}

function answer(movieId: number, kind: RatingKind, extra: Partial<Answer> = {}): Answer {
  return { ...event({ movieId, kind, choices: 3 }), ...extra } as Answer;
}

/** Folds a step in. @returns its events */
function take(fold: LogFold, step: Step): UnsavedEvent[] {
  return step.map((said) => {
    const made = event(said);
    fold.apply(made);
    return made;
  });
}

function standings(fold: LogFold): Map<number, RatingKind> {
  return new Map(
    [...fold.speakers].filter((e) => e.kind !== 'clear').map(({ movieId, kind }) => [movieId, kind]),
  );
}

/** All that a fold answers of films. */
const films = (fold: LogFold) => ({
  standings: standings(fold),
  wanted: fold.wanted.sort((a, b) => a - b),
  moods: fold.said.map((said) => [said.id, fold.moodOf(said)]),
});

const MOVIES = [11, 12, 13, 14];

/** Logs as tabs write them: of what the writer knew when it had read up to some point. */
const logs = fc
  .oneof(
    deeds(MOVIES.length, { behind: 3, length: 30 }),
    deeds(2, { behind: 3, length: 30, what: ['click', 'undo', 'redo', 'watch', 'refile'] }),
  )
  .map((done): UnsavedEvent[] => logOf(done, MOVIES));

test('fold: leaves a film at its last answer that is not undone when any log is folded', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const fold = foldLog(log);
      const stands = standsIn(log);
      for (const movieId of MOVIES) {
        expect(fold.kindOf(movieId)).toBe(stands.get(movieId) ?? 'clear');
        expect(fold.speakerOf(movieId)?.kind ?? 'clear').toBe(fold.kindOf(movieId));
      }
      const live = liveIn(log);
      expect(fold.said).toEqual(live.filter(isAnswer));
      expect(fold.undoable).toEqual(live.at(-1));
      expect(fold.lastTime).toBe(log.at(-1)?.time ?? 0);
    }),
    { numRuns: 500 },
  );
});

test('fold: wants a film when that was said last and it was not seen since, in any log', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const fold = foldLog(log);
      const wanted = wantedIn(log);
      expect(fold.wanted.sort((a, b) => a - b)).toEqual(wanted);
      for (const movieId of MOVIES) expect(fold.wants(movieId)).toBe(wanted.includes(movieId));
    }),
    { numRuns: 500 },
  );
});

test('fold: leaves nothing when everything is undone, even where tabs undid the same event', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const fold = foldLog(log);
      for (let left = log.length; fold.undoable && left >= 0; left--) take(fold, undoing(fold));
      expect(fold.undoable).toBeUndefined();
      expect(films(fold)).toEqual({ standings: new Map(), wanted: [], moods: [] });
    }),
  );
});

const said = fc
  .tuple(fc.constantFrom(...MOVIES), fc.constantFrom(...ANSWERS, ...WISHES))
  .map(([movieId, kind]) =>
    event(kind === 'watch' || kind === 'unwatch' ? { movieId, kind } : { movieId, kind, choices: 3 }),
  );

test('fold: restores what stood before an event when it is undone, and what stood after when it is redone', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 15 }), (events) => {
      const fold = new LogFold();
      const before: ReturnType<typeof films>[] = [];
      for (const e of events) {
        before.push(films(fold));
        expect(fold.apply(e)).toBe('said');
      }
      const end = films(fold);
      for (let n = events.length - 1; n >= 0; n--) {
        expect(take(fold, undoing(fold))).toMatchObject([{ kind: 'undo', of: events[n].id }]);
        expect(films(fold)).toEqual(before[n]);
      }
      for (let n = 1; n <= events.length; n++) {
        expect(take(fold, redoing(fold))).toMatchObject([{ kind: 'redo', of: events[n - 1].id }]);
        expect(films(fold)).toEqual(before[n] ?? end);
      }
      expect(fold.redoable).toBeUndefined();
    }),
  );
});

test('fold: tells what stands of one film by the events about that film alone, in any log', () => {
  fc.assert(
    fc.property(logs, fc.constantFrom(...MOVIES), (log, movieId) => {
      const [whole, alone] = [foldLog(log), foldLog(log.filter((e) => e.movieId === movieId))];
      expect(alone.kindOf(movieId)).toBe(whole.kindOf(movieId));
      expect(alone.wants(movieId)).toBe(whole.wants(movieId));
    }),
    { numRuns: 500 },
  );
});

test('fold: has nothing to redo when a click follows an undo', () => {
  const fold = foldLog([answer(1, 'like')]);
  take(fold, undoing(fold));
  expect(fold.redoable).toMatchObject({ movieId: 1, kind: 'like' });
  fold.apply(answer(2, 'dislike'));
  expect(fold.redoable).toBeUndefined();
  expect(redoing(fold)).toEqual([]);
});

test('fold: still has what it can redo when an event that does nothing follows an undo', () => {
  const fold = foldLog([answer(1, 'like')]);
  take(fold, undoing(fold));
  for (const kind of ['undo', 'redo', 'file'] as const)
    expect(fold.apply(event({ movieId: 1, kind, of: 'nobody' }))).toBe('void');
  expect(fold.redoable).toMatchObject({ movieId: 1, kind: 'like' });
});

test('fold: says what an event did when it spoke, moved another, filed it or did nothing', () => {
  const like = answer(1, 'like', { mood: 'kids' });
  const fold = new LogFold();
  const undo = event({ movieId: 1, kind: 'undo', of: like.id });
  const redo = event({ movieId: 1, kind: 'redo', of: like.id });
  const file = event({ movieId: 1, kind: 'file', of: like.id, mood: 'alone' });
  expect([undo, redo, file].map((e) => fold.apply(e))).toEqual(['void', 'void', 'void']);
  expect([like, undo, undo, redo, redo, file].map((e) => fold.apply(e))).toEqual([
    ...['said', 'undid', 'void', 'redid', 'void', 'filed'],
  ]);
  expect(fold.moodOf(like)).toBe('alone');
  const elsewhere = event({ movieId: 2, kind: 'undo', of: like.id });
  expect(fold.apply(elsewhere)).toBe('void');
  expect(fold.kindOf(1)).toBe('like');
});

test('fold: keeps a film seen and so-so, and no longer wanted, when it was wanted and then found so-so', () => {
  const fold = foldLog([event({ movieId: 1, kind: 'watch' })]);
  expect([fold.wants(1), fold.kindOf(1)]).toEqual([true, 'clear']);
  fold.apply(answer(1, 'unseen'));
  expect(fold.wants(1)).toBe(true);
  fold.apply(answer(1, 'so-so'));
  expect([fold.wants(1), fold.wanted, fold.kindOf(1)]).toEqual([false, [], 'so-so']);
  take(fold, undoing(fold));
  expect([fold.wants(1), fold.wanted, fold.kindOf(1)]).toEqual([true, [1], 'unseen']);
  take(fold, redoing(fold));
  fold.apply(event({ movieId: 1, kind: 'watch' }));
  expect([fold.wants(1), fold.kindOf(1)]).toEqual([true, 'so-so']);
  fold.apply(event({ movieId: 1, kind: 'unwatch' }));
  expect(fold.wanted).toEqual([]);
});

describe('seal', () => {
  /** Folds a log, sealed after some of its events; null for never. */
  const sealedAfter = (log: readonly UnsavedEvent[], at: number | null) => {
    const fold = new LogFold();
    for (const [n, e] of log.entries()) {
      if (n === at) fold.seal();
      fold.apply(e);
    }
    if (at !== null && at >= log.length) fold.seal();
    return fold;
  };

  test('seal: changes nothing of what stands when it is set anywhere in any log', () => {
    fc.assert(
      fc.property(logs, fc.nat(30), (log, at) => {
        expect(films(sealedAfter(log, at))).toEqual(films(sealedAfter(log, null)));
      }),
      { numRuns: 500 },
    );
  });

  test('seal: is as far as undo goes back when everything is undone', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 10 }), fc.array(said, { maxLength: 10 }), (before, since) => {
        const fold = sealedAfter([...before, ...since], before.length);
        for (const e of [...since].reverse()) {
          expect(fold.undoable).toBe(e);
          expect(fold.undoStep).toEqual([e]);
          take(fold, undoing(fold));
        }
        expect([fold.undoable, fold.undoStep, undoing(fold)]).toEqual([undefined, [], []]);
        expect(films(fold)).toEqual(films(foldLog(before)));
        for (const _ of since) take(fold, redoing(fold));
        expect(films(fold)).toEqual(films(foldLog([...before, ...since])));
      }),
    );
  });

  test('seal: leaves out of a step of undo what is sealed of its batch, and ends what could be redone', () => {
    const [one, two, three] = [1, 2, 3].map((movieId) => answer(movieId, 'like', { batch: 'b' }));
    const fold = sealedAfter([one, two, three], 2);
    expect(fold.undoStep).toEqual([three]);
    take(fold, undoing(fold));
    expect(standings(fold)).toEqual(standingsOf([one, two]));
    fold.seal();
    expect([fold.redoable, fold.redoStep]).toEqual([undefined, []]);
  });

  test('seal: still counts right when a tab that had not heard of it undoes something below', () => {
    const [one, two, three] = [1, 2, 3].map((movieId) => answer(movieId, 'like'));
    const fold = sealedAfter([one, two], 2);
    expect(fold.apply(event({ movieId: 1, kind: 'undo', of: one.id }))).toBe('undid');
    expect(fold.undoable).toBeUndefined();
    fold.apply(three);
    expect(fold.undoStep).toEqual([three]);
    take(fold, undoing(fold));
    expect(fold.undoable).toBeUndefined();
    expect(standings(fold)).toEqual(new Map([[2, 'like']]));
  });
});
