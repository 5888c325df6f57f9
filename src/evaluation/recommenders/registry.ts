import { bias } from '../../baselines/bias';
import { constant } from '../../baselines/constant';
import { ease } from '../../baselines/ease';
import { createItemKnn, itemKnn } from '../../baselines/item-knn';
import { mf } from '../../baselines/mf';
import { cfPaper } from '../../baselines/paper/cf-paper';
import { weightedPaper } from '../../baselines/paper/weighted-paper';
import { wnnPaper } from '../../baselines/paper/wnn-paper';
import { popularity } from '../../baselines/popularity';
import type { Recommender } from '../../baselines/recommender';
import { ridge } from '../../baselines/ridge';
import { userKnn } from '../../baselines/user-knn';
import { EvaluationError, type EvaluationOptions, type Protocol } from '../types';
import { createLearned } from './learned';
import { createUserConstantByMetric } from './user-constant';

/** A recommender as the evaluation knows it. */
export interface RegisteredModel {
  /** The name on the command line and in results. */
  name: string;
  /** Protocols whose questions it can answer; it runs in these unless other models are asked for. */
  protocols: readonly Protocol[];
  /** Must be trained on the users it is tested on, and on all of them at once. */
  joint: boolean;
  /** Rough cost beside others: slow ones start first, so that no processor waits for them at the end. */
  effort: number;
  /** Makes it for a run; what else the options hold is the driver's business. */
  create(options: Pick<EvaluationOptions, 'protocol' | 'fit'>): Recommender;
}

/** Protocols that ask for ratings. */
const RATINGS: Protocol[] = ['paper', 'new-user', 'prequential'];
/** Every protocol. */
export const ALL: readonly Protocol[] = [...RATINGS, 'top-n'];

/** A recommender that needs no options. @param effort and joint as in RegisteredModel. */
export function entry(
  recommender: Recommender,
  protocols: readonly Protocol[],
  effort: number,
  joint = false,
): RegisteredModel {
  return { name: recommender.name, protocols, joint, effort, create: () => recommender };
}

const learned = (name: 'wnn' | 'hybrid', effort: number): RegisteredModel => ({
  ...{ name, protocols: ALL, effort, joint: false },
  // Each readout has nodes of its own.
  create: ({ protocol, fit }) =>
    createLearned({ name, serves: protocol === 'top-n' ? 'lists' : 'ratings', fit }),
});

/** Every system, in the order of the output. */
export const REGISTRY: readonly RegisteredModel[] = [
  entry(constant, RATINGS, 0),
  {
    ...entry(createUserConstantByMetric(false), RATINGS, 0),
    create: ({ protocol }) => createUserConstantByMetric(protocol === 'paper'),
  },
  entry(popularity, ALL, 0),
  entry(bias, ALL, 0),
  learned('wnn', 10),
  learned('hybrid', 11),
  entry(wnnPaper, ['paper', 'new-user'], 7),
  entry(weightedPaper, ['paper', 'new-user'], 8),
  entry(cfPaper, ['paper', 'new-user'], 9, true),
  entry(ridge, ALL, 4),
  {
    ...entry(itemKnn, ALL, 5),
    // One of its two tables of neighbours is enough for either question.
    create: ({ protocol }) => createItemKnn({ serves: protocol === 'top-n' ? 'lists' : 'ratings' }),
  },
  entry(userKnn, ALL, 4),
  entry(mf, ALL, 5),
  entry(ease, ['top-n'], 6),
];

/** Names of the models that apply to a protocol, in the order of the output. */
export function modelsOf(protocol: Protocol): string[] {
  return REGISTRY.filter(({ protocols }) => protocols.includes(protocol)).map(({ name }) => name);
}

/** @throws EvaluationError where there is no such model or it does not apply to the protocol. */
export function findModel(
  name: string,
  { protocol }: Pick<EvaluationOptions, 'protocol'>,
  registry: readonly RegisteredModel[] = REGISTRY,
): RegisteredModel {
  const model = registry.find((registered) => registered.name === name);
  if (!model) {
    const names = registry.map((registered) => registered.name).join(', ');
    throw new EvaluationError(`There is no model "${name}". Models: ${names}.`);
  }
  if (!model.protocols.includes(protocol)) {
    throw new EvaluationError(
      `The model ${name} does not apply to the protocol ${protocol}. Models that do: ${modelsOf(protocol).join(', ')}.`,
    );
  }
  return model;
}
