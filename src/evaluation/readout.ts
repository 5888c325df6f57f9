import { historyOf } from '../baselines/deviations';
import type {
  FittedRecommender,
  History,
  PersonalRecommender,
  PredictionMetric,
  Recommender,
  Training,
} from '../baselines/recommender';
import { createRandom, deriveSeed } from '../lib/random';
import type { FoldCase } from './protocol';
import { centreOfMost, LEVELS } from './recommenders/one-star-window';
import type { RegisteredModel } from './recommenders/registry';
import { levelStep } from './recommenders/wnn-window';
import { historyAt, splitHistory, taughtParts } from './splits';
import { type EvaluationOptions, questionOf } from './types';

/** Training users whose ratings say how far a system's predictions are off. */
const WITNESSES = 100;
/** Predictions are told apart by this much, in stars; ratings beside the nearest so many predictions make a window. */
const GRID = 0.05;
const CELLS = 121;
const NEIGHBOUR_SHARE = 0.05;
const LEAST_NEIGHBOURS = 50;
/** Weights tried of how often the user gives each rating, beside 1 for the ratings of others. */
const HABIT_WEIGHTS = [0, 0.1, 0.25, 0.5, 1, 2];

/** What a system predicted for a rating, and what came; with the ratings that the user's model had learned. */
interface Witness {
  predicted: Float64Array;
  /** 0..10 ones. */
  truth: Uint8Array;
  learned: Uint8Array;
}

/**
 * The same system with the answers that the share within one star is to be measured on. Systems without a mean stay as they
 * are, and all do where nothing or `published` is asked for.
 */
export function withReadout(
  fitted: FittedRecommender,
  model: Pick<RegisteredModel, 'hasMean' | 'joint' | 'create'>,
  options: Pick<EvaluationOptions, 'protocol' | 'fit' | 'readout'>,
  foldCase: FoldCase,
): FittedRecommender {
  const { readout } = options;
  if (readout === undefined || readout === 'published' || !model.hasMean) return fitted;
  if (readout === 'mean') return answering(fitted, () => null);
  const witnesses = model.joint
    ? jointWitnesses(model.create({ protocol: questionOf(options.protocol), fit: options.fit }), foldCase)
    : outsideWitnesses(fitted, foldCase);
  const window = fitWindow(witnesses, levelStep(foldCase.training.ratings));
  return answering(fitted, (learned) => {
    const habits = new Uint32Array(LEVELS);
    for (const half of learned) habits[half]++;
    return { count: (half) => habits[half]++, read: (mean) => mean.map((stars) => window(stars, habits)) };
  });
}

/** How one user's means are turned into answers. */
interface UserReadout {
  count(halfStars: number): void;
  read(mean: Float64Array): Float64Array;
}

/** Users' models whose answer within one star is read from their mean; by the mean itself where there is no readout. */
function answering(
  fitted: FittedRecommender,
  readoutOf: (learned: Uint8Array) => UserReadout | null,
): FittedRecommender {
  return {
    personalize(history, seed, index) {
      const personal = fitted.personalize(history, seed, index);
      const readout = readoutOf(history.halfStars);
      const predictFor = (metric: PredictionMetric, items: Uint32Array) => {
        if (metric !== 'within1Star') return personal.predictFor?.(metric, items) ?? personal.predict(items);
        const mean = personal.predict(items);
        return readout ? readout.read(mean) : mean;
      };
      const answered: PersonalRecommender = { predict: (items) => personal.predict(items), predictFor };
      if (personal.rank) answered.rank = () => personal.rank?.() ?? new Float64Array(0);
      if (personal.learn) {
        answered.learn = (item, halfStars, timestamp) => {
          personal.learn?.(item, halfStars, timestamp);
          readout?.count(halfStars);
        };
      }
      answered.release = () => personal.release?.();
      return answered;
    },
  };
}

/** Training users, four fifths of whose ratings are learned at random and the others asked. */
function outsideWitnesses(fitted: FittedRecommender, { training }: FoldCase): Witness[] {
  const { ratings, feedback, seed } = training;
  const users = Uint32Array.from({ length: ratings.userCount }, (_, user) => user);
  const chosen = createRandom(deriveSeed(seed, 'witnesses')).shuffle(users).slice(0, WITNESSES);
  return Array.from(chosen, (user) => {
    const own = deriveSeed(seed, 'witness', ratings.userId[user]);
    const { train, test } = taughtParts(splitHistory(shuffled(training, user, own)), { feedback });
    return witnessOf(fitted, train, test, own, 0);
  });
}

