import { describe, expect, test } from 'vitest';
import { nothingMeasured, withNulls } from '../../src/evaluation/format';
import type { EvaluationOptions, ModelLine } from '../../src/evaluation/types';
import { evaluate } from './evaluate';
import { smallDataset } from './small-data';

const OPTIONS: EvaluationOptions = {
  ...{ protocol: 'top-n', models: ['popularity', 'bias'], split: 'chronological', feedback: 'stars' },
  ...{ fit: 'quick', join: 'corrected', users: 100, ratings: 50, folds: 2, seed: 1, seeds: 1 },
};

/** The lines of a run on data in which every rating is so many half stars. */
async function linesOf(halfStars: number): Promise<ModelLine[]> {
  const dataset = smallDataset();
  dataset.ratings.halfStars.fill(halfStars);
  return (await evaluate(dataset, OPTIONS, { clock: () => 0 })).models;
}

describe('a run of lists', () => {
  test('says why it has no figure when nothing is relevant, and has explicit nulls', async () => {
    const lines = await linesOf(6);
    expect(nothingMeasured(lines, OPTIONS)).toMatch(
      /^Nothing is relevant: of \d+ users none has .* no ndcg10/,
    );
    for (const line of withNulls(lines)) {
      expect(JSON.parse(JSON.stringify(line))).toMatchObject({
        users: 0,
        ndcg10: null,
        recall10: null,
        tailNdcg10: null,
      });
    }
  });

  test('says nothing, and stays as it is, when something is', async () => {
    const lines = await linesOf(9);
    expect(nothingMeasured(lines, OPTIONS)).toBeNull();
    expect(JSON.stringify(withNulls(lines))).toBe(JSON.stringify(lines));
  });
});

test('withNulls: leaves a figure absent that only some models lack', () => {
  const line = {
    protocol: 'new-user',
    feedback: 'stars',
    users: 3,
    ratings: 9,
    rmse: 1,
    mae: 1,
    likeAccuracy: 1,
  };
  const lines = [
    { ...line, model: 'a', within1Star: 0.5 },
    { ...line, model: 'b' },
  ] as ModelLine[];
  const [a, b] = withNulls(lines);
  expect(a).toMatchObject({ auc: null, within1Star: 0.5 });
  expect(b).toMatchObject({ auc: null });
  expect(b).not.toHaveProperty('within1Star');
});
