import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupSample, PeopleSample } from '../../src/packs/people-sample';

/** One rating: who, which film, half stars, when. */
type Row = [user: number, item: number, halfStars: number, timestamp: number];

const row = fc.tuple(fc.nat(60), fc.nat(9), fc.integer({ min: 1, max: 10 }), fc.nat(5)) as fc.Arbitrary<Row>;
const rows = fc.array(row, { maxLength: 300 });

function drawn(from: readonly Row[], most: number, seed = 1) {
  const sample = new PeopleSample(most, seed);
  for (const each of from) sample.add(...each);
  return sample.drawn;
}

const peopleIn = (from: readonly Row[]) => new Set(from.map(([user]) => user));

test('people sample: draws so many people whole, and all of them when they are fewer', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const { user, item } = drawn(all, most);
      const people = new Set(user);
      expect(people.size).toBe(Math.min(most, peopleIn(all).size));
      const expected = all.filter(([each]) => people.has(each));
      expect([...user]).toEqual(expected.map(([each]) => each));
      expect([...item]).toEqual(expected.map(([, film]) => film));
    }),
  );
});

test('people sample: draws the same people when ratings come in any order', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), fc.nat(), (all, most, seed) => {
      const turned = [...all].sort(
        (a, b) => ((a[0] * 7919 + a[1] * 104_729 + seed) % 97) - ((b[0] * 7919 + b[1] * 104_729 + seed) % 97),
      );
      expect(new Set(drawn(turned, most).user)).toEqual(new Set(drawn(all, most).user));
    }),
  );
});

test('people sample: is the sample of all when samples of parts of the people are put together', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (all, most, parts) => {
      const joined = new PeopleSample(most, 1);
      for (let part = 0; part < parts; part++) {
        const { user, item, halfStars, timestamp } = drawn(
          all.filter(([each]) => each % parts === part),
          most,
        );
        user.forEach((_, r) => {
          joined.add(user[r], item[r], halfStars[r], timestamp[r]);
        });
      }
      expect(groupSample(joined.drawn)).toEqual(groupSample(drawn(all, most)));
    }),
  );
});

test('people sample: draws others when the seed is another', () => {
  const all = Array.from({ length: 200 }, (_, user): Row => [user, 0, 8, 0]);
  expect(new Set(drawn(all, 20, 1).user)).not.toEqual(new Set(drawn(all, 20, 2).user));
});

test('grouped sample: has ratings in order of time, the last one of a film, and nobody with a single rating', () => {
  const ratings = groupSample(
    drawn(
      [
        [5, 1, 8, 30],
        [2, 0, 6, 9],
        [5, 0, 4, 20],
        [5, 1, 2, 40],
        [7, 3, 1, 1],
        [7, 3, 2, 2],
      ],
      10,
    ),
  );
  expect(ratings).toEqual({
    userCount: 1,
    count: 2,
    userId: Uint32Array.of(5),
    offsets: Uint32Array.of(0, 2),
    item: Uint32Array.of(0, 1),
    halfStars: Uint8Array.of(4, 2),
    timestamp: Uint32Array.of(20, 40),
  });
});
