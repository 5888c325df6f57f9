import { describe, expect, test } from 'vitest';
import { cfPaper } from '../../../src/baselines/paper/cf-paper';
import { readOnes, targetOnes } from '../../../src/baselines/paper/paper-rating';
import { weightedPaper } from '../../../src/baselines/paper/weighted-paper';
import { wnnPaper } from '../../../src/baselines/paper/wnn-paper';
import { makeDataset } from '../../fixtures/small-world';
import { historyOf, items, plainTraining } from '../toy';

const { ratings } = makeDataset(3, 30, 20);
const training = plainTraining(ratings, 30);
const all = items(...Array.from({ length: 30 }, (_, item) => item));
const together = Array.from({ length: ratings.userCount }, (_, user) => ({
  item: ratings.item.slice(ratings.offsets[user], ratings.offsets[user + 1]),
  halfStars: ratings.halfStars.slice(ratings.offsets[user], ratings.offsets[user + 1]),
  timestamp: ratings.timestamp.slice(ratings.offsets[user], ratings.offsets[user + 1]),
}));
const nobody = historyOf();

describe('ratings as the paper codes them', () => {
  test('stars are truncated; likes are all or nothing', () => {
    expect([1, 7, 8, 9, 10].map((h) => targetOnes(h, 'stars'))).toEqual([0, 6, 8, 8, 10]);
    expect([1, 7, 8, 10].map((h) => targetOnes(h, 'likes'))).toEqual([0, 0, 10, 10]);
  });

  test('ones are read as half stars, or as the share that likes', () => {
    expect([0, 7, 10].map((n) => readOnes(n, 'stars'))).toEqual([0, 3.5, 5]);
    expect([0, 5, 10].map((n) => readOnes(n, 'likes'))).toEqual([0, 0.5, 1]);
  });
});

describe('wnn-paper', () => {
  test('recalls what it was taught', () => {
    const personal = wnnPaper.fit(training, []).personalize(historyOf([3, 4], [7, 1]), 1, 0);
    expect(Array.from(personal.predict(items(3, 7)))).toEqual([4, 1]);
  });

  test('learns one rating at a time as it learns a history', () => {
    const fitted = wnnPaper.fit(training, []);
    const { item, halfStars, timestamp } = together[0];
    const grown = fitted.personalize(nobody, 5, 0);
    for (let r = 0; r < item.length; r++) grown.learn?.(item[r], halfStars[r], timestamp[r]);
    expect(grown.predict(all)).toEqual(fitted.personalize(together[0], 5, 0).predict(all));
  });

  test('taught by likes, says like or not', () => {
    const fitted = wnnPaper.fit({ ...training, feedback: 'likes' }, []);
    const personal = fitted.personalize(historyOf([3, 5], [7, 2]), 1, 0);
    expect(Array.from(personal.predict(items(3, 7)))).toEqual([1, 0]);
  });
});

describe('weighted-paper', () => {
  test('predicts whole half stars, the same for the same seed only', () => {
    const fitted = weightedPaper.fit(training, []);
    const predict = (seed: number) => Array.from(fitted.personalize(together[0], seed, 0).predict(all));
    expect(predict(1)).toEqual(predict(1));
    expect(predict(1)).not.toEqual(predict(2));
    for (const stars of predict(1)) expect(stars * 2).toBe(Math.round(stars * 2));
  });

  test('25 steps tell someone who gives only fives from someone who gives nothing', () => {
    const fitted = weightedPaper.fit(training, []);
    const mean = (stars: number, seed: number) =>
      fitted
        .personalize(historyOf(...Array.from(all, (item): [number, number] => [item, stars])), seed, 0)
        .predict(all)
        .reduce((sum, predicted) => sum + predicted / all.length, 0);
    for (const seed of [1, 2, 3]) expect(mean(5, seed)).toBeGreaterThan(mean(0, seed) + 0.5);
  });

  test('histories longer than a chunk are learned whole', () => {
    const fitted = weightedPaper.fit(training, []);
    const repeated = (times: number) => {
      const list = Array.from({ length: times }, () => Array.from(all)).flat();
      return historyOf(...list.map((item): [number, number] => [item, 1 + (item % 5)]));
    };
    // Repeating a history leaves its mean gradient alone.
    expect(fitted.personalize(repeated(5), 4, 0).predict(all)).toEqual(
      fitted.personalize(repeated(1), 4, 0).predict(all),
    );
  });
});

describe('cf-paper', () => {
  const fitted = cfPaper.fit(training, together);
  const predictAll = (from: typeof fitted) =>
    together.map((history, index) => Array.from(from.personalize(history, 1, index).predict(all)));

  test('is the same for the same seed only', () => {
    expect(predictAll(cfPaper.fit(training, together))).toEqual(predictAll(fitted));
    expect(predictAll(cfPaper.fit({ ...training, seed: 2 }, together))).not.toEqual(predictAll(fitted));
  });

  test('predicts the same after being packed and unpacked', () => {
    const packed = cfPaper.pack?.(fitted) ?? new Uint8Array();
    const unpacked = cfPaper.unpack?.(packed, training, together);
    expect(unpacked && predictAll(unpacked)).toEqual(predictAll(fitted));
  });

  test('refuses packed parameters that are damaged or of other data', () => {
    const packed = cfPaper.pack?.(fitted) ?? new Uint8Array();
    const damaged = packed.slice();
    damaged[200] ^= 1;
    expect(() => cfPaper.unpack?.(damaged, training, together)).toThrow('damaged');
    expect(() => cfPaper.unpack?.(packed, training, together.slice(1))).toThrow('other data');
    expect(() => cfPaper.unpack?.(packed, plainTraining(ratings, 31), together)).toThrow('other data');
  });

  test('refuses to pack what another system fitted', () => {
    expect(() => cfPaper.pack?.(wnnPaper.fit(training, []))).toThrow(TypeError);
  });

  test('tells apart users who agree with nobody', () => {
    const lover = historyOf(...Array.from(all, (item): [number, number] => [item, 5]));
    const hater = historyOf(...Array.from(all, (item): [number, number] => [item, 0]));
    const crowd = Array.from({ length: 60 }, (_, u) => (u % 2 === 0 ? lover : hater));
    const of = cfPaper.fit(training, crowd);
    const mean = (user: number) =>
      of
        .personalize(nobody, 1, user)
        .predict(all)
        .reduce((sum, stars) => sum + stars / all.length, 0);
    expect(mean(0)).toBeGreaterThan(mean(1) + 1);
  });

  test('has an answer for someone it was not trained on', () => {
    for (const stars of fitted.personalize(nobody, 1, together.length).predict(all)) {
      expect(stars).toBeGreaterThanOrEqual(0);
      expect(stars).toBeLessThanOrEqual(5);
    }
  });
});
