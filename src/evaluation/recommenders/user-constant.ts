import type { PersonalRecommender, PredictionMetric, Recommender } from '../../baselines/recommender';
import { createUserConstant, type UserConstantOptions } from '../../baselines/user-constant';

const METRICS: UserConstantOptions['metric'][] = ['rmse', 'mae', 'likeAccuracy', 'within1Star'];

/** The user's best constant by whichever metric is reported; `predict` is the one for rmse. */
export function createUserConstantByMetric(truncated: boolean): Recommender {
  const by = Object.fromEntries(
    METRICS.map((metric) => [metric, createUserConstant({ metric, truncated })]),
  ) as Record<UserConstantOptions['metric'], Recommender>;
  return {
    name: 'user-constant',
    fit(training) {
      const fitted = METRICS.map((metric) => [metric, by[metric].fit(training, [])] as const);
      return {
        personalize(history, seed, index) {
          const personal = new Map<PredictionMetric, PersonalRecommender>(
            fitted.map(([metric, model]) => [metric, model.personalize(history, seed, index)]),
          );
          const predictFor = (metric: PredictionMetric, items: Uint32Array) =>
            (personal.get(metric) ?? personal.get('rmse'))?.predict(items) ?? new Float64Array(items.length);
          return { predict: (items) => predictFor('rmse', items), predictFor };
        },
      };
    },
  };
}
