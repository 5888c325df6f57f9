import { metricsOf } from './metric-table';
import type { EvaluationOptions, ModelLine } from './types';

/**
 * Why a finished run has no figure of its main metric, in a sentence; null where it has one.
 * @param models the lines of all models.
 */
export function nothingMeasured(
  models: readonly ModelLine[],
  { protocol, feedback }: Pick<EvaluationOptions, 'protocol' | 'feedback'>,
): string | null {
  const [main] = metricsOf(protocol, feedback);
  if (models.length === 0 || models.some((line) => Number.isFinite(line[main.name]))) return null;
  const [{ users, usersWithoutRelevant: skipped = 0 }] = models;
  if (skipped > 0 && users === 0) {
    return (
      `Nothing is relevant: of ${whole(skipped)} users none has a film with 4 stars or more in the test part, ` +
      `so there is no ${main.name} of any list.`
    );
  }
  if (users === 0) return `No user could be measured, so there is no ${main.name}.`;
  return `There is no ${main.name}: no test part of the ${whole(users)} users gives one.`;
}

/**
 * The lines as JSON is made of them: a metric of the protocol that no model has a value of is null, not absent. One that only
 * some models lack does not apply to these, and stays absent.
 */
export function withNulls(models: readonly ModelLine[]): object[] {
  return models.map((line) => {
    const { protocol, model, users, ratings, ...rest } = line;
    const missing = metricsOf(protocol, line.feedback)
      .map(({ name }) => name)
      .filter((name) => models.every((other) => !Number.isFinite(other[name])));
    return {
      protocol,
      model,
      users,
      ratings,
      ...Object.fromEntries(missing.map((name) => [name, null])),
      ...rest,
    };
  });
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
