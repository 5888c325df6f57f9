import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, isAnswer, recencyOf, type UnsavedEvent } from '../../../src/events/rating-event';
import { foldLog, type LogFold } from '../../../src/state/log/fold';
import { alignToMoods, logOfMoods } from '../../../src/state/log/moods';
import {
  carryOut,
  clearing,
  redoing,
  refiling,
  restoring,
  type Step,
  saying,
  undoing,
  wishing,
} from '../../../src/state/log/steps';
import { DISLIKES, LIKES, STRIDE } from '../../../src/wnn/personal/memory';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { deeds, liveIn, logOf, standingsOf } from './random-log';

const FILMS = 5;
const dataset = makeDataset(3, 30);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const movieIds = [...library.catalogue.movieId].slice(0, FILMS);
let ids = 0;

/** Appends what a step says to a log, as the app does. */
function take(log: UnsavedEvent[], step: (fold: LogFold) => Step): UnsavedEvent[] {
  const fold = foldLog(log);
  const after = [...log];
  const add = (event: UnsavedEvent) => {
    fold.apply(event);
    after.push(event);
  };
  const told = { profileId: 'p', time: 0, place: 'rate', predictionVisible: false } as const;
  carryOut(step(fold), { fold, add }, told, () => `s${ids++}`);
  return after;
}

/** Everything a fold answers: standings, moods, and what can be undone. */
function facts(log: readonly UnsavedEvent[]) {
  const fold = foldLog(log);
  const filed = fold.said.map((event) => [event.id, fold.moodOf(event)]);
  const wanted = fold.wanted.sort((a, b) => a - b);
  return { standings: standingsOf(log), wanted, filed, undo: fold.undoStep.map(({ id }) => id) };
}

test('steps: change nothing when an undo is followed by a redo, after anything', () => {
  fc.assert(
    fc.property(deeds(FILMS), (done) => {
      const log = logOf(done, movieIds);
      if (foldLog(log).undoStep.length === 0) return;
      expect(facts(take(take(log, undoing), redoing))).toEqual(facts(log));
    }),
    { numRuns: 300 },
  );
});

test('undo: takes a whole step back when it removed several films, went back or filed elsewhere', () => {
  const steps = fc.oneof(
    fc.uniqueArray(fc.constantFrom(...movieIds)).map((films) => (fold: LogFold) => clearing(fold, films)),
    fc
      .dictionary(
        fc.constantFrom(...movieIds.map(String)),
        fc.constantFrom('like' as const, 'so-so' as const, 'dislike' as const, 'unseen' as const),
      )
      .map(
        (wanted) => (fold: LogFold) =>
          restoring(fold, new Map(Object.entries(wanted).map(([id, kind]) => [Number(id), { kind }]))),
      ),
    fc.tuple(fc.constantFrom(...movieIds), fc.constantFrom(null, 'alone', 'kids')).map(
      ([movieId, mood]) =>
        (fold: LogFold) =>
          refiling(fold, movieId, mood),
    ),
    fc.tuple(fc.constantFrom(...movieIds), fc.boolean()).map(
      ([movieId, wants]) =>
        (fold: LogFold) =>
          wishing(fold, movieId, wants),
    ),
  );
  fc.assert(
    fc.property(deeds(FILMS), steps, (done, step) => {
      const log = logOf(done, movieIds);
      const after = take(log, step);
      if (after.length === log.length) return;
      const undone = take(after, undoing);
      expect(undone.length - after.length).toBe(after.length - log.length);
      expect(facts(undone)).toEqual(facts(log));
      expect(facts(take(undone, redoing))).toEqual(facts(after));
    }),
    { numRuns: 300 },
  );
});

test('clearing: leaves films clear and the others as they were when several are named', () => {
  fc.assert(
    fc.property(deeds(FILMS), fc.uniqueArray(fc.constantFrom(...movieIds)), (done, films) => {
      const log = logOf(done, movieIds);
      const expected = standingsOf(log);
      for (const movieId of films) expected.delete(movieId);
      expect(standingsOf(take(log, (fold) => clearing(fold, films)))).toEqual(expected);
    }),
  );
});

const model = (log: readonly UnsavedEvent[], moods: string[]) => {
  const made = new PersonalModel(library.network);
  alignToMoods(library, made, foldLog(log), moods);
  return made;
};

/** Learns the last answer of each film of a log without undos. */
function learned(events: readonly Answer[]): PersonalModel {
  const made = new PersonalModel(library.network);
  for (const event of new Map(events.map((event) => [event.movieId, event])).values())
    made.answer(library.itemOf.get(event.movieId) as number, event.kind, recencyOf(event));
  return made;
}

