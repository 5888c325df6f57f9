import { describe, expect, it } from 'vitest';
import { bias } from '../../src/baselines/bias';
import { constant } from '../../src/baselines/constant';
import { popularity } from '../../src/baselines/popularity';
import { bestConstant, createUserConstant } from '../../src/baselines/user-constant';
import { historyOf, items, plainTraining, ratingsOf } from './toy';

const training = plainTraining(
  ratingsOf(
    [
      [0, 5],
      [1, 4],
    ],
    [
      [0, 4],
      [2, 3],
    ],
    [[2, 2]],
  ),
  4,
);
const likes = { ...training, feedback: 'likes' } as const;

describe('constant', () => {
  it('says four stars of every film, or a like', () => {
    const history = historyOf([0, 1]);
    expect([...constant.fit(training, []).personalize(history, 1, 0).predict(items(1, 3))]).toEqual([4, 4]);
    expect([...constant.fit(likes, []).personalize(history, 1, 0).predict(items(3))]).toEqual([1]);
  });
});

describe('user-constant', () => {
  const history = historyOf([0, 5], [1, 4.5], [2, 1], [3, 3]);

  it('takes the constant within one star of most ratings', () => {
    expect(bestConstant(history, { metric: 'within1Star', truncated: false })).toBe(4);
    const low = historyOf([0, 1], [1, 1.5], [2, 5]);
    expect(bestConstant(low, { metric: 'within1Star', truncated: false })).toBe(2);
  });

  it('gives ties to the constant nearest eight ones', () => {
    // 1.5 stars are within a star of .5 to 2.5.
    expect(bestConstant(historyOf([0, 1.5]), { metric: 'within1Star', truncated: false })).toBe(2.5);
    expect(bestConstant(historyOf([0, 3], [1, 5]), { metric: 'within1Star', truncated: false })).toBe(4);
    expect(bestConstant(historyOf(), { metric: 'rmse', truncated: false })).toBe(4);
  });

  it('reads the truth as whole stars where the protocol truncates it', () => {
    // 4.5 stars become 4: now 3 stars, from 2 to 4, cannot be told from them at 3 to 4.
    expect(bestConstant(historyOf([0, 4.5], [1, 2.5]), { metric: 'within1Star', truncated: true })).toBe(3);
    expect(bestConstant(historyOf([0, 1.5]), { metric: 'within1Star', truncated: true })).toBe(2);
  });

  it('is the mean by rmse, a median by mae, and on the side of the majority by likeAccuracy', () => {
    expect(bestConstant(history, { metric: 'rmse', truncated: false })).toBeCloseTo(13.5 / 4);
    expect(bestConstant(history, { metric: 'mae', truncated: false })).toBe(4);
    expect(bestConstant(history, { metric: 'likeAccuracy', truncated: false })).toBe(4);
    expect(bestConstant(historyOf([0, 1], [1, 2]), { metric: 'likeAccuracy', truncated: false })).toBe(3.5);
  });

  it('taught by likes, says whichever the user says more often', () => {
    const fitted = createUserConstant({ metric: 'within1Star', truncated: false }).fit(likes, []);
    expect(fitted.personalize(historyOf([0, 4], [1, 5], [2, 1]), 1, 0).predict(items(3))[0]).toBe(1);
    expect(fitted.personalize(historyOf([0, 1], [1, 5], [2, 1]), 1, 0).predict(items(3))[0]).toBe(0);
  });
});

describe('popularity', () => {
  const personal = popularity.fit(training, []).personalize(historyOf(), 1, 0);

  it('ranks by likes, then by ratings', () => {
    const scores = personal.rank?.() ?? [];
    const order = [0, 1, 2, 3].sort((a, b) => scores[b] - scores[a]);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(scores[2]).toBeGreaterThan(scores[3]);
  });

  it('hands out scores that a caller may overwrite', () => {
    personal.rank?.().fill(0);
    expect(personal.rank?.()[0]).toBeGreaterThan(1);
  });
});

describe('bias', () => {
  it('adds the shrunken mean of the deviations', () => {
    const effects = { ...training.effects, bias: Float64Array.from([1, 0, -1, 0.5]) };
    const fitted = bias.fit({ ...training, effects }, []);
    // Deviations: 5 - 4 = 1 and 3 - 2 = 1, over two ratings and three more.
    const predicted = fitted.personalize(historyOf([0, 5], [2, 3]), 1, 0).predict(items(1, 3));
    expect(predicted[0]).toBeCloseTo(3.4);
    expect(predicted[1]).toBeCloseTo(3.9);
  });

  it('taught by likes, starts from the like rate', () => {
    const predicted = bias
      .fit(likes, [])
      .personalize(historyOf([0, 5]), 1, 0)
      .predict(items(1));
    expect(predicted[0]).toBeCloseTo(0.5 + 0.5 / 4);
  });
});
