import type { MetricDefinition } from '../metric-table';
import {
  compareValues,
  drawResamples,
  type ModelResults,
  metricValue,
  placesOf,
  quantile,
  resampledValues,
} from '../significance';
import type { GroupLine } from '../trials/trial-lines';
import type { UserResult } from '../types';

/** Groups with fewer users say nothing. */
const LEAST_USERS = 5;

/**
 * How groups of users fare: every model's value in every group with its interval, the difference between the first and each
 * other group of a kind, and, within each group, every pair of models; from the same resamples of users throughout.
 * @param results whose users carry their groups. @param pairs as in `compareModels`.
 */
export function groupLines(
  results: readonly ModelResults[],
  pairs: readonly [string, string][],
  metric: MetricDefinition,
): GroupLine[] {
  const place = placesOf(results);
  const counts = drawResamples(place.size);
  const lines: GroupLine[] = [];
  for (const [group, parts] of partsOf(results)) {
    const cut = (result: ModelResults, part: string): ModelResults => ({
      model: result.model,
      seeds: result.seeds.map((users) => users.filter(({ groups }) => groups?.[group] === part)),
    });
    const values = results.map((result) =>
      parts.map((part) => {
        const own = cut(result, part);
        return {
          part,
          users: own.seeds.reduce((sum, users) => sum + users.length, 0) / own.seeds.length,
          point: metricValue(own.seeds, metric),
          resampled: resampledValues(own, metric, place, counts),
        };
      }),
    );
    results.forEach(({ model }, m) => {
      for (const { part, users, point, resampled } of values[m]) {
        if (Number.isFinite(point)) {
          lines.push({ model, group, part, metric: metric.name, users, value: point, ...bounds(resampled) });
        }
      }
      const [first, ...others] = values[m];
      for (const other of others) {
        const line = compareValues({ ...metric, comparedBy: 'difference' }, other, first);
        if (line) {
          lines.push({ model, group, between: [other.part, first.part], metric: metric.name, ...line });
        }
      }
    });
    for (const compare of pairs) {
      const [a, b] = compare.map((name) => values[results.findIndex(({ model }) => model === name)]);
      parts.forEach((part, p) => {
        const line = compareValues(metric, a[p], b[p]);
        if (line) lines.push({ compare, group, part, metric: metric.name, ...line });
      });
    }
  }
  return lines;
}

function bounds(resampled: Float64Array): { low: number; high: number } {
  const sorted = resampled.filter((value) => !Number.isNaN(value)).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Kinds of groups and the groups of each, in the order of their names; thirds from the least to the most. */
function partsOf(results: readonly ModelResults[]): [group: string, parts: string[]][] {
  const users = new Map<number, UserResult>();
  for (const { seeds } of results)
    for (const list of seeds) for (const user of list) users.set(user.user, user);
  const sizes = new Map<string, Map<string, number>>();
  for (const { groups } of users.values()) {
    for (const [group, part] of Object.entries(groups ?? {})) {
      const parts = sizes.get(group) ?? new Map<string, number>();
      sizes.set(group, parts.set(part, (parts.get(part) ?? 0) + 1));
    }
  }
  const rank = (part: string) => (part.startsWith('under') ? '' : part);
  return [...sizes].map(([group, parts]) => [
    group,
    [...parts]
      .flatMap(([part, size]) => (size >= LEAST_USERS ? [part] : []))
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1)),
  ]);
}
