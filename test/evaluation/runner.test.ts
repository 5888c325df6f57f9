import { describe, expect, test } from 'vitest';
import { combineParts } from '../../src/evaluation/merge';
import { createTaskRunner, evaluate, type FitCache, planTasks } from '../../src/evaluation/runner';
import type { EvaluationOptions, EvaluationResult, ModelPart } from '../../src/evaluation/types';
import { optionsOf, randomRows, ratingsOf, smallDataset } from './small-data';

const dataset = smallDataset();
const films = dataset.catalogue.count;
const clock = () => 0;

async function resultOf(options: EvaluationOptions, cache?: FitCache): Promise<EvaluationResult> {
  const running = evaluate(dataset, options, { clock, cache });
  for (;;) {
    const step = await running.next();
    if (step.done) return step.value;
  }
}

async function partsOf(options: EvaluationOptions, reverse: boolean): Promise<ModelPart[]> {
  const tasks = planTasks(dataset, options);
  const parts: ModelPart[] = [];
  for (const task of reverse ? tasks.reverse() : tasks) {
    // A runner for each task: nothing may depend on what ran before.
    const running = createTaskRunner(dataset, options, { clock }).run(task);
    let step = await running.next();
    while (!step.done) step = await running.next();
    parts.push(step.value);
  }
  return parts;
}

const RATING_MODELS = ['constant', 'user-constant', 'bias', 'wnn', 'ridge', 'item-knn', 'mf'];

describe.each([
  optionsOf({ models: RATING_MODELS, seeds: 2 }),
  optionsOf({ models: RATING_MODELS, split: 'chronological', feedback: 'likes' }),
  optionsOf({ protocol: 'top-n', models: ['popularity', 'wnn', 'ease'], split: 'chronological' }),
  optionsOf({ protocol: 'prequential', models: ['bias', 'wnn'], split: 'chronological' }),
  optionsOf({ protocol: 'paper', models: ['constant', 'wnn', 'weighted-paper', 'cf-paper'] }),
])('a run of $protocol ($split, $feedback)', (options) => {
  test('gives the same lines whole, in pieces and in another order, through JSON', async () => {
    const whole = await resultOf(options);
    const parts = JSON.parse(JSON.stringify(await partsOf(options, true))) as ModelPart[];
    expect(combineParts(parts, options, films)).toEqual(whole);
  });

  test('gives only finite figures', async () => {
    const { models, comparisons } = await resultOf(options);
    expect(models.map(({ model }) => model)).toEqual(options.models);
    const figures = [...models, ...comparisons, ...models.flatMap(({ steps }) => steps ?? [])].flatMap(
      (line) => Object.values(line).filter((value) => typeof value === 'number'),
    );
    expect(figures.filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});

describe('the runner', () => {
  test('reports every user on the way, and the way itself', async () => {
    const options = optionsOf({ models: ['bias'] });
    const users = new Set<number>();
    let tasks = 0;
    for await (const progress of evaluate(dataset, options, { clock })) {
      for (const { user } of progress.users) users.add(user);
      tasks = progress.tasks;
      expect(progress.done).toBeLessThanOrEqual(progress.total);
    }
    expect([...users].sort((a, b) => a - b)).toEqual([...dataset.ratings.userId]);
    expect(tasks).toBe(5);
  });

  test('stops between users when it is told to', async () => {
    const abort = new AbortController();
    const running = evaluate(dataset, optionsOf({ models: ['bias'] }), { clock, signal: abort.signal });
    await running.next();
    abort.abort(new Error('enough'));
    await expect(running.next()).rejects.toThrow('enough');
  });

  test('times fits and users by the clock it is given', async () => {
    let now = 0;
    const running = evaluate(dataset, optionsOf({ models: ['bias'] }), { clock: () => now++ });
    let step = await running.next();
    while (!step.done) step = await running.next();
    const [line] = step.value.models;
    expect([line.fitMs, line.trainMs, line.predictMs]).toEqual([5, 1, 1]);
  });

  test('refuses unknown models and those that do not apply', async () => {
    expect(() => planTasks(dataset, optionsOf({ models: ['magic'] }))).toThrow('no model "magic"');
    expect(() => planTasks(dataset, optionsOf({ models: ['ease'] }))).toThrow('does not apply');
  });

  test('takes fits from the cache, to the same figures, and survives a damaged entry', async () => {
    const options = optionsOf({ protocol: 'paper', models: ['cf-paper'] });
    const kept = new Map<string, Uint8Array>();
    let hits = 0;
    const cache: FitCache = {
      read(_source, key) {
        const found = kept.get(key) ?? null;
        if (found) hits++;
        return found;
      },
      write: (_source, key, bytes) => kept.set(key, bytes),
    };
    const cold = await resultOf(options, cache);
    expect(kept.size).toBe(1);
    const withoutTimes = ({ models, comparisons }: EvaluationResult) => ({ models, comparisons });
    expect(withoutTimes(await resultOf(options, cache))).toEqual(withoutTimes(cold));
    expect(hits).toBe(1);
    for (const [key, bytes] of kept) kept.set(key, bytes.slice(0, 40));
    expect(await resultOf(options, cache)).toEqual(cold);
  });
});

describe('a top-n result', () => {
  test('counts the users whose test part has nothing relevant, and leaves them out', async () => {
    const rows = randomRows(30, 60, 25);
    const sour = new Set([2, 5]);
    const ratings = ratingsOf(rows.map((row) => (sour.has(row.user) ? { ...row, stars: 3 } : row)));
    const options = optionsOf({ protocol: 'top-n', models: ['popularity'], split: 'chronological' });
    const running = evaluate({ ...dataset, ratings }, options, { clock });
    let step = await running.next();
    while (!step.done) step = await running.next();
    const [line] = step.value.models;
    expect(line.usersWithoutRelevant).toBeGreaterThanOrEqual(2);
    expect(line.users + (line.usersWithoutRelevant ?? 0)).toBe(30);
  });
});

test('likes mode leaves rmse out and tells how well matches are calibrated', async () => {
  const [line] = (await resultOf(optionsOf({ models: ['bias'], feedback: 'likes' }))).models;
  expect(line.rmse).toBeUndefined();
  expect(line.mae).toBeUndefined();
  expect(line.within1Star).toBeUndefined();
  expect(line.calibrationError).toBeGreaterThan(0);
  expect(line.auc).toBeGreaterThan(0);
});

test('a run without all its parts is refused', () => {
  expect(() => combineParts([], optionsOf({}), films)).toThrow('no results of constant');
});
