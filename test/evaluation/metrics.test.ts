import { describe, expect, test } from 'vitest';
import {
  absoluteErrors,
  auc,
  calibrationError,
  calibrationTallies,
  diversity,
  median,
  ndcg10,
  novelty,
  predictedOnes,
  recall10,
  rightLikes,
  squaredErrors,
  tallyPredictions,
  truncatedOnes,
  withinOneStar,
} from '../../src/evaluation/metrics';

const floats = (...values: number[]) => Float64Array.from(values);
const halves = (...stars: number[]) => Uint8Array.from(stars, (value) => 2 * value);

describe('the thermometer', () => {
  test.each([
    [-1, 0],
    [0, 0],
    [0.24, 0],
    [0.25, 1],
    [3.74, 7],
    [3.75, 8],
    [5, 10],
    [7, 10],
  ])('has, for a prediction of %f stars, %i ones', (stars, ones) => expect(predictedOnes(stars)).toBe(ones));

  test('is cut to whole stars when the truth is read as in the paper', () => {
    expect([1, 2, 7, 8, 9, 10].map(truncatedOnes)).toEqual([0, 2, 6, 8, 8, 10]);
  });

  test('is hit when it is off by two ones or fewer', () => {
    expect(withinOneStar(floats(3, 3, 3, 3), halves(2, 4, 1.5, 4.5))).toBe(2);
  });
});

describe('squaredErrors and absoluteErrors', () => {
  test('clip to 0.5..5 stars when predictions lie outside', () => {
    expect(squaredErrors(floats(9, -2, 3), halves(5, 0.5, 4))).toEqual([1, 3]);
    expect(absoluteErrors(floats(9, -2, 3), halves(4, 1, 4))).toEqual([2.5, 3]);
  });
});

describe('auc', () => {
  test('counts half a pair when predictions are tied', () => {
    // Likes predicted 4 and 3, others 3 and 2: pairs 4>3, 4>2, 3=3, 3>2.
    expect(auc(floats(4, 3, 3, 2), halves(5, 4, 3.5, 1))).toBe(3.5 / 4);
  });

  test('is a half when predictions are constant, and null when ratings are all of one kind', () => {
    expect(auc(floats(4, 4, 4), halves(5, 1, 2))).toBe(0.5);
    expect(auc(floats(1, 2), halves(4, 5))).toBeNull();
    expect(auc(floats(1, 2), halves(3, 1))).toBeNull();
  });
});

test('rightLikes: reads a prediction as like when it is 3.75 stars or more', () => {
  expect(rightLikes(floats(3.75, 3.74, 3.75, 3.74), halves(4, 4, 3.5, 3.5), 3.75)).toBe(2);
});

describe('ndcg10', () => {
  test('is the value computed by hand when two of a list are relevant', () => {
    const gain = 1 / Math.log2(2) + 1 / Math.log2(4);
    const ideal = 1 / Math.log2(2) + 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcg10([7, 1, 9], new Set([7, 9, 5]))).toBeCloseTo(gain / ideal, 12);
  });

  test('is at most one when the list is short', () => {
    expect(ndcg10([3], new Set([3]))).toBe(1);
    expect(ndcg10([3, 4], new Set([3, 4]))).toBe(1);
    expect(ndcg10([3], new Set([3, 4]))).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12);
  });

  test('is one when all ten are hits among many more relevant films', () => {
    const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(ndcg10(ten, new Set([...ten, 10, 11, 12]))).toBe(1);
    expect(ndcg10([...ten, 10], new Set([10]))).toBe(0);
  });
});

test('recall10: divides by the most hits there could be when more than ten are relevant', () => {
  expect(recall10([1, 2, 3], new Set([1, 9]))).toBe(0.5);
  const many = new Set(Array.from({ length: 25 }, (_, i) => i));
  expect(recall10([0, 1, 2, 3, 4, 50, 51, 52, 53, 54], many)).toBe(0.5);
});

test('novelty: counts an unrated film as rated once when it takes the mean self-information', () => {
  expect(novelty([0, 1], Uint32Array.of(2, 8), 8)).toBe(1);
  expect(novelty([0], Uint32Array.of(0), 8)).toBe(3);
});

test('diversity: is the mean Jaccard distance of genres when films have some', () => {
  // {a, b} and {b, c}: 1 - 1/3; {a, b} and {d}: 1; {b, c} and {d}: 1.
  expect(diversity([0, 1, 2], Uint32Array.of(0b0011, 0b0110, 0b1000))).toBeCloseTo((2 / 3 + 2) / 3, 12);
  expect(diversity([0, 1], Uint32Array.of(0, 0))).toBe(0);
  expect(diversity([0], Uint32Array.of(1))).toBe(0);
});

test('calibrationError: weighs the gaps of ten bins when ratings fall into several', () => {
  // Bin 9: two films shown .95, one liked: gap .45. Bin 2: two shown .25, none liked: gap .25.
  const bins = calibrationTallies(floats(0.95, 0.95, 0.25, 0.25), halves(5, 1, 2, 3));
  expect(calibrationError(bins)).toBeCloseTo((2 * 0.45 + 2 * 0.25) / 4, 12);
});

test('calibrationTallies: counts a match in the last bin when it is one or more', () => {
  expect(calibrationTallies(floats(1.4), halves(5))[9]).toEqual([0, 1]);
});

test('median: is the mean of the middle two when the number is even', () => {
  expect(median([0.9, 0.1, 0.5])).toBe(0.5);
  expect(median([1, 0, 0.4, 0.6])).toBe(0.5);
});

describe('tallyPredictions', () => {
  test('leaves auc out when all ratings are of one kind', () => {
    expect(Object.keys(tallyPredictions(floats(3, 4), halves(4, 5), 'stars'))).toEqual([
      'rmse',
      'mae',
      'within1Star',
      'likeAccuracy',
    ]);
  });

  test('leaves out what is measured in stars when likes were taught', () => {
    const tallies = tallyPredictions(floats(0.5, 0.49), halves(4, 5), 'likes');
    expect(tallies.rmse).toBeUndefined();
    expect(tallies.within1Star).toBeUndefined();
    expect(tallies.likeAccuracy).toEqual([0.5, 1]);
  });
});
