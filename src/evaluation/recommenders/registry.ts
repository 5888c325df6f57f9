import { bias } from '../../baselines/bias';
import { constant } from '../../baselines/constant';
import { ease } from '../../baselines/ease';
import { createItemKnn, itemKnn } from '../../baselines/item-knn';
import { easeRecent, easeRecentTail } from '../../baselines/lists/ease-recent';
import { gfCf } from '../../baselines/lists/gf-cf';
import { ials } from '../../baselines/lists/ials';
import { popularLately } from '../../baselines/lists/popular-lately';
import { rp3Beta } from '../../baselines/lists/rp3beta';
import { mf } from '../../baselines/mf';
import { cfPaper, createCfPaper } from '../../baselines/paper/cf-paper';
import { weightedPaper } from '../../baselines/paper/weighted-paper';
import { wnnPaper } from '../../baselines/paper/wnn-paper';
import { popularity } from '../../baselines/popularity';
import { ridgePrior, ridgePriorCodes } from '../../baselines/prior/ridge-prior';
import type { Recommender } from '../../baselines/recommender';
import { ridge } from '../../baselines/ridge';
import { userKnn } from '../../baselines/user-knn';
import { ftrl } from '../../baselines/weighted/ftrl';
import { weightedTuned } from '../../baselines/weighted/weighted-tuned';
import { BTHOWEN_LISTS, BTHOWEN_RATINGS, createBthowen } from '../../baselines/weightless/bthowen';
import { createWisard, WISARD_LISTS, WISARD_RATINGS } from '../../baselines/weightless/wisard';
import {
  type AccuracyProtocol,
  EvaluationError,
  type EvaluationOptions,
  type Protocol,
  questionOf,
} from '../types';
import { createLearned } from './learned';
import { createUserConstantByMetric } from './user-constant';

/** Whether a person at the Compare screen could wait for it: within seconds in the page, or at a command line only. */
type Patience = 'page' | 'command';

/** What a recommender is made for: an accuracy protocol, or the one whose question a trial asks. */
interface CreateOptions {
  protocol: AccuracyProtocol;
  fit: EvaluationOptions['fit'];
}

/** A recommender as the evaluation knows it. */
export interface RegisteredModel {
  /** The name on the command line and in results. */
  name: string;
  /**
   * The file under `src` that makes it. With what it imports, it is all the code that a kept fit depends on: what
   * decides a fit stands there, and `create` adds nothing but what it is given.
   */
  source: string;
  /** Protocols whose questions it can answer. */
  protocols: readonly AccuracyProtocol[];
  /** Must be trained on the users it is tested on, and on all of them at once. */
  joint: boolean;
  /** Whether it expects a rating, a mean, and does not only answer what scores best. */
  hasMean: boolean;
  /** Rough cost beside others: slow ones start first, so that no processor waits for them at the end. */
  effort: number;
  patience: Patience;
  /**
   * What a user's part keeps is a set of ratings or sums over them, so that one can be taken back and leaves exactly
   * what never held it, without learning the others again. (Sums of fractions do so in fixed point.)
   */
  forgets: boolean;
  /** Its users' models take single ratings back by themselves and say their bytes: it can be tried in `unlearning` and `asking`. */
  unlearns: boolean;
  /** Runs unless other models are asked for; the others run when named. */
  byDefault: boolean;
  /** Makes it for a run; what else the options hold is the driver's business. */
  create(options: CreateOptions): Recommender;
}

/** Protocols that ask for ratings. */
const RATINGS: AccuracyProtocol[] = ['paper', 'new-user', 'prequential'];
/** The protocol that asks for lists. */
const LISTS: AccuracyProtocol[] = ['top-n'];
/** Protocols that the paper's systems, which learn no rating by itself, can follow. */
const WHOLE: AccuracyProtocol[] = ['paper', 'new-user'];
/** Every protocol. */
export const ALL: readonly AccuracyProtocol[] = [...RATINGS, ...LISTS];

/** For systems that a screen cannot wait for. */
const SLOW = { patience: 'command' } as const;

/**
 * A recommender that needs no options, written in the file of `baselines` that is called as it is.
 * @param effort as in RegisteredModel. @param traits what differs from most: page, forgets, byDefault, not joint.
 */
export function entry(
  recommender: Recommender,
  protocols: readonly AccuracyProtocol[],
  effort: number,
  traits: Partial<RegisteredModel> = {},
): RegisteredModel {
  const { name } = recommender;
  return {
    ...{ name, source: `baselines/${name}.ts`, protocols, joint: false, hasMean: true, effort },
    ...{ patience: 'page', forgets: true, unlearns: false, byDefault: true, create: () => recommender },
    ...traits,
  };
}

