import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErasureScope } from '../../../src/events/erasure-scope';
import {
  type Answer,
  isAnswer,
  type RatingEvent,
  type RatingKind,
  type UnsavedEvent,
} from '../../../src/events/rating-event';
import { erasureOf, previewErasure, rebaseUnsaved } from '../../../src/state/log/erasing';
import { foldLog } from '../../../src/state/log/fold';
import { checkForgetting } from '../../../src/state/log/forgetting-check';
import { opinionsOf } from '../../../src/state/log/opinions';
import { ProfileModel } from '../../../src/state/profile/profile-model';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { DAY, deeds, liveIn, logOf, speakersIn, standingsOf, standsIn, wantedIn } from './random-log';

/** What leaves a log with a scope, and what stays. */
function planErasure<E extends UnsavedEvent>(log: readonly E[], scope: ErasureScope) {
  const rows = log.map((event, n) => ({ ...event, seq: n + 1 }) as RatingEvent);
  const gone = erasureOf(scope).plan(rows);
  return { gone, remaining: log.filter(({ id }) => !gone.has(id)) };
}

const FILMS = 5;
const dataset = makeDataset(3, 30);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const movieIds = [...library.catalogue.movieId].slice(0, FILMS);

const scopes: fc.Arbitrary<ErasureScope> = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom(...movieIds), { minLength: 1, maxLength: 2 })
    .map((ids) => ({ what: 'films' as const, movieIds: ids })),
  fc.nat(8).map((day) => ({ what: 'time' as const, from: (10 + day) * DAY, to: (11 + day) * DAY })),
  fc.nat(8).map((day) => ({ what: 'time' as const, from: 0, to: (10 + day) * DAY })),
  fc.constantFrom('alone', 'kids').map((mood) => ({ what: 'mood' as const, mood })),
  fc.constant({ what: 'everything' as const }),
);

/** What several tabs do at once, not knowing of each other's last clicks; half of it on few films and mostly undone. */
const atOnce = fc.oneof(
  deeds(FILMS, { behind: 3 }),
  deeds(3, { behind: 3, what: ['click', 'undo', 'redo', 'refile', 'watch'] }),
);

/** The ids that go with a scope: what it names and whatever points at what goes, looked for until nothing is added. */
function goingWith(log: readonly UnsavedEvent[], scope: ErasureScope): Set<string> {
  const fold = foldLog(log);
  const named = (event: UnsavedEvent) => {
    if (scope.what === 'everything') return true;
    if (scope.what === 'films') return scope.movieIds.includes(event.movieId);
    if (scope.what === 'mood') return isAnswer(event) && fold.moodOf(event) === scope.mood;
    const at = event.about ?? event.time;
    return at >= scope.from && at < scope.to;
  };
  const going = new Set(log.filter(named).map(({ id }) => id));
  for (let before = -1; before !== going.size; ) {
    before = going.size;
    for (const event of log) if ('of' in event && going.has(event.of)) going.add(event.id);
  }
  return going;
}

function model(events: readonly RatingEvent[]): PersonalModel {
  const page = {
    events: [...events],
    unreadable: 0,
    lastSeq: events.at(-1)?.seq ?? 0,
    erasures: 0,
    sealedSeq: 0,
  };
  return new ProfileModel(library, 'p', page, undefined, [], () => {}).model;
}

/** A model that was taught these answers and nothing else, ever. */
function taught(speakers: ReadonlyMap<number, Answer>): PersonalModel {
  const made = new PersonalModel(library.network);
  for (const [movieId, { kind, time }] of speakers) {
    made.answer(library.itemOf.get(movieId) as number, kind, time);
  }
  return made;
}

