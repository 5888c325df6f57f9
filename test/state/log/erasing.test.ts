import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planErasure, previewErasure, rebaseUnsaved } from '../../../src/state/log/erasing';
import { foldLog } from '../../../src/state/log/fold';
import { checkForgetting } from '../../../src/state/log/forgetting-check';
import { opinionsOf } from '../../../src/state/log/opinions';
import { buildLibrary } from '../../../src/state/platform/library';
import { ProfileModel } from '../../../src/state/profile/profile-model';
import type { ErasureScope } from '../../../src/storage/erasure-scope';
import type { RatingEvent, RatingKind, UnsavedEvent } from '../../../src/storage/rating-event';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { DAY, deeds, logOf, standingsOf } from './random-log';

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

/** What should be left, worked out event by event without a fold: live clicks in the order of the undo history. */
function leftBy(log: readonly UnsavedEvent[], gone: ReadonlySet<string>): Map<number, RatingKind> {
  const clicks = new Map(log.map((event) => [event.id, event]));
  let live: string[] = [];
  for (const event of log) {
    if (gone.has(event.id)) continue;
    if (event.undoOf !== undefined) live = live.filter((id) => id !== event.undoOf);
    else if (event.redoOf === undefined) live.push(event.id);
    else if (!live.includes(event.redoOf)) live.push(event.redoOf);
  }
  const standings = new Map<number, RatingKind>();
  for (const id of live) {
    const { movieId, kind, refileOf } = clicks.get(id) as UnsavedEvent;
    if (refileOf === undefined) standings.set(movieId, kind);
  }
  return new Map([...standings].filter(([, kind]) => kind !== 'clear').sort(([a], [b]) => a - b));
}

function model(events: readonly RatingEvent[]): PersonalModel {
  const page = { events: [...events], unreadable: 0, lastSeq: events.at(-1)?.seq ?? 0, erasures: 0 };
  return new ProfileModel(library, 'p', page, undefined, [], () => {}).model;
}

/** A model that was taught these standings and nothing else, ever. */
function taught(standings: ReadonlyMap<number, RatingKind>): PersonalModel {
  const made = new PersonalModel(library.network);
  for (const [movieId, kind] of standings) {
    if (kind === 'like' || kind === 'dislike') made.rate(library.itemOf.get(movieId) as number, kind);
  }
  return made;
}

describe('erasing for good', () => {
  test('what is left: folds to a model that was never taught what went when any scope is erased', () => {
    fc.assert(
      fc.property(deeds(FILMS), scopes, (done, scope) => {
        const log = logOf(done, movieIds);
        const { gone, remaining } = planErasure(log, scope);
        const expected = leftBy(log, gone);
        expect(standingsOf(remaining)).toEqual(expected);
        expect(model(remaining).stateBytes()).toEqual(taught(expected).stateBytes());
      }),
      { numRuns: 400 },
    );
  });

  test('other films: stand as before when a film is erased, whatever tabs did at once', () => {
    fc.assert(
      fc.property(deeds(FILMS, { behind: 3 }), fc.constantFrom(...movieIds), (done, movieId) => {
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

  test('what is left: points at nothing that went when any scope is erased', () => {
    fc.assert(
      fc.property(deeds(FILMS, { behind: 3 }), scopes, (done, scope) => {
        const { gone, remaining, changed } = planErasure(logOf(done, movieIds), scope);
        const fold = foldLog(remaining);
        for (const event of remaining) {
          for (const id of [event.undoOf, event.redoOf, event.refileOf])
            if (id) expect(gone.has(id)).toBe(false);
        }
        for (const movieId of movieIds) {
          const last = remaining.findLast((event) => event.movieId === movieId);
          expect(fold.kindOf(movieId)).toBe(last?.kind ?? 'clear');
        }
        for (const id of changed.keys()) expect(gone.has(id)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('what is left: is the same when something else had been said on the day that went', () => {
    const clicks = {
      what: ['click', 'click', 'undo', 'redo'],
      kinds: ['like', 'dislike', 'unseen'],
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
    const say = (id: string, kind: RatingKind, day: number, extra = {}) =>
      ({
        id,
        profileId: 'p',
        movieId: movieIds[0],
        kind,
        time: day * DAY,
        place: 'rate',
        predictionVisible: false,
        ...extra,
      }) as const;
    const log = [say('a', 'like', 1), say('b', 'dislike', 2), say('u', 'like', 3, { undoOf: 'b' })];
    const { remaining } = planErasure(log, { what: 'time', from: DAY, to: 2 * DAY });
    expect(remaining.map(({ id, kind }) => [id, kind])).toEqual([
      ['b', 'dislike'],
      ['u', 'clear'],
    ]);
    const undone = [say('a', 'like', 1), say('u', 'clear', 2, { undoOf: 'a' })];
    expect(standingsOf(planErasure(undone, { what: 'time', from: 2 * DAY, to: 3 * DAY }).remaining)).toEqual(
      new Map([[movieIds[0], 'like']]),
    );
  });

  test('preview: counts what goes when a scope is asked about', () => {
    fc.assert(
      fc.property(deeds(FILMS, { behind: 2 }), scopes, (done, scope) => {
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
        const left = planErasure(saved, scope).remaining;
        const all = [...left, ...rebaseUnsaved(left, waiting, scope, log)];
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
      const kept = rebaseUnsaved(left, waiting, null, log);
      const vanished = saved.some((event) => event.movieId === movieId);
      expect(kept).toEqual(waiting.filter((event) => !vanished || event.movieId !== movieId));
      expect(rebaseUnsaved(log, waiting, null, log)).toEqual([]);
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
      used.rate(20, 'like');
      const found = checkForgetting(library, used, log);
      expect(found.identical).toBe(false);
      expect(found.inUse).not.toBe(found.fromNothing);
    }),
    { numRuns: 30 },
  );
});
