import type {
  Feedback,
  History,
  PersonalRecommender,
  Recommender,
  Training,
} from '../../src/baselines/recommender';
import { fitAnswerLines } from '../../src/data/answer-lines';
import type { Dataset } from '../../src/data/dataset';
import { fitItemEffects } from '../../src/data/item-effects';
import { LIKE_HALF_STARS } from '../../src/data/ratings';
import { selectUsers } from '../../src/data/select/select-users';
import { dealFolds } from '../../src/evaluation/folds';
import { auc, LIST_LENGTH, ndcg10, squaredErrors } from '../../src/evaluation/metrics';
import { historyAt, ratingOrder, splitHistory, taughtParts } from '../../src/evaluation/splits';
import type { Split } from '../../src/evaluation/types';
import { deriveSeed } from '../../src/lib/random';
import { topK } from '../../src/lib/top-k';

/** What a candidate is fitted on, and the held-out users it is judged by. */
export interface InnerFold {
  training: Training;
  users: { train: History; test: History }[];
}

/** `rmse` is pooled, the others are means over users; NaN where nothing could be measured. */
export interface Figures {
  rmse: number;
  auc: number;
  ndcg10: number;
}

/**
 * Folds within the given users, ascending: each user is held out once, from everything fitted. Taught by clicks, their
 * training parts are cut to answers as in the evaluation; what is asked, and what others gave, stays stars.
 */
export function innerFolds(
  { catalogue, ratings }: Dataset,
  users: readonly number[],
  options: { folds: number; split: Split; seed: number; feedback?: Feedback },
): InnerFold[] {
  const { folds, split, seed, feedback = 'stars' } = options;
  return dealFolds(users, folds, deriveSeed(seed, 'inner')).map((held) => {
    const others = selectUsers(
      ratings,
      users.filter((user) => !held.includes(user)),
    );
    const effects = fitItemEffects(catalogue, others);
    return {
      training: {
        catalogue,
        ratings: others,
        effects,
        feedback,
        ...(feedback === 'clicks' && { answers: fitAnswerLines(others, effects) }),
        join: 'corrected',
        seed,
      },
      users: held.map((user) =>
        taughtParts(splitHistory(historyAt(ratings, ratingOrder(ratings, user, split, seed))), { feedback }),
      ),
    };
  });
}

/** Figures of a recommender over inner folds. */
export function measure(recommender: Recommender, folds: readonly InnerFold[]): Figures {
  let squares = 0;
  let count = 0;
  const aucs: number[] = [];
  const ndcgs: number[] = [];
  for (const { training, users } of folds) {
    const fitted = recommender.fit(training, []);
    for (const { train, test } of users) {
      const model = fitted.personalize(train, 1, 0);
      const predicted = model.predict(test.item);
      const [sum, n] = squaredErrors(predicted, test.halfStars);
      squares += sum;
      count += n;
      aucs.push(auc(predicted, test.halfStars) ?? Number.NaN);
      ndcgs.push(ndcgOf(model, train, test));
    }
  }
  return { rmse: Math.sqrt(squares / count), auc: mean(aucs), ndcg10: mean(ndcgs) };
}

/** NaN for a model without lists, and for a user without a relevant test film. */
function ndcgOf(model: PersonalRecommender, train: History, test: History): number {
  const relevant = new Set(test.item.filter((_, r) => test.halfStars[r] >= LIKE_HALF_STARS));
  if (!model.rank || relevant.size === 0) return Number.NaN;
  const seen = new Set(train.item);
  return ndcg10(
    topK(model.rank(), LIST_LENGTH, (item) => seen.has(item)),
    relevant,
  );
}

function mean(values: number[]): number {
  const numbers = values.filter((value) => !Number.isNaN(value));
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
