import { describe, expect, test } from 'vitest';
import { fameShare, famousFilms, tailNdcg10 } from '../../src/evaluation/list-metrics';

const log2 = Math.log2;

describe('tailNdcg10', () => {
  // Gains 1, 1/2, 1/3 for 0, 3 and 8 likes.
  const likes = Uint32Array.of(0, 3, 8, 99);

  test('weighs a hit by the root of the likes when it is found further down', () => {
    const relevant = new Set([0, 2]);
    const value = tailNdcg10([3, 2, 0], relevant, likes);
    expect(value).toBeCloseTo((1 / 3 / log2(3) + 1 / 2) / (1 + 1 / 3 / log2(3)), 12);
  });

  test('is 1 when the less liked hit comes first, less when the famous one does, 0 without a hit', () => {
    const relevant = new Set([1, 2]);
    expect(tailNdcg10([1, 2, 0], relevant, likes)).toBe(1);
    expect(tailNdcg10([2, 1, 0], relevant, likes)).toBeLessThan(1);
    expect(tailNdcg10([3, 0], relevant, likes)).toBe(0);
  });

  test('never exceeds 1 when more is relevant than a list has room for, or lists are short', () => {
    const many = Uint32Array.from({ length: 30 }, (_, item) => item);
    const relevant = new Set(many);
    expect(tailNdcg10([...many.subarray(0, 10)], relevant, many)).toBe(1);
    expect(tailNdcg10([0], relevant, many)).toBeLessThan(1);
    expect(tailNdcg10([...many], relevant, many)).toBe(1);
  });
});

test('famousFilms: are the fifty with most likes, never one that nobody likes', () => {
  const likes = Uint32Array.from({ length: 80 }, (_, item) => item);
  expect([...famousFilms(likes)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => 30 + n));
  expect([...famousFilms(Uint32Array.of(0, 4, 0, 4))]).toEqual([1, 3]);
});

test('fameShare: counts the famous films of a list over its length', () => {
  expect(fameShare([1, 2, 3, 4], new Set([2, 4, 9]))).toBe(0.5);
  expect(fameShare([], new Set([2]))).toBe(0);
});
