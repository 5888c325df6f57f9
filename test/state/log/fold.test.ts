import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LogFold } from '../../../src/state/log/fold';
import type { RatingKind, UnsavedEvent } from '../../../src/storage/rating-event';

let ids = 0;

function event(movieId: number, kind: RatingKind, extra: Partial<UnsavedEvent> = {}): UnsavedEvent {
  const made = { profileId: 'p', time: 0, place: 'rate', predictionVisible: false } as const;
  return { id: `e${ids++}`, movieId, kind, ...made, ...extra };
}

function undoOf(fold: LogFold): UnsavedEvent | undefined {
  const target = fold.undoable;
  return target && event(target.movieId, fold.kindWithout(target), { undoOf: target.id });
}

function redoOf(fold: LogFold): UnsavedEvent | undefined {
  const target = fold.redoable;
  return target && event(target.movieId, target.kind, { redoOf: target.id });
}

function foldOf(events: UnsavedEvent[]): LogFold {
  const fold = new LogFold();
  for (const e of events) fold.apply(e);
  return fold;
}

function standings(fold: LogFold): Map<number, RatingKind> {
  return new Map(
    [...fold.speakers].filter((e) => e.kind !== 'clear').map(({ movieId, kind }) => [movieId, kind]),
  );
}

const MOVIES = 4;
const kinds = fc.constantFrom<RatingKind>('like', 'dislike', 'unseen', 'clear');
const clicks = fc.tuple(fc.nat(MOVIES - 1), kinds).map(([movieId, kind]) => event(movieId, kind));

/** Logs as tabs write them: clicks, undos and redos of what the writer knew when it had read up to some point. */
const logs = fc
  .array(fc.tuple(fc.constantFrom('click', 'undo', 'redo'), fc.nat(MOVIES - 1), kinds, fc.nat(3)), {
    maxLength: 30,
  })
  .map((steps) => {
    const log: UnsavedEvent[] = [];
    for (const [step, movieId, kind, behind] of steps) {
      const known = foldOf(log.slice(0, Math.max(0, log.length - behind)));
      const made = { click: event(movieId, kind), undo: undoOf(known), redo: redoOf(known) }[step];
      if (made) log.push(made);
    }
    return log;
  });

test('fold: leaves a film where its last event says when any log is folded', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const fold = foldOf(log);
      for (let movieId = 0; movieId < MOVIES; movieId++) {
        const last = log.findLast((e) => e.movieId === movieId);
        expect(fold.kindOf(movieId)).toBe(last?.kind ?? 'clear');
      }
    }),
  );
});

test('fold: leaves nothing when everything is undone, even where tabs undid the same event', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const fold = foldOf(log);
      for (let left = log.length; fold.undoable && left >= 0; left--)
        fold.apply(undoOf(fold) as UnsavedEvent);
      expect(fold.undoable).toBeUndefined();
      expect(standings(fold)).toEqual(new Map());
    }),
  );
});

test('fold: restores what stood before an event when it is undone, and what stood after when it is redone', () => {
  fc.assert(
    fc.property(fc.array(clicks, { maxLength: 15 }), (events) => {
      const fold = new LogFold();
      const before: Map<number, RatingKind>[] = [];
      for (const e of events) {
        before.push(standings(fold));
        fold.apply(e);
      }
      const end = standings(fold);
      for (let n = events.length - 1; n >= 0; n--) {
        fold.apply(undoOf(fold) as UnsavedEvent);
        expect(standings(fold)).toEqual(before[n]);
      }
      for (let n = 1; n <= events.length; n++) {
        fold.apply(redoOf(fold) as UnsavedEvent);
        expect(standings(fold)).toEqual(before[n] ?? end);
      }
      expect(fold.redoable).toBeUndefined();
    }),
  );
});

test('fold: has nothing to redo when a click follows an undo', () => {
  const fold = foldOf([event(1, 'like')]);
  fold.apply(undoOf(fold) as UnsavedEvent);
  expect(fold.redoable).toMatchObject({ movieId: 1, kind: 'like' });
  fold.apply(event(2, 'dislike'));
  expect(fold.redoable).toBeUndefined();
});