describe('erasing for good', () => {
  test('what is left: folds to a model that was never taught what went when any scope is erased', () => {
    fc.assert(
      fc.property(deeds(FILMS), scopes, (done, scope) => {
        const log = logOf(done, movieIds);
        const { gone, remaining } = planErasure(log, scope);
        const expected = standsIn(log.filter(({ id }) => !gone.has(id)));
        expect(standingsOf(remaining)).toEqual(expected);
        expect(foldLog(remaining).wanted.sort((a, b) => a - b)).toEqual(wantedIn(remaining));
        expect(model(remaining).stateBytes()).toEqual(taught(speakersIn(remaining)).stateBytes());
      }),
      { numRuns: 400 },
    );
  });

  test('other films: stand as before when a film is erased, whatever tabs did at once', () => {
    fc.assert(
      fc.property(atOnce, fc.constantFrom(...movieIds), (done, movieId) => {
        const log = logOf(done, movieIds);
        const { remaining } = planErasure(log, { what: 'films', movieIds: [movieId] });
        expect(JSON.stringify(remaining.map((event) => event.movieId))).not.toContain(`${movieId}`);
        const others = standingsOf(log);
        others.delete(movieId);
        expect(standingsOf(remaining)).toEqual(others);
        expect(remaining).toEqual(log.filter((event) => event.movieId !== movieId));
      }),
      { numRuns: 300 },
    );
  });

  test('what goes: is what the scope names and what points at what goes, and the rest is untouched, when any scope is erased', () => {
    fc.assert(
      fc.property(atOnce, scopes, (done, scope) => {
        const log = logOf(done, movieIds);
        const before = structuredClone(log);
        const { gone, remaining } = planErasure(log, scope);
        expect(gone).toEqual(goingWith(log, scope));
        expect(remaining).toEqual(before.filter(({ id }) => !gone.has(id)));
        for (const event of remaining) if ('of' in event) expect(gone.has(event.of)).toBe(false);
        expect(erasureOf(scope).plan(log)).toEqual(gone);
      }),
      { numRuns: 400 },
    );
  });

  test('what is left: stands by its own last answers and is undone from the last on when any scope is erased, whatever tabs did at once', () => {
    fc.assert(
      fc.property(atOnce, scopes, (done, scope) => {
        const { remaining } = planErasure(logOf(done, movieIds), scope);
        const fold = foldLog(remaining);
        const live = liveIn(remaining);
        expect(standingsOf(remaining)).toEqual(standsIn(remaining));
        expect(fold.said).toEqual(live.filter(isAnswer));
        expect(fold.undoable).toEqual(live.at(-1));
      }),
      { numRuns: 400 },
    );
  });

  test('what is left: is the same when something else had been said on the day that went', () => {
    const clicks = {
      what: ['click', 'click', 'watch', 'undo', 'redo'],
      kinds: ['like', 'so-so', 'dislike', 'unseen'],
    } as const;
    fc.assert(
      fc.property(deeds(FILMS, clicks), fc.nat(6), (done, day) => {
        const scope = { what: 'time', from: (10 + day) * DAY, to: (11 + day) * DAY } as const;
        const log = logOf(done, movieIds);
        let at = 10 * DAY;
        const otherwise = done.map((deed) => {
          at += deed.daysLater * DAY + 1000;
          const on = at >= scope.from && at < scope.to;
          return on
            ? { ...deed, kind: deed.kind === 'like' ? ('dislike' as const) : ('like' as const) }
            : deed;
        });
        const strip = (events: RatingEvent[]) => events.map(({ seq: _, ...event }) => event);
        const left = planErasure(logOf(otherwise, movieIds), scope).remaining;
        expect(strip(left)).toEqual(strip(planErasure(log, scope).remaining));
      }),
      { numRuns: 300 },
    );
  });

  test('an undo: restores nothing of what went when it had restored it', () => {
    const told = { profileId: 'p', movieId: movieIds[0], place: 'rate', predictionVisible: false } as const;
    const say = (id: string, kind: RatingKind, day: number): UnsavedEvent => ({
      ...{ id, ...told, kind, choices: 2, time: day * DAY },
    });
    const undo = (id: string, of: string, day: number): UnsavedEvent => ({
      ...{ id, ...told, kind: 'undo', of, time: day * DAY },
    });
    const log = [say('a', 'like', 1), say('b', 'dislike', 2), undo('u', 'b', 3)];
    expect(standingsOf(log)).toEqual(new Map([[movieIds[0], 'like']]));
    const { remaining } = planErasure(log, { what: 'time', from: DAY, to: 2 * DAY });
    expect(remaining).toEqual([log[1], log[2]]);
    expect(standingsOf(remaining)).toEqual(new Map());
    const undone = [say('a', 'like', 1), undo('u', 'a', 2)];
    expect(standingsOf(planErasure(undone, { what: 'time', from: 2 * DAY, to: 3 * DAY }).remaining)).toEqual(
      new Map([[movieIds[0], 'like']]),
    );
  });

  test('time: is when a thing happened, not when it was told, when the two differ', () => {
    const told = { profileId: 'p', movieId: movieIds[0], place: 'import', predictionVisible: false } as const;
    const brought: UnsavedEvent = {
      ...{ id: 'a', ...told, kind: 'like', choices: 3, stars: 4.5, origin: 'letterboxd' },
      ...{ time: 9 * DAY, about: 2 * DAY },
    };
    const { plan, takesUnreadable } = erasureOf({ what: 'time', from: 2 * DAY, to: 3 * DAY });
    expect(plan([{ ...brought, seq: 1 }])).toEqual(new Set(['a']));
    expect(takesUnreadable({ ...brought, kind: 'adored' })).toBe(true);
    const today = erasureOf({ what: 'time', from: 9 * DAY, to: 10 * DAY });
    expect(today.plan([{ ...brought, seq: 1 }])).toEqual(new Set());
    expect(today.takesUnreadable({ ...brought, kind: 'adored' })).toBe(false);
    expect(today.takesUnreadable({ time: 9 * DAY })).toBe(true);
  });

  test('rows not understood: go with their film, their mood or everything, in the words of any version, when erased', () => {
    const kids = erasureOf({ what: 'mood', mood: 'kids' });
    expect(kids.takesUnreadable({ mood: 'kids' })).toBe(true);
    expect(kids.takesUnreadable({ context: 'kids' })).toBe(true);
    expect(kids.takesUnreadable({ mood: 'alone' })).toBe(false);
    const film = erasureOf({ what: 'films', movieIds: [7] });
    expect([film.takesUnreadable({ movieId: 7 }), film.takesUnreadable({ movieId: 8 })]).toEqual([
      true,
      false,
    ]);
    expect(erasureOf({ what: 'everything' }).takesUnreadable({})).toBe(true);
  });

  test('preview: counts what goes when a scope is asked about', () => {
    fc.assert(
      fc.property(atOnce, scopes, (done, scope) => {
        const log = logOf(done, movieIds);
        const { remaining } = planErasure(log, scope);
        const named = (events: readonly UnsavedEvent[]) => new Set(events.map(({ movieId }) => movieId)).size;
        const { films, filmsInPart, events } = previewErasure(log, scope);
        expect(events).toBe(log.length - remaining.length);
        expect(films).toBe(named(log) - named(remaining));
        expect(filmsInPart).toBeLessThanOrEqual(named(remaining));
      }),
    );
  });
});

