import { LIKE_HALF_STARS } from '../data/ratings';
import { topK } from '../lib/top-k';
import { fameShare, tailNdcg10 } from './list-metrics';
import { diversity, LIST_LENGTH, ndcg10, novelty, recall10 } from './metrics';
import { planFolds, prepareFold } from './new-user';
import { type ProtocolDefinition, scoresOf, timed } from './protocol';

/**
 * Is the list any good: the ten best of all films that are not in the user's training part, no sampled negatives
 * (Krichene and Rendle 2020), against the likes of the test part. Folds as in `new-user`, split in time.
 */
export const topN: ProtocolDefinition = {
  plan: planFolds,
  prepare: (dataset, options, unit) =>
    prepareFold(dataset, options, unit, options.split === 'global' ? 'global' : 'chronological'),
  measure(subject, index, fitted, { training, famous }, clock) {
    const { catalogue, effects, ratings } = training;
    const relevant = new Set(
      subject.test.item.filter((_, r) => subject.test.halfStars[r] >= LIKE_HALF_STARS),
    );
    if (relevant.size === 0) return null;
    const seen = new Set(subject.past.item);
    const { value, trainMs, predictMs } = timed(
      clock,
      () => fitted.personalize(subject.train, subject.seed, index),
      (personal) => {
        const scores = scoresOf(personal, catalogue.count);
        return topK(scores, LIST_LENGTH, (item) => seen.has(item));
      },
    );
    return {
      tallies: {
        ndcg10: [ndcg10(value, relevant), 1],
        recall10: [recall10(value, relevant), 1],
        novelty: [novelty(value, effects.ratings, ratings.userCount), 1],
        diversity: [diversity(value, catalogue.genres), 1],
        tailNdcg10: [tailNdcg10(value, relevant, effects.likes), 1],
        fameShare: [fameShare(value, famous ?? new Set()), 1],
      },
      ratings: subject.test.item.length,
      list: value.map((item) => catalogue.movieId[item]),
      trainMs,
      predictMs,
    };
  },
};
