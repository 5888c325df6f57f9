import { createRandom } from '../lib/random';
import type { MetricDefinition } from './metric-table';
import type { CompareLine, UserResult } from './types';

/** Resamples of the paired bootstrap over users (Efron and Tibshirani 1993, 13). */
const RESAMPLES = 2000;
const BOOTSTRAP_SEED = 95;

/** One model's results, a list of users for each seed of the run (in the order of seeds). */
export interface ModelResults {
  model: string;
  seeds: UserResult[][];
}

/** A metric's value over users and seeds: mean over seeds of the (root of the) ratio of sums; NaN where nothing counts. */
export function metricValue(seeds: readonly UserResult[][], metric: MetricDefinition): number {
  const values = seeds.map((users) => {
    let sum = 0;
    let weight = 0;
    for (const { tallies } of users) {
      const tally = tallies[metric.name];
      if (!tally) continue;
      sum += tally[0];
      weight += tally[1];
    }
    return finish(metric, sum, weight);
  });
  return mean(values);
}

function finish(metric: MetricDefinition, sum: number, weight: number): number {
  const ratio = sum / weight;
  return metric.root ? Math.sqrt(ratio) : ratio;
}

/** Mean of the values that are numbers; NaN for none. */
export function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  let sum = 0;
  for (const value of known) sum += value;
  return sum / known.length;
}

/** Draws users with replacement, `resamples` times: how often each user is in each resample; resample-major. */
export function drawResamples(userCount: number, resamples = RESAMPLES, seed = BOOTSTRAP_SEED): Uint16Array {
  const random = createRandom(seed);
  const counts = new Uint16Array(userCount * resamples);
  for (let b = 0; b < resamples; b++) {
    for (let u = 0; u < userCount; u++) counts[b * userCount + random.integer(userCount)]++;
  }
  return counts;
}

/** The place of every user in a row of `drawResamples`, by user id, ascending. */
export function placesOf(results: readonly ModelResults[]): Map<number, number> {
  const users = new Set(
    results.flatMap(({ seeds }) => seeds.flatMap((list) => list.map(({ user }) => user))),
  );
  return new Map([...users].sort((a, b) => a - b).map((user, u) => [user, u]));
}

/** A metric's value in every resample. @param place of each user id in a row of `counts`. */
export function resampledValues(
  results: ModelResults,
  metric: MetricDefinition,
  place: ReadonlyMap<number, number>,
  counts: Uint16Array,
): Float64Array {
  const userCount = place.size;
  const resamples = counts.length / userCount;
  const values = new Float64Array(resamples);
  const seedsCounted = new Uint16Array(resamples);
  for (const users of results.seeds) {
    const counted = users.filter(({ tallies }) => tallies[metric.name]);
    const at = Uint32Array.from(counted, ({ user }) => place.get(user) ?? 0);
    const sums = Float64Array.from(counted, ({ tallies }) => tallies[metric.name][0]);
    const weights = Float64Array.from(counted, ({ tallies }) => tallies[metric.name][1]);
    for (let b = 0; b < resamples; b++) {
      let sum = 0;
      let weight = 0;
      for (let u = 0, row = b * userCount; u < at.length; u++) {
        const times = counts[row + at[u]];
        sum += times * sums[u];
        weight += times * weights[u];
      }
      if (weight === 0) continue;
      values[b] += finish(metric, sum, weight);
      seedsCounted[b]++;
    }
  }
  return values.map((value, b) => value / seedsCounted[b]);
}

/** The share q of sorted values lies below this, linear between neighbours (Hyndman and Fan's definition 7). */
export function quantile(sorted: Float64Array, q: number): number {
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/**
 * Paired bootstrap over users (Efron 1979), percentile intervals of 95 %: both models see the same resampled users,
 * and a user comes with all seeds of the run.
 * @param pairs names of A and B, in the order of the output.
 */
export function compareModels(
  results: readonly ModelResults[],
  pairs: readonly [string, string][],
  metrics: readonly MetricDefinition[],
): CompareLine[] {
  if (pairs.length === 0) return [];
  const place = placesOf(results);
  const counts = drawResamples(place.size);
  const lines: CompareLine[] = [];
  for (const metric of metrics) {
    const values = new Map<string, { point: number; resampled: Float64Array }>();
    const valuesOf = (name: string) => {
      const known = values.get(name);
      if (known) return known;
      const of = results.find(({ model }) => model === name) ?? { model: name, seeds: [] };
      const made = {
        point: metricValue(of.seeds, metric),
        resampled: resampledValues(of, metric, place, counts),
      };
      values.set(name, made);
      return made;
    };
    for (const [a, b] of pairs) {
      const line = compareValues(metric, valuesOf(a), valuesOf(b));
      if (line) lines.push({ compare: [a, b], metric: metric.name, ...line });
    }
  }
  const rank = new Map(pairs.map(([a, b], index) => [`${a} ${b}`, index]));
  const rankOf = ({ compare }: CompareLine) => rank.get(compare.join(' ')) ?? 0;
  return lines.sort((x, y) => rankOf(x) - rankOf(y));
}

/**
 * The interval of one metric of each single model, from the same resamples as `compareModels`: 95 % percentiles.
 * Models without a value are left out.
 */
export function metricIntervals(
  results: readonly ModelResults[],
  metric: MetricDefinition,
): Map<string, { low: number; high: number }> {
  const place = placesOf(results);
  const counts = drawResamples(place.size);
  const intervals = new Map<string, { low: number; high: number }>();
  for (const result of results) {
    const values = resampledValues(result, metric, place, counts)
      .filter((value) => !Number.isNaN(value))
      .sort();
    if (values.length === 0) continue;
    intervals.set(result.model, { low: quantile(values, 0.025), high: quantile(values, 0.975) });
  }
  return intervals;
}

/** Relates two values and their resamples by the metric; null where that gives no number. */
export function compareValues(
  { comparedBy }: MetricDefinition,
  a: { point: number; resampled: Float64Array },
  b: { point: number; resampled: Float64Array },
): Omit<CompareLine, 'compare' | 'metric'> | null {
  const relate = comparedBy === 'ratio' ? (x: number, y: number) => x / y : (x: number, y: number) => x - y;
  const point = relate(a.point, b.point);
  if (!Number.isFinite(point)) return null;
  const related = a.resampled
    .map((value, r) => relate(value, b.resampled[r]))
    .filter((value) => !Number.isNaN(value))
    .sort();
  const interval = { low: quantile(related, 0.025), high: quantile(related, 0.975) };
  return comparedBy === 'ratio' ? { ratio: point, ...interval } : { difference: point, ...interval };
}
