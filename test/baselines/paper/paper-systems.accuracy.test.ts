import { describe, expect, test } from 'vitest';
import type { EvaluationOptions, ModelLine } from '../../../src/evaluation/types';
import { evaluate } from '../../evaluation/evaluate';
import { bundledDataset } from '../../fixtures/bundled';

const OPTIONS: Omit<EvaluationOptions, 'models'> = {
  protocol: 'paper',
  split: 'random',
  feedback: 'stars',
  fit: 'quick',
  join: 'published',
  users: 100,
  ratings: 50,
  folds: 5,
  seed: 1,
  seeds: 1,
};

async function measure(model: string): Promise<ModelLine> {
  const { models } = await evaluate(bundledDataset(), { ...OPTIONS, models: [model] }, { clock: () => 0 });
  return models[0];
}

describe('within one star, 100 users x 50 ratings, published join', () => {
  // The published weighted and CF code, run unchanged on these data, gave .62 to .66 and .84; reconstructions of the
  // paper's neuron .67 to .765. Samples of 100 users vary by about .01.
  test.each([
    ['weighted-paper', 0.58, 0.7],
    ['cf-paper', 0.8, 0.9],
    ['wnn-paper', 0.66, 0.8],
  ])('%s lies between %d and %d', async (model, low, high) => {
    const { within1Star } = await measure(model);
    expect(within1Star).toBeGreaterThanOrEqual(low);
    expect(within1Star).toBeLessThanOrEqual(high);
  });
});
