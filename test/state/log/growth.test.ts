import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWERS, type Answer, type RatingKind, type UnsavedEvent } from '../../../src/events/rating-event';
import { growthOf } from '../../../src/state/log/growth';
import { memoryUse } from '../../../src/wnn/inspect/memory-use';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { deeds, logOf, speakersIn } from './random-log';

const FILMS = 60;
const dataset = makeDataset(3, FILMS);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));

let ids = 0;
function event(item: number, kind: RatingKind): Answer {
  const told = { profileId: 'p', time: ids, place: 'rate', predictionVisible: false } as const;
  return { id: `e${ids++}`, movieId: library.catalogue.movieId[item], kind, choices: 3, ...told };
}

/** Clicks of all kinds on a few films, undone and repeated, and clicks alone on many. */
const logs: fc.Arbitrary<UnsavedEvent[]> = fc.oneof(
  deeds(6, { length: 60 }).map((done) => logOf(done, [...library.catalogue.movieId].slice(0, 6))),
  fc
    .array(fc.tuple(fc.nat(FILMS - 1), fc.constantFrom(...ANSWERS)), { maxLength: 100 })
    .map((clicks) => clicks.map(([item, kind]) => event(item, kind))),
);

/** A model that learned only where the films stand at the end. */
function modelOf(events: readonly UnsavedEvent[]): PersonalModel {
  const model = new PersonalModel(library.network);
  for (const [movieId, { kind, time }] of speakersIn(events)) {
    model.answer(library.itemOf.get(movieId) as number, kind, time);
  }
  return model;
}

test('growth: holds the model of the log up to a point when any log is replayed', () => {
  fc.assert(
    fc.property(logs, (events) => {
      const { points } = growthOf(library, events);
      expect(points[0]).toEqual({ events: 0, opinions: 0, written: 0 });
      expect(points.at(-1)?.events).toBe(events.length);
      for (const point of points) {
        const model = modelOf(events.slice(0, point.events));
        expect(point.opinions).toBe(model.opinions.size);
        expect(point.written).toBe(memoryUse(library.network, model.memory).written);
      }
    }),
    { numRuns: 30 },
  );
});

test('growth: tells of a rating from elsewhere by when it was given, not by when it was brought here', () => {
  const brought = [
    { ...event(0, 'like'), time: 9_000, about: 5 },
    { ...event(1, 'like'), time: 9_001 },
  ];
  expect(growthOf(library, brought).milestones.map(({ time }) => time)).toEqual([5, 9_001]);
});

test('growth: has no more points than a chart can show, the present among them, when the log is long', () => {
  const events = Array.from({ length: 1000 }, (_, n) => event(n % FILMS, n % 3 === 0 ? 'dislike' : 'like'));
  const { points, milestones } = growthOf(library, events);
  expect(points.length).toBeLessThanOrEqual(61);
  expect(points.map((point) => point.events)).toEqual(
    [...new Set(points.map((point) => point.events))].sort((a, b) => a - b),
  );
  expect(milestones.map((milestone) => milestone.events)).toEqual([250, 500, 750, 1000]);
  expect(milestones[3].time).toBe(events[999].time);
});

test('growth: ends with an empty memory when everything was undone', () => {
  const like = event(7, 'like');
  const { choices: _, ...told } = event(7, 'like');
  const events = [like, { ...told, kind: 'undo' as const, of: like.id }];
  const { points, milestones } = growthOf(library, events);
  expect(points.map(({ written }) => written > 0)).toEqual([false, true, false]);
  expect(milestones.at(-1)).toMatchObject({ opinions: 0, liked: [], disliked: [] });
});

test('growth: counts a film found so-so as judged, and forgets it when it was not seen after all', () => {
  const events = [
    event(7, 'so-so'),
    event(8, 'like'),
    event(8, 'so-so'),
    event(8, 'unseen'),
    event(7, 'clear'),
  ];
  const { points } = growthOf(library, events);
  expect(points.map(({ opinions, written }) => [opinions, written > 0])).toEqual([
    [0, false],
    [1, true],
    [2, true],
    [2, true],
    [1, true],
    [0, false],
  ]);
});

test('growth: passes films over when the catalogue does not know them', () => {
  const unknown = { ...event(0, 'like'), movieId: 9_999_999 };
  expect(growthOf(library, [unknown]).points.at(-1)).toEqual({ events: 1, opinions: 0, written: 0 });
});

test('growth: has one empty point when nothing was clicked', () => {
  expect(growthOf(library, [])).toEqual({ points: [{ events: 0, opinions: 0, written: 0 }], milestones: [] });
});
