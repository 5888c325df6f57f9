import type { Dataset } from '../data/dataset';
import { combineParts } from '../evaluation/merge';
import { planTasks, runTasks } from '../evaluation/runner';
import type { EvaluationOptions } from '../evaluation/types';
import type { PackManifest, PackNetwork } from './pack-format';

/** One part in so many of the people is held out. */
const FOLDS = 10;

/** What a network reaches on people that were held out of a fit of the same kind. */
export type Accuracy = NonNullable<PackManifest['accuracy']>;

/** What is measured, and on whom. */
export interface MeasureRequest {
  dataset: Dataset;
  network: PackNetwork;
  seed: number;
}

/**
 * Measures what a network of the same kind reaches that was learned without a tenth of the people, on these, taught by
 * clicks: the protocols `new-user` (in random order) and `top-n`. It takes about as long as learning, and needs nothing of
 * it: the two may go on side by side.
 * @param clock milliseconds since any fixed moment; decides nothing.
 */
export async function measurePack(
  { dataset, network, seed }: MeasureRequest,
  clock: () => number,
): Promise<Accuracy> {
  const ratings = await foldLine(dataset, optionsFor('new-user', network, seed), clock);
  const lists = await foldLine(dataset, optionsFor('top-n', network, seed), clock);
  const figure = (value: number | undefined) => value ?? null;
  return {
    network,
    people: ratings.users,
    rmse: figure(ratings.rmse),
    auc: figure(ratings.auc),
    ndcg10: figure(lists.ndcg10),
  };
}

function optionsFor(protocol: 'new-user' | 'top-n', network: PackNetwork, seed: number): EvaluationOptions {
  return {
    protocol,
    models: [network],
    split: protocol === 'top-n' ? 'chronological' : 'random',
    feedback: 'clicks',
    fit: 'full',
    join: 'corrected',
    users: 100,
    ratings: 50,
    folds: FOLDS,
    seed,
    seeds: 1,
  };
}

async function foldLine(dataset: Dataset, options: EvaluationOptions, clock: () => number) {
  const tasks = planTasks(dataset, options).filter(({ unit }) => unit.fold === 1);
  const parts = await runTasks(dataset, options, tasks, { clock });
  const [line] = combineParts(parts, options, dataset.catalogue.count).models;
  return line;
}
