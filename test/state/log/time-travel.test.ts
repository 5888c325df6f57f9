import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankAll, ranksIn, topOf } from '../../../src/state/list/ranking';
import { foldLog } from '../../../src/state/log/fold';
import { restoring, type Step, undoing } from '../../../src/state/log/steps';
import { momentWords, recommendedThen, TimeTravel } from '../../../src/state/log/time-travel';
import { buildLibrary } from '../../../src/state/platform/library';
import { ProfileModel } from '../../../src/state/profile/profile-model';
import type { RatingEvent, UnsavedEvent } from '../../../src/storage/rating-event';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { deeds, logOf, standingsOf } from './random-log';

const FILMS = 6;
const dataset = makeDataset(4, 40);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const movieIds = [...library.catalogue.movieId].slice(0, FILMS);

function modelOf(events: readonly RatingEvent[]) {
  const page = { events: [...events], unreadable: 0, lastSeq: events.at(-1)?.seq ?? 0, erasures: 0 };
  return new ProfileModel(library, 'p', page, undefined, [], () => {}).model;
}

test('time travel: holds the fold of the log up to a moment when it is reached by any way', () => {
  fc.assert(
    fc.property(deeds(FILMS, { behind: 2 }), fc.array(fc.nat(30), { maxLength: 6 }), (done, way) => {
      const log = logOf(done, movieIds);
      const travel = new TimeTravel(library, log);
      expect(travel.moments.flatMap(({ events }) => events)).toEqual(log);
      for (const stop of [...way, log.length, 0]) {
        travel.goTo(stop);
        expect(travel.at).toBe(Math.min(stop, travel.moments.length));
        const then = modelOf(travel.past as RatingEvent[]);
        expect(travel.model.stateBytes()).toEqual(then.stateBytes());
        expect(new Map(travel.model.opinions)).toEqual(new Map(then.opinions));
        const listed = travel.opinions.map(({ item, opinion }) => [item, opinion] as const);
        expect(new Map(listed)).toEqual(new Map(then.opinions));
      }
    }),
    { numRuns: 150 },
  );
});

test('restoring: gives the bytes of then when a moment is gone back to, and of now when that is undone', () => {
  let ids = 0;
  fc.assert(
    fc.property(deeds(FILMS), fc.nat(30), (done, stop) => {
      const log: UnsavedEvent[] = logOf(done, movieIds);
      const travel = new TimeTravel(library, log);
      travel.goTo(stop);
      const now = standingsOf(log);
      const take = (step: Step) => {
        const fold = foldLog(log);
        const batch = step.length > 1 ? { batch: `b${ids++}` } : {};
        for (const say of step) {
          const made = { id: `x${ids++}`, profileId: 'p', time: 0, place: 'my-ratings' } as const;
          const event = { ...made, predictionVisible: true, ...batch, ...say() };
          fold.apply(event);
          log.push(event);
        }
      };
      const step = restoring(foldLog(log), travel.standings);
      take(step);
      expect(standingsOf(log)).toEqual(standingsOf(travel.past));
      const numbered = log.map((event, n) => ({ ...event, seq: n + 1 }));
      expect(modelOf(numbered).stateBytes()).toEqual(travel.model.stateBytes());
      if (step.length > 0) take(undoing(foldLog(log)));
      expect(standingsOf(log)).toEqual(now);
    }),
    { numRuns: 200 },
  );
});

test('past list: says where its films stand today when a past moment is shown', () => {
  const log = logOf(
    [0, 1, 2, 3].map((film) => ({ what: 'click', film, kind: 'like', mood: null, daysLater: 1, behind: 0 })),
    movieIds,
  );
  const travel = new TimeTravel(library, log);
  travel.goTo(1);
  const now = rankAll(modelOf(log));
  const list = recommendedThen(travel, (items) => ranksIn(now, items), 20);
  expect(list.map(({ item }) => item)).toEqual(topOf(rankAll(travel.model), 20));
  expect(list.map(({ rankNow }) => rankNow)).toEqual(
    ranksIn(
      now,
      list.map(({ item }) => item),
    ),
  );
  expect(list.some(({ rankNow }) => rankNow === null)).toBe(true);
});

test('moment: is told in plain words when it was a click, an undo, a redo, a batch or a filing', () => {
  const say = (id: string, movieId: number, kind: UnsavedEvent['kind'], extra = {}): UnsavedEvent => ({
    id,
    profileId: 'p',
    movieId,
    kind,
    time: 0,
    place: 'rate',
    predictionVisible: false,
    ...extra,
  });
  const [a, b] = movieIds;
  const log = [
    say('1', a, 'like'),
    say('2', a, 'dislike', { undoOf: 'x' }),
    say('3', a, 'clear', { undoOf: '1' }),
    say('4', b, 'unseen', { redoOf: 'y' }),
    say('5', b, 'clear'),
    say('6', a, 'like', { batch: 'b' }),
    say('7', b, 'like', { batch: 'b' }),
    say('8', a, 'clear', { batch: 'c' }),
    say('9', b, 'clear', { batch: 'c' }),
    say('10', b, 'clear', { refileOf: '7' }),
  ];
  expect(new TimeTravel(library, log).moments.map((moment) => momentWords(moment, library))).toEqual([
    'liked Film 0',
    'undid: Film 0 is disliked again',
    'undid: Film 0 is unrated again',
    'redid: Film 1 is not seen again',
    'took back Film 1 (not seen)',
    'changed 2 films at once',
    'took back 2 films at once',
    'moved Film 1 to another mood',
  ]);
});
