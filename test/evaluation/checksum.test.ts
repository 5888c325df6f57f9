import { describe, expect, it } from 'vitest';
import type { History, Training } from '../../src/baselines/recommender';
import { fitItemEffects } from '../../src/data/item-effects';
import { trainingChecksum } from '../../src/evaluation/checksum';
import { makeDataset } from '../fixtures/small-world';

describe('trainingChecksum', () => {
  const { catalogue, ratings } = makeDataset(4, 20, 15);
  const effects = fitItemEffects(catalogue, ratings);
  const training: Training = {
    ...{ catalogue, ratings, effects, feedback: 'stars', join: 'corrected', seed: 1 },
  };
  const history: History = {
    item: Uint32Array.of(1, 2),
    halfStars: Uint8Array.of(8, 3),
    timestamp: Uint32Array.of(5, 6),
  };
  const changed = <T extends { [index: number]: number; slice(): T }>(values: T): T => {
    const copy = values.slice();
    copy[0] += 1;
    return copy;
  };

  it('is the same for equal arguments, whoever made them', () => {
    const same = structuredClone({ ...training, catalogue: null });
    const copy = { ...same, catalogue };
    expect(trainingChecksum(copy, [structuredClone(history)])).toBe(trainingChecksum(training, [history]));
  });

  it.each<[string, Training, History[]]>([
    ['a rating', { ...training, ratings: { ...ratings, halfStars: changed(ratings.halfStars) } }, []],
    ['a moment', { ...training, ratings: { ...ratings, timestamp: changed(ratings.timestamp) } }, []],
    ['a film bias', { ...training, effects: { ...effects, bias: changed(effects.bias) } }, []],
    ['the feedback', { ...training, feedback: 'likes' }, []],
    ['the join', { ...training, join: 'published' }, []],
    ['the seed', { ...training, seed: 2 }, []],
    ['the people trained on together', training, [history]],
  ])('differs where %s differs', (_, other, together) => {
    expect(trainingChecksum(other, together)).not.toBe(trainingChecksum(training, []));
  });
});
