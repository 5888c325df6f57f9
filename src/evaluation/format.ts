import { metricsOf } from './metric-table';
import type { EvaluationOptions, ModelLine } from './types';

/** The columns of the figures table, and how many digits each is printed with. */
export const COLUMNS: readonly [keyof ModelLine, digits: number][] = [
  ['rmse', 4],
  ['mae', 4],
  ['auc', 4],
  ['likeAccuracy', 4],
  ['within1Star', 4],
  ['within1StarMedian', 4],
  ['within1StarRatings', 4],
  ['ndcg10', 4],
  ['recall10', 4],
  ['tailNdcg10', 4],
  ['coverage', 4],
  ['novelty', 2],
  ['diversity', 3],
  ['fameShare', 3],
  ['calibrationError', 4],
  ['sureLiked', 3],
  ['fitMs', 0],
  ['trainMs', 3],
  ['predictMs', 3],
];

/** The columns of trials, which come before the others. */
const TRIAL_COLUMNS: readonly [keyof ModelLine, digits: number][] = [
  ['traitShare', 3],
  ['seriesHit10', 3],
  ['seriesHit10All', 3],
  ['seriesMax10', 2],
  ['mostAlikeGone', 3],
  ['leastAlikeGone', 3],
  ['ndcg10After', 4],
  ['asked', 1],
  ['answered', 2],
  ['mutedMostAlikeGone', 3],
  ['mutedLeastAlikeGone', 3],
  ['mutedNdcg10After', 4],
  ['removedMostAlikeGone', 3],
  ['removedLeastAlikeGone', 3],
  ['removedNdcg10After', 4],
];

/** Columns that at least one line has a value for. */
export function columnsOf(models: readonly ModelLine[]): [keyof ModelLine, digits: number][] {
  return [...TRIAL_COLUMNS, ...COLUMNS]
    .filter(([key]) => models.some((line) => line[key] !== undefined))
    .map(([key, digits]) => [key, digits]);
}

/** A figure as it is printed, on a screen as on the command line; empty where there is none. */
export function formatFigure(value: unknown, digits = 4): string {
  return typeof value === 'number' && Number.isFinite(value) ? value.toFixed(digits) : '';
}

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
