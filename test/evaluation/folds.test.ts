import { describe, expect, test } from 'vitest';
import { dealFolds, eligibleUsers, selectUsers } from '../../src/evaluation/folds';
import { randomRows, ratingsOf } from './small-data';

const users = Array.from({ length: 23 }, (_, u) => u);

describe('folds', () => {
  test('hold every user once, in sizes that differ by one at most', () => {
    const folds = dealFolds(users, 5, 1);
    expect(folds.flat().sort((a, b) => a - b)).toEqual(users);
    expect(folds.map((fold) => fold.length)).toEqual([5, 5, 5, 4, 4]);
  });

  test('are other folds with another seed', () => {
    expect(dealFolds(users, 5, 1)).not.toEqual(dealFolds(users, 5, 2));
    expect(dealFolds(users, 5, 1)).toEqual(dealFolds(users, 5, 1));
  });

  test('refuse more folds than users', () => {
    expect(() => dealFolds([1, 2, 3], 5, 1)).toThrow('there are 3');
  });

  test('take users with twenty ratings and more', () => {
    const few = randomRows(2, 50, 19);
    const enough = randomRows(1, 50, 20, 2).map((row) => ({ ...row, user: 99 }));
    const ratings = ratingsOf([...few, ...enough]);
    expect(eligibleUsers(ratings).map((user) => ratings.userId[user])).toEqual([99]);
  });
});

test('chosen users keep their ratings and lose everyone else', () => {
  const ratings = ratingsOf(randomRows(5, 50, 30));
  const chosen = selectUsers(ratings, [1, 3]);
  expect([...chosen.userId]).toEqual([ratings.userId[1], ratings.userId[3]]);
  expect([...chosen.offsets]).toEqual([0, 30, 60]);
  expect([...chosen.item.subarray(30)]).toEqual([...ratings.item.subarray(90, 120)]);
  expect([...chosen.halfStars.subarray(0, 30)]).toEqual([...ratings.halfStars.subarray(30, 60)]);
});
