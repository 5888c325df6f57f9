import { describe, expect, test } from 'vitest';
import { dealFolds, eligibleUsers } from '../../src/evaluation/folds';
import { randomRows, ratingsOf } from './small-data';

const users = Array.from({ length: 23 }, (_, u) => u);

describe('dealFolds', () => {
  test('deals every user once, in sizes that differ by one at most, when users do not divide evenly', () => {
    const folds = dealFolds(users, 5, 1);
    expect(folds.flat().sort((a, b) => a - b)).toEqual(users);
    expect(folds.map((fold) => fold.length)).toEqual([5, 5, 5, 4, 4]);
  });

  test('deals other folds when the seed is another', () => {
    expect(dealFolds(users, 5, 1)).not.toEqual(dealFolds(users, 5, 2));
    expect(dealFolds(users, 5, 1)).toEqual(dealFolds(users, 5, 1));
  });

  test('throws when there are more folds than users', () => {
    expect(() => dealFolds([1, 2, 3], 5, 1)).toThrow('there are 3');
  });

  test('is given only users with twenty ratings or more when they come from eligibleUsers', () => {
    const few = randomRows(2, 50, 19);
    const enough = randomRows(1, 50, 20, 2).map((row) => ({ ...row, user: 99 }));
    const ratings = ratingsOf([...few, ...enough]);
    expect(eligibleUsers(ratings).map((user) => ratings.userId[user])).toEqual([99]);
  });
});
