import { describe, expect, test } from 'vitest';
import { answerOf } from '../../src/data/opinion';
import { LIKE_HALF_STARS } from '../../src/data/ratings';
import { newUser } from '../../src/evaluation/new-user';
import { prequential } from '../../src/evaluation/prequential';
import { createLearned } from '../../src/evaluation/recommenders/learned';
import { topN } from '../../src/evaluation/top-n';
import type { Answer } from '../../src/events/rating-event';
import { alignModel, opinionsOf } from '../../src/state/log/opinions';
import type { Library } from '../../src/state/platform/library';
import { networkOf } from '../../src/wnn/network/assembly';
import { decodeRanking } from '../../src/wnn/network/lists/ranking-format';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { evaluate } from './evaluate';
import { optionsOf, smallDataset } from './small-data';

const dataset = smallDataset();
const clicks = optionsOf({ feedback: 'clicks' });

describe('taught by clicks', () => {
  test.each([
    ['new-user', newUser],
    ['top-n', topN],
  ] as const)('nothing of the stars but the answer reaches a model in %s', (protocol, definition) => {
    const [unit] = definition.plan(dataset, { ...clicks, protocol });
    const { subjects, training } = definition.prepare(dataset, { ...clicks, protocol }, unit);
    const plain = definition.prepare(dataset, { ...clicks, protocol, feedback: 'stars' }, unit).subjects;
    for (const [index, { train, test: asked, past }] of subjects.entries()) {
      expect([...train.halfStars].filter((half) => ![9, 6, 3].includes(half))).toEqual([]);
      expect(train.halfStars.map((half) => Number(half >= LIKE_HALF_STARS))).toEqual(
        plain[index].train.halfStars.map((half) => Number(half >= LIKE_HALF_STARS)),
      );
      expect(asked).toEqual(plain[index].test);
      expect(past).toEqual(plain[index].train);
    }
    expect(training.ratings.halfStars.some((half) => half === 7)).toBe(true);
  });

  test('each rating is learned as an answer, and asked in stars, in prequential', () => {
    const options = { ...clicks, protocol: 'prequential' as const };
    const foldCase = prequential.prepare(dataset, options, { seed: 1, fold: 1 });
    const [subject] = foldCase.subjects;
    const learned: number[] = [];
    const measured = prequential.measure(
      subject,
      0,
      {
        personalize: () => ({
          predict: (items) => new Float64Array(items.length).fill(4),
          learn: (_item, half) => learned.push(half),
        }),
      },
      foldCase,
      () => 0,
    );
    expect(learned.filter((half) => ![9, 6, 3].includes(half))).toEqual([]);
    expect(learned.length).toBeGreaterThan(10);
    const whole = prequential.prepare(dataset, { ...options, feedback: 'stars' }, { seed: 1, fold: 1 });
    const truth = [...whole.subjects[0].train.halfStars, ...subject.test.halfStars];
    expect(measured?.tallies.rmse).toEqual([
      truth.reduce((sum, half) => sum + (4 - half / 2) ** 2, 0),
      truth.length,
    ]);
  });

  test('stars are what is reported, and the expected rating is what is asked for', async () => {
    const { models } = await evaluate(dataset, { ...clicks, models: ['bias', 'wnn'] }, { clock: () => 0 });
    for (const line of models) {
      expect(line.feedback).toBe('clicks');
      expect(line.rmse).toBeGreaterThan(0.5);
      expect(line.rmse).toBeLessThan(1.5);
      // Only a model that shows a match has one to be calibrated.
      expect(line.calibrationError === undefined).toBe(line.model === 'bias');
    }
  });

  test('the list that is measured is the one that the app makes of the same answers, so-so included', () => {
    const [unit] = topN.plan(dataset, { ...clicks, protocol: 'top-n' });
    const { subjects, training } = topN.prepare(dataset, { ...clicks, protocol: 'top-n' }, unit);
    const { catalogue, ratings, effects } = training;
    const recommender = createLearned({ name: 'hybrid', serves: 'lists', fit: 'quick' });
    const fitted = recommender.fit(training, []);
    const ranking = decodeRanking(catalogue, effects, recommender.pack?.(fitted) as Uint8Array, ratings);
    const { train, seed } = subjects[0];
    const kinds = Array.from(train.halfStars, answerOf);
    expect(kinds).toContain('so-so');
    const app = new PersonalModel(networkOf(catalogue, effects, { rating: null, ranking }, null));
    const itemOf = new Map(Array.from(train.item, (item) => [catalogue.movieId[item], item]));
    const answers = Array.from(
      train.item,
      (item, r): Answer => ({
        ...{ id: String(r), profileId: 'p', movieId: catalogue.movieId[item], kind: kinds[r], choices: 3 },
        ...{ time: train.timestamp[r], place: 'rate', predictionVisible: false },
      }),
    );
    alignModel(app, opinionsOf({ itemOf } as unknown as Library, answers.reverse()));
    // Whoever was measured before leaves nothing behind.
    const other = fitted.personalize(subjects[1].train, subjects[1].seed, 1);
    other.rank?.();
    other.release?.();
    expect(fitted.personalize(train, seed, 0).rank?.()).toEqual(app.rankingScores());
  });
});
