import type { FittedRecommender, History } from '../../baselines/recommender';
import { createRandom, deriveSeed } from '../../lib/random';
import { ratingTallies } from '../metrics';
import { planFolds, prepareFold } from '../new-user';
import type { Clock, FoldCase, ProtocolDefinition, Subject } from '../protocol';
import { EvaluationError, type Tallies } from '../types';
import { isSteerable, type SteerableModel } from './steerable';

/** Shares of a user's answers that are forgotten, in percent; at least one answer. */
export const FORGOTTEN_PERCENT = [1, 10, 50] as const;

/** Name of a tally, or of milliseconds, at a share forgotten. */
export function forgottenKey(percent: number, name: string): string {
  return `forget ${percent}/${name}`;
}

/**
 * Forgetting, in the four columns of CURE4Rec (arXiv 2408.14393): completeness, utility, efficiency and fairness, with a model
 * that never learned what is forgotten as the reference. For models that take single ratings back.
 */
export const unlearning: ProtocolDefinition = {
  plan: planFolds,
  prepare: (dataset, options, unit) =>
    prepareFold(dataset, { ...options, groups: true }, unit, options.split),
  measure(subject, index, fitted, foldCase, clock) {
    const begun = clock();
    const whole = steerable(fitted, subject.train, subject, index);
    const trainMs = clock() - begun;
    const asked = clock();
    const before = ratingTallies(whole, subject.test, foldCase.training.feedback);
    const predictMs = clock() - asked;
    const tallies: Tallies = { ...before };
    const millis: Record<string, number> = {};
    for (const percent of FORGOTTEN_PERCENT) {
      const {
        tallies: after,
        forgetMs,
        retrainMs,
      } = forget(subject, index, fitted, foldCase, percent, clock);
      for (const [name, tally] of Object.entries(after)) tallies[forgottenKey(percent, name)] = tally;
      millis[forgottenKey(percent, 'forget')] = forgetMs;
      millis[forgottenKey(percent, 'retrain')] = retrainMs;
    }
    return { tallies, ratings: subject.test.item.length, trainMs, predictMs, millis };
  },
};

function forget(
  subject: Subject,
  index: number,
  fitted: FittedRecommender,
  { training }: FoldCase,
  percent: number,
  clock: Clock,
): { tallies: Tallies; forgetMs: number; retrainMs: number } {
  const { train, test, seed } = subject;
  const n = train.item.length;
  const order = createRandom(deriveSeed(seed, 'forgotten', percent)).shuffle(
    Array.from({ length: n }, (_, r) => r),
  );
  const forgotten = new Set(order.slice(0, Math.max(1, Math.round((percent / 100) * n))));
  const model = steerable(fitted, train, subject, index);
  const begun = clock();
  for (const r of forgotten) model.unlearn(train.item[r], train.halfStars[r]);
  const forgetMs = clock() - begun;
  const rest = withoutPlaces(train, forgotten);
  const again = clock();
  const never = steerable(fitted, rest, subject, index);
  const retrainMs = clock() - again;
  const [a, b] = [model.predict(test.item).slice(), never.predict(test.item)];
  const squares = a.reduce((sum, value, r) => sum + (value - b[r]) ** 2, 0);
  const complete = sameBytes(model.stateBytes(), never.stateBytes());
  return {
    tallies: {
      ...ratingTallies(model, test, training.feedback),
      complete: [Number(complete), 1],
      distance: [squares, test.item.length],
    },
    forgetMs,
    retrainMs,
  };
}

function steerable(
  fitted: FittedRecommender,
  history: History,
  { seed }: Subject,
  index: number,
): SteerableModel {
  const model = fitted.personalize(history, seed, index);
  if (!isSteerable(model)) throw new EvaluationError('A model in unlearning cannot take ratings back.');
  return model;
}

function withoutPlaces(history: History, left: ReadonlySet<number>): History {
  return {
    item: history.item.filter((_, r) => !left.has(r)),
    halfStars: history.halfStars.filter((_, r) => !left.has(r)),
    timestamp: history.timestamp.filter((_, r) => !left.has(r)),
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}
