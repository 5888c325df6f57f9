import { describe, expect, test } from 'vitest';
import { deviationsOf } from '../../src/baselines/deviations';
import { answerDeviation, fitAnswerLines } from '../../src/data/answer-lines';
import { fitItemEffects } from '../../src/data/item-effects';
import { answerOf, taughtBy } from '../../src/data/opinion';
import { catalogueOf, randomRows, ratingsOf } from '../evaluation/small-data';

describe('answers', () => {
  test('answerOf: cuts the stars at 2 and 4 when a rating becomes an answer', () => {
    expect([0, 1, 4, 5, 7, 8, 10].map(answerOf)).toEqual([
      ...['dislike', 'dislike', 'dislike', 'so-so', 'so-so', 'like', 'like'],
    ]);
  });

  test('taughtBy: teaches what is said of films seen when anything is answered', () => {
    expect(['like', 'so-so', 'dislike', 'unseen', 'clear'].map(taughtBy)).toEqual([
      ...['like', 'so-so', 'dislike', null, null],
    ]);
  });
});

describe('answer lines', () => {
  const ratings = ratingsOf(randomRows(40, 30, 25));
  const effects = fitItemEffects(catalogueOf(30), ratings);
  const lines = fitAnswerLines(ratings, effects);
  const expectedOf = (item: number) => effects.globalMean + effects.bias[item];

  test('are the least squares of their class, but for one rating of doubt, when a class has many ratings', () => {
    for (const answer of ['like', 'so-so', 'dislike'] as const) {
      const own = [...ratings.item.keys()].filter((r) => answerOf(ratings.halfStars[r]) === answer);
      const left = (r: number) => {
        const expected = expectedOf(ratings.item[r]);
        return ratings.halfStars[r] / 2 - expected - answerDeviation(lines, ratings.halfStars[r], expected);
      };
      const mean = own.reduce((sum, r) => sum + left(r), 0) / own.length;
      const along = own.reduce((sum, r) => sum + left(r) * effects.bias[ratings.item[r]], 0) / own.length;
      expect(own.length).toBeGreaterThan(40);
      expect(Math.abs(mean)).toBeLessThan(0.04);
      expect(Math.abs(along)).toBeLessThan(0.04);
    }
  });

  test('are two where there are two choices: one for likes, one for everything below', () => {
    const two = fitAnswerLines(ratings, effects, 2);
    expect(two.like).toEqual(lines.like);
    expect(two['so-so']).toEqual(two.dislike);
    const [least, most] = [lines.dislike, lines['so-so']].map(
      ({ intercept, slope }) => intercept + 3.5 * slope,
    );
    const between = two.dislike.intercept + 3.5 * two.dislike.slope;
    expect(between).toBeGreaterThan(least);
    expect(between).toBeLessThan(most);
  });

  test('say nothing when there is nothing to learn from', () => {
    const none = fitAnswerLines(ratingsOf([]), effects);
    expect(answerDeviation(none, 9, 3.5)).toBe(0);
  });

  test('are what deviations are made of when clicks are taught, equal for all stars of an answer', () => {
    const expected = Float64Array.of(3, 4);
    const of = (halfStars: number[]) =>
      deviationsOf(
        {
          item: Uint32Array.of(0, 1),
          halfStars: Uint8Array.from(halfStars),
          timestamp: new Uint32Array(2),
        },
        expected,
        { feedback: 'clicks', answers: lines },
      );
    const { userBias, residual } = of([8, 3]);
    expect(of([10, 1])).toEqual({ userBias, residual });
    expect(residual[0] + userBias).toBeCloseTo(lines.like.intercept + 3 * lines.like.slope, 12);
    expect(residual[1] + userBias).toBeCloseTo(lines.dislike.intercept + 4 * lines.dislike.slope, 12);
  });
});
