import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAnswer, type UnsavedEvent } from '../../../src/events/rating-event';
import { pastOf } from '../../../src/state/log/film-past';
import { deeds, logOf, standsIn } from './random-log';

const MOVIES = [11, 12, 13];

test('past of a film: tells every answer, and where the film stood after each of its events, when any log is read', () => {
  fc.assert(
    fc.property(deeds(MOVIES.length, { behind: 2 }), fc.constantFrom(...MOVIES), (done, movieId) => {
      const log = logOf(done, MOVIES);
      const past = pastOf(log, movieId);
      const own = log.filter((event) => event.movieId === movieId);
      expect(past.filter(({ how }) => how === null).map(({ id }) => id)).toEqual(
        own.filter(isAnswer).map(({ id }) => id),
      );
      for (const { id, kind, time } of past) {
        const at = log.findIndex((event) => event.id === id);
        expect(kind).toBe(standsIn(log.slice(0, at + 1)).get(movieId) ?? 'clear');
        expect(time).toBe(log[at].about ?? log[at].time);
      }
      expect(past.at(-1)?.kind ?? 'clear').toBe(standsIn(log).get(movieId) ?? 'clear');
    }),
    { numRuns: 300 },
  );
});

test('past of a film: says when a thing happened, how it was taken back and nothing of other films', () => {
  const told = { profileId: 'p', place: 'import', predictionVisible: false, movieId: 1 } as const;
  const log: UnsavedEvent[] = [
    { ...told, id: 'a', time: 50, about: 7, kind: 'so-so', choices: 3, stars: 3, origin: 'letterboxd' },
    { ...told, id: 'b', time: 51, kind: 'like', choices: 2, movieId: 2 },
    { ...told, id: 'u', time: 52, kind: 'undo', of: 'a' },
    { ...told, id: 'v', time: 53, kind: 'undo', of: 'a' },
    { ...told, id: 'r', time: 54, kind: 'redo', of: 'a' },
    { ...told, id: 'f', time: 55, kind: 'file', of: 'a', mood: 'kids' },
    { ...told, id: 'g', time: 56, kind: 'undo', of: 'f' },
    { ...told, id: 'w', time: 57, kind: 'watch' },
    { ...told, id: 'x', time: 58, kind: 'undo', of: 'w' },
  ];
  expect(pastOf(log, 1)).toEqual([
    { id: 'a', time: 7, kind: 'so-so', how: null },
    { id: 'u', time: 52, kind: 'clear', how: 'undo' },
    { id: 'r', time: 54, kind: 'so-so', how: 'redo' },
  ]);
});
