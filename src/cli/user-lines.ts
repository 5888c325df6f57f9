import type { ModelPart } from '../evaluation/types';

/**
 * Every user's figures as NDJSON, a line a model, seed and user: each metric as it is for this user alone (errors in squares
 * are given as their root), then the groups and the list, where there are any.
 */
export function userLines(parts: readonly ModelPart[]): string {
  return parts
    .flatMap(({ model, seed, fold, users }) =>
      users.map(({ user, ratings, tallies, groups, list }) => {
        const figures = Object.entries(tallies).map(([name, [sum, weight]]) => {
          const ratio = sum / weight;
          return [name, /rmse|distance/i.test(name) ? Math.sqrt(ratio) : ratio];
        });
        return { model, seed, fold, user, ratings, ...Object.fromEntries(figures), ...groups, list };
      }),
    )
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
