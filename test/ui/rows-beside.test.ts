import { expect, test } from 'vitest';
import { rowsBeside } from '../../src/ui/rate/use-rows-beside';

test('rows beside the film: are as many as are in view at least in part', () => {
  expect([720, 800, 900, 1080, 1200].map(rowsBeside)).toEqual([5, 6, 6, 8, 9]);
});

test('rows beside the film: are five at least and twelve at most', () => {
  expect([0, 320, 600].map(rowsBeside)).toEqual([5, 5, 5]);
  expect([1700, 4000].map(rowsBeside)).toEqual([12, 12]);
});
