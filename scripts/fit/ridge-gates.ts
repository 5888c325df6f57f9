import { createBias } from '../../src/baselines/bias';
import { type HistoryGate, UNGATED } from '../../src/baselines/history-gate';
import { popularity } from '../../src/baselines/popularity';
import type { Recommender } from '../../src/baselines/recommender';
import { sliceHistory } from '../../src/evaluation/splits';
import { solveSymmetric } from '../../src/lib/linear-algebra';
import type { InnerFold } from './inner-folds';

const LENGTHS = [1, 2, 5, 10, 20, 50, 100];
/** Users with fewer training ratings are left out at every length, so that the same people speak at most of them. */
const LEAST_RATINGS = 40;

/**
 * Least squares of the test ratings on b_u and on what an ungated recommender adds to it, after the first n ratings.
 * @param ungated predicts mu + b_i + b_u + votes.
 */
export function fitGates(ungated: Recommender, folds: readonly InnerFold[]): HistoryGate[] {
  const fitted = folds.map(({ training, users }) => ({
    users,
    models: [popularity, createBias({ gates: UNGATED }), ungated].map((recommender) =>
      recommender.fit(training, []),
    ),
  }));
  return LENGTHS.map((length) => {
    const gram = new Float64Array(4);
    const moment = new Float64Array(2);
    for (const { users, models } of fitted) {
      for (const { train, test } of users) {
        if (train.item.length < Math.max(length, LEAST_RATINGS)) continue;
        const start = sliceHistory(train, 0, length);
        const [film, user, all] = models.map((model) => model.personalize(start, 1, 0).predict(test.item));
        for (let r = 0; r < film.length; r++) {
          const [target, userBias, votes] = [
            test.halfStars[r] / 2 - film[r],
            user[r] - film[r],
            all[r] - user[r],
          ];
          gram[0] += userBias * userBias;
          gram[2] += userBias * votes;
          gram[3] += votes * votes;
          moment[0] += userBias * target;
          moment[1] += votes * target;
        }
      }
    }
    // A system without votes gets none.
    gram[3] += 1e-9;
    const [userBias, votes] = solveSymmetric(gram, 2, moment);
    return { ratings: length, userBias, votes };
  });
}
