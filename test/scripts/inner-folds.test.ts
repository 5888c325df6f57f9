import { describe, expect, it } from 'vitest';
import { innerFolds } from '../../scripts/fit/inner-folds';
import { answersOf } from '../../src/evaluation/splits';
import { makeDataset } from '../fixtures/small-world';

describe('inner folds', () => {
  const dataset = makeDataset(3, 60, 20);
  const users = Array.from({ length: 20 }, (_, user) => user);
  const foldsOf = (feedback?: 'stars' | 'clicks') =>
    innerFolds(dataset, users, { folds: 2, split: 'random', seed: 1, feedback });

  it('cut the training parts of the held-out users to answers, and nothing else, when clicks are taught', () => {
    const [stars, clicks] = [foldsOf(), foldsOf('clicks')];
    stars.forEach(({ training, users: held }, k) => {
      expect(clicks[k].training.ratings).toEqual(training.ratings);
      held.forEach(({ train, test }, u) => {
        expect(clicks[k].users[u].train).toEqual(answersOf(train));
        expect(clicks[k].users[u].test).toEqual(test);
      });
    });
    const taught = (folds: typeof stars) =>
      new Set(folds.flatMap((fold) => fold.users.flatMap(({ train }) => Array.from(train.halfStars))));
    expect(taught(stars).size).toBeGreaterThan(3);
    expect([...taught(clicks)].sort()).toEqual([3, 6, 9]);
  });

  it('know what the answers stand for only when clicks are taught', () => {
    expect(foldsOf('clicks').every(({ training }) => training.answers !== undefined)).toBe(true);
    expect(foldsOf('stars').every(({ training }) => training.answers === undefined)).toBe(true);
  });
});
