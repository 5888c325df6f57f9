import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { RatingKind } from '../../../src/events/rating-event';
import {
  createDuelStore,
  DUEL_LATE,
  DUEL_MODELS,
  recordOf,
  standingClicks,
} from '../../../src/state/compare/duel';
import type { ModelState } from '../../../src/state/profile/model-state';
import type { SpawnedService } from '../../../src/worker/client';
import type { DuelEvent, DuelValue } from '../../../src/worker/contract';

type Event = ModelState['events'][number];

const told = (movieId: number, time: number, predictionVisible = false) => ({
  ...({ id: `e${time}`, profileId: 'p', place: 'rate' } as const),
  ...{ movieId, time, predictionVisible },
});
const event = (movieId: number, kind: RatingKind, time: number, predictionVisible = false): Event => ({
  ...{ ...told(movieId, time, predictionVisible), kind, choices: 3 },
});

test('standingClicks: takes the last verdict, at its place in the log, when a film has several', () => {
  const events = [
    event(1, 'like', 1),
    event(2, 'dislike', 2, true),
    event(3, 'unseen', 3),
    event(1, 'dislike', 4),
    event(4, 'like', 5),
    event(4, 'clear', 6),
    event(5, 'so-so', 7),
    event(6, 'like', 8),
    { ...told(6, 9), kind: 'undo', of: 'e8' },
    { ...told(7, 10), kind: 'watch' },
    event(8, 'like', 11),
    { ...told(8, 12), kind: 'file', of: 'e11', mood: 'kids' },
  ] satisfies Event[];
  expect(standingClicks(events)).toEqual([
    { movieId: 2, answer: 'dislike', time: 2, predictionVisible: true },
    { movieId: 1, answer: 'dislike', time: 4, predictionVisible: false },
    { movieId: 5, answer: 'so-so', time: 7, predictionVisible: false },
    { movieId: 8, answer: 'like', time: 11, predictionVisible: false },
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
  const soSo = standingClicks([event(1, 'so-so', 1), event(2, 'so-so', 2)]);
  expect(recordOf([true, false], soSo, () => true).map(({ right }) => right)).toEqual([0, 1]);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (says) => {
      const liked = says.map((_, index) => ({
        movieId: index,
        answer: 'like' as const,
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

/** A worker that says "like" of everything, but answers each duel only when it is told to. */
function spawnSlowly() {
  const asked: { models: string[]; clicks: number; tell(event: DuelEvent): void; answer(): void }[] = [];
  const service: SpawnedService['service'] = {
    open: async () => ({ kind: 'done', value: {} as never }),
    run: () => Promise.reject(new Error('Nobody asks for a run.')),
    duel: (clicks, models, onEvent) =>
      new Promise((resolve) => {
        const known = clicks.map((_, index) => index);
        const views = models.map((model) => ({
          ...({ model, state: 'done', fitMs: 1 } as const),
          saysLike: clicks.map(() => true),
        }));
        const value: DuelValue = { known, views };
        const answer = () => resolve({ kind: 'done', value });
        asked.push({ models, clicks: clicks.length, tell: onEvent, answer });
      }),
    setPaused: () => {},
    cancel: () => {},
  };
  return { asked, spawn: (): SpawnedService => ({ service, terminate: () => {}, onCrash: () => {} }) };
}

const BUNDLED = { kind: 'bundled', urls: { films: '', ratings: '' } } as const;

function openDuel(events: Event[]) {
  const { asked, spawn } = spawnSlowly();
  const model = createStore<ModelState>()(
    () => ({ events, revision: 0 }) as Partial<ModelState> as ModelState,
  );
  const duel = createDuelStore({ model, spawn, schedule: () => () => {}, usualData: async () => BUNDLED });
  const say = (next: Event[]) => model.setState(({ revision }) => ({ events: next, revision: revision + 1 }));
  const turn = (n: number) => vi.waitFor(() => expect(asked).toHaveLength(n)).then(() => asked[n - 1]);
  duel.getState().follow();
  return { duel, say, turn };
}

test('createDuelStore: puts a new click to the quick systems before the slow ones are fitted', async () => {
  const first = event(1, 'like', 1);
  const { duel, say, turn } = openDuel([first]);
  const quick = await turn(1);
  expect(quick.models).toEqual(DUEL_MODELS.filter((name) => !DUEL_LATE.includes(name)));
  say([first, event(2, 'like', 2)]);
  quick.answer();
  const again = await turn(2);
  expect(again).toMatchObject({ models: quick.models, clicks: 2 });
  again.answer();
  const late = await turn(3);
  expect(late).toMatchObject({ models: [...DUEL_LATE], clicks: 2 });
  expect(duel.getState().phase).toBe('playing');
  late.answer();
  await vi.waitFor(() => expect(duel.getState().phase).toBe('ready'));
  for (const { saysLike } of duel.getState().views) expect(saysLike).toEqual([true, true]);
});

test('createDuelStore: forgets what was said of clicks that were taken back, before a system has its turn', async () => {
  const [first, second, third] = [event(1, 'like', 1), event(2, 'like', 2), event(3, 'dislike', 3)];
  const { duel, say, turn } = openDuel([first, second, third]);
  (await turn(1)).answer();
  (await turn(2)).answer();
  await vi.waitFor(() => expect(duel.getState().phase).toBe('ready'));
  say([first, third]);
  const { tell } = await turn(3);
  tell({ known: [0, 1], views: [] });
  expect(duel.getState().clicks).toHaveLength(2);
  for (const { saysLike } of duel.getState().views) expect(saysLike).toEqual([true]);
});
