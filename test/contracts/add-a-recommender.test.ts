import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { ALL, entry, REGISTRY } from '../../src/evaluation/recommenders/registry';
import { evaluate } from '../evaluation/evaluate';
import { optionsOf, smallDataset } from '../evaluation/small-data';
import { itemMean } from '../fixtures/item-mean';
import { describeContract } from './recommender-contract';

// docs/add-a-recommender.md, step by step.

const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const page = read('docs', 'add-a-recommender.md');
/** The blocks of code on the page, in order. */
const blocks = [...page.matchAll(/```\w+\n(.*?)```/gs)].map(([, code]) => code);

// Step 2: the line that the page adds to the registry.
const registered = entry(itemMean, ALL, 0);
const registry = [...REGISTRY, registered];

describe('docs/add-a-recommender.md', () => {
  it('docs/add-a-recommender.md: shows the recommender of this test when its paths are those of src/baselines', () => {
    const fixture = read('test', 'fixtures', 'item-mean.ts');
    const inBaselines = fixture
      .replace("'../../src/baselines/recommender'", "'./recommender'")
      .replace("'../../src/data/", "'../data/");
    expect(blocks[0]).toBe(inBaselines);
  });

  it('docs/add-a-recommender.md: shows the line of this test when it registers the recommender', () => {
    const test = read('test', 'contracts', 'add-a-recommender.test.ts');
    const [, line] = /(entry\(.*\)),\n/.exec(blocks[1]) ?? [];
    expect(test).toContain(`const registered = ${line};`);
  });

  it('docs/add-a-recommender.md: names files that are there when it names any', () => {
    const named = [...page.matchAll(/`((?:src|test|docs)\/[\w./-]+\.\w+)`/g)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(4);
    // The file that the reader is about to write.
    for (const path of named.filter((name) => name !== 'src/baselines/item-mean.ts')) read(path);
  });
});

// Step 3.
describe('item-mean', () => describeContract(registered));

// Step 4.
describe('item-mean through the driver', () => {
  const dataset = smallDataset();
  const measure = async (changes: Parameters<typeof optionsOf>[0]) =>
    (await evaluate(dataset, optionsOf(changes), { clock: () => 0, registry })).models;

  it('item-mean: is measured beside the others when ratings are asked for', async () => {
    const [line, constant] = await measure({ models: ['item-mean', 'constant'] });
    expect(line).toMatchObject({ model: 'item-mean', users: 30, ratings: 150 });
    expect(line.rmse).toBeLessThan(constant.rmse as number);
  });

  it('item-mean: is measured when lists are asked for, and when it is taught likes', async () => {
    const [list] = await measure({ protocol: 'top-n', split: 'chronological', models: ['item-mean'] });
    expect(list.ndcg10).toBeGreaterThan(0);
    const [likes] = await measure({ feedback: 'likes', models: ['item-mean'] });
    expect(likes.likeAccuracy).toBeGreaterThan(0.5);
  });

  it('item-mean: is refused when it is not registered', async () => {
    const running = evaluate(dataset, optionsOf({ models: ['item-mean'] }), { clock: () => 0 });
    await expect(running).rejects.toThrow('no model "item-mean"');
  });
});