test('moods: equal the model of the union of their logs when two are drawn together', () => {
  fc.assert(
    fc.property(deeds(FILMS), (done) => {
      const log = logOf(done, movieIds);
      const fold = foldLog(log);
      const place = new Map(fold.said.map(({ id }, at) => [id, at]));
      const parts = ['alone', 'kids'].flatMap((mood) => logOfMoods(fold, new Set([mood])));
      const union = [...new Map(parts.map((event) => [event.id, event])).values()];
      union.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
      expect(model(log, ['alone', 'kids']).stateBytes()).toEqual(learned(union).stateBytes());
    }),
    { numRuns: 300 },
  );
});

test('mood: knows what was filed under it and nothing else when a log has several', () => {
  fc.assert(
    fc.property(deeds(FILMS, { what: ['click', 'click', 'undo', 'redo', 'clear-two'] }), (done) => {
      const log = logOf(done, movieIds);
      const said = liveIn(log).filter(
        (event): event is Answer => isAnswer(event) && (event.mood === 'alone' || event.kind === 'clear'),
      );
      expect(model(log, ['alone']).stateBytes()).toEqual(learned(said).stateBytes());
    }),
  );
});

test('saying: is a step when the profile or the mood does not know it yet; a film removed leaves every mood', () => {
  let log: UnsavedEvent[] = [];
  const [film] = movieIds;
  log = take(log, (fold) => saying(fold, film, 'like', 'kids'));
  expect(log).toMatchObject([{ kind: 'like', mood: 'kids' }]);
  expect(take(log, (fold) => saying(fold, film, 'like', 'kids'))).toEqual(log);
  expect(take(log, (fold) => saying(fold, film, 'like'))).toEqual(log);
  log = take(log, (fold) => saying(fold, film, 'dislike', 'alone'));
  log = take(log, (fold) => saying(fold, film, 'dislike', 'kids'));
  expect(log.map((event) => [event.kind, isAnswer(event) && event.mood])).toEqual([
    ['like', 'kids'],
    ['dislike', 'alone'],
    ['dislike', 'kids'],
  ]);
  log = take(log, undoing);
  expect([...model(log, ['kids']).opinions.values()]).toEqual(['like']);
  log = take(log, (fold) => clearing(fold, [film]));
  for (const moods of [['kids'], ['alone'], ['alone', 'kids']])
    expect(model(log, moods).opinions.size).toBe(0);
});

test('refiling: moves a click between moods and leaves the whole list alone when it is filed elsewhere', () => {
  const [film] = movieIds;
  let log = take([], (fold) => saying(fold, film, 'like', 'kids'));
  const whole = standingsOf(log);
  log = take(log, (fold) => refiling(fold, film, 'alone'));
  expect(standingsOf(log)).toEqual(whole);
  expect(model(log, ['kids']).opinions.size).toBe(0);
  expect(model(log, ['alone']).opinions.size).toBe(1);
  expect(take(log, (fold) => refiling(fold, film, 'alone'))).toEqual(log);
  log = take(log, (fold) => refiling(fold, film, null));
  expect(model(log, ['alone', 'kids']).opinions.size).toBe(0);
  log = take(take(log, undoing), undoing);
  expect(model(log, ['kids']).opinions.size).toBe(1);
});

test('saying: is no step when a so-so or a dislike is repeated, and is one when a vague dislike is made plain', () => {
  const [film] = movieIds;
  let log = take([], () => [{ movieId: film, kind: 'dislike', choices: 2 }]);
  log = take(log, (fold) => saying(fold, film, 'dislike'));
  expect(log).toMatchObject([{ choices: 2 }, { kind: 'dislike', choices: 3 }]);
  expect(take(log, (fold) => saying(fold, film, 'dislike'))).toEqual(log);
  log = take(log, (fold) => saying(fold, film, 'so-so'));
  expect(log.at(-1)).toMatchObject({ kind: 'so-so', choices: 3 });
  expect(take(log, (fold) => saying(fold, film, 'so-so'))).toEqual(log);
  expect(standingsOf(log)).toEqual(new Map([[film, 'so-so']]));
});

test('wishing: is a step when it is news, and again once the film was seen', () => {
  const [film] = movieIds;
  expect(take([], (fold) => wishing(fold, film, false))).toEqual([]);
  let log = take([], (fold) => wishing(fold, film, true));
  expect(log).toMatchObject([{ kind: 'watch', movieId: film }]);
  expect(take(log, (fold) => wishing(fold, film, true))).toEqual(log);
  log = take(log, (fold) => saying(fold, film, 'like'));
  expect(take(log, (fold) => wishing(fold, film, false))).toEqual(log);
  log = take(log, (fold) => wishing(fold, film, true));
  log = take(log, (fold) => wishing(fold, film, false));
  expect(log.map(({ kind }) => kind)).toEqual(['watch', 'like', 'watch', 'unwatch']);
  expect(standingsOf(log)).toEqual(new Map([[film, 'like']]));
});

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
/** One column of a model's cells. */
const countsOf = ({ memory: { cells } }: PersonalModel, column: number) =>
  cells.filter((_, at) => at % STRIDE === column);