const learned = (name: 'wnn' | 'hybrid', effort: number): RegisteredModel => ({
  ...{
    name,
    source: 'evaluation/recommenders/learned.ts',
    protocols: ALL,
    effort,
    joint: false,
    hasMean: true,
  },
  ...{ patience: 'page', forgets: true, unlearns: true, byDefault: true },
  // Each readout has nodes of its own.
  create: ({ protocol, fit }) =>
    createLearned({ name, serves: protocol === 'top-n' ? 'lists' : 'ratings', fit }),
});

/** Every system, in the order of the output. */
export const REGISTRY: readonly RegisteredModel[] = [
  entry(constant, RATINGS, 0, { hasMean: false }),
  entry(createUserConstantByMetric(false), RATINGS, 0, {
    ...{ source: 'evaluation/recommenders/user-constant.ts', hasMean: false },
    create: ({ protocol }) => createUserConstantByMetric(protocol === 'paper'),
  }),
  entry(popularity, ALL, 0),
  entry(popularLately, LISTS, 2, { source: 'baselines/lists/popular-lately.ts' }),
  entry(bias, ALL, 0),
  learned('wnn', 10),
  learned('hybrid', 11),
  entry(createWisard(), ALL, 3, {
    source: 'baselines/weightless/wisard.ts',
    create: ({ protocol }) => createWisard(protocol === 'top-n' ? WISARD_LISTS : WISARD_RATINGS),
  }),
  ...[true, false].map((conservative) =>
    entry(createBthowen(conservative), ALL, 5, {
      ...{ source: 'baselines/weightless/bthowen.ts', forgets: !conservative },
      create: ({ protocol }) =>
        createBthowen(conservative, protocol === 'top-n' ? BTHOWEN_LISTS : BTHOWEN_RATINGS),
    }),
  ),
  entry(wnnPaper, WHOLE, 7, { source: 'baselines/paper/wnn-paper.ts' }),
  entry(weightedPaper, WHOLE, 8, { source: 'baselines/paper/weighted-paper.ts', forgets: false }),
  entry(cfPaper, WHOLE, 9, { source: 'baselines/paper/cf-paper.ts', joint: true, forgets: false }),
  entry(createCfPaper('leporid'), WHOLE, 15, {
    ...{ source: 'baselines/paper/cf-paper.ts', joint: true, forgets: false, ...SLOW, byDefault: false },
  }),
  entry(weightedTuned, RATINGS, 14, {
    ...{ source: 'baselines/weighted/weighted-tuned.ts', ...SLOW },
    forgets: false,
    byDefault: false,
  }),
  entry(ftrl, RATINGS, 2, { source: 'baselines/weighted/ftrl.ts', forgets: false }),
  entry(ridge, ALL, 4),
  entry(ridgePrior, RATINGS, 12, { source: 'baselines/prior/ridge-prior.ts', ...SLOW }),
  entry(ridgePriorCodes, RATINGS, 13, { source: 'baselines/prior/ridge-prior.ts', ...SLOW }),
  entry(itemKnn, ALL, 5, {
    // One of its two tables of neighbours is enough for either question.
    create: ({ protocol }) => createItemKnn({ serves: protocol === 'top-n' ? 'lists' : 'ratings' }),
  }),
  entry(userKnn, ALL, 4),
  entry(mf, ALL, 5),
  entry(ease, LISTS, 6),
  entry(easeRecent, LISTS, 6, { source: 'baselines/lists/ease-recent.ts' }),
  entry(easeRecentTail, LISTS, 6, { source: 'baselines/lists/ease-recent.ts' }),
  entry(rp3Beta, LISTS, 3, { source: 'baselines/lists/rp3beta.ts' }),
  entry(gfCf, LISTS, 7, { source: 'baselines/lists/gf-cf.ts' }),
  entry(ials, LISTS, 12, { source: 'baselines/lists/ials.ts', ...SLOW, byDefault: false }),
];

function applies({ protocols, unlearns }: RegisteredModel, protocol: Protocol): boolean {
  return protocol === 'unlearning' || protocol === 'asking'
    ? unlearns
    : protocols.includes(questionOf(protocol));
}

/** Names of the models that apply to a protocol, in the order of the output. */
export function modelsOf(protocol: Protocol): string[] {
  return REGISTRY.filter((model) => applies(model, protocol)).map(({ name }) => name);
}

/** Those of them that run unless others are asked for. */
export function defaultModelsOf(protocol: Protocol): string[] {
  return modelsOf(protocol).filter((name) =>
    REGISTRY.some((model) => model.name === name && model.byDefault),
  );
}

/** Those of the default models that a person at a screen can wait for. */
export function presetModelsOf(protocol: Protocol): string[] {
  const waits = ({ byDefault, patience }: RegisteredModel) => byDefault && patience === 'page';
  return modelsOf(protocol).filter((name) => REGISTRY.some((model) => model.name === name && waits(model)));
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
  if (!applies(model, protocol)) {
    throw new EvaluationError(
      `The model ${name} does not apply to the protocol ${protocol}. Models that do: ${modelsOf(protocol).join(', ')}.`,
    );
  }
  return model;
}
