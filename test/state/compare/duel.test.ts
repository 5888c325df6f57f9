import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordOf, standingClicks } from '../../../src/state/compare/duel';
import type { ModelState } from '../../../src/state/profile/model-state';

type Event = ModelState['events'][number];

const event = (movieId: number, kind: Event['kind'], time: number, predictionVisible = false): Event => ({
  ...{ id: `e${time}`, profileId: 'p', place: 'rate', movieId, kind, time, predictionVisible },
});

test('standingClicks: takes the last verdict, at its place in the log, when a film has several', () => {
  const events = [
    event(1, 'like', 1),
    event(2, 'dislike', 2, true),
    event(3, 'unseen', 3),
    event(1, 'dislike', 4),
    event(4, 'like', 5),
    event(4, 'clear', 6),
  ];
  expect(standingClicks(events)).toEqual([
    { movieId: 2, like: false, time: 2, predictionVisible: true },
    { movieId: 1, like: false, time: 4, predictionVisible: false },
  ]);
});

test('recordOf: gives the share that was foreseen, inside its interval, when some clicks do not count', () => {
  const clicks = standingClicks([
    event(1, 'like', 1),
    event(2, 'dislike', 2, true),
    event(3, 'like', 3),
    event(4, 'dislike', 4),
  ]);
  const fair = recordOf([true, true, false, false], clicks, ({ predictionVisible }) => !predictionVisible);
  expect(fair.map(({ clicks: n, right }) => [n, right])).toEqual([
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (says) => {
      const liked = says.map((_, index) => ({
        movieId: index,
        like: true,
        time: 0,
        predictionVisible: false,
      }));
      for (const { share, low, high } of recordOf(says, liked, () => true)) {
        expect(low).toBeGreaterThanOrEqual(-1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(share).toBeGreaterThanOrEqual(low - 1e-12);
        expect(share).toBeLessThanOrEqual(high + 1e-12);
      }
    }),
  );
});