function shuffled({ ratings }: Training, user: number, seed: number): History {
  const all = historyOf(ratings, user);
  const order = Uint32Array.from(all.item, (_, r) => ratings.offsets[user] + r);
  return historyAt(ratings, createRandom(seed).shuffle(order));
}

/** Of a system that knows nobody else, the tested users: it is fitted once more, on four fifths of their training parts. */
function jointWitnesses(recommender: Recommender, { joint, training }: FoldCase): Witness[] {
  const parts = joint.subjects.map(({ past }) => splitHistory(past));
  const taught = parts.map((both) => taughtParts(both, training).train);
  const fitted = recommender.fit(training, [...taught, ...joint.together.slice(taught.length)]);
  return parts
    .map(({ test }, index) => witnessOf(fitted, taught[index], test, joint.subjects[index].seed, index))
    .slice(0, WITNESSES);
}

function witnessOf(
  fitted: FittedRecommender,
  train: History,
  asked: History,
  seed: number,
  index: number,
): Witness {
  const personal = fitted.personalize(train, seed, index);
  const predicted = personal.predict(asked.item).slice();
  personal.release?.();
  return { predicted, truth: asked.halfStars, learned: train.halfStars };
}

/**
 * The answer in stars that most probably has a rating within one star of it, for a mean and the user's habits: around the
 * ratings that came where about as much was predicted, and around how often this user gives each rating, the weight of
 * which is the one that does best on the witnesses.
 */
export function fitWindow(
  witnesses: readonly Witness[],
  step: number,
): (mean: number, habits: Uint32Array) => number {
  const table = massByPrediction(witnesses);
  const windowWith = (weight: number) => (mean: number, habits: Uint32Array) => {
    const total = habits.reduce((sum, count) => sum + count, 0);
    const cell = cellOf(mean) * LEVELS;
    const mass = table
      .slice(cell, cell + LEVELS)
      .map((share, ones) => share + (total > 0 ? (weight * habits[ones]) / total : 0));
    return centreOfMost(mass, step) / 2;
  };
  let best = { hits: -1, window: windowWith(0) };
  for (const weight of HABIT_WEIGHTS) {
    const window = windowWith(weight);
    let hits = 0;
    for (const { predicted, truth, learned } of witnesses) {
      const habits = new Uint32Array(LEVELS);
      for (const half of learned) habits[half]++;
      const right = truth.filter((ones, r) => Math.abs(2 * window(predicted[r], habits) - ones) <= 2);
      if (truth.length > 0) hits += right.length / truth.length;
    }
    if (hits > best.hits) best = { hits, window };
  }
  return best.window;
}

function cellOf(mean: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.round(mean / GRID)));
}

/** For each cell of predictions, the share of every rating among those with the nearest predictions; cell-major. */
function massByPrediction(witnesses: readonly Witness[]): Float64Array {
  const pairs = witnesses.flatMap(({ predicted, truth }) =>
    Array.from(truth, (ones, r) => ({ mean: predicted[r], ones })),
  );
  pairs.sort((a, b) => a.mean - b.mean);
  const size = Math.min(pairs.length, Math.max(LEAST_NEIGHBOURS, Math.ceil(NEIGHBOUR_SHARE * pairs.length)));
  const table = new Float64Array(CELLS * LEVELS);
  let from = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const at = cell * GRID;
    while (
      from + size < pairs.length &&
      Math.abs(pairs[from + size].mean - at) <= Math.abs(pairs[from].mean - at)
    )
      from++;
    // All that are as near take part, so that it does not matter in which order equal predictions stand.
    const reach = Math.max(...[from, from + size - 1].map((p) => Math.abs((pairs[p]?.mean ?? 0) - at)));
    let [first, end] = [from, from + size];
    while (first > 0 && at - pairs[first - 1].mean <= reach) first--;
    while (end < pairs.length && pairs[end].mean - at <= reach) end++;
    for (const { ones } of pairs.slice(first, end)) table[cell * LEVELS + ones] += 1 / (end - first);
  }
  return table;
}
