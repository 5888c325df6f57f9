import { describe, expect, test } from 'vitest';
import type { FitCache } from '../../src/evaluation/cached-fit';
import { combineParts } from '../../src/evaluation/merge';
import { SLICE_MS } from '../../src/evaluation/protocol';
import { type Progress, planTasks, runTasks } from '../../src/evaluation/runner';
import type { EvaluationOptions, EvaluationResult, ModelPart } from '../../src/evaluation/types';
import { evaluate } from './evaluate';
import { optionsOf, randomRows, ratingsOf, smallDataset } from './small-data';

const dataset = smallDataset();
const films = dataset.catalogue.count;
const clock = () => 0;

const resultOf = (options: EvaluationOptions, cache?: FitCache): Promise<EvaluationResult> =>
  evaluate(dataset, options, { clock, cache });

async function partsOf(options: EvaluationOptions, reverse: boolean): Promise<ModelPart[]> {
  const tasks = planTasks(dataset, options);
  const parts: ModelPart[] = [];
  for (const task of reverse ? tasks.reverse() : tasks) {
    // A run for each task: nothing may depend on what ran before.
    parts.push(...(await runTasks(dataset, options, [task], { clock })));
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
  test('combineParts: gives the lines of the whole run when parts come singly, in another order, through JSON', async () => {
    const whole = await resultOf(options);
    const parts = JSON.parse(JSON.stringify(await partsOf(options, true))) as ModelPart[];
    expect(combineParts(parts, options, films)).toEqual(whole);
  });

  test('evaluate: gives only finite figures when users have few ratings', async () => {
    const { models, comparisons } = await resultOf(options);
    expect(models.map(({ model }) => model)).toEqual(options.models);
    const figures = [...models, ...comparisons, ...models.flatMap(({ steps }) => steps ?? [])].flatMap(
      (line) => Object.values(line).filter((value) => typeof value === 'number'),
    );
    expect(figures.filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});

describe('runTasks', () => {
  const options = optionsOf({ models: ['bias', 'constant'] });

  test('runTasks: tells when a task begins, of every user once, and of its part when it ends', async () => {
    const heard: Progress[] = [];
    const tasks = planTasks(dataset, options);
    let now = 0;
    const parts = await runTasks(dataset, options, tasks, {
      // Time enough passes for a slice a user.
      clock: () => (now += SLICE_MS),
      onProgress: (progress) => heard.push(progress),
    });
    for (const [index, task] of tasks.entries()) {
      const own = heard.filter((progress) => progress.task === task);
      expect(own.map(({ state }) => state)).toEqual([
        'fitting',
        ...Array.from({ length: own.length - 2 }, () => 'measuring'),
        'done',
      ]);
      expect(own.length).toBeGreaterThan(4);
      expect(own.flatMap(({ users }) => users)).toEqual(parts[index].users);
      expect(own.map(({ done }) => done)).toEqual([...own.keys()].map((n) => Math.min(n, own[0].total)));
      expect(own.at(-1)).toMatchObject({ part: parts[index], done: own[0].total });
    }
    expect(new Set(parts.flatMap(({ users }) => users.map(({ user }) => user)))).toEqual(
      new Set(dataset.ratings.userId),
    );
  });

  test('runTasks: takes tasks in the order of the caller when they are handed out on the way', async () => {
    const tasks = planTasks(dataset, options);
    const order = [3, 8, 0];
    async function* handedOut() {
      for (const index of order) yield await Promise.resolve(tasks[index]);
    }
    const parts = await runTasks(dataset, options, handedOut(), { clock });
    expect(parts.map(({ model, fold }) => [model, fold])).toEqual(
      order.map((index) => [tasks[index].model, tasks[index].unit.fold]),
    );
  });

  test('runTasks: rejects with the reason of the signal when it is aborted between users', async () => {
    const abort = new AbortController();
    const heard: Progress['state'][] = [];
    const running = evaluate(dataset, options, {
      ...{ clock, signal: abort.signal },
      onProgress({ state }) {
        heard.push(state);
        abort.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(heard).toEqual(['fitting']);
  });

  test('runTasks: stands still when the gate is closed, and comes to the same end when it opens', async () => {
    let open: () => void = () => {};
    const closed = new Promise<void>((resolve) => {
      open = resolve;
    });
    let heard = 0;
    const running = evaluate(dataset, options, { clock, gate: () => closed, onProgress: () => heard++ });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toBe(1);
    open();
    expect(await running).toEqual(await resultOf(options));
  });

  test('evaluate: times fits and users by the clock when it is given one', async () => {
    let now = 0;
    const { models } = await evaluate(dataset, optionsOf({ models: ['bias'] }), { clock: () => now++ });
    expect([models[0].fitMs, models[0].trainMs, models[0].predictMs]).toEqual([5, 1, 1]);
  });

  test('planTasks: throws when a model is unknown or does not apply', () => {
    expect(() => planTasks(dataset, optionsOf({ models: ['magic'] }))).toThrow('no model "magic"');
    expect(() => planTasks(dataset, optionsOf({ models: ['ease'] }))).toThrow('does not apply');
  });

  test('evaluate: gives the same figures when fits come from a cache, and when an entry is damaged', async () => {
    const joint = optionsOf({ protocol: 'paper', models: ['cf-paper'] });
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
    const cold = await resultOf(joint, cache);
    expect(kept.size).toBe(1);
    const withoutTimes = ({ models, comparisons }: EvaluationResult) => ({ models, comparisons });
    expect(withoutTimes(await resultOf(joint, cache))).toEqual(withoutTimes(cold));
    expect(hits).toBe(1);
    for (const [key, bytes] of kept) kept.set(key, bytes.slice(0, 40));
    expect(await resultOf(joint, cache)).toEqual(cold);
  });
});

describe('combineParts', () => {
  test('combineParts: counts and leaves out a user when nothing in the test part is relevant', async () => {
    const rows = randomRows(30, 60, 25);
    const sour = new Set([2, 5]);
    const ratings = ratingsOf(rows.map((row) => (sour.has(row.user) ? { ...row, stars: 3 } : row)));
    const options = optionsOf({ protocol: 'top-n', models: ['popularity'], split: 'chronological' });
    const [line] = (await evaluate({ ...dataset, ratings }, options, { clock })).models;
    expect(line.usersWithoutRelevant).toBeGreaterThanOrEqual(2);
    expect(line.users + (line.usersWithoutRelevant ?? 0)).toBe(30);
  });
});

test('combineParts: leaves rmse out and tells the calibration error when models are taught likes', async () => {
  const [line] = (await resultOf(optionsOf({ models: ['bias'], feedback: 'likes' }))).models;
  expect(line.rmse).toBeUndefined();
  expect(line.mae).toBeUndefined();
  expect(line.within1Star).toBeUndefined();
  expect(line.calibrationError).toBeGreaterThan(0);
  expect(line.auc).toBeGreaterThan(0);
});

test('combineParts: throws when a model has no parts', () => {
  expect(() => combineParts([], optionsOf({}), films)).toThrow('no results of constant');
});
