import { historyOf } from '../baselines/deviations';
import type { Dataset } from '../data/dataset';
import { selectUsers } from '../data/select/select-users';
import { dealFolds, eligibleUsers } from './folds';
import { groupUsers } from './groups/groups';
import { famousFilms } from './list-metrics';
import { ratingTallies } from './metrics';
import {
  createTraining,
  everyUnit,
  type FoldCase,
  type ProtocolDefinition,
  type Subject,
  subjectSeed,
  timed,
} from './protocol';
import {
  globalMoment,
  historyAt,
  ratingOrder,
  ratingsBefore,
  splitAt,
  splitHistory,
  taughtParts,
} from './splits';
import type { EvaluationOptions, Split, Unit } from './types';

/**
 * Someone the shared data has never seen: everything shared comes from the other folds' users; the held-out user's
 * ratings are split 80/20 (docs/evaluate.md). A split in time is per user: other users' later ratings are still seen.
 */
export const newUser: ProtocolDefinition = {
  plan: planFolds,
  prepare: (dataset, options, unit) => prepareFold(dataset, options, unit, options.split),
  measure(subject, index, fitted, { training }, clock) {
    const { value, trainMs, predictMs } = timed(
      clock,
      () => fitted.personalize(subject.train, subject.seed, index),
      (personal) => ratingTallies(personal, subject.test, training.feedback),
    );
    return { tallies: value, ratings: subject.test.item.length, trainMs, predictMs };
  },
};

/** Units of a protocol with folds of users. */
export function planFolds(dataset: Dataset, options: EvaluationOptions): Unit[] {
  dealFolds(eligibleUsers(dataset.ratings), options.folds, options.seed);
  return everyUnit(options, options.folds);
}

/** Holds one fold of users out of everything that is shared. */
export function prepareFold(
  dataset: Dataset,
  options: EvaluationOptions,
  unit: Unit,
  split: Split,
): FoldCase {
  const { ratings } = dataset;
  const folds = dealFolds(eligibleUsers(ratings), options.folds, unit.seed);
  const moment = split === 'global' ? globalMoment(ratings) : null;
  const others = folds
    .filter((_, fold) => fold !== unit.fold - 1)
    .flat()
    .sort((a, b) => a - b);
  const groups = options.groups ? groupUsers(dataset) : null;
  const groupsOf = (userId: number) => groups && { groups: groups.get(userId) };
  const held = folds[unit.fold - 1].map((user): Subject => {
    const history = historyAt(ratings, ratingOrder(ratings, user, split, unit.seed));
    const parts = moment === null ? splitHistory(history) : splitAt(history, moment);
    const userId = ratings.userId[user];
    return {
      user: userId,
      seed: subjectSeed(unit.seed, userId),
      ...taughtParts(parts, options),
      ...groupsOf(userId),
    };
  });
  const subjects =
    moment === null ? held : held.filter(({ past, test }) => past.item.length > 0 && test.item.length > 0);
  const selected = selectUsers(ratings, others);
  const known = moment === null ? selected : ratingsBefore(selected, moment);
  const training = createTraining(dataset, known, options, unit);
  const outside = Array.from({ length: known.userCount }, (_, user) => historyOf(known, user));
  return {
    training,
    subjects,
    famous: famousFilms(training.effects.likes),
    ...(moment !== null && { oneSided: held.length - subjects.length }),
    joint: { subjects, together: [...subjects.map(({ train }) => train), ...outside] },
  };
}
