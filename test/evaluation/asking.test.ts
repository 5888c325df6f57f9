import { describe, expect, test } from 'vitest';
import { createTraining } from '../../src/evaluation/protocol';
import { askingNames } from '../../src/evaluation/trials/asking';
import { ASKING_WAYS, askedOf, createAsker } from '../../src/evaluation/trials/asking-ways';
import { EvaluationError } from '../../src/evaluation/types';
import { decodeNetwork } from '../../src/wnn/network/assembly';
import type { AskedFilm } from '../../src/wnn/personal/asking/seen-chance';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { smallNetwork } from '../fixtures/small-network';
import { evaluate } from './evaluate';
import { optionsOf, smallDataset } from './small-data';

const FILMS = 60;
const dataset = smallDataset(30, FILMS, 25);
const options = optionsOf({ protocol: 'asking', feedback: 'clicks', models: ['wnn'], folds: 2 });
const context = { clock: () => 0 };

describe('asking', () => {
  test('has a line for each way, and compares the others with the app', async () => {
    const { models, comparisons } = await evaluate(dataset, options, context);
    expect(models.map(({ model }) => model)).toEqual(askingNames('wnn'));
    for (const line of models) {
      expect(line.users).toBe(30);
      expect(line.answered).toBeGreaterThan(5);
      expect(line.answered).toBeLessThanOrEqual(10);
      expect(line.asked).toBeGreaterThanOrEqual(line.answered ?? 0);
      expect(line.rmse).toBeGreaterThan(0);
      expect(line.ndcg10).toBeGreaterThanOrEqual(0);
    }
    const [app, ...others] = askingNames('wnn');
    const compared = comparisons.filter(({ metric }) => metric === 'rmse').map(({ compare }) => compare);
    expect(compared).toEqual(others.map((other) => [other, app]));
    expect(await evaluate(dataset, options, context)).toEqual({ models, comparisons });
  });

  test('refuses to be taught by anything but clicks', async () => {
    const stars = { ...options, feedback: 'stars' as const };
    await expect(evaluate(dataset, stars, context)).rejects.toThrow(EvaluationError);
  });
});

describe('ways of asking', () => {
  const training = createTraining(dataset, dataset.ratings, options, { seed: 1, fold: 1 });
  const { catalogue, effects, ratings } = training;
  const network = decodeNetwork(catalogue, effects, smallNetwork(dataset), ratings);
  const of = askedOf(training, network);
  const answers = ['like', 'unseen', 'dislike', 'unseen', 'so-so'];

  test.each(ASKING_WAYS)('%s asks for every film that may be asked for, once', (way) => {
    const never = [3, 14, 15];
    const asker = createAsker(way, of, never, 7);
    const model = new PersonalModel(network);
    const judgements: AskedFilm[] = [];
    for (let item = asker.next([], model); item !== null; item = asker.next(judgements, model)) {
      const kind = answers[judgements.length % answers.length];
      judgements.unshift({ item, kind });
      model.answer(item, kind, judgements.length);
    }
    const asked = judgements.map(({ item }) => item);
    expect(asked.sort((a, b) => a - b)).toEqual(
      Array.from({ length: FILMS }, (_, item) => item).filter((item) => !never.includes(item)),
    );
  });

  test('know when a film was first rated', () => {
    const times = [...ratings.timestamp].filter((_, r) => ratings.item[r] === 5);
    expect(of.firstRated[5]).toBe(Math.min(...times));
  });
});
