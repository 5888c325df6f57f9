import type { Feedback, FittedRecommender, History, PersonalRecommender } from '../baselines/recommender';
import { absoluteErrors, ratingTallies, squaredErrors, tallyPredictions } from './metrics';
import { planFolds, prepareFold } from './new-user';
import type { Clock, ProtocolDefinition, Subject } from './protocol';
import { answersOf, sliceHistory } from './splits';
import type { Tallies } from './types';

/** A cohort keeps the same users at all of its steps, so that the curve shows learning and not who is left. */
export const COHORTS: readonly { atLeast: number; steps: readonly number[] }[] = [
  { atLeast: 120, steps: [0, 1, 2, 5, 10, 20, 50, 100] },
  { atLeast: 40, steps: [0, 1, 2, 5, 10, 20] },
];

/** Predict-then-learn goes through this many ratings of a user at most. */
const RUNNING_RATINGS = 120;

/** A system that must start again to learn one rating does so whenever its history has grown by a tenth. */
const REFIT_GROWTH = 10;

/** Name of a tally at a step of a cohort. */
export function stepKey(atLeast: number, step: number, metric: string): string {
  return `${atLeast}/${step}/${metric}`;
}

/**
 * Learning live, from nothing: held-out users, ratings in time order. The model after `step` ratings is measured on all
 * later ratings; besides, every rating is predicted before it is learned ("prequential", Dawid 1984).
 */
export const prequential: ProtocolDefinition = {
  plan: planFolds,
  prepare: (dataset, options, unit) => prepareFold(dataset, options, unit, 'chronological'),
  measure(subject, index, fitted, { training }, clock) {
    const history = wholeHistory(subject);
    const taught = training.feedback === 'clicks' ? answersOf(history) : history;
    const n = history.item.length;
    const running = Math.min(n, RUNNING_RATINGS);
    const predicted = new Float64Array(running);
    const tallies: Tallies = {};
    const stepsHere = new Set(COHORTS.filter(({ atLeast }) => n >= atLeast).flatMap(({ steps }) => steps));
    const learner = createLearner(fitted, subject, taught, index, clock);
    let predictMs = 0;
    for (let t = 0; t < running; t++) {
      const model = learner.after(t, stepsHere.has(t));
      const begun = clock();
      predicted[t] = model.predict(history.item.subarray(t, t + 1))[0];
      predictMs += clock() - begun;
      if (!stepsHere.has(t)) continue;
      const rest = sliceHistory(history, t, n);
      const measured = Object.entries(ratingTallies(model, rest, training.feedback));
      for (const { atLeast, steps } of COHORTS) {
        if (n < atLeast || !steps.includes(t)) continue;
        tallies[stepKey(atLeast, t, 'ratings')] = [n - t, 1];
        for (const [metric, tally] of measured) tallies[stepKey(atLeast, t, metric)] = tally;
      }
    }
    learner.release();
    tallyRunning(tallies, predicted, history, n, training.feedback);
    return { tallies, ratings: running, trainMs: learner.millis(), predictMs };
  },
};

function tallyRunning(
  tallies: Tallies,
  predicted: Float64Array,
  history: History,
  n: number,
  feedback: Feedback,
): void {
  Object.assign(
    tallies,
    tallyPredictions(predicted, history.halfStars.subarray(0, predicted.length), feedback),
  );
  for (const { atLeast, steps } of COHORTS) {
    if (n < atLeast) continue;
    for (const step of steps) {
      if (step === 0) continue;
      const first = predicted.subarray(0, step);
      const truth = history.halfStars.subarray(0, step);
      if (feedback !== 'likes') {
        tallies[stepKey(atLeast, step, 'runningRmse')] = squaredErrors(first, truth);
        tallies[stepKey(atLeast, step, 'runningMae')] = absoluteErrors(first, truth);
      }
      const { likeAccuracy } = tallyPredictions(first, truth, feedback);
      tallies[stepKey(atLeast, step, 'runningLikeAccuracy')] = likeAccuracy;
    }
  }
}

function wholeHistory({ past, test }: Subject): History {
  return {
    item: Uint32Array.from([...past.item, ...test.item]),
    halfStars: Uint8Array.from([...past.halfStars, ...test.halfStars]),
    timestamp: Uint32Array.from([...past.timestamp, ...test.timestamp]),
  };
}

/** A model that follows a history, rating by rating. */
interface Learner {
  /** The model after the first t ratings; `exact` where it may not lag behind. t never falls. */
  after(t: number, exact: boolean): PersonalRecommender;
  release(): void;
  /** Time spent learning. */
  millis(): number;
}

function createLearner(
  fitted: FittedRecommender,
  subject: Subject,
  history: History,
  index: number,
  clock: Clock,
): Learner {
  let spent = 0;
  const learning = <T>(work: () => T): T => {
    const begun = clock();
    const value = work();
    spent += clock() - begun;
    return value;
  };
  const start = (t: number) =>
    learning(() => fitted.personalize(sliceHistory(history, 0, t), subject.seed, index));
  let personal = start(0);
  let known = 0;
  return {
    after(t, exact) {
      const { learn } = personal;
      if (learn) {
        for (; known < t; known++) {
          learning(() =>
            learn.call(personal, history.item[known], history.halfStars[known], history.timestamp[known]),
          );
        }
      } else if (known < t && (exact || (t - known) * REFIT_GROWTH >= known)) {
        personal.release?.();
        personal = start(t);
        known = t;
      }
      return personal;
    },
    release: () => personal.release?.(),
    millis: () => spent,
  };
}
