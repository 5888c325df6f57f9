import type { Feedback } from '../../baselines/recommender';
import { type MetricName, metricsOf } from '../../evaluation/metric-table';
import type { ModelLine, Protocol } from '../../evaluation/types';
import * as words from '../../words/en/compare/metrics';

interface MetricWords {
  label: string;
  says: string;
  lowerIsBetter: boolean;
}

const METRICS: Partial<Record<MetricName, MetricWords>> = {
  within1Star: { label: words.within1Star, says: words.within1StarSays, lowerIsBetter: false },
  rmse: { label: words.rmse, says: words.rmseSays, lowerIsBetter: true },
  auc: { label: words.auc, says: words.aucSays, lowerIsBetter: false },
  ndcg10: { label: words.ndcg10, says: words.ndcg10Says, lowerIsBetter: false },
};

/** The main metric of a protocol and its words. */
export function mainMetric(protocol: Protocol, feedback: Feedback): MetricWords & { name: MetricName } {
  const { name } = metricsOf(protocol, feedback)[0];
  return { name, ...(METRICS[name] ?? { label: name, says: name, lowerIsBetter: false }) };
}

/** What a column of figures says, for the researcher; the columns themselves have the command line's names. */
const COLUMN_WORDS: Partial<Record<keyof ModelLine, string>> = {
  mae: words.mae,
  likeAccuracy: words.likeAccuracy,
  within1StarMedian: words.within1StarMedian,
  within1StarRatings: words.within1StarRatings,
  recall10: words.recall10,
  tailNdcg10: words.tailNdcg10,
  fameShare: words.fameShare,
  coverage: words.coverage,
  novelty: words.novelty,
  diversity: words.diversity,
  calibrationError: words.calibrationError,
  sureLiked: words.sureLiked,
  fitMs: words.fitMs,
  trainMs: words.trainMs,
  predictMs: words.predictMs,
};

/** What a column of figures says in a clause; undefined where its name is all there is. */
export function columnSays(column: keyof ModelLine): string | undefined {
  return METRICS[column as MetricName]?.says ?? COLUMN_WORDS[column];
}
