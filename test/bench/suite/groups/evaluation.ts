import { computeParts } from '../../../../src/cli/compute-parts';
import { loadBundledData } from '../../../../src/cli/load-data';
import type { Dataset } from '../../../../src/data/dataset';
import type { FitCache } from '../../../../src/evaluation/cached-fit';
import { defaultModelsOf } from '../../../../src/evaluation/recommenders/registry';
import { planTasks, runTasks, type Task } from '../../../../src/evaluation/runner';
import type { EvaluationOptions, ModelPart } from '../../../../src/evaluation/types';
import { type Spread, spreadOf } from '../harness';
import { type Figure, figureOf } from '../result';
import type { Group } from './group';

/** A fold that takes longer than so many milliseconds is measured once, others several times. */
const LONG_MS = 1000;
const SHORT_RUNS = 5;
/** Runs of the training of all models of the paper's table. */
const PAPER_RUNS = 15;
/** Runs that learn a network anew. */
const NETWORK_RUNS = 3;
/** Systems that are left out where threads are compared, so that it takes two minutes and not twenty. */
const MINUTES = ['hybrid', 'cf-paper', 'ridge-prior-codes'];

/** What the evaluation costs: a fold of each system, two threads beside one, the paper's table, a learned network. */
export const evaluationGroup: Group = {
  name: 'evaluation',
  about: 'seconds a fold of each system, two threads beside one, training of the paper’s table',
  byDefault: false,
  async measure(_sizes, tell) {
    const dataset = loadBundledData();
    return [
      ...(await measurePaper(dataset, tell)),
      ...(await measureJobs(dataset, tell)),
      ...(await measureFolds(dataset, 'new-user', tell)),
      ...(await measureFolds(dataset, 'top-n', tell)),
    ];
  },
};

type Tell = Parameters<Group['measure']>[1];

const clock = () => performance.now();

function optionsFor(protocol: 'paper' | 'new-user' | 'top-n', models: string[]): EvaluationOptions {
  return {
    ...{ protocol, models, split: protocol === 'top-n' ? 'chronological' : 'random', feedback: 'stars' },
    ...{ fit: protocol === 'paper' ? 'quick' : 'full', join: 'corrected', users: 100, ratings: 50 },
    ...{ folds: 5, seed: 1, seeds: 1 },
  };
}

/** Runs tasks in this thread. */
function run(
  dataset: Dataset,
  options: EvaluationOptions,
  tasks: readonly Task[],
  cache?: FitCache,
): Promise<ModelPart[]> {
  return runTasks(dataset, options, tasks, { clock, cache });
}

/** Keeps what was fitted in memory, so that it is fitted once. */
function memoryCache(): FitCache {
  const kept = new Map<string, Uint8Array>();
  return {
    read: (_source, key) => kept.get(key) ?? null,
    write: (_source, key, bytes) => kept.set(key, bytes),
  };
}

/** The paper's table: its network learned anew, and the training of the models of all hundred people. */
async function measurePaper(dataset: Dataset, tell: Tell): Promise<Figure[]> {
  const options = optionsFor('paper', ['wnn']);
  const tasks = planTasks(dataset, options);
  const fits: number[] = [];
  for (let n = 0; n < NETWORK_RUNS; n++) {
    tell('the wnn network of the paper’s table is learned');
    fits.push((await run(dataset, options, tasks))[0].fitMs / 1000);
  }
  tell('the wnn models of the paper’s table are trained');
  const cache = memoryCache();
  await run(dataset, options, tasks, cache);
  const trained: number[] = [];
  for (let n = 0; n < PAPER_RUNS; n++) {
    const [part] = await run(dataset, options, tasks, cache);
    trained.push(part.trainMs);
  }
  return [
    figureOf(
      { group: 'evaluation', name: 'paper 100 x 50: train all 100 wnn models', unit: 'ms' },
      spreadOf(trained),
    ),
    figureOf(
      { group: 'evaluation', name: 'paper 100 x 50: learn the wnn network', unit: 's' },
      spreadOf(fits),
    ),
  ];
}

/**
 * How many times as fast two threads are as one, over all folds of all systems but the slowest, with networks learned of a quarter;
 * and the processor's time of either, which hardly depends on what else the machine does.
 */
async function measureJobs(dataset: Dataset, tell: Tell): Promise<Figure[]> {
  const models = defaultModelsOf('new-user').filter((name) => !MINUTES.includes(name));
  const options: EvaluationOptions = { ...optionsFor('new-user', models), fit: 'quick' };
  const tasks = planTasks(dataset, options);
  const secondsWith = async (jobs: number) => {
    tell(`five folds, ${jobs === 1 ? 'one thread' : 'two threads'}`);
    const [begun, used] = [clock(), process.cpuUsage()];
    await computeParts({ dataset, options, cacheFor: null }, tasks, jobs, () => {});
    const { user, system } = process.cpuUsage(used);
    return { elapsed: (clock() - begun) / 1000, processor: (user + system) / 1e6 };
  };
  const [one, two] = [await secondsWith(1), await secondsWith(2)];
  const figure = (name: string, unit: 's' | 'times', value: number) =>
    figureOf({ group: 'evaluation', name, unit }, spreadOf([value]));
  return [
    figure('two jobs as fast as one', 'times', one.elapsed / two.elapsed),
    figure('five folds, one job: processor time', 's', one.processor),
    figure('five folds, two jobs: processor time', 's', two.processor),
  ];
}

/** Seconds that each system takes for the first fold, from nothing: prepared, fitted, and asked by every user. */
async function measureFolds(dataset: Dataset, protocol: 'new-user' | 'top-n', tell: Tell): Promise<Figure[]> {
  const options = optionsFor(protocol, defaultModelsOf(protocol));
  const figures: Figure[] = [];
  for (const task of planTasks(dataset, options).filter(({ unit }) => unit.fold === 1)) {
    tell(`${protocol}, a fold of ${task.model}`);
    const name = `${protocol}, a fold: ${task.model}`;
    const spread = await secondsOf(() => run(dataset, options, [task]));
    figures.push(figureOf({ group: 'evaluation', name, unit: 's' }, spread));
  }
  return figures;
}

async function secondsOf(work: () => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  do {
    const begun = clock();
    await work();
    times.push((clock() - begun) / 1000);
  } while (times[0] * 1000 < LONG_MS && times.length < SHORT_RUNS);
  return spreadOf(times);
}
