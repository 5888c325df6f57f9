import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { History, Training } from '../../src/baselines/recommender';
import { fitItemEffects } from '../../src/data/item-effects';
import { easeRecentVerdicts } from '../../src/evaluation/recommenders/ease-verdicts';
import { sliceHistory } from '../../src/evaluation/splits';
import { createRandom } from '../../src/lib/random';
import { plainTraining, ratingsOf, historyOf as toyHistory } from '../baselines/toy';
import { makeDataset } from '../fixtures/small-world';

const { catalogue, ratings } = makeDataset(4, 60, 150);
const training: Training = {
  ...{ catalogue, ratings, effects: fitItemEffects(catalogue, ratings) },
  ...{ feedback: 'likes', join: 'corrected', seed: 1 },
};
const fitted = easeRecentVerdicts.fit(training, []);
const all = Uint32Array.from({ length: catalogue.count }, (_, item) => item);

function historyOf(seed: number, length: number): History {
  const random = createRandom(seed);
  const item = random.shuffle(all.slice()).slice(0, length);
  return {
    item,
    halfStars: Uint8Array.from(item, () => (random.next() < 0.6 ? 8 : 7)),
    timestamp: new Uint32Array(length),
  };
}

test('easeRecentVerdicts: says the same when clicks come one by one and all at once', () => {
  const given = fc.record({ seed: fc.nat(), length: fc.integer({ min: 0, max: 60 }), known: fc.nat(60) });
  fc.assert(
    fc.property(given, ({ seed, length, known }) => {
      const history = historyOf(seed, length);
      const personal = fitted.personalize(sliceHistory(history, 0, Math.min(known, length)), 1, 0);
      for (let r = known; r < length; r++) personal.learn?.(history.item[r], history.halfStars[r], 0);
      const whole = fitted.personalize(history, 1, 0).predict(all);
      personal.predict(all).forEach((value, item) => {
        expect(value).toBeCloseTo(whole[item], 9);
      });
    }),
    { numRuns: 60 },
  );
});

test('easeRecentVerdicts: says what is expected of a film when nothing is known of the user', () => {
  expect(fitted.personalize(historyOf(1, 0), 1, 0).predict(all)).toEqual(training.effects.likeRate);
});

test('easeRecentVerdicts: says like of what people with the same likes like, and dislike of what they dislike', () => {
  const random = createRandom(9);
  // Two camps: the one likes the films below 10 and dislikes the others, the other does not.
  const people = Array.from({ length: 100 }, (_, user) =>
    [...random.shuffle(all.slice(0, 20))]
      .slice(0, 14)
      .map((item): [number, number] => [item, item < 10 === (user % 2 === 0) ? 5 : 2]),
  );
  const camps = { ...plainTraining(ratingsOf(...people), 20), feedback: 'likes' } as const;
  const clicks = [1, 12, 3, 15, 5, 17, 7, 19].map((item): [number, number] => [item, item < 10 ? 5 : 2]);
  const personal = easeRecentVerdicts.fit(camps, []).personalize(toyHistory(...clicks), 1, 0);
  expect(Math.min(...personal.predict(Uint32Array.of(0, 2, 4, 6, 8)))).toBeGreaterThan(0.6);
  expect(Math.max(...personal.predict(Uint32Array.of(10, 11, 13, 14, 16)))).toBeLessThan(0.4);
});
