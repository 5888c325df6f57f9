import { bias } from '../../baselines/bias';
import { itemKnn } from '../../baselines/item-knn';
import type { Recommender } from '../../baselines/recommender';
import { wnn } from './wnn';
import { createWindowReadout, levelStep } from './wnn-window';

/** Share of what item-knn says beyond the biases that is added to the wnn's prediction. */
const CORRECTION = 0.8;
/** Weight of the logarithm of item-knn's list score beside the wnn's. */
const LIST_WEIGHT = 4;
/** Share of the largest list score that a film without neighbours counts as. */
const LIST_FLOOR = 1e-3;

/** The wnn, corrected by what people who rated the same films thought: public facts and other people's ratings. */
export const hybrid: Recommender = {
  name: 'hybrid',
  fit(training) {
    const [personalWnn, neighbours, biases] = [wnn, itemKnn, bias].map((part) => part.fit(training, []));
    const step = levelStep(training.ratings);
    return {
      personalize(history, seed, index) {
        const own = personalWnn.personalize(history, seed, index);
        const theirs = neighbours.personalize(history, seed, index);
        const neither = biases.personalize(history, seed, index);
        const window = createWindowReadout(step);
        history.halfStars.forEach(window.count);
        const predict = (items: Uint32Array) => {
          const expected = neither.predict(items);
          const collaborative = theirs.predict(items);
          return own.predict(items).map((value, k) => value + CORRECTION * (collaborative[k] - expected[k]));
        };
        return {
          predict,
          predictFor: (metric, items) =>
            metric === 'within1Star' ? window.read(predict(items)) : predict(items),
          rank() {
            const scores = theirs.rank?.() ?? new Float64Array(training.catalogue.count);
            const largest = scores.reduce((most, score) => Math.max(most, score), Number.MIN_VALUE);
            const ranked = own.rank?.() ?? new Float64Array(scores.length);
            return ranked.map(
              (value, item) =>
                value + LIST_WEIGHT * Math.log(LIST_FLOOR + Math.max(0, scores[item]) / largest),
            );
          },
          release: () => own.release?.(),
        };
      },
    };
  },
};
