import type { Feedback } from '../baselines/recommender';
import type { Protocol } from './types';

/** A metric that is a ratio of sums over users, and so can be resampled. */
export interface MetricDefinition {
  name: MetricName;
  /** Root of the mean: rmse. */
  root: boolean;
  /** Models are compared by A / B, or else by A - B. */
  comparedBy: 'ratio' | 'difference';
}

/** Names of tallies that are ratios of sums over users: the fields of result lines. */
export type MetricName =
  | 'rmse'
  | 'mae'
  | 'auc'
  | 'likeAccuracy'
  | 'within1Star'
  | 'within1StarRatings'
  | 'ndcg10'
  | 'tailNdcg10'
  | 'recall10'
  | 'novelty'
  | 'diversity'
  | 'fameShare'
  | 'traitShare'
  | 'seriesHit10'
  | 'seriesHit10All'
  | 'seriesMax10'
  | 'asked'
  | 'answered'
  | SteeringMetric;

/** What is measured after a step of steering: a dislike, a trait muted, a like removed. */
type SteeringMetric = `${'m' | 'mutedM' | 'removedM'}ostAlikeGone` | LeastGone | After;
type LeastGone = `${'l' | 'mutedL' | 'removedL'}eastAlikeGone`;
type After = `${'n' | 'mutedN' | 'removedN'}dcg10After`;

const define = (
  name: MetricName,
  comparedBy: MetricDefinition['comparedBy'] = 'difference',
): MetricDefinition => ({ name, root: name === 'rmse', comparedBy });

const RATING_METRICS = [
  define('rmse', 'ratio'),
  define('mae'),
  define('auc'),
  define('likeAccuracy'),
  define('within1Star'),
];

const BY_PROTOCOL: Record<Protocol, MetricDefinition[]> = {
  paper: [define('within1Star'), define('within1StarRatings')],
  'new-user': RATING_METRICS,
  prequential: RATING_METRICS,
  'top-n': [
    define('ndcg10', 'ratio'),
    define('recall10'),
    define('novelty'),
    define('diversity'),
    define('tailNdcg10', 'ratio'),
    define('fameShare'),
  ],
  probes: [
    define('traitShare'),
    define('fameShare'),
    define('seriesHit10'),
    define('seriesHit10All'),
    define('seriesMax10'),
  ],
  steering: [
    define('mostAlikeGone'),
    define('leastAlikeGone'),
    define('ndcg10'),
    define('ndcg10After'),
    define('mutedMostAlikeGone'),
    define('mutedLeastAlikeGone'),
    define('mutedNdcg10After'),
    define('removedMostAlikeGone'),
    define('removedLeastAlikeGone'),
    define('removedNdcg10After'),
  ],
  unlearning: RATING_METRICS,
  asking: [
    define('rmse', 'ratio'),
    define('auc'),
    define('ndcg10', 'ratio'),
    define('tailNdcg10', 'ratio'),
    define('asked'),
    define('answered'),
  ],
};

/** Metrics in stars mean nothing for a model that was only taught likes. */
const NEEDS_STARS: MetricName[] = ['rmse', 'mae', 'within1Star', 'within1StarRatings'];

/** A protocol's metrics, the main one first. */
export function metricsOf(protocol: Protocol, feedback: Feedback): MetricDefinition[] {
  return BY_PROTOCOL[protocol].filter(({ name }) => feedback !== 'likes' || !NEEDS_STARS.includes(name));
}
