import { describe, expect, test } from 'vitest';
import type { EvaluationOptions, ModelLine } from '../../src/evaluation/types';
import { bundledDataset } from '../fixtures/bundled';
import { evaluate } from './evaluate';

const OPTIONS: Omit<EvaluationOptions, 'models' | 'protocol'> = {
  split: 'random',
  feedback: 'stars',
  fit: 'quick',
  join: 'corrected',
  users: 100,
  ratings: 50,
  folds: 5,
  seed: 1,
  seeds: 1,
};

async function measure(protocol: EvaluationOptions['protocol'], model: string): Promise<ModelLine> {
  const { models } = await evaluate(
    bundledDataset(),
    { ...OPTIONS, protocol, models: [model] },
    { clock: () => 0 },
  );
  return models[0];
}

// Bands of .01 around the reference figures of a prototype, wider below where a rival was tuned further.
describe('rmse of a new user, random split, five folds', () => {
  test.each([
    ['bias', 0.866, 0.886],
    ['ridge', 0.82, 0.84],
    ['wnn', 0.818, 0.838],
    ['mf', 0.851, 0.871],
    ['item-knn', 0.845, 0.868],
  ])('%s: lies between %d and %d when the seed is 1', async (model, low, high) => {
    const { rmse } = await measure('new-user', model);
    expect(rmse).toBeGreaterThanOrEqual(low);
    expect(rmse).toBeLessThanOrEqual(high);
  });
});

describe('ndcg10 of a list, five folds', () => {
  test.each([
    ['popularity', 0.064, 0.074],
    ['ease', 0.12, 0.14],
  ])('%s: lies between %d and %d when the seed is 1', async (model, low, high) => {
    const { ndcg10 } = await measure('top-n', model);
    expect(ndcg10).toBeGreaterThanOrEqual(low);
    expect(ndcg10).toBeLessThanOrEqual(high);
  });
});