test('unsaved clicks: are erased as if saved when another tab erased their scope', () => {
  fc.assert(
    fc.property(
      deeds(FILMS),
      fc.nat(12),
      scopes.filter(({ what }) => what !== 'mood'),
      (done, unsaved, scope) => {
        const log = logOf(done, movieIds);
        const cut = Math.max(0, log.length - unsaved);
        const [saved, waiting] = [log.slice(0, cut), log.slice(cut)];
        const { gone, remaining: left } = planErasure(saved, scope);
        const all = [...left, ...rebaseUnsaved(left, gone, waiting, scope, log)];
        expect(all).toEqual(planErasure(log, scope).remaining);
      },
    ),
    { numRuns: 400 },
  );
});

test('unsaved clicks: are dropped only on films that vanished when the tab was not told', () => {
  fc.assert(
    fc.property(deeds(FILMS), fc.nat(12), fc.constantFrom(...movieIds), (done, unsaved, movieId) => {
      const log = logOf(done, movieIds);
      const cut = Math.max(0, log.length - unsaved);
      const [saved, waiting] = [log.slice(0, cut), log.slice(cut)];
      const left = saved.filter((event) => event.movieId !== movieId);
      const kept = rebaseUnsaved(left, new Set(), waiting, null, log);
      const vanished = saved.some((event) => event.movieId === movieId);
      expect(kept).toEqual(waiting.filter((event) => !vanished || event.movieId !== movieId));
      expect(rebaseUnsaved(log, new Set(), waiting, null, log)).toEqual([]);
    }),
  );
});

test('unsaved clicks: are dropped, with what points at them, when they were saved unheard and then erased', () => {
  fc.assert(
    fc.property(deeds(FILMS), fc.nat(12), scopes, (done, unheard, scope) => {
      const log = logOf(done, movieIds);
      const { gone, remaining } = planErasure(log, scope);
      const waiting = log.slice(Math.max(0, log.length - unheard));
      // This tab heard neither that they were saved nor what was erased; it knows nothing of the log.
      expect(rebaseUnsaved(remaining, gone, waiting, null, [])).toEqual([]);
    }),
  );
});

test('forgetting check: finds a model that knows more than the log, and equal fingerprints when it does not', () => {
  fc.assert(
    fc.property(deeds(FILMS), (done) => {
      const log = logOf(done, movieIds);
      const used = model(log);
      const check = checkForgetting(library, used, log);
      expect(check).toMatchObject({
        identical: true,
        learned: opinionsOf(library, foldLog(log).speakers).size,
      });
      expect(check.inUse).toBe(check.fromNothing);
      used.answer(20, 'like');
      const found = checkForgetting(library, used, log);
      expect(found.identical).toBe(false);
      expect(found.inUse).not.toBe(found.fromNothing);
    }),
    { numRuns: 30 },
  );
});
