import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random';
import { weightedSample } from '../../src/lib/weighted-sample';

describe('weightedSample', () => {
  it('draws each place once when asked for more than there are', () => {
    const drawn = weightedSample(Float64Array.of(3, 1, 2), 10, createRandom(1));
    expect([...drawn].sort()).toEqual([0, 1, 2]);
  });

  it('draws a place three times as often when it weighs three times as much', () => {
    const random = createRandom(2);
    const first = [0, 0];
    for (let draw = 0; draw < 4000; draw++) first[weightedSample(Float64Array.of(3, 1), 1, random)[0]]++;
    expect(first[0] / 4000).toBeCloseTo(0.75, 1);
  });
});
