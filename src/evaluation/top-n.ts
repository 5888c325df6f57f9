import { LIKE_HALF_STARS } from '../data/ratings';
import { fameShare, tailGain } from './list-metrics';
import { diversity, novelty, recall10 } from './metrics';
import { planFolds, prepareFold } from './new-user';
import { type ProtocolDefinition, scoresOf, timed } from './protocol';
import { filmsOfRows, ndcgOfRows, shownList } from './shown-list';

/**
 * Is the list any good: the ten best of all films that are not in the user's training part, no sampled negatives
 * (Krichene and Rendle 2020), one film a series with the others folded behind it, against the likes of the test part. Folds as in `new-user`, split in time.
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
        return shownList(catalogue, scores, (item) => seen.has(item));
      },
    );
    const shown = value.map(({ item }) => item);
    return {
      tallies: {
        ndcg10: [ndcgOfRows(catalogue, value, relevant), 1],
        recall10: [recall10(filmsOfRows(value), relevant), 1],
        novelty: [novelty(shown, effects.ratings, ratings.userCount), 1],
        diversity: [diversity(shown, catalogue.genres), 1],
        tailNdcg10: [ndcgOfRows(catalogue, value, relevant, tailGain(effects.likes)), 1],
        fameShare: [fameShare(shown, famous ?? new Set()), 1],
      },
      ratings: subject.test.item.length,
      list: shown.map((item) => catalogue.movieId[item]),
      trainMs,
      predictMs,
    };
  },
};
