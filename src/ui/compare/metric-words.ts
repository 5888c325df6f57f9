import type { Feedback } from '../../baselines/recommender';
import { type MetricName, metricsOf } from '../../evaluation/metric-table';
import type { ModelLine, Protocol } from '../../evaluation/types';

interface MetricWords {
  label: string;
  says: string;
  lowerIsBetter: boolean;
}

const METRICS: Partial<Record<MetricName, MetricWords>> = {
  within1Star: {
    label: 'within 1 star',
    says: 'share of predictions at most one star off, mean over users',
    lowerIsBetter: false,
  },
  rmse: { label: 'RMSE', says: 'root mean squared error in stars, pooled', lowerIsBetter: true },
  auc: {
    label: 'AUC',
    says: 'chance that a like is ranked above a film not liked, mean over users',
    lowerIsBetter: false,
  },
  ndcg10: { label: 'nDCG@10', says: 'gain of likes in a list of ten, mean over users', lowerIsBetter: false },
};

/** The main metric of a protocol and its words. */
export function mainMetric(protocol: Protocol, feedback: Feedback): MetricWords & { name: MetricName } {
  const { name } = metricsOf(protocol, feedback)[0];
  return { name, ...(METRICS[name] ?? { label: name, says: name, lowerIsBetter: false }) };
}

/** What a column of figures says, for the researcher; the columns themselves have the command line's names. */
const COLUMN_WORDS: Partial<Record<keyof ModelLine, string>> = {
  mae: 'mean absolute error in stars, pooled',
  likeAccuracy: 'share of likes (4 stars and more) rightly told, predicted from 3.75 on, mean over users',
  within1StarMedian: 'the median of that over users',
  within1StarRatings: 'that share over all test ratings',
  recall10: 'share of the later likes that a list of ten holds, mean over users',
  tailNdcg10:
    'nDCG@10 in which a film counts for less the more training users like it: famous films earn little',
  fameShare:
    'share of the ten that are among the 50 films most liked by training users: the lower, the fewer famous films',
  coverage: 'share of all films that stand on anybody’s list',
  novelty: 'how few people rated the listed films: mean −log2 of their share',
  diversity: 'how little two films of a list share in genres, mean over pairs',
  calibrationError: 'how far the match figure is from the share liked: expected calibration error, 10 bins',
  sureLiked: 'share liked of the films whose match figure is above .95',
  fitMs: 'milliseconds for everything shared, all folds',
  trainMs: 'milliseconds to learn a user',
  predictMs: 'milliseconds to answer for a user',
};

/** What a column of figures says in a clause; undefined where its name is all there is. */
export function columnSays(column: keyof ModelLine): string | undefined {
  return METRICS[column as MetricName]?.says ?? COLUMN_WORDS[column];
}
