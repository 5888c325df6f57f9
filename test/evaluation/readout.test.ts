import { describe, expect, test } from 'vitest';
import type { FittedRecommender } from '../../src/baselines/recommender';
import { newUser } from '../../src/evaluation/new-user';
import { fitWindow, withReadout } from '../../src/evaluation/readout';
import { centreOfMost } from '../../src/evaluation/recommenders/one-star-window';
import { evaluate } from './evaluate';
import { optionsOf, smallDataset } from './small-data';

const none = new Uint32Array(11);
const massOf = (entries: Record<number, number>) =>
  Float64Array.from({ length: 11 }, (_, ones) => entries[ones] ?? 0);

test('centreOfMost: takes the middle of the most mass, and of equals the nearest to eight ones', () => {
  expect(centreOfMost(massOf({ 2: 1, 6: 1, 10: 1 }), 1)).toBe(8);
  expect(centreOfMost(massOf({ 2: 3, 6: 1, 10: 0.9 }), 1)).toBe(4);
  expect(centreOfMost(massOf({ 3: 3, 5: 3, 10: 1 }), 2)).toBe(4);
});

describe('fitWindow', () => {
  const witness = (predicted: number, truth: number[], learned: number[] = []) => ({
    predicted: new Float64Array(truth.length).fill(predicted),
    truth: Uint8Array.from(truth),
    learned: Uint8Array.from(learned),
  });

  test('answers where ratings came when about as much was predicted, not with the mean', () => {
    // Around 3.5 stars, ratings are 2 or 4.5 and 5 stars; around 2 they are 1 and 1.5.
    const high = [...Array(20).fill(4), ...Array(30).fill(9), ...Array(20).fill(10)];
    const low = [...Array(40).fill(2), ...Array(40).fill(3)];
    const window = fitWindow([witness(3.5, high), witness(2, low)], 1);
    expect(window(3.5, none)).toBe(4);
    expect(window(2, none)).toBeLessThan(3);
  });

  test('minds the habits of a user when these tell more than the mean', () => {
    const users = [3, 9].map((ones) => witness(3, Array(60).fill(ones), Array(20).fill(ones)));
    const window = fitWindow(users, 1);
    const habit = (ones: number) => none.map((_, level) => (level === ones ? 20 : 0));
    expect(Math.abs(2 * window(3, habit(3)) - 3)).toBeLessThanOrEqual(2);
    expect(Math.abs(2 * window(3, habit(9)) - 9)).toBeLessThanOrEqual(2);
  });
});

describe('withReadout', () => {
  const options = optionsOf({});
  const foldCase = newUser.prepare(smallDataset(), options, { seed: 1, fold: 1 });
  const fitted: FittedRecommender = {
    personalize: () => ({
      predict: (items) => new Float64Array(items.length).fill(3),
      predictFor: (_, items) => new Float64Array(items.length).fill(5),
    }),
  };
  const items = Uint32Array.of(0, 1);
  const answers = (with_: FittedRecommender) => {
    const personal = with_.personalize(foldCase.subjects[0].train, 1, 0);
    return [personal.predictFor?.('within1Star', items)[0], personal.predictFor?.('auc', items)[0]];
  };
  const model = { hasMean: true, joint: false, create: () => ({ name: 'fixed', fit: () => fitted }) };
  const asked = (readout?: 'published' | 'window' | 'mean') => ({ ...options, readout });

  test('leaves a system as it is when nothing or the published readout is asked for, or it has no mean', () => {
    expect(withReadout(fitted, model, asked(), foldCase)).toBe(fitted);
    expect(withReadout(fitted, model, asked('published'), foldCase)).toBe(fitted);
    expect(withReadout(fitted, { ...model, hasMean: false }, asked('window'), foldCase)).toBe(fitted);
  });

  test('answers within one star with the mean, and everything else as before, when the mean is asked for', () => {
    expect(answers(withReadout(fitted, model, asked('mean'), foldCase))).toEqual([3, 5]);
  });

  test('fits a system that cannot meet anyone new on four fifths of the training parts to see how far it is off', () => {
    const given: number[][] = [];
    const create = () => ({
      name: 'joint',
      fit: (_: unknown, together: readonly { item: Uint32Array }[]) => {
        given.push(together.map(({ item }) => item.length));
        return fitted;
      },
    });
    withReadout(fitted, { ...model, joint: true, create }, asked('window'), foldCase);
    const { subjects, together } = foldCase.joint;
    const lengths = together.map(({ item }) => item.length);
    expect(given).toEqual([lengths.map((n, u) => (u < subjects.length ? Math.floor(0.8 * n) : n))]);
  });

  test('answers within one star with a window when that is asked for', () => {
    const [within, area] = answers(withReadout(fitted, model, asked('window'), foldCase));
    // Ratings of the made-up users lie mostly between 3 and 5 stars.
    expect(within).toBeGreaterThan(3);
    expect(area).toBe(5);
  });
});

test('a run says its readout only when another than the published one was asked for', async () => {
  const lines = await Promise.all(
    [undefined, 'published', 'window'].map(async (readout) => {
      const options = optionsOf({ models: ['bias', 'user-constant'], readout: readout as 'window' });
      return (await evaluate(smallDataset(), options, { clock: () => 0 })).models;
    }),
  );
  expect(lines[1]).toEqual(lines[0]);
  expect(lines[0].map(({ readout }) => readout)).toEqual([undefined, undefined]);
  expect(lines[2].map(({ readout }) => readout)).toEqual(['window', 'window']);
  expect(lines[2][0].rmse).toBe(lines[0][0].rmse);
  expect(lines[2][0].within1Star).not.toBe(lines[0][0].within1Star);
  expect(lines[2][1].within1Star).toBe(lines[0][1].within1Star);
});
