import type { ModelPart } from '../evaluation/types';

/**
 * Every user's figures as NDJSON, a line a model, seed and user, in this order: each metric as it is for this user alone
 * (errors in squares as their root), then the groups and the list, where there are any.
 * @param models names, in the order of the output.
 */
export function userLines(parts: readonly ModelPart[], models: readonly string[]): string {
  const rows = parts.flatMap(({ model, seed, fold, users }) =>
    users.map((result) => ({ place: models.indexOf(model), model, seed, fold, result })),
  );
  rows.sort((a, b) => a.place - b.place || a.seed - b.seed || a.result.user - b.result.user);
  return rows
    .map(({ model, seed, fold, result: { user, ratings, tallies, groups, list } }) => {
      const figures = Object.entries(tallies).map(([name, [sum, weight]]) => {
        const ratio = sum / weight;
        return [name, /rmse|distance/i.test(name) ? Math.sqrt(ratio) : ratio];
      });
      const line = { model, seed, fold, user, ratings, ...Object.fromEntries(figures), ...groups, list };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