test('so-so: counts as watched, as neither like nor dislike, when a film was liked, disliked or nothing before', () => {
  fc.assert(
    fc.property(deeds(FILMS), fc.constantFrom(...movieIds), (done, movieId) => {
      const log = logOf(done, movieIds);
      const cleared = take(log, (fold) => clearing(fold, [movieId]));
      const soSo = take(cleared, (fold) => saying(fold, movieId, 'so-so', 'kids'));
      expect(foldLog(soSo).kindOf(movieId)).toBe('so-so');
      expect(model(soSo, ['alone']).stateBytes()).toEqual(model(cleared, ['alone']).stateBytes());
      for (const moods of [['kids'], ['alone', 'kids']]) {
        const [after, before] = [model(soSo, moods), model(cleared, moods)];
        expect(countsOf(after, LIKES)).toEqual(countsOf(before, LIKES));
        expect(countsOf(after, DISLIKES)).toEqual(countsOf(before, DISLIKES));
        expect(sum(after.watched)).toBeGreaterThan(sum(before.watched));
      }
    }),
  );
});

test('restoring: keeps mood, stars and choices of an answer when it brings it back', () => {
  const [film, other] = movieIds;
  const then = { kind: 'dislike', mood: 'kids', choices: 3, stars: 1.5 } as const;
  const log = take([], (fold) => saying(fold, other, 'like'));
  const restored = take(log, (fold) => restoring(fold, new Map([[film, then]])));
  expect(restored.slice(1)).toMatchObject([
    { movieId: film, ...then },
    { movieId: other, kind: 'clear' },
  ]);
  expect(restored[2]).not.toHaveProperty('mood');
});

test('carrying out: makes times that rise and keeps what the clock said when the clock stands still or jumps back', () => {
  const fold = foldLog([]);
  const told = { profileId: 'p', place: 'rate', predictionVisible: false } as const;
  const add = (event: UnsavedEvent) => fold.apply(event);
  const at = (time: number, step: Step) =>
    carryOut(step, { fold, add }, { ...told, time }, () => `c${ids++}`).events.map(({ time: t, about }) => [
      t,
      about,
    ]);
  expect(at(1000, saying(fold, movieIds[0], 'like'))).toEqual([[1000, undefined]]);
  expect(at(1000, saying(fold, movieIds[1], 'like'))).toEqual([[1001, 1000]]);
  expect(at(400, clearing(fold, movieIds.slice(0, 2)))).toEqual([
    [1002, 400],
    [1003, 400],
  ]);
  expect(at(Number.NaN, undoing(fold))).toEqual([
    [1004, undefined],
    [1005, undefined],
  ]);
  expect(at(9000, redoing(fold))).toEqual([
    [9000, undefined],
    [9001, 9000],
  ]);
});

test('restoring: brings an answer back as recent as it was when the same was said again since', () => {
  const [film, other] = movieIds;
  let log = take([], (fold) => saying(fold, film, 'like'));
  log = take(log, (fold) => saying(fold, other, 'like'));
  const then = foldLog(log).speakerOf(film);
  const wanted = new Map(
    [...foldLog(log).speakers].map((event) => [event.movieId, { kind: event.kind, since: recencyOf(event) }]),
  );
  expect(take(log, (fold) => restoring(fold, wanted))).toEqual(log);
  const again = take(
    take(log, (fold) => clearing(fold, [film])),
    (fold) => saying(fold, film, 'like'),
  );
  const restored = take(again, (fold) => restoring(fold, wanted));
  expect(restored.slice(again.length)).toMatchObject([{ movieId: film, kind: 'like', since: then?.time }]);
  const recency = (events: readonly UnsavedEvent[]) =>
    new Map([...foldLog(events).speakers].map((event) => [event.movieId, recencyOf(event)]));
  expect(recency(restored)).toEqual(recency(log));
});

test('recency: is when an answer was told, and for what was brought from elsewhere when it was given there', () => {
  expect(recencyOf({ time: 9.5, about: 3 })).toBe(9);
  expect(recencyOf({ time: 9, about: 3, origin: 'letterboxd' })).toBe(3);
  expect(recencyOf({ time: 9, about: -3, origin: 'letterboxd' })).toBe(0);
  expect(recencyOf({ time: 9, origin: 'letterboxd' })).toBe(9);
  expect(recencyOf({ time: 9, about: 3, origin: 'letterboxd', since: 5 })).toBe(5);
});
