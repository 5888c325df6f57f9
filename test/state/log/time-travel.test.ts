import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RatingEvent, RatingKind, UnsavedEvent } from '../../../src/events/rating-event';
import { rankAll, ranksIn, topOf } from '../../../src/state/list/ranking';
import { foldLog } from '../../../src/state/log/fold';
import { carryOut, restoring, type Said, type Step, undoing } from '../../../src/state/log/steps';
import { momentWords, recommendedThen, TimeTravel } from '../../../src/state/log/time-travel';
import { ProfileModel } from '../../../src/state/profile/profile-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { deeds, logOf, standingsOf, standsIn } from './random-log';

const FILMS = 6;
const dataset = makeDataset(4, 40);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const movieIds = [...library.catalogue.movieId].slice(0, FILMS);

function modelOf(events: readonly RatingEvent[]) {
  const page = {
    events: [...events],
    unreadable: 0,
    lastSeq: events.at(-1)?.seq ?? 0,
    erasures: 0,
    sealedSeq: 0,
  };
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
        const listed = travel.seen.map(({ item, answer }) => [item, answer] as const);
        expect(new Map(listed)).toEqual(then.opinions);
        const stood = [...travel.standings].map(([movieId, { kind }]) => [movieId, kind] as const);
        expect(new Map(stood)).toEqual(standsIn(log.slice(0, travel.past.length)));
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
        const add = (event: UnsavedEvent) => {
          fold.apply(event);
          log.push(event);
        };
        const told = { profileId: 'p', time: 0, place: 'my-ratings', predictionVisible: true } as const;
        carryOut(step, { fold, add }, told, () => `x${ids++}`);
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

test('past opinions: stand in the order of the answers when films were wished for or filed since, or an answer was undone', () => {
  const made = { profileId: 'p', place: 'rate', predictionVisible: false } as const;
  const [first, second, third] = movieIds;
  const log: UnsavedEvent[] = [
    { id: 'a', time: 1, movieId: first, kind: 'like', choices: 3, ...made },
    { id: 'b', time: 2, movieId: second, kind: 'dislike', choices: 3, ...made },
    { id: 'c', time: 3, movieId: third, kind: 'like', choices: 3, ...made },
    { id: 'd', time: 4, movieId: first, kind: 'watch', ...made },
    { id: 'e', time: 5, movieId: second, kind: 'file', of: 'b', mood: 'm', ...made },
    { id: 'f', time: 6, movieId: first, kind: 'dislike', choices: 3, ...made },
    { id: 'g', time: 7, movieId: first, kind: 'undo', of: 'f', ...made },
  ];
  const travel = new TimeTravel(library, log);
  travel.goTo(log.length);
  const items = [third, second, first].map((movieId) => library.itemOf.get(movieId));
  expect(travel.seen.map(({ item }) => item)).toEqual(items);
  travel.goTo(6);
  expect(travel.seen.map(({ item }) => item)).toEqual([items[2], items[0], items[1]]);
});

test('past list: says where its films stand today when a past moment is shown', () => {
  const log = logOf(
    [0, 1, 2, 3].map((film) => ({
      ...{ what: 'click', film, kind: 'like', choices: 2, mood: null, daysLater: 1, behind: 0 },
    })),
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
  let time = 0;
  const tell = (id: string, said: Said, batch?: string): UnsavedEvent => ({
    ...{ id, profileId: 'p', time: ++time, place: 'rate', predictionVisible: false, ...said },
    ...(batch === undefined ? {} : { batch }),
  });
  const say = (id: string, movieId: number, kind: RatingKind, batch?: string) =>
    tell(id, { movieId, kind, choices: 3 }, batch);
  const [a, b] = movieIds;
  const log = [
    say('1', a, 'dislike'),
    say('2', a, 'like'),
    tell('3', { movieId: a, kind: 'undo', of: '2' }),
    tell('4', { movieId: a, kind: 'undo', of: '1' }),
    say('5', b, 'unseen'),
    tell('6', { movieId: b, kind: 'undo', of: '5' }),
    tell('7', { movieId: b, kind: 'redo', of: '5' }),
    say('8', b, 'clear'),
    say('9', a, 'like', 'b'),
    say('10', b, 'like', 'b'),
    tell('11', { movieId: b, kind: 'file', of: '10', mood: 'kids' }),
    tell('12', { movieId: b, kind: 'undo', of: '11' }),
    say('13', a, 'clear', 'c'),
    say('14', b, 'clear', 'c'),
    tell('15', { movieId: b, kind: 'undo', of: '14' }, 'd'),
    tell('16', { movieId: a, kind: 'undo', of: '13' }, 'd'),
    say('17', a, 'so-so'),
    say('18', a, 'clear'),
    tell('19', { movieId: a, kind: 'undo', of: '18' }),
    tell('20', { movieId: b, kind: 'watch' }),
    tell('21', { movieId: b, kind: 'unwatch' }),
  ];
  expect(new TimeTravel(library, log).moments.map((moment) => momentWords(moment, library))).toEqual([
    'disliked Film 0',
    'liked Film 0',
    'undid: Film 0 is disliked again',
    'undid: Film 0 is unrated again',
    'had not seen Film 1',
    'undid: Film 1 is unrated again',
    'redid: Film 1 is not seen again',
    'took back Film 1 (not seen)',
    'changed 2 films at once',
    'moved Film 1 to another mood',
    'undid: the mood of Film 1',
    'took back 2 films at once',
    'undid: changed 2 films at once',
    'found Film 0 so-so',
    'took back Film 0 (so-so)',
    'undid: Film 0 is so-so again',
    'wants to see Film 1',
    'no longer wants to see Film 1',
  ]);
});

test('moment: is told in plain words when a wish was undone or repeated', () => {
  let time = 0;
  const tell = (id: string, said: Said): UnsavedEvent => ({
    ...{ id, profileId: 'p', time: ++time, place: 'rate', predictionVisible: false, ...said },
  });
  const [movieId] = movieIds;
  const log = [
    tell('1', { movieId, kind: 'watch' }),
    tell('2', { movieId, kind: 'undo', of: '1' }),
    tell('3', { movieId, kind: 'redo', of: '1' }),
    tell('4', { movieId, kind: 'unwatch' }),
    tell('5', { movieId, kind: 'undo', of: '4' }),
  ];
  expect(new TimeTravel(library, log).moments.map((moment) => momentWords(moment, library))).toEqual([
    'wants to see Film 0',
    'undid: wants to see Film 0',
    'redid: wants to see Film 0',
    'no longer wants to see Film 0',
    'undid: no longer wants to see Film 0',
  ]);
});
